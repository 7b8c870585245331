using System.Collections.Frozen;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Voices;

/// <summary>How well an article's words for a speaker fit those asked for.</summary>
internal enum DescriptionFit
{
    None,

    /// <summary>A spokesman, director or commander of the organisation that is asked for.</summary>
    SpeaksFor,

    /// <summary>The one who is asked for.</summary>
    Same,
}

/// <summary>
/// Speakers asked for by what they are, not by name: "the Kelmari foreign minister", "police", "the mayor of Quarrow". A
/// speaker of an article fits when the head of the article's words for them is the asked one ("minister"), or speaks for
/// the organisation asked for ("police spokesman"), and every other asked word stands in those words too, or, where they
/// name no other place, in headline, lead or paragraph. A deputy or former holder is not the holder.
/// </summary>
internal sealed class SpeakerDescription
{
    private static readonly FrozenSet<string> SpeakingRoles = QuestionWords.Set(
        "spokesman spokeswoman spokesperson commander chief head director chairman chairwoman chair president governor leader minister secretary official officer " +
        "representative executive commissioner ceo boss manager founder owner captain coach superintendent general");

    /// <summary>Before a role: not the holder, or no longer.</summary>
    private static readonly FrozenSet<string> Lesser =
        "vice deputy former ex assistant shadow junior acting onetime under undersecretary then".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Links = QuestionWords.Set("of for in at from to with by on");

    /// <summary>Nouns for one kind of speaker.</summary>
    private static readonly FrozenDictionary<string, string> Kinds = new[]
    {
        "witness eyewitness onlooker bystander", "resident local villager inhabitant neighbour neighbor", "spokesman spokeswoman spokesperson", "chairman chairwoman chair chairperson",
        "government cabinet administration", "scientist researcher", "lawmaker legislator mp parliamentarian", "lawyer attorney solicitor", "fisherman fishermen fisher", "defense defence",
        "police policeman policewoman", "expert analyst", "protester demonstrator", "trainer coach",
    }
        .SelectMany(row => row.Split(' ').Select(word => (Word: word, First: row.Split(' ')[0])))
        .ToFrozenDictionary(pair => pair.Word, pair => pair.First, StringComparer.Ordinal);

    private readonly IReadOnlyList<Word> _words;
    private readonly string _head;
    private readonly bool _isOrganisation;

    private SpeakerDescription(string text, IReadOnlyList<Word> words, string head)
    {
        var isPlural = !IsRole(head) && head.EndsWith('s') && Noun(head) is var one && (IsRole(one) || Kinds.ContainsKey(one));
        Text = text;
        _words = words;
        _head = Noun(head);
        _isOrganisation = !isPlural && !IsRole(head);
        IsOnePerson = !isPlural && IsRole(head);
        IsCommonNoun = char.IsLower(head[0]);
    }

    /// <summary>As asked, without its article.</summary>
    public string Text { get; }

    /// <summary>How many words behind a role's preposition still say which role it is.</summary>
    private const int NearBehind = 2;

    /// <summary>Whether it means a single person: "the mayor", but not "police" or "residents".</summary>
    public bool IsOnePerson { get; }

    /// <summary>Whether its head is written in small letters: "the union", but not "the Civic Union".</summary>
    public bool IsCommonNoun { get; }

    public IEnumerable<string> Terms => _words.Select(word => word.Term);

    public static bool IsRole(string word) => RoleWords.IsRole(word.ToLowerInvariant());

    /// <summary>Whether words in small letters name a kind of speaker, so that they mean no surname.</summary>
    public static bool IsCommon(string asked)
    {
        var (head, _, _) = Parts(WithoutArticle(asked));
        return head.Length > 0 && char.IsLower(head[0]) && (IsRole(head) || IsRole(Noun(head)) || WordClasses.Of(head).HasFlag(WordClass.Collective) || Kinds.ContainsKey(Noun(head)));
    }

    /// <returns>Null for words that describe nobody.</returns>
    public static SpeakerDescription? Read(string asked)
    {
        var text = WithoutArticle(asked);
        var (head, before, behind) = Parts(text);
        return head.Length == 0 ? null : new SpeakerDescription(text, [.. before.Append(head).Concat(behind).Select(Word.Of)], head);
    }

    /// <returns>How well the speaker of a quote fits, and the article's words that do.</returns>
    public (DescriptionFit Fit, string Words) Fits(SpokenQuote quote) =>
        Described(quote.Quote.Speaker).Select(words => (Fit: Fits(words, quote), Words: words.Trim())).MaxBy(pair => pair.Fit);

