using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Corpus;

/// <summary>One revision of the corpus, for reading. Safe for use by several threads.</summary>
public interface ICorpusSnapshot : IDisposable
{
    /// <summary>Counts up by one with every reload that changed something; 0 before the first.</summary>
    long Revision { get; }

    CorpusReach Reach { get; }

    CorpusCounts Counts { get; }

    /// <summary>Ranks passages; best first, ties by newest date, then id and ordinal.</summary>
    IReadOnlyList<PassageHit> SearchPassages(PassageQuery query, int count);

    /// <summary>
    /// Ranks passages by how near they are in meaning to a text, with the filter and the boosts of a query; best first, ties
    /// as above. Nothing where no embedding model is configured, or it does not answer in time.
    /// </summary>
    Task<IReadOnlyList<PassageHit>> SearchByMeaningAsync(string text, PassageQuery query, int count, CancellationToken cancellationToken);

    /// <summary>How the vectors for that are; null where no embedding model is configured.</summary>
    Task<VectorState?> VectorsAsync(CancellationToken cancellationToken);

    /// <summary>Ranks quotes by the words of their content; best first.</summary>
    /// <param name="terms">Terms as <see cref="Text.Tokenizer"/> gives them.</param>
    /// <param name="filter">Restricts the articles.</param>
    /// <param name="count">How many at most.</param>
    IReadOnlyList<QuoteHit> SearchQuotes(IReadOnlyList<string> terms, ArticleFilter filter, int count);

    /// <summary>In how many passages a term occurs; 0 for one that the corpus does not have.</summary>
    int PassageFrequency(string term);

    /// <summary>
    /// Terms of the corpus that begin with the same letter and are at most so many letters (added, left out, changed, or two
    /// of them changed round) away from a term that need not be in it; in their order, at most <paramref name="most"/>.
    /// </summary>
    IReadOnlyList<string> CloseTerms(string term, int edits, int most);

    /// <summary>The articles with these ids, in the order asked for; ids that are not there are left out.</summary>
    Task<IReadOnlyList<AnalyzedArticle>> ArticlesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken);

    /// <summary>Headers of the articles that pass the filter, newest first.</summary>
    Task<IReadOnlyList<ArticleHeader>> HeadersAsync(ArticleFilter filter, int count, CancellationToken cancellationToken);

    /// <summary>
    /// An article as the revision before this one had it, where this one changed or removed it: so long is an earlier text
    /// kept, while this is the current revision. Null otherwise.
    /// </summary>
    Task<AnalyzedArticle?> EarlierAsync(ArticleId id, CancellationToken cancellationToken);

    /// <summary>The stories that these articles share with others, each once, in the order of the ids.</summary>
    Task<IReadOnlyList<Story>> StoriesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken);

    /// <summary>Outlets with the number and reach of their articles, most articles first.</summary>
    Task<IReadOnlyList<SourceSummary>> SourcesAsync(CancellationToken cancellationToken);

    /// <summary>Every resolved speaker name with its number of quotes, most quotes first.</summary>
    Task<IReadOnlyList<SpeakerCount>> SpeakersAsync(CancellationToken cancellationToken);

    /// <summary>Quotes whose resolved speaker has one of these names exactly, newest article first, then in the order of the text.</summary>
    Task<IReadOnlyList<QuoteRef>> QuotesByAsync(IReadOnlyCollection<string> names, ArticleFilter filter, int count, CancellationToken cancellationToken);

    /// <summary>
    /// Time expressions (datelines left out) whose interval lies in the given one: those first whose article was published
    /// nearest to their start, as it tells most of that day, and of those the first of each article.
    /// </summary>
    Task<IReadOnlyList<TimeRef>> TimesInAsync(DateInterval interval, ArticleFilter filter, int count, CancellationToken cancellationToken);
}

/// <summary>Which articles a search may use. A default filter lets all pass.</summary>
public sealed record ArticleFilter
{
    public static readonly ArticleFilter All = new();

    /// <summary>Outlet, compared without case; null for any.</summary>
    public string? Source { get; init; }

    /// <summary>Publication days that pass.</summary>
    public DateInterval Published { get; init; }

    public IReadOnlyCollection<ArticleId>? Articles { get; init; }

    /// <summary>Sources whose articles do not pass. Snapshots set it; see <see cref="ICorpus.Acquire(HiddenOrigins)"/>.</summary>
    public HiddenOrigins Hidden { get; init; } = HiddenOrigins.None;

    public bool Passes(ArticleHeader article) =>
        (Source is null || string.Equals(article.Source.Trim(), Source.Trim(), StringComparison.OrdinalIgnoreCase))
        && (Published.Start is not { } start || article.Published.Day >= start)
        && (Published.End is not { } end || article.Published.Day <= end)
        && (Articles is null || Articles.Contains(article.Id));
}

/// <summary>The days between which the corpus has articles; null without any.</summary>
public readonly record struct CorpusReach(DateOnly? Earliest, DateOnly? Latest);

public sealed record CorpusCounts(int Articles, int Passages, int Quotes, int Times);

public sealed record ArticleHeader(ArticleId Id, string Title, string Source, PublicationTime Published, string? Url)
{
    /// <summary>When the outlet last changed it, where it says so.</summary>
    public PublicationTime? Modified { get; init; }

    public Coverage Coverage { get; init; }

    public static ArticleHeader Of(Article article) => new(article.Id, article.Title, article.Source, article.Published, article.Url)
    {
        Modified = article.Modified,
        Coverage = article.Coverage,
    };
}

public sealed record SourceSummary(string Source, int Articles, DateOnly Earliest, DateOnly Latest);

/// <param name="Name">A resolved speaker name, as <see cref="Quotes.Speaker.Name"/>.</param>
/// <param name="Title">The title most often given with it; null without one.</param>
/// <param name="Quotes">How many quotes.</param>
/// <param name="Articles">In how many articles.</param>
public sealed record SpeakerCount(string Name, string? Title, int Quotes, int Articles);

/// <param name="Article">The article.</param>
/// <param name="Ordinal">Index into <see cref="ArticleAnalysis.Quotes"/>.</param>
public readonly record struct QuoteRef(ArticleId Article, int Ordinal);

/// <param name="Article">The article.</param>
/// <param name="Ordinal">Index into <see cref="ArticleAnalysis.Times"/>.</param>
public readonly record struct TimeRef(ArticleId Article, int Ordinal);

public readonly record struct PassageHit(ArticleId Article, int Ordinal, double Score);

public readonly record struct QuoteHit(ArticleId Article, int Ordinal, double Score);
