using System.Globalization;

namespace NewsBot.FakeDiscord.Soak;

/// <summary>What became of the requests of a soak.</summary>
public sealed record SoakReport
{
    /// <summary>Interactions and messages that were made.</summary>
    public required int Asked { get; init; }

    /// <summary>Of them, those that Discord itself could not deliver: made while no session could take them, or lost with one.</summary>
    public required int Undelivered { get; init; }

    public required int Faults { get; init; }

    /// <summary>What was accepted, or delivered in a message, and has no answer.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    /// <summary>What was answered more than once.</summary>
    public required IReadOnlyList<string> Duplicated { get; init; }

    /// <summary>Interactions that reached the bot and were not acknowledged within three seconds.</summary>
    public required int LateAcknowledgements { get; init; }

    /// <summary>From the user's act to the acknowledgement, also where a fault held it up, for those that were acknowledged.</summary>
    public required TimeSpan AcknowledgedMedian { get; init; }

    public required TimeSpan AcknowledgedP99 { get; init; }

    /// <summary>From a message to the answer, for those that were answered.</summary>
    public required TimeSpan AnsweredMedian { get; init; }

    public required TimeSpan AnsweredP99 { get; init; }

    public required IReadOnlyList<string> Violations { get; init; }

    /// <summary>Sessions that were started, and resumed, in connections.</summary>
    public required (int Identified, int Resumed) Sessions { get; init; }

    /// <summary>How often each fault came.</summary>
    public required IReadOnlyDictionary<string, int> FaultCounts { get; init; }

    /// <summary>Which fault came when.</summary>
    public required IReadOnlyList<string> FaultLog { get; init; }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {Asked} requests, {Faults} faults, {Sessions.Identified} sessions started, {Sessions.Resumed} resumed; {Undelivered} requests that Discord could not deliver
        lost {Lost.Count}, duplicated {Duplicated.Count}, late acknowledgements {LateAcknowledgements}, violations {Violations.Count}
        acknowledged: median {AcknowledgedMedian.TotalMilliseconds:0} ms, p99 {AcknowledgedP99.TotalMilliseconds:0} ms; messages answered: median {AnsweredMedian.TotalMilliseconds:0} ms, p99 {AnsweredP99.TotalMilliseconds:0} ms
        {string.Join('\n', Lost.Take(10).Select(what => "lost: " + what).Concat(Duplicated.Take(10).Select(what => "twice: " + what)).Concat(Violations.Take(10).Select(what => "violation: " + what)).Concat(Lost.Count + Duplicated.Count > 0 ? FaultLog.TakeLast(200) : []))}
        """).TrimEnd();
}
