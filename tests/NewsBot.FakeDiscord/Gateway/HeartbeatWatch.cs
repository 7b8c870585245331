using NewsBot.FakeDiscord.Rules;

namespace NewsBot.FakeDiscord.Gateway;

/// <summary>
/// Judges the heartbeats of one connection. A beat that answers the server's request is told from the scheduled ones: it is the first
/// beat after the request, and no point of the schedule. Of the sequence number it may be behind only by what is still on its way.
/// </summary>
internal sealed class HeartbeatWatch(Conduct conduct, TimeProvider time, FakeDiscordOptions options)
{
    private readonly List<(long Sequence, long At)> onTheWay = [];
    private DateTimeOffset? hello;
    private DateTimeOffset? lastScheduled;
    private DateTimeOffset? requestedAt;
    private long requestedTick;
    private bool requestedSinceScheduled;
    private bool unacknowledged;
    private long? known;
    private long lastSent;

    /// <summary>All beats so far, with the sequence number that each carried.</summary>
    public List<(DateTimeOffset At, long? Sequence)> Beats { get; } = [];

    /// <summary>How long the server waits for a beat before it gives the connection up.</summary>
    public TimeSpan Patience => (options.HeartbeatInterval * 1.75) + options.SchedulingSlack;

    public void Hello() => hello = time.GetUtcNow();

    /// <summary>The client resumed at this number: what it may send before the replay arrives.</summary>
    public void Resumed(long sequence)
    {
        known = sequence;
        lastSent = Math.Max(lastSent, sequence);
    }

    public void EventSent(long sequence)
    {
        lastSent = sequence;
        onTheWay.Add((sequence, TimeProvider.System.GetTimestamp()));
    }

    public void Requested()
    {
        requestedAt = time.GetUtcNow();
        requestedTick = TimeProvider.System.GetTimestamp();
    }

    public void Withheld() => unacknowledged = true;

    /// <summary>A beat came; <paramref name="sequence"/> is its number.</summary>
    public void Beat(long? sequence)
    {
        var now = time.GetUtcNow();
        Beats.Add((now, sequence));
        CheckSequence(sequence);
        if (requestedAt is not null)
        {
            AnswerCame();
            return;
        }

        conduct.Exercise(SheetRow.MissingHeartbeat);
        if (unacknowledged)
            conduct.Violate(SheetRow.MissingAck, "went on beating although the heartbeat before was not acknowledged");
        CheckTime(now);
        lastScheduled = now;
        requestedSinceScheduled = false;
    }

    /// <summary>The connection ended: a request that was never answered shows now.</summary>
    public void Ended()
    {
        if (requestedAt is not null && Late())
            conduct.Violate(SheetRow.RequestedHeartbeat, "a heartbeat asked for by the server never came");
    }

    private void AnswerCame()
    {
        conduct.Check(SheetRow.RequestedHeartbeat, !Late(), "a heartbeat asked for by the server came late");
        requestedAt = null;
        requestedSinceScheduled = true;
    }

    /// <summary>Later than allowed by both clocks: one of them may have been moved by a leap.</summary>
    private bool Late()
    {
        var allowed = options.ReactionTime + options.SchedulingSlack;
        return time.GetUtcNow() - requestedAt > allowed && TimeProvider.System.GetElapsedTime(requestedTick) > allowed;
    }

    private void CheckTime(DateTimeOffset now)
    {
        var interval = options.HeartbeatInterval;
        if (lastScheduled is not { } before)
        {
            conduct.Check(SheetRow.HeartbeatTiming, now - hello <= interval + options.SchedulingSlack, $"the first heartbeat came {now - hello} after Hello");
            return;
        }

        var gap = now - before;
        var allowed = (interval * options.HeartbeatTolerance) + options.SchedulingSlack;
        var row = requestedSinceScheduled ? SheetRow.RequestedHeartbeat : SheetRow.HeartbeatTiming;
        conduct.Check(row, (gap - interval).Duration() <= allowed, $"two heartbeats {gap.TotalMilliseconds:0} ms apart; the interval is {interval.TotalMilliseconds:0} ms");
    }

    private void CheckSequence(long? sequence)
    {
        // Before anything was sent, the number is that of a session yet to be resumed.
        if (lastSent == 0)
        {
            conduct.Exercise(SheetRow.HeartbeatSequence);
            return;
        }

        var settled = known;
        foreach (var item in onTheWay.Where(item => TimeProvider.System.GetElapsedTime(item.At) > options.ReactionTime))
            settled = Math.Max(settled ?? 0, item.Sequence);
        var kept = sequence is { } number ? number >= (settled ?? 0) && number <= lastSent : settled is null;
        conduct.Check(SheetRow.HeartbeatSequence, kept, $"a heartbeat carried {sequence?.ToString() ?? "null"}; the last event was number {lastSent}");
        onTheWay.RemoveAll(item => item.Sequence <= settled || item.Sequence <= sequence);
        known = Math.Max(settled ?? 0, sequence ?? 0) is var high and > 0 ? high : null;
    }
}
