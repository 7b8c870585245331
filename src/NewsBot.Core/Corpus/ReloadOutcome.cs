namespace NewsBot.Core.Corpus;

/// <summary>How a call for a reload ended. Exactly one of the two is set.</summary>
public sealed record ReloadOutcome
{
    private ReloadOutcome()
    {
    }

    public ChangeReport? Report { get; private init; }

    /// <summary>Since when another reload is under way, for which this one was not begun.</summary>
    public DateTimeOffset? BusySince { get; private init; }

    public static ReloadOutcome Done(ChangeReport report) => new() { Report = report };

    public static ReloadOutcome Busy(DateTimeOffset since) => new() { BusySince = since };
}
