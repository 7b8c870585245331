using NewsBot.FakeDiscord.Gateway;

namespace NewsBot.FakeDiscord;

/// <summary>How the server behaves; the defaults are Discord's own figures.</summary>
public sealed record FakeDiscordOptions
{
    /// <summary>The clock of all rules but heartbeats: deadlines, windows, token lives. It must stand after 2015, where Discord's ids begin.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The clock by which heartbeats are judged; <see cref="Time"/> unless set, as when a test moves that by leaps.</summary>
    public TimeProvider? HeartbeatTime { get; init; }

    /// <summary>The loopback port of REST and gateway; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The bot's token.</summary>
    public string Token { get; init; } = "fake-bot-token";

    public string BotName { get; init; } = "newsbot";

    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41250);

    /// <summary>How far a heartbeat may lie from its time, as a share of the interval.</summary>
    public double HeartbeatTolerance { get; init; } = 0.2;

    /// <summary>What a busy machine may add to any reaction of the client before it counts as late.</summary>
    public TimeSpan SchedulingSlack { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How soon (by the real clock) what was sent must have been taken note of by the client.</summary>
    public TimeSpan ReactionTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Privileged intents that are switched on for the application.</summary>
    public Intents PrivilegedIntents { get; init; }

    public int MaxConcurrency { get; init; } = 1;
    public int RecommendedShards { get; init; } = 1;

    /// <summary>Identifies allowed in <see cref="IdentifyReset"/>.</summary>
    public int IdentifyLimit { get; init; } = 1000;
    public TimeSpan IdentifyReset { get; init; } = TimeSpan.FromHours(24);
    public TimeSpan IdentifyWindow { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a session can be resumed after its connection is gone.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromMinutes(3);

    public int GatewaySendLimit { get; init; } = 120;
    public TimeSpan AcknowledgeWithin { get; init; } = TimeSpan.FromSeconds(3);
    public TimeSpan InteractionTokenLife { get; init; } = TimeSpan.FromMinutes(15);
    public int GlobalLimit { get; init; } = 50;
    public int InvalidRequestLimit { get; init; } = 10_000;

    /// <summary>Guilds that one shard may serve; more of them need more shards.</summary>
    public int GuildsPerShard { get; init; } = 2500;

    /// <summary>How many messages per channel, interactions, requests, connections and events to replay are kept; the oldest are forgotten.</summary>
    public int HistoryKept { get; init; } = 20_000;

    /// <summary>How long the waiting methods of the scripting interface wait, in real time.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
}
