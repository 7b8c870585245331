namespace NewsBot.Core.Corpus;

/// <summary>How a call for a reload ended. Exactly one of the three is set.</summary>
public sealed record ReloadOutcome
{
    private ReloadOutcome()
    {
    }

    public ChangeReport? Report { get; private init; }

    /// <summary>The other reload that is under way, for which this one was not begun.</summary>
    public RunningReload? Busy { get; private init; }

    /// <summary>The reload itself, which somebody ended; the revision is the one before it.</summary>
    public RunningReload? Cancelled { get; private init; }

    public static ReloadOutcome Done(ChangeReport report) => new() { Report = report };

    public static ReloadOutcome BusyWith(RunningReload other) => new() { Busy = other };

    public static ReloadOutcome WasCancelled(RunningReload reload) => new() { Cancelled = reload };
}
