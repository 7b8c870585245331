using System.Runtime.CompilerServices;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Corpus;

/// <summary>
/// Brings the corpus to what its sources have: reads them, analyses what is new on all cores, takes out what they no
/// longer have, and commits once. What fails, and a reload that is cancelled, leaves everything stored as it was.
/// </summary>
/// <param name="reader">Reads the sources.</param>
/// <param name="corpus">What is brought up to date.</param>
/// <param name="time">The clock.</param>
public sealed class Reloader(ISourceReader reader, ICorpus corpus, TimeProvider time)
{
    private readonly Lock _lock = new();
    private RunningReload? _running;
    private CancellationTokenSource? _stop;

    /// <summary>The reload that is under way; null without one.</summary>
    public RunningReload? Running
    {
        get
        {
            lock (_lock)
                return _running;
        }
    }

    /// <summary>One reload at a time; a second call is told who started the first and when, and does nothing.</summary>
    /// <param name="request">What is read, and for whom.</param>
    /// <param name="progress">Told at the start, then at most every two seconds, and at the end; null for nobody.</param>
    /// <param name="cancellationToken">Ends the reload and leaves the revision as it was.</param>
    public async Task<ReloadOutcome> ReloadAsync(ReloadRequest request, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reload = new RunningReload(request.StartedBy, time.GetUtcNow());
        lock (_lock)
        {
            if (_running is { } other)
                return ReloadOutcome.BusyWith(other);
            (_running, _stop) = (reload, stop);
        }

        try
        {
            return ReloadOutcome.Done(await RunAsync(request, progress, stop.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return ReloadOutcome.WasCancelled(reload);
        }
        finally
        {
            lock (_lock)
                (_running, _stop) = (null, null);
        }
    }

    /// <summary>Ends the reload that is under way, whose caller gets <see cref="ReloadOutcome.Cancelled"/> in a moment.</summary>
    /// <returns>The reload; null without one.</returns>
    public RunningReload? Cancel()
    {
        lock (_lock)
        {
            _stop?.Cancel();
            return _running;
        }
    }

    private async Task<ChangeReport> RunAsync(ReloadRequest request, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await using var update = await corpus.BeginUpdateAsync(cancellationToken).ConfigureAwait(false);
        var changes = new SourceChanges(update.Known);
        var total = progress is null ? null : await reader.CountAsync(request.Sources, cancellationToken).ConfigureAwait(false);
        var paced = progress is null ? null : new PacedProgress(progress, total, time);

        // Each core takes the next article only when it is done with one, so there are never more in memory than cores.
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Read(new Reading(request.Sources, request.Scope, update.Known), changes, paced, cancellationToken), options, async (article, token) =>
        {
            await update.PutAsync(ArticleAnalyzer.Analyze(article), token).ConfigureAwait(false);
            paced?.Analyzed();
        }).ConfigureAwait(false);
        foreach (var article in changes.Moved())
            await update.PutAsync(ArticleAnalyzer.Analyze(article), cancellationToken).ConfigureAwait(false);
        paced?.End();

        var removed = changes.Gone();
        foreach (var id in removed)
            await update.RemoveAsync(id, cancellationToken).ConfigureAwait(false);
        var revision = await update.CommitAsync(cancellationToken).ConfigureAwait(false);
        await reader.CommittedAsync(cancellationToken).ConfigureAwait(false);
        return new ChangeReport(
            revision,
            changes.Added,
            changes.Changed,
            removed,
            changes.Unchanged,
            changes.Duplicates,
            changes.Failures,
            time.GetElapsedTime(started))
        {
            Withdrawn = changes.Withdrawn(),
        };
    }

    private async IAsyncEnumerable<Article> Read(
        Reading reading,
        SourceChanges changes,
        PacedProgress? progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in reader.ReadAsync(reading, cancellationToken).ConfigureAwait(false))
        {
            var article = changes.Take(item);
            if (item.Article is not null || item.Failure is not null)
                progress?.Read();
            if (article is not null)
                yield return article;
        }
    }
}
