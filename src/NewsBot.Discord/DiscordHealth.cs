namespace NewsBot.Discord;

/// <summary>Where a shard's connection stands.</summary>
public enum ShardState
{
    /// <summary>Not started, or between two attempts.</summary>
    Disconnected,

    /// <summary>Opening the connection.</summary>
    Connecting,

    /// <summary>Connected, Discord has not greeted yet.</summary>
    AwaitingHello,

    /// <summary>Greeted, waiting for leave to start a session.</summary>
    AwaitingIdentify,

    /// <summary>Starting a session.</summary>
    Identifying,

    /// <summary>Taking up a session; missed events come in.</summary>
    Resuming,

    /// <summary>Events come in.</summary>
    Ready,

    /// <summary>Stopped for good.</summary>
    Stopped,
}

/// <summary>How one shard is doing.</summary>
public sealed record ShardHealth
{
    public int Id { get; init; }

    public ShardState State { get; init; }

    /// <summary>When Discord last acknowledged a heartbeat; null if never.</summary>
    public DateTimeOffset? LastAck { get; init; }

    /// <summary>When the last event came in; null if never.</summary>
    public DateTimeOffset? LastEvent { get; init; }

    /// <summary>Between the last acknowledged heartbeat and its acknowledgement.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>Sessions started.</summary>
    public int Identifies { get; init; }

    /// <summary>Sessions taken up again.</summary>
    public int Resumes { get; init; }

    /// <summary>Attempts since the last success.</summary>
    public int FailedAttempts { get; init; }

    /// <summary>Why the last connection ended; null if none has.</summary>
    public string? LastEnd { get; init; }
}

/// <summary>How the client is doing. Silence tells more than states: a connection can be open and dead.</summary>
public sealed record DiscordHealth
{
    public IReadOnlyList<ShardHealth> Shards { get; init; } = [];

    /// <summary>Shards that the bot has over all processes.</summary>
    public int ShardCount { get; init; }

    /// <summary>Events waiting for the handler.</summary>
    public int QueueLength { get; init; }

    /// <summary>Events dropped because their queue was full, since the start.</summary>
    public long DroppedEvents { get; init; }

    /// <summary>Frames and events that could not be read, since the start.</summary>
    public long UnreadableFrames { get; init; }

    /// <summary>Requests refused in the last ten minutes (401, 403, 429). At 10 000 Discord blocks the address.</summary>
    public int InvalidRequests { get; init; }

    /// <summary>Until when requests are held back; null when they are not.</summary>
    public DateTimeOffset? RequestsBlockedUntil { get; init; }

    /// <summary>Whether every shard is ready.</summary>
    public bool IsReady => Shards.Count > 0 && Shards.All(shard => shard.State == ShardState.Ready);

    /// <summary>The longest time that a shard has heard neither an acknowledgement nor an event; null when one never has, or there is none yet.</summary>
    public TimeSpan? Silence(DateTimeOffset now)
    {
        TimeSpan? longest = Shards.Count == 0 ? null : TimeSpan.Zero;
        foreach (var shard in Shards)
        {
            var heard = shard.LastAck > shard.LastEvent || shard.LastEvent is null ? shard.LastAck : shard.LastEvent;
            if (heard is null)
                return null;
            if (now - heard > longest)
                longest = now - heard;
        }

        return longest;
    }
}
