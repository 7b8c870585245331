using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Storage.Index;
using NewsBot.Storage.Sql;

namespace NewsBot.Storage;

/// <summary>
/// The next revision. The store's transaction decides: the index is prepared before it, made valid after it, and caught
/// up from it should the process end in between.
/// </summary>
internal sealed class CorpusUpdate(CorpusStore corpus) : ICorpusUpdate, IDisposable
{
    private readonly Lock _lock = new();
    private RevisionWriter _writer = null!;
    private bool _ended;

    public IReadOnlyDictionary<ArticleId, KnownArticle> Known => _writer.Known;

    public void Begin()
    {
        // Behind only where an earlier commit of the index failed.
        if (!IndexCatchUp.IsCurrent(corpus.Store, corpus.Index))
            IndexCatchUp.Run(corpus.Store, corpus.Index, corpus.Logger, CancellationToken.None).Dispose();
        _writer = corpus.Store.BeginRevision(corpus.Store.Head());
    }

    public Task PutAsync(AnalyzedArticle article, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var analysis = AnalysisEncoding.Encode(article.Article.Text, article.Analysis);
        long key;
        long? replaced;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_ended, this);
            (key, replaced) = _writer.Put(article, analysis);
        }

        if (replaced is { } old)
            corpus.Index.Remove(old);
        corpus.Index.Add(key, article);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(ArticleId id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_ended, this);
            if (_writer.Remove(id) is { } key)
                corpus.Index.Remove(key);
        }

        return Task.CompletedTask;
    }

    public Task<long> CommitAsync(CancellationToken cancellationToken) => Task.Run(() => Commit(cancellationToken), cancellationToken);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_ended)
                return;
            corpus.Index.Rollback();
            End();
        }
    }

    private long Commit(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_ended, this);
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
            CommitIndex();
            corpus.Show(revision);
            End();
            corpus.Store.Checkpoint();
            return revision.Number;
        }
    }

    /// <summary>The revision stands already; an index that cannot follow at once is brought to it from the store.</summary>
    private void CommitIndex()
    {
        try
        {
            corpus.Index.Commit();
        }
        catch (IOException e)
        {
            corpus.Logger.LogError(e, "The index could not be committed and is caught up from the store");
            corpus.Index.Rollback();
            IndexCatchUp.Run(corpus.Store, corpus.Index, corpus.Logger, CancellationToken.None).Dispose();
        }
    }

    private void End()
    {
        _ended = true;
        _writer.Dispose();
        corpus.Ended(this);
    }
}
