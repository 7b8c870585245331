using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval.Stories;
using NewsBot.Storage.Index;
using NewsBot.Storage.Sql;

namespace NewsBot.Storage;

/// <summary>
/// The next revision. The store's transaction decides: the index is prepared before it, made valid after it, and caught
/// up from it should the process end in between.
/// </summary>
internal sealed class CorpusUpdate(CorpusStore corpus) : ICorpusUpdate, IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private RevisionWriter _writer = null!;
    private CorpusStorageException? _failure;
    private bool _ended;

    public IReadOnlyDictionary<ArticleId, KnownArticle> Known => _writer.Known;

    public int Copies => _writer.Copies;

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        // Behind only where an earlier commit of the index failed.
        if (!IndexCatchUp.IsCurrent(corpus.Store, corpus.Index))
            (await IndexCatchUp.RunAsync(corpus.Store, corpus.Index, corpus.Logger, cancellationToken).ConfigureAwait(false)).Dispose();
        _writer = corpus.Store.BeginRevision(corpus.Store.Head());
    }

    public Task PutAsync(AnalyzedArticle article, CancellationToken cancellationToken)
    {
        var analysis = AnalysisEncoding.Encode(article.Article.Text, article.Analysis);
        var sketch = StorySketch.Of(article.Article.Text);
        return WriteAsync(
            async () =>
            {
                var (key, replaced) = await AloneAsync(() => _writer.Put(article, analysis, sketch), cancellationToken).ConfigureAwait(false);
                if (replaced is { } old)
                    corpus.Index.Remove(old);
                corpus.Index.Add(key, article);
                return key;
            },
            cancellationToken);
    }

    public Task RemoveAsync(ArticleId id, CancellationToken cancellationToken) => WriteAsync(
        async () =>
        {
            var removed = await AloneAsync(() => _writer.Remove(id), cancellationToken).ConfigureAwait(false);
            if (removed is { } key)
                corpus.Index.Remove(key);
            return removed;
        },
        cancellationToken);

    public Task<RevertedChanges?> RevertAsync(CancellationToken cancellationToken) => WriteAsync(
        () => AloneAsync(
            () =>
            {
                var rows = _writer.Revert();
                foreach (var key in rows?.Removed ?? [])
                    corpus.Index.Remove(key);
                foreach (var key in rows?.Added ?? [])
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    corpus.Index.Add(key, _writer.Read(key));
                }

                return rows?.Changes;
            },
            cancellationToken),
        cancellationToken);

    public Task<long> CommitAsync(CancellationToken cancellationToken) =>
        Task.Run(() => WriteAsync(() => AloneAsync(() => CommitAloneAsync(cancellationToken), cancellationToken), cancellationToken), cancellationToken);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        _one.Wait();
        try
        {
            if (_ended)
                return;
            corpus.Index.Rollback();
            End();
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<long> CommitAloneAsync(CancellationToken cancellationToken)
    {
        if (!_writer.HasChanges)
        {
            End();
            return corpus.Readers.Current.Revision.Number;
        }

        // One revision back stays for readers who began with it, and to go back to.
        _writer.Purge(Math.Min(_writer.Number - 1, corpus.Readers.Oldest));
        var revision = _writer.Finish(corpus.Time.GetUtcNow());
        corpus.Index.Prepare(new IndexStamp(corpus.Store.Id, revision.Number, IndexFormat.Current));
        cancellationToken.ThrowIfCancellationRequested();
        _writer.Commit();
        await CommitIndexAsync().ConfigureAwait(false);
        corpus.Show(revision);
        End();
        corpus.Store.Checkpoint();
        return revision.Number;
    }

    /// <summary>The revision stands already; an index that cannot follow at once is brought to it from the store.</summary>
    private async Task CommitIndexAsync()
    {
        try
        {
            corpus.Index.Commit();
        }
        catch (IOException e)
        {
            corpus.Logger.LogError(e, "The index could not be committed and is caught up from the store");
            corpus.Index.Rollback();
            (await IndexCatchUp.RunAsync(corpus.Store, corpus.Index, corpus.Logger, CancellationToken.None).ConfigureAwait(false)).Dispose();
        }
    }

    private Task<T> AloneAsync<T>(Func<T> work, CancellationToken cancellationToken) => AloneAsync(() => Task.FromResult(work()), cancellationToken);

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_ended, this);
            if (_failure is not null)
                throw _failure; // The transaction is gone with it, and whatever else is written would stand by itself.
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (WriteFailure.Is(e))
        {
            _failure = WriteFailure.Of(e);
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Turns a failure of the disk into one that an admin can read.</summary>
    private async Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (WriteFailure.Is(e))
        {
            corpus.Logger.LogError(e, "Revision {Revision} could not be written", _writer.Number);
            throw WriteFailure.Of(e);
        }
    }

    private void End()
    {
        _ended = true;
        _writer.Dispose();
        corpus.Ended(this);
    }
}
