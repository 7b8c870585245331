using NewsBot.Discord.Model;

namespace NewsBot.Discord.Gateway;

/// <summary>Answer of <c>GET /gateway/bot</c>.</summary>
internal sealed record GatewayInfo
{
    public required string Url { get; init; }

    public int Shards { get; init; }

    public SessionStartLimit? SessionStartLimit { get; init; }
}

/// <summary>How many sessions may still be started.</summary>
internal sealed record SessionStartLimit
{
    public int? Remaining { get; init; }

    /// <summary>Milliseconds until there are as many as a day begins with.</summary>
    public long ResetAfter { get; init; }

    public int MaxConcurrency { get; init; }
}

internal sealed record ReadyData
{
    public required User User { get; init; }

    public required Application Application { get; init; }

    public IReadOnlyList<Guild> Guilds { get => field ?? []; init; }

    public required string SessionId { get; init; }

    public string? ResumeGatewayUrl { get; init; }
}

/// <param name="Unavailable">True in an outage; absent when the bot was removed.</param>
internal sealed record GuildDeleteData(Snowflake Id, bool? Unavailable = null);

internal sealed record MessageDeleteData(Snowflake Id, Snowflake ChannelId, Snowflake? GuildId = null);

internal sealed record MessageDeleteBulkData(IReadOnlyList<Snowflake> Ids, Snowflake ChannelId, Snowflake? GuildId = null);

internal sealed record RoleData(Snowflake GuildId, Role Role);

internal sealed record RoleDeleteData(Snowflake GuildId, Snowflake RoleId);

internal sealed record ReactionData(
    Snowflake UserId, Snowflake ChannelId, Snowflake MessageId, ReactionEmoji Emoji, Snowflake? GuildId = null);

internal sealed record ReactionEmoji(string? Name = null, Snowflake? Id = null);
