namespace NewsBot.Discord.Model;

/// <summary>A server. From the gateway with its channels and threads, from REST without.</summary>
public sealed record Guild
{
    public required Snowflake Id { get; init; }

    /// <summary>True while Discord has an outage there: only the id is known.</summary>
    public bool Unavailable { get; init; }

    public string Name { get => field ?? ""; init; }

    public Snowflake OwnerId { get; init; }

    public string? PreferredLocale { get; init; }

    public Snowflake? SystemChannelId { get; init; }

    public DateTimeOffset? JoinedAt { get; init; }

    public int? MemberCount { get; init; }

    public IReadOnlyList<Role>? Roles { get; init; }

    public IReadOnlyList<Channel>? Channels { get; init; }

    public IReadOnlyList<Channel>? Threads { get; init; }

    /// <summary>Only the bot itself, unless a privileged intent is held.</summary>
    public IReadOnlyList<Member>? Members { get; init; }
}

/// <summary>A role of a server. The role whose id is the server's is @everyone.</summary>
public sealed record Role
{
    public required Snowflake Id { get; init; }

    public string Name { get => field ?? ""; init; }

    public Permissions Permissions { get; init; }

    public bool Managed { get; init; }

    public RoleTags? Tags { get; init; }
}

/// <summary>What a role stands for.</summary>
/// <param name="BotId">The bot whose own role this is: mentioning it is mentioning the bot.</param>
public sealed record RoleTags(Snowflake? BotId = null);
