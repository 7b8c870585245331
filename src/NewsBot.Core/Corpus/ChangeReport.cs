using NewsBot.Core.Articles;

namespace NewsBot.Core.Corpus;

/// <summary>What a reload or an undo did.</summary>
/// <param name="Revision">The revision that serves now.</param>
/// <param name="Added">Articles that were not there before.</param>
/// <param name="Changed">Articles whose text or data changed.</param>
/// <param name="Removed">Articles that their sources no longer have, or that were taken back.</param>
/// <param name="Unchanged">How many were as before, or were kept without being read.</param>
/// <param name="Duplicates">How many were the same article once more, and were left out.</param>
/// <param name="Failures">What could not be read.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record ChangeReport(
    long Revision,
    IReadOnlyList<ArticleId> Added,
    IReadOnlyList<ArticleId> Changed,
    IReadOnlyList<ArticleId> Removed,
    int Unchanged,
    int Duplicates,
    IReadOnlyList<SourceFailure> Failures,
    TimeSpan Elapsed)
{
    /// <summary>Of the removed articles: those that their outlets took back, and how that is known.</summary>
    public IReadOnlyList<Withdrawal> Withdrawn { get; init; } = [];

    /// <summary>How many articles are older, or more, than their source is to keep: removed, or not taken in.</summary>
    public int Outdated { get; init; }

    /// <summary>How many of the added and changed articles are copies of a story that another article speaks for.</summary>
    public int Copies { get; init; }

    public ReloadKind Kind { get; init; }

    /// <summary>Whether there is a new revision.</summary>
    public bool HasChanges => Added.Count + Changed.Count + Removed.Count > 0;
}
