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
    private DateTimeOffset? _busySince;

    /// <summary>One reload at a time; a second call says since when the first is under way and does nothing.</summary>
    /// <param name="sources">All the sources: articles that none of them has are removed.</param>
    /// <param name="progress">Told after each article read and analysed; null for nobody.</param>
    /// <param name="cancellationToken">Ends the reload and leaves the revision as it was.</param>
    public async Task<ReloadOutcome> ReloadAsync(IReadOnlyList<string> sources, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_busySince is { } since)
                return ReloadOutcome.Busy(since);
            _busySince = time.GetUtcNow();
        }

        try
        {
            return ReloadOutcome.Done(await RunAsync(sources, progress, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            lock (_lock)
                _busySince = null;
        }
    }

    private async Task<ChangeReport> RunAsync(IReadOnlyList<string> sources, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await using var update = await corpus.BeginUpdateAsync(cancellationToken).ConfigureAwait(false);
        var changes = new SourceChanges(update.Known);
        var analyzed = 0;

        // Each core takes the next article only when it is done with one, so there are never more in memory than cores.
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Read(sources, changes, () => Report(progress, changes, analyzed), cancellationToken), options, async (article, token) =>
        {
            await update.PutAsync(ArticleAnalyzer.Analyze(article), token).ConfigureAwait(false);
            Interlocked.Increment(ref analyzed);
            Report(progress, changes, analyzed);
        }).ConfigureAwait(false);

        var removed = changes.Gone();
        foreach (var id in removed)
            await update.RemoveAsync(id, cancellationToken).ConfigureAwait(false);
        var revision = await update.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new ChangeReport(
            revision,
            changes.Added,
            changes.Changed,
            removed,
            changes.Unchanged,
            changes.Duplicates,
            changes.Failures,
            time.GetElapsedTime(started));
    }

    private async IAsyncEnumerable<Article> Read(
        IReadOnlyList<string> sources,
        SourceChanges changes,
        Action report,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in reader.ReadAsync(sources, cancellationToken).ConfigureAwait(false))
        {
            var article = changes.Take(item);
            report();
            if (article is not null)
                yield return article;
        }
    }

    private static void Report(IProgress<ReloadProgress>? progress, SourceChanges changes, int analyzed) =>
        progress?.Report(new ReloadProgress(changes.Read, analyzed));
}
