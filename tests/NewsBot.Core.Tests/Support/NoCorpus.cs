using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Tests.Support;

/// <summary>The revision before the first reload: nothing is in it.</summary>
internal sealed class NoCorpus : ICorpusSnapshot
{
    public long Revision => 0;

    public CorpusReach Reach => default;

    public CorpusCounts Counts => new(0, 0, 0, 0);

    public IReadOnlyList<PassageHit> SearchPassages(PassageQuery query, int count) => [];

    public Task<IReadOnlyList<PassageHit>> SearchByMeaningAsync(string text, PassageQuery query, int count, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PassageHit>>([]);

    public Task<VectorState?> VectorsAsync(CancellationToken cancellationToken) => Task.FromResult<VectorState?>(null);

    public Task<IReadOnlyList<Story>> StoriesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Story>>([]);

    public Task<AnalyzedArticle?> EarlierAsync(ArticleId id, CancellationToken cancellationToken) => Task.FromResult<AnalyzedArticle?>(null);

    public IReadOnlyList<QuoteHit> SearchQuotes(IReadOnlyList<string> terms, ArticleFilter filter, int count) => [];

    public int PassageFrequency(string term) => 0;

    public IReadOnlyList<string> CloseTerms(string term, int edits, int most) => [];

    public Task<IReadOnlyList<AnalyzedArticle>> ArticlesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AnalyzedArticle>>([]);

    public Task<IReadOnlyList<ArticleHeader>> HeadersAsync(ArticleFilter filter, int count, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ArticleHeader>>([]);

    public Task<IReadOnlyList<SourceSummary>> SourcesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SourceSummary>>([]);

    public Task<IReadOnlyList<SpeakerCount>> SpeakersAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SpeakerCount>>([]);

    public Task<IReadOnlyList<QuoteRef>> QuotesByAsync(IReadOnlyCollection<string> names, ArticleFilter filter, int count, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<QuoteRef>>([]);

    public Task<IReadOnlyList<TimeRef>> TimesInAsync(DateInterval interval, ArticleFilter filter, int count, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<TimeRef>>([]);

    public void Dispose()
    {
    }
}
