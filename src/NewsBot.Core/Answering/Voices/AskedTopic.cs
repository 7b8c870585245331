using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Voices;

/// <summary>One of the things that words may be about.</summary>
/// <param name="Text">As asked.</param>
/// <param name="Words">Its content words.</param>
internal sealed record TopicPart(string Text, IReadOnlyList<TopicWord> Words)
{
    private const double FamilyCredit = 0.6;

    /// <summary>The share of its weight that some terms have, from 0 to 1; a word of the same family counts <see cref="FamilyCredit"/>.</summary>
    public double Share(IReadOnlySet<string> terms)
    {
        var total = Words.Sum(word => word.Weight);
        return total <= 0 ? 0 : Words.Sum(word => word.Weight * (terms.Contains(word.Terms[0]) || word.Places.Any(terms.Contains) ? 1 : word.Terms.Any(terms.Contains) ? FamilyCredit : 0)) / total;
    }

    public bool Touches(IReadOnlySet<string> terms) => Words.Any(word => word.Terms.Any(terms.Contains) || word.Places.Any(terms.Contains));
}

/// <param name="Terms">The word itself, then others of its family.</param>
/// <param name="Places">What a place's name and its adjective share.</param>
/// <param name="Weight">The root of its idf (<see cref="SentenceSearch"/>), so that what happened does not count for nothing beside a rare name.</param>
internal sealed record TopicWord(IReadOnlyList<string> Terms, IReadOnlyList<string> Places, double Weight);

/// <summary>
/// What words or reports are asked to be about. "China and the West" are two topics, either of which will do. A quote is about one when half of the
/// topic's weight stands in the quote's own paragraph and something of it in the quote or its sentence; its article is about
/// one when most of the weight stands in headline and lead. Words of one family and a country and its adjective are one.
/// </summary>
internal sealed partial class AskedTopic
{
    private const double LeastInParagraph = 0.5;
    private const double LeastInOpening = 0.65;
    private const float FamilyWeight = 0.1f;

    /// <summary>Keeps words alive in an archive of a few passages.</summary>
    private const double LeastWeight = 0.3;

    /// <summary>Nouns that people put behind what happened, and articles need not.</summary>
    private static readonly FrozenSet<string> Events = QuestionWords.Set("incident accident disaster tragedy affair case saga scandal crisis event issue topic matter situation controversy row");

    private const int LeadSentences = 2;
    private readonly Dictionary<ArticleId, IReadOnlySet<string>> _openings = [];

    private AskedTopic(string text, IReadOnlyList<TopicPart> parts)
    {
        Text = text;
        Parts = parts;
    }

    /// <summary>As asked.</summary>
    public string Text { get; }

    public IReadOnlyList<TopicPart> Parts { get; }

    /// <summary>Words to search for: each as it is asked.</summary>
    public IEnumerable<string> Terms => Parts.SelectMany(part => part.Words).Select(word => word.Terms[0]).Distinct(StringComparer.Ordinal);

    /// <summary>A search for passages about it.</summary>
    public PassageQuery Query(ArticleFilter filter) => new()
    {
        Terms =
        [
            .. Terms.Select(term => new WeightedTerm(term, 1)),
            .. Terms.SelectMany(WordFamilies.Of).Except(Terms, StringComparer.Ordinal).Distinct(StringComparer.Ordinal).Select(term => new WeightedTerm(term, FamilyWeight)),
        ],
        Filter = filter,
    };

