using NewsBot.Discord.Model;

namespace NewsBot.Discord.Messages;

/// <summary>A message to send: at least one of content, embeds, components and files. It pings nobody unless told.</summary>
public sealed record MessageDraft
{
    /// <summary>At most 2000 characters.</summary>
    public string? Content { get; init; }

    public IReadOnlyList<Embed> Embeds { get; init; } = [];

    /// <summary>At most five rows.</summary>
    public IReadOnlyList<MessageComponent> Components { get; init; } = [];

    public MessageFlags Flags { get; init; }

    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    /// <summary>The message to reply to, in the same channel. If it is gone the message is sent as a plain one. Not for interactions.</summary>
    public Snowflake? ReplyTo { get; init; }

    /// <summary>At most ten.</summary>
    public IReadOnlyList<MessageFile> Files { get; init; } = [];
}

/// <summary>A change of a message. What is null stays as it is; an empty text or list removes.</summary>
public sealed record MessageEdit
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<MessageComponent>? Components { get; init; }

    public MessageFlags? Flags { get; init; }

    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    /// <summary>Files to have; when there are any, those of before are gone.</summary>
    public IReadOnlyList<MessageFile> Files { get; init; } = [];
}

/// <summary>A file to attach.</summary>
/// <param name="Name">Its name with extension.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Description">For screen readers; at most 1024 characters.</param>
public sealed record MessageFile(string Name, ReadOnlyMemory<byte> Content, string? Description = null);
