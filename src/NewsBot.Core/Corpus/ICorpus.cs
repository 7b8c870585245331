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

    /// <summary>The reloads that made it what it is.</summary>
    IReloadLog Reloads { get; }

    /// <summary>Bytes on disk of the store and the index.</summary>
    long SizeOnDisk();
}

/// <summary>
/// A revision in the making. Nothing of it is seen by readers, or survives a crash, before <see cref="CommitAsync"/>;
/// disposed without it, it never was.
/// </summary>
/// <remarks>All methods throw a <see cref="CorpusStorageException"/> where the archive cannot be written to; the update is then to be disposed.</remarks>
public interface ICorpusUpdate : IAsyncDisposable
{
    /// <summary>The articles that the current revision has.</summary>
    IReadOnlyDictionary<ArticleId, KnownArticle> Known { get; }

    /// <summary>Adds an article, or replaces the one with its id. May be called by several threads at once.</summary>
    Task PutAsync(AnalyzedArticle article, CancellationToken cancellationToken);

    Task RemoveAsync(ArticleId id, CancellationToken cancellationToken);

    /// <summary>
    /// Puts back what the current revision changed, so that the new one has what the one before it had. To be called alone.
    /// As the revision of an undo can be taken back like any other, a second undo is a redo.
    /// </summary>
    /// <returns>Null where the current revision is the first, or there is none.</returns>
    Task<RevertedChanges?> RevertAsync(CancellationToken cancellationToken);

    /// <summary>
    /// How many of the articles that were put are copies: their story has another article that speaks for it. Known once
    /// they are committed.
    /// </summary>
    int Copies { get; }

    /// <summary>Commits the store in one transaction, brings the index to the same revision and shows both to readers.</summary>
    /// <returns>The new revision; the current one when nothing was put or removed.</returns>
    Task<long> CommitAsync(CancellationToken cancellationToken);
}

/// <summary>What a reload needs to know of a stored article.</summary>
/// <param name="ContentHash">Its <see cref="Article.ContentHash"/>; empty where it was analysed by an older version of the program, so that it counts as changed.</param>
/// <param name="Origin">Its <see cref="Article.Origin"/>.</param>
/// <param name="Published">When it was published.</param>
public readonly record struct KnownArticle(string ContentHash, string Origin, DateTimeOffset Published = default);

/// <summary>What an undo does to the articles.</summary>
public sealed record RevertedChanges(ReloadKind Kind, IReadOnlyList<ArticleId> Added, IReadOnlyList<ArticleId> Changed, IReadOnlyList<ArticleId> Removed);