    [GeneratedRegex(@"\bbetween\b.+\band\b", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    /// <summary>Topics joined by "and", "or" or commas, each by itself.</summary>
    /// <returns>Null where no word says what about.</returns>
    public static AskedTopic? Read(ICorpusSnapshot snapshot, string? text) =>
        text is null ? null : Of(text, Conjuncts.Of(text, Between().IsMatch).Select(part => Part(snapshot, part)));

    /// <summary>All the words as one topic.</summary>
    public static AskedTopic? Whole(ICorpusSnapshot snapshot, string text) => Of(text, [Part(snapshot, text)]);

    private static AskedTopic? Of(string text, IEnumerable<TopicPart> parts)
    {
        var telling = parts.Where(part => part.Words.Count > 0).ToList();
        return telling.Count > 0 ? new AskedTopic(text, telling) : null;
    }

    /// <summary>Which of the parts a quote is about, as indexes.</summary>
    public IReadOnlyList<int> SpokenOf(SpokenQuote quote)
    {
        var text = quote.Article.Article.Text;
        var own = quote.Sentences.ToList();
        if (own.Count == 0)
            return [];
        var near = TermsOf(text, own.Select(sentence => sentence.Span));
        var wide = TermsOf(text, quote.Article.Analysis.Sentences.Where(sentence => own.Exists(o => o.Paragraph == sentence.Paragraph)).Select(sentence => sentence.Span));
        return [.. Enumerable.Range(0, Parts.Count).Where(i => Parts[i].Touches(near) && Parts[i].Share(wide) >= LeastInParagraph)];
    }

    /// <summary>The largest share of a part that a quote has in its own sentences.</summary>
    public double ShareIn(SpokenQuote quote)
    {
        var near = TermsOf(quote.Article.Article.Text, quote.Sentences.Select(sentence => sentence.Span));
        return Parts.Max(part => part.Share(near));
    }

    /// <summary>Whether the topic is the speaker: who criticised Ada Quill is not Ada Quill.</summary>
    public bool IsNameOf(SpokenQuote quote)
    {
        var speaker = quote.Quote.Speaker;
        var terms = Tokenizer.Tokenize($"{speaker.Name} {(speaker.Name is null ? speaker.Text : "")}").Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        return Parts.Any(part => part.Words.All(word => terms.Contains(word.Terms[0])));
    }

    /// <summary>The largest share of a part that a quote's sentences have together with headline and lead.</summary>
    public double ShareAround(SpokenQuote quote)
    {
        var terms = TermsOf(quote.Article.Article.Text, quote.Sentences.Select(sentence => sentence.Span));
        terms.UnionWith(OpeningOf(quote.Article));
        return Parts.Max(part => part.Share(terms));
    }

    /// <summary>Whether headline and lead of an article are about one of the parts.</summary>
    public bool IsSubjectOf(AnalyzedArticle article) => OpeningShare(article) >= LeastInOpening;

    /// <summary>The largest share of a part that headline and lead have.</summary>
    public double OpeningShare(AnalyzedArticle article) => Parts.Max(part => part.Share(OpeningOf(article)));

    /// <summary>The largest share of a part that an article has anywhere.</summary>
    public double WholeShare(AnalyzedArticle article)
    {
        var terms = TermsOf(article.Article.Text, [new TextSpan(0, article.Article.Text.Length)]);
        terms.UnionWith(OpeningOf(article));
        return Parts.Max(part => part.Share(terms));
    }

    /// <summary>The terms of some words of a text, with what makes forms of one word meet.</summary>
    public static HashSet<string> TermsOf(string text, IEnumerable<TextSpan> spans)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in spans.SelectMany(span => Tokenizer.Tokenize(text, span)))
        {
            terms.Add(token.Term);
            terms.UnionWith(PlaceOf(token.Span.In(text)));
        }

        return terms;
    }

    private IReadOnlySet<string> OpeningOf(AnalyzedArticle article)
    {
        if (_openings.TryGetValue(article.Article.Id, out var known))
            return known;
        var terms = TermsOf(article.Article.Title, [new TextSpan(0, article.Article.Title.Length)]);
        terms.UnionWith(TermsOf(article.Article.Text, article.Analysis.Sentences.Take(LeadSentences).Select(sentence => article.WithoutDateline(sentence.Span))));
        return _openings[article.Article.Id] = terms;
    }

    private static TopicPart Part(ICorpusSnapshot snapshot, string text)
    {
        var tokens = Tokenizer.Tokenize(text).Where(token => !StopWords.Contains(token.Term)).DistinctBy(token => token.Term).ToList();
        if (tokens.FindAll(token => !QuestionWords.IsBoilerplate(token.Term) && !Events.Contains(token.Term)) is { Count: > 0 } telling)
            tokens = telling;
        var words = tokens.Select(token => new TopicWord([token.Term, .. WordFamilies.Of(token.Term)], [.. PlaceOf(token.Span.In(text))], Math.Sqrt(Math.Max(LeastWeight, SentenceSearch.InverseFrequency(snapshot, token.Term)))));
        return new TopicPart(text, [.. words]);
    }

    /// <summary>What a place's name and its adjective share; nothing for other words.</summary>
    public static IEnumerable<string> PlaceOf(string word) =>
        Nationalities.IsOne(word) ? ["nation:" + Nationalities.Fold(word)] : PlaceForms.Of(word);
}
