namespace NewsBot.Core.Corpus;

/// <summary>What made a revision.</summary>
public enum ReloadKind
{
    /// <summary>The sources were read.</summary>
    Reload,

    /// <summary>What the last reload changed was taken back.</summary>
    Undo,

    /// <summary>An undo was taken back.</summary>
    Redo,
}

/// <summary>How a reload ended.</summary>
public enum ReloadEnd
{
    /// <summary>It has not ended.</summary>
    Running,
    Done,
    Cancelled,
    Failed,

    /// <summary>The process ended before it did; the revision is the one before.</summary>
    Interrupted,
}

/// <summary>What the archive remembers of a reload. Counts are those of <see cref="ChangeReport"/>, 0 unless it is done.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="StartedBy">Who asked for it.</param>
/// <param name="Started">When, in UTC.</param>
/// <param name="End">How it ended.</param>
/// <param name="Elapsed">How long it took; null where that is not known.</param>
/// <param name="Revision">The revision that served then.</param>
/// <param name="Reason">Why it failed, in a sentence; null where it did not.</param>
public sealed record ReloadRecord(
    ReloadKind Kind, string StartedBy, DateTimeOffset Started, ReloadEnd End, TimeSpan? Elapsed, long Revision, string? Reason)
{
    public int Added { get; init; }

    public int Changed { get; init; }

    public int Removed { get; init; }

    public int Unchanged { get; init; }

    public int Failures { get; init; }
}

/// <summary>The reloads of an archive, kept with it. One that ends with its process is found ended at the next start.</summary>
public interface IReloadLog
{
    /// <summary>Writes that a reload has begun; no update may be under way.</summary>
    /// <returns>A number to end it under.</returns>
    Task<long> BeginAsync(ReloadKind kind, string startedBy, CancellationToken cancellationToken);

    /// <summary>Writes how it ended; no update may be under way.</summary>
    /// <param name="number">As <see cref="BeginAsync"/> gave it.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="report">What it did, when it is done.</param>
    /// <param name="reason">Why it failed, when it did.</param>
    Task EndAsync(long number, ReloadEnd end, ChangeReport? report, string? reason);

    /// <summary>Takes back that a reload began: one of the schedule that found nothing new is not worth remembering.</summary>
    Task ForgetAsync(long number);

    /// <summary>The latest reloads, newest first.</summary>
    Task<IReadOnlyList<ReloadRecord>> LatestAsync(int count, CancellationToken cancellationToken);

    /// <summary>The latest reload that is done; null before the first.</summary>
    Task<ReloadRecord?> LastDoneAsync(CancellationToken cancellationToken);
}
