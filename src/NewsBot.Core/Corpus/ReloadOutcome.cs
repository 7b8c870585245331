namespace NewsBot.Core.Corpus;

/// <summary>How a call for a reload or an undo ended. Exactly one of the five is set; all but the report leave the revision as it was.</summary>
public sealed record ReloadOutcome
{
    private ReloadOutcome()
    {
    }

    public ChangeReport? Report { get; private init; }

    /// <summary>The other reload that is under way, for which this one was not begun.</summary>
    public RunningReload? Busy { get; private init; }

    /// <summary>The reload itself, which somebody ended.</summary>
    public RunningReload? Cancelled { get; private init; }

    /// <summary>The undo for which a scheduled reload was not begun, see <see cref="ReloadRequest.IsScheduled"/>.</summary>
    public ReloadRecord? Held { get; private init; }

    /// <summary>Why it failed, in a sentence for an admin.</summary>
    public string? Failure { get; private init; }

    public static ReloadOutcome Done(ChangeReport report) => new() { Report = report };

    public static ReloadOutcome BusyWith(RunningReload other) => new() { Busy = other };

    public static ReloadOutcome WasCancelled(RunningReload reload) => new() { Cancelled = reload };

    public static ReloadOutcome HeldBy(ReloadRecord undo) => new() { Held = undo };

    public static ReloadOutcome Failed(string reason) => new() { Failure = reason };
}
