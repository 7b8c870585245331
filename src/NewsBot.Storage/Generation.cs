using NewsBot.Core.Corpus;
using NewsBot.Storage.Index;
using NewsBot.Storage.Sql;

namespace NewsBot.Storage;

/// <summary>
/// One revision as readers share it: the view of the index, and what was read from the store. It lives until the corpus
/// has moved on and the last snapshot of it is disposed; <see cref="Generations"/> counts.
/// </summary>
internal sealed class Generation(RevisionRow revision, IIndexView index, ArticleQueries queries) : IDisposable
{
    private readonly Lazy<Task<IReadOnlyList<SpeakerCount>>> _speakers = new(() => queries.SpeakersAsync(revision.Number, CancellationToken.None));
    private readonly Lazy<Task<IReadOnlyList<SourceSummary>>> _sources = new(() => queries.SourcesAsync(revision.Number, CancellationToken.None));

    public RevisionRow Revision => revision;

    public IIndexView Index => index;

    public ArticleQueries Queries => queries;

    public ArticleCache Articles { get; } = new();

    /// <summary>Counted once for the whole revision, as every question about a person asks for them.</summary>
    public Task<IReadOnlyList<SpeakerCount>> SpeakersAsync(CancellationToken cancellationToken) => _speakers.Value.WaitAsync(cancellationToken);

    public Task<IReadOnlyList<SourceSummary>> SourcesAsync(CancellationToken cancellationToken) => _sources.Value.WaitAsync(cancellationToken);

    public void Dispose()
    {
        index.Dispose();
        Articles.Dispose();
    }
}
