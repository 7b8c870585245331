namespace NewsBot.Discord.Model;

/// <summary>An account.</summary>
public sealed record User
{
    public required Snowflake Id { get; init; }

    public string Username { get => field ?? ""; init; }

    /// <summary>The name the user wants to be shown; null when none is set.</summary>
    public string? GlobalName { get; init; }

    public bool Bot { get; init; }
}

/// <summary>A user in one server.</summary>
public sealed record Member
{
    /// <summary>Who; absent on members that come with a message, whose author it is.</summary>
    public User? User { get; init; }

    public string? Nick { get; init; }

    public IReadOnlyList<Snowflake> Roles { get => field ?? []; init; }

    /// <summary>What the member may do in the channel of the interaction, overwrites included. Only on interactions.</summary>
    public Permissions? Permissions { get; init; }
}

/// <summary>The application that a bot belongs to.</summary>
public sealed record Application
{
    /// <summary>Bit of <see cref="Flags"/>: the message content intent is granted.</summary>
    public const long MessageContentGranted = 1L << 18;

    /// <summary>Bit of <see cref="Flags"/>: the message content intent is switched on without review.</summary>
    public const long MessageContentLimited = 1L << 19;

    public required Snowflake Id { get; init; }

    public string Name { get => field ?? ""; init; }

    public long Flags { get; init; }
}
