using System.Collections.Concurrent;
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
    private const int MostViews = 100;

    private readonly ConcurrentDictionary<string, View> _views = new(StringComparer.Ordinal);
    private Task<IReadOnlyList<ArticlePassages>>? _passages;

    public RevisionRow Revision => revision;

    public IIndexView Index => index;

    public ArticleQueries Queries => queries;

    public ArticleCache Articles { get; } = new();

    /// <summary>Counted once for the whole revision, as every question about a person asks for them.</summary>
    public Task<IReadOnlyList<SpeakerCount>> SpeakersAsync(HiddenOrigins hidden, CancellationToken cancellationToken) =>
        Once(ref ViewWithout(hidden).Speakers, () => queries.SpeakersAsync(revision.Number, hidden, CancellationToken.None)).WaitAsync(cancellationToken);

    public Task<IReadOnlyList<SourceSummary>> SourcesAsync(HiddenOrigins hidden, CancellationToken cancellationToken) =>
        Once(ref ViewWithout(hidden).Sources, () => queries.SourcesAsync(revision.Number, hidden, CancellationToken.None)).WaitAsync(cancellationToken);

    public CorpusReach ReachWithout(HiddenOrigins hidden)
    {
        var view = ViewWithout(hidden);
        if (view.Reach is { } known)
            return known;
        var reach = queries.Reach(revision.Number, hidden);
        view.Reach = reach;
        return reach;
    }

    /// <summary>Read once for the whole revision, where vectors are searched.</summary>
    public Task<IReadOnlyList<ArticlePassages>> PassagesAsync(CancellationToken cancellationToken) =>
        Once(ref _passages, () => queries.PassagesAsync(revision.Number, CancellationToken.None)).WaitAsync(cancellationToken);

    public void Dispose()
    {
        index.Dispose();
        Articles.Dispose();
    }

    /// <summary>There are as many as there are groups of servers that sources are restricted to: few.</summary>
    private View ViewWithout(HiddenOrigins hidden)
    {
        if (_views.Count > MostViews)
            _views.Clear();
        return _views.GetOrAdd(hidden.Key, _ => new View());
    }

    /// <summary>Keeps what was counted, but no failure.</summary>
    private static Task<T> Once<T>(ref Task<T>? kept, Func<Task<T>> count)
    {
        var task = Volatile.Read(ref kept);
        if (task is null || task.IsFaulted)
            Volatile.Write(ref kept, task = count());
        return task;
    }

    /// <summary>What was counted of the revision for those who see the same of it.</summary>
    private sealed class View
    {
        public Task<IReadOnlyList<SpeakerCount>>? Speakers;
        public Task<IReadOnlyList<SourceSummary>>? Sources;

        public CorpusReach? Reach { get; set; }
    }
}
