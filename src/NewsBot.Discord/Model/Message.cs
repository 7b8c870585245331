using NewsBot.Discord.Messages;

namespace NewsBot.Discord.Model;

/// <summary>Kinds of messages that people write; all others are notices of Discord and keep their number.</summary>
public enum MessageType
{
    Default = 0,
    Reply = 19,
    ChatInputCommand = 20,
    ThreadStarterMessage = 21,
    ContextMenuCommand = 23,
}

/// <summary>A message as received. Without the message content intent its text is empty, unless it is for the bot.</summary>
public sealed record Message
{
    public required Snowflake Id { get; init; }

    public required Snowflake ChannelId { get; init; }

    /// <summary>Null in direct messages and for private answers.</summary>
    public Snowflake? GuildId { get; init; }

    public ChannelType? ChannelType { get; init; }

    public MessageType Type { get; init; }

    public User? Author { get; init; }

    public Member? Member { get; init; }

    /// <summary>Set when a webhook wrote it and no user did.</summary>
    public Snowflake? WebhookId { get; init; }

    public string Content { get => field ?? ""; init; }

    public DateTimeOffset Timestamp { get; init; }

    public DateTimeOffset? EditedTimestamp { get; init; }

    public bool MentionEveryone { get; init; }

    public IReadOnlyList<User> Mentions { get => field ?? []; init; }

    public IReadOnlyList<Snowflake> MentionRoles { get => field ?? []; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<Attachment> Attachments { get => field ?? []; init; }

    public IReadOnlyList<Embed> Embeds { get => field ?? []; init; }

    public IReadOnlyList<MessageComponent> Components { get => field ?? []; init; }

    public MessageFlags Flags { get; init; }

    /// <summary>What it replies to.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>The message replied to, when Discord sent it along. Null: not fetched, or deleted.</summary>
    public Message? ReferencedMessage { get; init; }
}

/// <summary>A file of a message.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Filename">As its owner named it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ContentType">As Discord tells; may be missing.</param>
public sealed record Attachment(Snowflake Id, string? Filename = null, long Size = 0, string? ContentType = null);

/// <summary>Points at a message.</summary>
public sealed record MessageReference(Snowflake? MessageId = null, Snowflake? ChannelId = null, Snowflake? GuildId = null);

/// <summary>Properties of a message; others may come and keep their bit.</summary>
[Flags]
public enum MessageFlags
{
    None = 0,

    /// <summary>Links show no preview.</summary>
    SuppressEmbeds = 1 << 2,

    /// <summary>Only the asker sees it.</summary>
    Ephemeral = 1 << 6,

    /// <summary>The "thinking" state of a deferred answer.</summary>
    Loading = 1 << 7,

    SuppressNotifications = 1 << 12,
}
