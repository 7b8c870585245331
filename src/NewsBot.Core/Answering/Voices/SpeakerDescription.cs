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

    private static readonly FrozenSet<string> Lesser = QuestionWords.Set("vice deputy former ex assistant shadow junior acting onetime");
    private static readonly FrozenSet<string> Links = QuestionWords.Set("of for in at from to with by on");

    /// <summary>Nouns for one kind of speaker.</summary>
    private static readonly FrozenDictionary<string, string> Kinds = new[]
    {
        "witness eyewitness onlooker bystander", "resident local villager inhabitant neighbour neighbor", "spokesman spokeswoman spokesperson", "chairman chairwoman chair chairperson",
        "government cabinet administration", "scientist researcher", "lawmaker legislator mp parliamentarian", "lawyer attorney solicitor", "fisherman fishermen fisher", "defense defence",
        "police policeman policewoman", "expert analyst", "protester demonstrator", "astronomer observatory", "trainer coach",
    }
        .SelectMany(row => row.Split(' ').Select(word => (Term: Tokenizer.TermOf(word), First: Tokenizer.TermOf(row.Split(' ')[0]))))
        .ToFrozenDictionary(pair => pair.Term, pair => pair.First, StringComparer.Ordinal);

    private readonly IReadOnlyList<Word> _words;
    private readonly string _head;

    private SpeakerDescription(string text, IReadOnlyList<Word> words, string head, bool isPerson, bool isPlural, bool isCommonNoun)
    {
        IsCommonNoun = isCommonNoun;
        Text = text;
        _words = words;
        _head = head;
        IsOnePerson = isPerson && !isPlural;
    }

    /// <summary>As asked, without its article.</summary>
    public string Text { get; }

    /// <summary>Whether it means a single person: "the mayor", but not "police" or "residents".</summary>
    public bool IsOnePerson { get; }

    /// <summary>Whether its head is written in small letters: "the union", but not "the Civic Union".</summary>
    public bool IsCommonNoun { get; }

    public IEnumerable<string> Terms => _words.Select(word => word.Term);

    public static bool IsRole(string word) => RoleWords.IsRole(word.ToLowerInvariant());

    /// <summary>Whether words in small letters name a kind of speaker, so that they mean no surname.</summary>
    public static bool IsCommon(string asked)
    {
        var head = HeadOf(WithoutArticle(asked)).Head;
        return head.Length > 0 && char.IsLower(head[0]) && (IsRole(head) || IsRole(Singular(head)) || WordClasses.Of(head).HasFlag(WordClass.Collective) || Kinds.ContainsKey(Tokenizer.TermOf(head)));
    }

    /// <returns>Null for words that describe nobody.</returns>
    public static SpeakerDescription? Read(string asked)
    {
        var text = WithoutArticle(asked);
        var (head, words) = HeadOf(text);
        if (head.Length == 0)
            return null;
        var plural = !IsRole(head) && head.EndsWith('s') && (IsRole(Singular(head)) || Kinds.ContainsKey(Tokenizer.TermOf(head)));
        return new SpeakerDescription(text, [.. words.Select(Word.Of)], Kind(Tokenizer.TermOf(head)), IsRole(head) || plural, plural, char.IsLower(head[0]));
    }

    /// <returns>How well the speaker of a quote fits, and the article's words that do.</returns>
    public (DescriptionFit Fit, string Words) Fits(SpokenQuote quote) =>
        Described(quote.Quote.Speaker).Select(words => (Fit: Fits(words, quote), Words: words.Trim())).MaxBy(pair => pair.Fit);

    private DescriptionFit Fits(string described, SpokenQuote quote)
    {
        var (head, words) = HeadOf(WithoutArticle(described));
        if (head.Length == 0)
            return DescriptionFit.None;
        var theirs = words.Select(Word.Of).ToList();
        var kind = Kind(Tokenizer.TermOf(head));
        if (theirs.Exists(word => Lesser.Contains(word.Term) && !_words.Any(own => own.Term == word.Term)))
            return DescriptionFit.None;
        var fit = kind == _head ? DescriptionFit.Same
            : SpeakingRoles.Contains(Tokenizer.TermOf(head)) && !IsRole(_head) && theirs.Exists(word => Kind(word.Term) == _head) ? DescriptionFit.SpeaksFor
            : DescriptionFit.None;
        if (fit == DescriptionFit.None)
            return fit;
        var missing = _words.Where(own => Kind(own.Term) != _head && !theirs.Exists(own.Meets)).ToList();
        return missing.Count == 0 || (!NamesAnotherPlace(theirs) && missing.TrueForAll(own => IsAround(own, quote))) ? fit : DescriptionFit.None;
    }

    /// <summary>"Orvanian Prime Minister" is not the prime minister of anywhere else.</summary>
    private bool NamesAnotherPlace(List<Word> theirs) =>
        theirs.Exists(word => char.IsUpper(word.Text[0]) && !RoleWords.IsRole(word.Text.ToLowerInvariant()) && !QuestionWords.IsTitle(word.Term) && !_words.Any(own => own.Meets(word)));

    private static bool IsAround(Word asked, SpokenQuote quote)
    {
        var article = quote.Article;
        var paragraph = article.Analysis.Sentences.FirstOrDefault(sentence => sentence.Span.Contains(quote.Quote.Content[0].Start)).Paragraph;
        return Says(article.Article.Title) || article.Analysis.Sentences
            .Where((sentence, i) => i < 2 || sentence.Paragraph == paragraph)
            .Any(sentence => Says(sentence.Span.In(article.Article.Text)));

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

    /// <summary>The noun before the first preposition or mark, and all content words up to a mark.</summary>
    private static (string Head, IReadOnlyList<string> Words) HeadOf(string text)
    {
        var head = "";
        var linked = false;
        var words = new List<string>();
        var end = 0;
        foreach (var token in Tokenizer.Tokenize(text))
        {
            var word = token.Span.In(text);
            if ((words.Count > 0 && text.AsSpan(end, token.Span.Start - end).IndexOfAny(",;:(") >= 0) || word is "who" or "which" or "that")
                break;
            end = token.Span.End;
            linked |= words.Count > 0 && Links.Contains(token.Term);
            if (StopWords.Contains(token.Term))
                continue;
            words.Add(word);
            if (!linked)
                head = word;
        }

        return (head, words);
    }

    private static string WithoutArticle(string text)
    {
        text = text.Trim();
        foreach (var article in (string[])["the ", "a ", "an ", "its ", "his ", "her ", "their "])
            if (text.StartsWith(article, StringComparison.OrdinalIgnoreCase))
                return text[article.Length..].Trim();
        return text;
    }

    private static string Singular(string word) => word.EndsWith("sses", StringComparison.Ordinal) ? word[..^2] : word.EndsWith('s') ? word[..^1] : word;

    private static string Kind(string term) => Kinds.GetValueOrDefault(term, term);

    /// <summary>A word with what makes it meet other forms of itself.</summary>
    private sealed record Word(string Text, string Term, IReadOnlyList<string> Places)
    {
        public static Word Of(string word)
        {
            var bare = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
            return new Word(bare, Tokenizer.TermOf(bare), [.. SpokenTopic.PlaceOf(bare)]);
        }

        public bool Meets(Word other) => Term == other.Term || Kind(Term) == Kind(other.Term) || Places.Intersect(other.Places, StringComparer.Ordinal).Any();
    }
}
