namespace NewsBot.Core.Corpus;

/// <summary>
/// Brings the corpus to what its sources have, or back to what it had before. One at a time; what fails, is cancelled or
/// killed leaves the revision as it was, and the log of the archive says how each ended.
/// </summary>
/// <param name="reader">Reads the sources.</param>
/// <param name="corpus">What is brought up to date.</param>
/// <param name="time">The clock.</param>
public sealed class Reloader(ISourceReader reader, ICorpus corpus, TimeProvider time)
{
    private readonly Lock _lock = new();
    private RunningReload? _running;
    private CancellationTokenSource? _stop;

    /// <summary>The reload or undo that is under way; null without one.</summary>
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
    public Task<ReloadOutcome> ReloadAsync(ReloadRequest request, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken) =>
        AloneAsync(
            request.StartedBy,
            async stop => request.IsScheduled && await corpus.Reloads.LastDoneAsync(stop).ConfigureAwait(false) is { Kind: ReloadKind.Undo } undo
                ? ReloadOutcome.HeldBy(undo)
                : await LoggedAsync(
                    ReloadKind.Reload,
                    request,
                    async () => ReloadOutcome.Done(await new SourceReload(reader, corpus, time).RunAsync(request, progress, stop).ConfigureAwait(false)),
                    stop).ConfigureAwait(false),
            cancellationToken);

    /// <summary>
    /// Makes a new revision with the articles that the one before the current one had. Called once more it brings them back.
    /// Scheduled reloads wait until somebody reloads, or calls it once more.
    /// </summary>
    public Task<ReloadOutcome> UndoAsync(string startedBy, CancellationToken cancellationToken) =>
        AloneAsync(
            startedBy,
            stop => LoggedAsync(ReloadKind.Undo, new ReloadRequest([], startedBy), () => RevertAsync(stop), stop),
            cancellationToken);

    /// <summary>Ends what is under way, whose caller gets <see cref="ReloadOutcome.Cancelled"/> in a moment.</summary>
    /// <returns>The reload; null without one.</returns>
    public RunningReload? Cancel()
    {
        lock (_lock)
        {
            _stop?.Cancel();
            return _running;
        }
    }

    private async Task<ReloadOutcome> AloneAsync(string startedBy, Func<CancellationToken, Task<ReloadOutcome>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reload = new RunningReload(startedBy, time.GetUtcNow());
        lock (_lock)
        {
            if (_running is { } other)
                return ReloadOutcome.BusyWith(other);
            (_running, _stop) = (reload, stop);
        }

        try
        {
            return await work(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return ReloadOutcome.WasCancelled(reload);
        }
        catch (CorpusStorageException e)
        {
            return ReloadOutcome.Failed(e.Message);
        }
        finally
        {
            lock (_lock)
                (_running, _stop) = (null, null);
        }
    }

    private async Task<ReloadOutcome> LoggedAsync(ReloadKind kind, ReloadRequest request, Func<Task<ReloadOutcome>> work, CancellationToken cancellationToken)
    {
        var log = corpus.Reloads;
        var number = await log.BeginAsync(kind, request.StartedBy, cancellationToken).ConfigureAwait(false);
        try
        {
            var outcome = await work().ConfigureAwait(false);
            if (outcome.Report is { HasChanges: false } && request.IsScheduled)
                await log.ForgetAsync(number).ConfigureAwait(false);
            else
                await log.EndAsync(number, outcome.Report is null ? ReloadEnd.Failed : ReloadEnd.Done, outcome.Report, outcome.Failure).ConfigureAwait(false);
            return outcome;
        }
        catch (OperationCanceledException)
        {
            await log.EndAsync(number, ReloadEnd.Cancelled, null, null).ConfigureAwait(false);
            throw;
        }
        catch (Exception e)
        {
            await log.EndAsync(number, ReloadEnd.Failed, null, e is CorpusStorageException ? e.Message : "Something went wrong; the log has it.").ConfigureAwait(false);
            throw;
        }
    }

    private async Task<ReloadOutcome> RevertAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await using var update = await corpus.BeginUpdateAsync(cancellationToken).ConfigureAwait(false);
        if (await update.RevertAsync(cancellationToken).ConfigureAwait(false) is not { } reverted)
            return ReloadOutcome.Failed("There is no earlier revision to go back to.");
        var revision = await update.CommitAsync(cancellationToken).ConfigureAwait(false);
        var unchanged = update.Known.Count - reverted.Changed.Count - reverted.Removed.Count;
        return ReloadOutcome.Done(new ChangeReport(
            revision, reverted.Added, reverted.Changed, reverted.Removed, unchanged, 0, [], time.GetElapsedTime(started)) { Kind = reverted.Kind });
    }
}
