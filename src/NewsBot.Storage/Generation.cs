using NewsBot.Core.Corpus;
using NewsBot.Storage.Index;
using NewsBot.Storage.Sql;
using NewsBot.Storage.Vectors;

namespace NewsBot.Storage;

/// <summary>
/// One revision as readers share it: the view of the index, and what was read from the store. It lives until the corpus
/// has moved on and the last snapshot of it is disposed; <see cref="Generations"/> counts.
/// </summary>
internal sealed class Generation(RevisionRow revision, IIndexView index, ArticleQueries queries) : IDisposable
{
    private Task<IReadOnlyList<SpeakerCount>>? _speakers;
    private Task<IReadOnlyList<SourceSummary>>? _sources;
    private Task<IReadOnlyList<ArticlePassages>>? _passages;

    public RevisionRow Revision => revision;

    public IIndexView Index => index;

    public ArticleQueries Queries => queries;

    public ArticleCache Articles { get; } = new();

    /// <summary>Counted once for the whole revision, as every question about a person asks for them.</summary>
    public Task<IReadOnlyList<SpeakerCount>> SpeakersAsync(CancellationToken cancellationToken) =>
        Once(ref _speakers, () => queries.SpeakersAsync(revision.Number, CancellationToken.None)).WaitAsync(cancellationToken);

    public Task<IReadOnlyList<SourceSummary>> SourcesAsync(CancellationToken cancellationToken) =>
        Once(ref _sources, () => queries.SourcesAsync(revision.Number, CancellationToken.None)).WaitAsync(cancellationToken);

    /// <summary>Read once for the whole revision, where vectors are searched.</summary>
    public Task<IReadOnlyList<ArticlePassages>> PassagesAsync(CancellationToken cancellationToken) =>
        Once(ref _passages, () => queries.PassagesAsync(revision.Number, CancellationToken.None)).WaitAsync(cancellationToken);

    public void Dispose()
    {
        index.Dispose();
        Articles.Dispose();
    }

    /// <summary>Keeps what was counted, but no failure.</summary>
    private static Task<T> Once<T>(ref Task<T>? kept, Func<Task<T>> count)
    {
        var task = Volatile.Read(ref kept);
        if (task is null || task.IsFaulted)
            Volatile.Write(ref kept, task = count());
        return task;
    }
}
