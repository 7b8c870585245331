using NewsBot.Core.Articles;

namespace NewsBot.Core.Corpus;

/// <summary>
/// The articles that answers are made from: a store that is the truth and an index derived from it, seen as one thing
/// that moves from revision to revision.
/// </summary>
public interface ICorpus
{
    /// <summary>
    /// The current revision, to answer one question from. It stays whole until it is disposed, whatever is reloaded meanwhile.
    /// </summary>
    ICorpusSnapshot Acquire();

    /// <summary>The current revision as somebody may see it: nothing that the snapshot gives comes from the hidden sources.</summary>
    ICorpusSnapshot Acquire(HiddenOrigins hidden);

    /// <summary>Starts the next revision. Only one update can be under way.</summary>
    /// <exception cref="InvalidOperationException">Another update is under way.</exception>
    Task<ICorpusUpdate> BeginUpdateAsync(CancellationToken cancellationToken);

    /// <summary>Bytes on disk of the store and the index.</summary>
    long SizeOnDisk();
}

/// <summary>
/// A revision in the making. Nothing of it is seen by readers, or survives a crash, before <see cref="CommitAsync"/>;
/// disposed without it, it never was.
/// </summary>
public interface ICorpusUpdate : IAsyncDisposable
{
    /// <summary>The articles that the current revision has.</summary>
    IReadOnlyDictionary<ArticleId, KnownArticle> Known { get; }

    /// <summary>Adds an article, or replaces the one with its id. May be called by several threads at once.</summary>
    Task PutAsync(AnalyzedArticle article, CancellationToken cancellationToken);

    Task RemoveAsync(ArticleId id, CancellationToken cancellationToken);

    /// <summary>Commits the store in one transaction, brings the index to the same revision and shows both to readers.</summary>
    /// <returns>The new revision; the current one when nothing was put or removed.</returns>
    Task<long> CommitAsync(CancellationToken cancellationToken);
}

/// <summary>What a reload needs to know of a stored article.</summary>
/// <param name="ContentHash">Its <see cref="Article.ContentHash"/>; empty where it was analysed by an older version of the program, so that it counts as changed.</param>
/// <param name="Origin">Its <see cref="Article.Origin"/>.</param>
public readonly record struct KnownArticle(string ContentHash, string Origin);
