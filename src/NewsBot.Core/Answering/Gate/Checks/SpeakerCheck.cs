using System.Text.RegularExpressions;
using NewsBot.Core.Answering.Gate.Lexicon;
using NewsBot.Core.Answering.Gate.Wordings;
using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>
/// What a statement has somebody say must be theirs in the article: of the quotes of the cited places the one that shares
/// most words with what is said decides, and its speaker must share a word (name, title or role) with the statement's.
/// A pronoun, and words that name nobody and stand in the evidence, may stand for any speaker whom they fit. What the
/// article has denied, asked or supposed may not be told as said.
/// </summary>
internal static partial class SpeakerCheck
{
    private const double LeastShare = 0.5;
    private const double GoodPart = 0.34;

    public static Rejection? Check(Claim claim, Ground ground)
    {
        if (!ground.Places.Any(place => place.Quotes.Count > 0))
            return null;
        foreach (var quote in claim.Quotes())
        {
            if (quote.Type != AttributionType.Assertion || quote.Speaker.Kind is SpeakerKind.Unknown || quote.Cue is not { } cue || !IsReport(cue.In(claim.Text)) || Terms(claim.Text, quote.Content) is not { Count: > 1 } said)
                continue;
            if (Best(said, ground) is not { } known)
                continue;
            if (quote.Stance == QuoteStance.Asserted && known.Stance is QuoteStance.Asked or QuoteStance.Hypothetical)
                return new Rejection(RejectionReason.Modality, "a statement that nobody makes in the evidence");
            if (!AreOne(quote.Speaker, known.Speaker, ground) && !SaysSome(quote.Speaker, said, ground))
                return new Rejection(RejectionReason.Speaker, "words that somebody else says in the evidence");
        }

        return null;
    }

    /// <summary>The same for a quote that stands behind its speaker: "Ada Quill (14 March 2024): “...”", or with a verb of saying.</summary>
    public static Rejection? CheckQuote(string text, Ground ground)
    {
        var folded = Typography.Fold(text);
        if (Headed().Match(folded) is not { Success: true } headed)
            return Check(new Claim(text, ground), ground);
        var said = Terms(folded, [new TextSpan(headed.Length, folded.Length)]);
        var speaker = new Speaker { Text = headed.Groups["speaker"].Value, Kind = SpeakerKind.Person };
        return said.Count > 1 && Best(said, ground) is { } known && known.Speaker.Text.Length > 0 && !AreOne(speaker, known.Speaker, ground)
            ? new Rejection(RejectionReason.Speaker, "words that somebody else says in the evidence") : null;
    }

    /// <summary>Whether a text is a quote behind its speaker.</summary>
    public static bool IsHeaded(string text) => Headed().IsMatch(Typography.Fold(text));

    [GeneratedRegex("""^(?<speaker>[^"():]{1,120}?) ?(?:\([^()]*\))?: ?(?=")""")]
    private static partial Regex Headed();

    private static Quote? Best(HashSet<string> said, Ground ground)
    {
        Quote? best = null;
        var most = LeastShare;
        foreach (var place in ground.Places)
            foreach (var quote in place.Quotes)
            {
                var content = Terms(place.Article.Article.Text, quote.Content);
                var share = (double)said.Count(content.Contains) / said.Count;
                // The narrower of two quotes around the same words is the one that gives them.
                if (share > most || (share == most && best is not null && Length(quote) < Length(best)))
                    (best, most) = (quote, share);
            }

        return best;
    }

    /// <summary>Whether a good part of it is theirs: a statement that joins two sentences may be read as one quote.</summary>
    private static bool SaysSome(Speaker claimed, HashSet<string> said, Ground ground) => ground.Places.Any(place => place.Quotes.Any(quote =>
        said.Count(Terms(place.Article.Article.Text, quote.Content).Contains) >= GoodPart * said.Count && AreOne(claimed, quote.Speaker, ground)));

    private static bool IsReport(string cue) =>
        cue.Contains("according", StringComparison.OrdinalIgnoreCase) || cue.Split(' ').Any(word => CueWords.Reports(word.ToLowerInvariant()));

    private static int Length(Quote quote) => quote.Content.Sum(span => span.Length);

    private static bool AreOne(Speaker claimed, Speaker known, Ground ground)
    {
        if (claimed.Kind == SpeakerKind.Pronoun || known.Kind == SpeakerKind.Unknown)
            return true;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in new[] { known.Text, known.Name, known.Title, known.Channel }.Concat(known.Candidates))
            Add(names, text);
        var mine = new HashSet<string>(StringComparer.Ordinal);
        Add(mine, claimed.Text);
        Add(mine, claimed.Name);
        if (mine.Count == 0 || mine.Overlaps(names))
            return true;
        // "The Belarusian leader": no name, and words that the evidence has; a name must be the speaker's.
        var wording = Wording.Read(claimed.Text);
        return !wording.Words.Any(word => word.IsCapital && word is { IsStop: false, IsOpener: false } && !Nationalities.IsOne(word.Lower))
            && mine.All(term => ground.Has(term) || ground.Places.Any(place => place.Wording.Terms.Any(other => Synonyms.AreClose(term, other))));
    }

    private static void Add(HashSet<string> terms, string? text)
    {
        if (text is null)
            return;
        foreach (var token in Tokenizer.Tokenize(text))
            if (!StopWords.Contains(token.Term))
                terms.Add(token.Term);
    }

    private static HashSet<string> Terms(string text, IReadOnlyList<TextSpan> spans)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var span in spans)
            foreach (var token in Tokenizer.Tokenize(text, span))
                if (!StopWords.Contains(token.Term))
                    terms.Add(token.Term);
        return terms;
    }
}
