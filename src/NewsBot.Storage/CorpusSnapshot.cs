using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;
using NewsBot.Storage.Vectors;

namespace NewsBot.Storage;

/// <summary>A hold on one generation, without what is hidden: no reader has to think of that.</summary>
internal sealed class CorpusSnapshot(Generations generations, HiddenOrigins hidden, PassageVectors? vectors) : ICorpusSnapshot
{
    private const int IdsAtOnce = 500;

    private readonly Generation _generation = generations.Acquire();
    private int _disposed;

    public long Revision => _generation.Revision.Number;

    public CorpusReach Reach => hidden.IsEmpty ? _generation.Revision.ToReach() : _generation.ReachWithout(hidden);

    public CorpusCounts Counts => _generation.Revision.ToCounts();

    public IReadOnlyList<PassageHit> SearchPassages(PassageQuery query, int count) => _generation.Index.SearchPassages(query with { Filter = Seen(query.Filter) }, count);

    public async Task<IReadOnlyList<PassageHit>> SearchByMeaningAsync(string text, PassageQuery query, int count, CancellationToken cancellationToken) =>
        vectors is null ? [] : await vectors.SearchAsync(_generation, text, query with { Filter = Seen(query.Filter) }, count, cancellationToken).ConfigureAwait(false);

    public async Task<VectorState?> VectorsAsync(CancellationToken cancellationToken) =>
        vectors is null ? null : await vectors.StateAsync(_generation, cancellationToken).ConfigureAwait(false);

    public IReadOnlyList<QuoteHit> SearchQuotes(IReadOnlyList<string> terms, ArticleFilter filter, int count) => _generation.Index.SearchQuotes(terms, Seen(filter), count);

    public int PassageFrequency(string term) => _generation.Index.PassageFrequency(term);

    public IReadOnlyList<string> CloseTerms(string term, int edits, int most) => _generation.Index.CloseTerms(term, edits, most);

    public async Task<IReadOnlyList<AnalyzedArticle>> ArticlesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ArticleId, AnalyzedArticle>(ids.Count);
        var missing = new List<string>();
        foreach (var id in ids)
            if (_generation.Articles.Find(id) is { } article)
                found[id] = article;
            else
                missing.Add(id.Value);
        foreach (var some in missing.Chunk(IdsAtOnce))
            foreach (var article in await _generation.Queries.ArticlesAsync(Revision, some, cancellationToken).ConfigureAwait(false))
            {
                _generation.Articles.Add(article);
                found[article.Article.Id] = article;
            }

        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Where(article => !hidden.Hides(article.Article.Origin))];
    }

    public async Task<IReadOnlyList<ArticleHeader>> HeadersAsync(ArticleFilter filter, int count, CancellationToken cancellationToken) =>
        await _generation.Queries.HeadersAsync(Revision, Seen(filter), count, cancellationToken).ConfigureAwait(false);

    public async Task<AnalyzedArticle?> EarlierAsync(ArticleId id, CancellationToken cancellationToken) =>
        await _generation.Queries.EarlierAsync(Revision, id.Value, cancellationToken).ConfigureAwait(false) is { } earlier && !hidden.Hides(earlier.Article.Origin) ? earlier : null;

    public Task<IReadOnlyList<Story>> StoriesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken) =>
        _generation.Queries.StoriesAsync(Revision, hidden, ids, cancellationToken);

    public Task<IReadOnlyList<SourceSummary>> SourcesAsync(CancellationToken cancellationToken) => _generation.SourcesAsync(hidden, cancellationToken);

    public Task<IReadOnlyList<SpeakerCount>> SpeakersAsync(CancellationToken cancellationToken) => _generation.SpeakersAsync(hidden, cancellationToken);

    public Task<IReadOnlyList<QuoteRef>> QuotesByAsync(IReadOnlyCollection<string> names, ArticleFilter filter, int count, CancellationToken cancellationToken) =>
        _generation.Queries.QuotesByAsync(Revision, names, Seen(filter), count, cancellationToken);

    public Task<IReadOnlyList<TimeRef>> TimesInAsync(DateInterval interval, ArticleFilter filter, int count, CancellationToken cancellationToken) =>
        _generation.Queries.TimesInAsync(Revision, interval, Seen(filter), count, cancellationToken);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            generations.Release(_generation);
    }

    private ArticleFilter Seen(ArticleFilter filter) => hidden.IsEmpty ? filter : filter with { Hidden = hidden };
}
