namespace NewsBot.Discord.Model;

/// <summary>Kinds of channels; others may come and keep their number.</summary>
public enum ChannelType
{
    Text = 0,
    DirectMessage = 1,
    Voice = 2,
    GroupDirectMessage = 3,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    Forum = 15,
    Media = 16,
}

/// <summary>A channel, thread or direct conversation.</summary>
public sealed record Channel
{
    public required Snowflake Id { get; init; }

    public ChannelType Type { get; init; }

    public Snowflake? GuildId { get; init; }

    public string? Name { get; init; }

    /// <summary>For a thread the channel it belongs to, for a channel its category.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>The bot's own or the caller's rights there, when Discord reckoned them (interactions).</summary>
    public Permissions? Permissions { get; init; }

    public IReadOnlyList<PermissionOverwrite>? PermissionOverwrites { get; init; }

    public ThreadMetadata? ThreadMetadata { get; init; }

    public bool IsThread => Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;
}

/// <summary>State of a thread.</summary>
public sealed record ThreadMetadata(bool Archived = false, bool Locked = false);

/// <summary>Whom an overwrite is for.</summary>
public enum OverwriteType
{
    Role = 0,
    Member = 1,
}

/// <summary>Rights given and taken in one channel.</summary>
public sealed record PermissionOverwrite(Snowflake Id, OverwriteType Type, Permissions Allow, Permissions Deny);
