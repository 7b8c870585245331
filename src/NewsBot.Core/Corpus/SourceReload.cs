using System.Runtime.CompilerServices;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Corpus;

/// <summary>
/// One reload: reads the sources, analyses what is new on all cores, takes out what they no longer have, and commits once.
/// What fails to be read stays stored as it was.
/// </summary>
internal sealed class SourceReload(ISourceReader reader, ICorpus corpus, TimeProvider time)
{
    private const int ArticlesAtOnce = 100;

    /// <exception cref="CorpusStorageException">The archive cannot be written to.</exception>
    public async Task<ChangeReport> RunAsync(ReloadRequest request, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await using var update = await corpus.BeginUpdateAsync(cancellationToken).ConfigureAwait(false);
        var changes = new SourceChanges(update.Known, time.GetUtcNow());
        var total = progress is null ? null : await reader.CountAsync(request.Sources, cancellationToken).ConfigureAwait(false);
        var paced = progress is null ? null : new PacedProgress(progress, total, time);

        await AnalyzeAsync(Read(new Reading(request.Sources, request.Scope, update.Known), changes, paced, cancellationToken), update, paced, cancellationToken).ConfigureAwait(false);
        await AnalyzeAsync(changes.Moved().ToAsyncEnumerable(), update, paced, cancellationToken).ConfigureAwait(false);
        await AnalyzeAsync(Stored(changes.Stale(), cancellationToken), update, paced, cancellationToken).ConfigureAwait(false);
        var gone = changes.Gone();
        foreach (var id in gone)
            await update.RemoveAsync(id, cancellationToken).ConfigureAwait(false);
        paced?.End();
        var revision = await update.CommitAsync(cancellationToken).ConfigureAwait(false);
        await reader.CommittedAsync(cancellationToken).ConfigureAwait(false);
        return new ChangeReport(
            revision,
            changes.Added,
            changes.Changed,
            [.. gone.Where(update.Known.ContainsKey)],
            changes.Unchanged,
            changes.Duplicates,
            changes.Failures,
            time.GetElapsedTime(started))
        {
            Withdrawn = changes.Withdrawn(),
            Outdated = changes.Outdated,
            Copies = update.Copies,
        };
    }

    /// <summary>Each core takes the next article only when it is done with one, so there are never more in memory than cores.</summary>
    private static Task AnalyzeAsync(IAsyncEnumerable<Article> articles, ICorpusUpdate update, PacedProgress? progress, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(articles, options, async (article, token) =>
        {
            await update.PutAsync(ArticleAnalyzer.Analyze(article), token).ConfigureAwait(false);
            progress?.Analyzed();
        });
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

    private async IAsyncEnumerable<Article> Stored(IReadOnlyList<ArticleId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var snapshot = corpus.Acquire();
        foreach (var some in ids.Chunk(ArticlesAtOnce))
            foreach (var article in await snapshot.ArticlesAsync(some, cancellationToken).ConfigureAwait(false))
                yield return article.Article;
    }
}
