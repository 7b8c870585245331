using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Voices;

/// <summary>A quote with the article that has it.</summary>
internal sealed record SpokenQuote(AnalyzedArticle Article, Quote Quote)
{
    private const double SameWords = 0.8;
    private const int FewWords = 2;
    private HashSet<string>? _terms;

    /// <summary>Whether it is something that the speaker said and stands by, not only what they want or hold.</summary>
    public bool IsStatement => IsAsserted && Quote.Type == AttributionType.Assertion;

    public bool IsAsserted => Quote.Stance == QuoteStance.Asserted;

    /// <summary>Whether it is of a person whom the article names.</summary>
    public bool IsOfPerson => Quote.Speaker is { Name: not null, Kind: not SpeakerKind.Organisation };

    public bool IsOfOrganisation => Quote.Speaker is { Name: not null, Kind: SpeakerKind.Organisation };

    private HashSet<string> Terms => _terms ??= [.. Quote.Content.SelectMany(span => Tokenizer.Tokenize(Article.Article.Text, span)).Select(token => token.Term)];

    /// <summary>The sentences that its words stand in.</summary>
    public IEnumerable<Sentence> Sentences => Article.Analysis.Sentences.Where(sentence => Quote.Content.Any(content => content.Overlaps(sentence.Span)));

    public DraftStatement Statement
    {
        get
        {
            var statement = QuoteStatement.Of(Article, Quote);
            var whole = statement.Evidence[0].Span;
            var dateline = Article.WithoutDateline(whole).Start - whole.Start;
            return statement.Kind == StatementKind.Extract && dateline > 0 ? statement with { Text = statement.Text[dateline..] } : statement;
        }
    }

    /// <summary>One of each statement: the same words, or nearly, in several articles count once, in the earliest.</summary>
    public static IReadOnlyList<SpokenQuote> Distinct(IEnumerable<SpokenQuote> quotes)
    {
        var kept = new List<SpokenQuote>();
        foreach (var quote in quotes.OrderBy(quote => quote.Article.Article.Published.Instant).ThenBy(quote => quote.Article.Article.Id.Value, StringComparer.Ordinal))
            if (!kept.Exists(other => other.Says(quote)))
                kept.Add(quote);
        return kept;
    }

    /// <summary>Whether it is but a word or two in marks, which tell little by themselves.</summary>
    public bool IsScrap => Quote.Kind == QuoteKind.Direct && Terms.Count <= FewWords;

    private bool Says(SpokenQuote other)
    {
        var shared = Terms.Count(other.Terms.Contains);
        return shared >= SameWords * (Terms.Count + other.Terms.Count - shared);
    }

    /// <summary>Newest article first, then in the order of the text.</summary>
    public static IEnumerable<SpokenQuote> NewestFirst(IEnumerable<SpokenQuote> quotes) => quotes
        .OrderByDescending(quote => quote.Article.Article.Published.Instant)
        .ThenBy(quote => quote.Article.Article.Id.Value, StringComparer.Ordinal)
        .ThenBy(quote => quote.Quote.Content[0].Start);
}