    private DescriptionFit Fits(string described, SpokenQuote quote)
    {
        var (head, before, behind) = Parts(WithoutArticle(described));
        if (head.Length == 0 || before.Any(word => Lesser.Contains(Noun(word)) && !_words.Any(own => own.Noun == Noun(word))))
            return DescriptionFit.None;
        var all = before.Append(head).Concat(behind).Select(Word.Of).ToList();
        var fit = Noun(head) == _head ? DescriptionFit.Same
            : _isOrganisation && SpeakingRoles.Contains(Tokenizer.TermOf(head)) && all.Exists(word => word.Noun == _head) ? DescriptionFit.SpeaksFor
            : DescriptionFit.None;
        if (fit == DescriptionFit.None)
            return fit;
        // "Secretary of defense" is the defense secretary, "secretary of the party's defense council" is not.
        var own = fit == DescriptionFit.SpeaksFor ? all : [.. before.Append(head).Concat(behind.Take(NearBehind)).Select(Word.Of)];
        var missing = _words.Where(word => word.Noun != _head && !(word.Places.Count > 0 ? all : own).Exists(word.Meets)).ToList();
        return missing.Count == 0 || (!NamesAnotherPlace(all) && missing.TrueForAll(word => (word.IsCapital || before.Count == 0) && IsAround(word, quote))) ? fit : DescriptionFit.None;
    }

    /// <summary>"Orvanian Prime Minister" is not the prime minister of anywhere else.</summary>
    private bool NamesAnotherPlace(List<Word> theirs) =>
        theirs.Exists(word => word.IsCapital && word.Noun != _head && !RoleWords.IsRole(word.Text.ToLowerInvariant()) && !QuestionWords.IsTitle(word.Term) && !_words.Any(own => own.Meets(word)));

    private static bool IsAround(Word asked, SpokenQuote quote)
    {
        var article = quote.Article;
        var paragraph = article.Analysis.Sentences.FirstOrDefault(sentence => sentence.Span.Contains(quote.Quote.Content[0].Start)).Paragraph;
        return Says(article.Article.Title) || article.Analysis.Sentences
            .Where((sentence, i) => i < 2 || sentence.Paragraph == paragraph)
            .Any(sentence => Says(article.WithoutDateline(sentence.Span).In(article.Article.Text)));

        bool Says(string text) => Tokenizer.Tokenize(text).Any(token => asked.Meets(Word.Of(token.Span.In(text))));
    }

    /// <summary>The article's words for a speaker: as it calls them there, and the title that it gives.</summary>
    private static IEnumerable<string> Described(Speaker speaker)
    {
        var text = speaker.Text;
        if (speaker.Name is { } name && speaker.Kind != SpeakerKind.Organisation)
            text = text.Replace(name, ",", StringComparison.Ordinal).Trim(' ', ',');
        if (speaker.Kind is SpeakerKind.Pronoun or SpeakerKind.Unknown)
            text = "";
        foreach (var part in text.Split(','))
            yield return part;
        if (speaker.Title is { } title)
            yield return title;
        if (speaker is { Kind: SpeakerKind.Organisation, Name: { } organisation })
            yield return organisation;
    }

    /// <summary>The noun before the first preposition or mark, and the content words before and behind it up to a mark.</summary>
    private static (string Head, IReadOnlyList<string> Before, IReadOnlyList<string> Behind) Parts(string text)
    {
        var (before, behind) = (new List<string>(), new List<string>());
        var linked = false;
        var end = 0;
        foreach (var token in Tokenizer.Tokenize(text))
        {
            var word = token.Span.In(text);
            if ((before.Count > 0 && text.AsSpan(end, token.Span.Start - end).IndexOfAny(",;:(") >= 0) || word is "who" or "which" or "that")
                break;
            end = token.Span.End;
            linked |= before.Count > 0 && Links.Contains(token.Term);
            if (!StopWords.Contains(token.Term) || (word.Length > 1 && !word.Any(char.IsLower)) || Lesser.Contains(word.ToLowerInvariant()))
                (linked ? behind : before).Add(word);
        }

        return before.Count == 0 ? ("", [], []) : (before[^1], before[..^1], behind);
    }

    private static string WithoutArticle(string text)
    {
        text = text.Trim();
        foreach (var article in (string[])["the ", "a ", "an ", "its ", "his ", "her ", "their "])
            if (text.StartsWith(article, StringComparison.OrdinalIgnoreCase))
                return text[article.Length..].Trim();
        return text;
    }

    /// <summary>A noun in the singular and in small letters, one for all of its kind.</summary>
    private static string Noun(string word)
    {
        var noun = WithoutPossessive(word).ToLowerInvariant();
        if (noun.Length > 3 && noun[^1] == 's' && noun[^2] is not ('s' or 'u' or 'i') && noun is not "news")
            noun = noun.EndsWith("sses", StringComparison.Ordinal) ? noun[..^2] : noun.EndsWith("ies", StringComparison.Ordinal) ? noun[..^3] + "y" : noun[..^1];
        return Kinds.GetValueOrDefault(noun, noun);
    }

    private static string WithoutPossessive(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;

    /// <summary>A word with what makes it meet other forms of itself.</summary>
    private sealed record Word(string Text, string Noun, string Term, IReadOnlyList<string> Places)
    {
        public bool IsCapital => char.IsUpper(Text[0]);

        public static Word Of(string word)
        {
            var bare = WithoutPossessive(word);
            return new Word(bare, SpeakerDescription.Noun(bare), Tokenizer.TermOf(bare), [.. AskedTopic.PlaceOf(bare)]);
        }

        public bool Meets(Word other) => Noun == other.Noun || Term == other.Term || Places.Intersect(other.Places, StringComparer.Ordinal).Any();
    }
}
