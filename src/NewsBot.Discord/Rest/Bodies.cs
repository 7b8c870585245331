using NewsBot.Discord.Commands;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Rest;

/// <summary>
/// The JSON of every message sent or edited, by whatever way: the one place where it is made. <see cref="AllowedMentions"/> is
/// always written.
/// </summary>
internal sealed record MessageBody
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<MessageComponent>? Components { get; init; }

    public MessageFlags? Flags { get; init; }

    public required MentionsBody AllowedMentions { get; init; }

    public ReplyBody? MessageReference { get; init; }

    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    public IReadOnlyList<AttachmentBody>? Attachments { get; init; }

    /// <summary>A new message. What is empty is left out.</summary>
    public static MessageBody Of(MessageDraft draft, string? nonce = null) => new()
    {
        Content = draft.Content,
        Embeds = NullIfEmpty(draft.Embeds),
        Components = NullIfEmpty(draft.Components),
        Flags = draft.Flags == MessageFlags.None ? null : draft.Flags,
        AllowedMentions = MentionsBody.Of(draft.AllowedMentions),
        MessageReference = draft.ReplyTo is { } target ? new ReplyBody(target, FailIfNotExists: false) : null,
        Nonce = nonce,
        EnforceNonce = nonce is null ? null : true,
        Attachments = AttachmentsOf(draft.Files),
    };

    /// <summary>A change. What is null is left out and so stays; what is empty is written and so removes.</summary>
    public static MessageBody Of(MessageEdit edit) => new()
    {
        Content = edit.Content,
        Embeds = edit.Embeds,
        Components = edit.Components,
        Flags = edit.Flags,
        AllowedMentions = MentionsBody.Of(edit.AllowedMentions),
        Attachments = AttachmentsOf(edit.Files),
    };

    private static IReadOnlyList<T>? NullIfEmpty<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : list;

    private static List<AttachmentBody>? AttachmentsOf(IReadOnlyList<MessageFile> files) =>
        files.Count == 0 ? null : [.. files.Select((file, index) => new AttachmentBody(index, file.Name, file.Description))];
}

/// <summary>Whom a message may ping. Never null, and its empty list "parse" takes away all that Discord would ping by itself.</summary>
internal sealed record MentionsBody(IReadOnlyList<string> Parse, IReadOnlyList<Snowflake>? Users, bool RepliedUser)
{
    public static MentionsBody Of(AllowedMentions allowed) =>
        new([], allowed.Users.Count == 0 ? null : allowed.Users, allowed.RepliedUser);
}

internal sealed record ReplyBody(Snowflake MessageId, bool FailIfNotExists);

internal sealed record AttachmentBody(int Id, string Filename, string? Description);

internal sealed record RecipientBody(Snowflake RecipientId);

internal sealed record ThreadBody(string Name);

internal sealed record DeferBody(MessageFlags? Flags);

internal sealed record ChoicesBody(IReadOnlyList<OptionChoice> Choices);

internal sealed record ModalBody(string CustomId, string Title, IReadOnlyList<MessageComponent> Components);
