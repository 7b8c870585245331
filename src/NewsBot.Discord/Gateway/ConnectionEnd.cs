namespace NewsBot.Discord.Gateway;

/// <summary>What follows when a connection has ended.</summary>
internal enum NextStep
{
    /// <summary>Take up the session, if there is one.</summary>
    Resume,

    /// <summary>Begin a new session.</summary>
    Identify,

    /// <summary>Nothing: Discord has refused for good.</summary>
    Stop,
}

/// <summary>How a connection ended.</summary>
/// <param name="Next">What follows.</param>
/// <param name="Reason">In words, for logs and health.</param>
internal sealed record ConnectionEnd(NextStep Next, string Reason)
{
    /// <summary>The code Discord closed with; null when it did not.</summary>
    public int? CloseCode { get; init; }

    /// <summary>The code to close with when we end it; null when it is closed already.</summary>
    public int? CloseWith { get; init; }

    /// <summary>Pause before the next attempt at the least.</summary>
    public TimeSpan MinimumPause { get; init; }

    /// <summary>Why the client stops, when it does.</summary>
    public DiscordStop? Stop { get; init; }

    /// <summary>
    /// What a close code asks for, row by row of Discord's table "Gateway Close Event Codes". A lost connection has no code.
    /// 1000 and 1001 are not in the table; one resume costs nothing. Unknown ones are worth a resume too.
    /// </summary>
    public static ConnectionEnd OfCloseCode(int? code) => code switch
    {
        null or 1006 => new(NextStep.Resume, "connection lost"),
        1000 or 1001 => new(NextStep.Resume, "closed by Discord"),
        4000 => new(NextStep.Resume, "unknown error"),
        4001 => new(NextStep.Resume, "Discord did not know an opcode of ours"),
        4002 => new(NextStep.Resume, "Discord could not read a payload of ours"),
        4003 => new(NextStep.Identify, "not authenticated"),
        4004 => Fatal(StopReason.InvalidToken, "Discord does not accept the bot's token."),
        4005 => new(NextStep.Identify, "already authenticated"),
        4006 => new(NextStep.Identify, "session no longer valid"),
        4007 => new(NextStep.Identify, "wrong event number on resume"),
        4008 => new(NextStep.Resume, "sent too fast") { MinimumPause = TimeSpan.FromSeconds(2) },
        4009 => new(NextStep.Identify, "session timed out"),
        4010 => Fatal(StopReason.InvalidShard, "Discord does not accept the shard number or count."),
        4011 => Fatal(StopReason.ShardingRequired, "The bot is in too many servers for its number of shards: raise ShardCount."),
        4012 => Fatal(StopReason.InvalidApiVersion, "Discord no longer accepts version 10 of the gateway."),
        4013 => Fatal(StopReason.InvalidIntents, "Discord does not know an intent that was asked for."),
        4014 => Fatal(StopReason.DisallowedIntents, "A privileged intent was asked for that is not switched on: developer portal, page Bot, Privileged Gateway Intents."),
        _ => new(NextStep.Resume, "closed with an unknown code"),
    } with { CloseCode = code };

    private static ConnectionEnd Fatal(StopReason reason, string explanation) =>
        new(NextStep.Stop, explanation) { Stop = new DiscordStop(reason, explanation) };
}
