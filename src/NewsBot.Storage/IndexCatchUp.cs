using Microsoft.Extensions.Logging;
using NewsBot.Storage.Index;
using NewsBot.Storage.Sql;

namespace NewsBot.Storage;

/// <summary>Brings the index to the revision of the store.</summary>
internal static class IndexCatchUp
{
    /// <returns>A view of the index at that revision.</returns>
    public static async Task<IIndexView> RunAsync(ArticleStore store, IPassageIndex index, ILogger logger, CancellationToken cancellationToken)
    {
        var head = store.Head();
        var wanted = Wanted(store, head);
        if (index.Stamp == wanted)
        {
            if (OpenWhole(index, head, logger) is { } view)
                return view;
            await RebuildAsync(store, index, wanted, cancellationToken).ConfigureAwait(false);
        }
        else if (CanReplay(store, index.Stamp, wanted))
        {
            logger.LogInformation("The index goes on from revision {From} to {To}", index.Stamp!.Revision, wanted.Revision);
            foreach (var key in store.RemovedBetween(index.Stamp.Revision, wanted.Revision))
                index.Remove(key);
            await AddAsync(store, index, index.Stamp.Revision, wanted, cancellationToken).ConfigureAwait(false);
            if (OpenWhole(index, head, logger) is { } view)
                return view;
            await RebuildAsync(store, index, wanted, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            if (head.Number > 0)
                logger.LogInformation("The index is made anew from revision {Revision}", wanted.Revision);
            await RebuildAsync(store, index, wanted, cancellationToken).ConfigureAwait(false);
        }

        return index.Open(null);
    }

    /// <summary>Whether the index was committed for the store as it is, by its stamp alone.</summary>
    public static bool IsCurrent(ArticleStore store, IPassageIndex index) => index.Stamp == Wanted(store, store.Head());

    private static IndexStamp Wanted(ArticleStore store, RevisionRow head) => new(store.Id, head.Number, IndexFormat.Current);

    private static bool CanReplay(ArticleStore store, IndexStamp? stamp, IndexStamp wanted) =>
        stamp is not null && stamp with { Revision = wanted.Revision } == wanted
        && stamp.Revision < wanted.Revision && stamp.Revision >= store.Purged();

    /// <returns>A view that has as many passages and quotes as the store; null where it has not, or cannot be read.</returns>
    private static IIndexView? OpenWhole(IPassageIndex index, RevisionRow head, ILogger logger)
    {
        try
        {
            var view = index.Open(null);
            if (view.Passages == head.Passages && view.Quotes == head.Quotes)
                return view;
            view.Dispose();
            logger.LogWarning("The index does not hold what the store has and is made anew");
        }
        catch (Exception e) when (e is not UnauthorizedAccessException)
        {
            logger.LogWarning(e, "The index cannot be read and is made anew");
        }

        return null;
    }

    private static Task RebuildAsync(ArticleStore store, IPassageIndex index, IndexStamp wanted, CancellationToken cancellationToken)
    {
        index.RemoveAll();
        return AddAsync(store, index, 0, wanted, cancellationToken);
    }

    private static async Task AddAsync(ArticleStore store, IPassageIndex index, long after, IndexStamp wanted, CancellationToken cancellationToken)
    {
        // Takes one article after the other, so that no more are in memory than are being added.
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForEachAsync(store.AddedBetween(after, wanted.Revision), options, (added, _) =>
        {
            index.Add(added.Key, added.Article);
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        index.Prepare(wanted);
        index.Commit();
    }
}
