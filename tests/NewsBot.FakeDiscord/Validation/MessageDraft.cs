using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Validation;

/// <summary>A file part of a request.</summary>
internal sealed record UploadedFile(string FileName, byte[] Bytes);

/// <summary>The body of a message to create or edit, checked; null stands for what was not given.</summary>
internal sealed record MessageDraft
{
    public const int MostCharacters = 2000;
    private const int MostFiles = 10;
    private const int LargestFile = 10 * 1024 * 1024;
    private const int Settable = 4 | 64 | 4096 | 8192 | ComponentRules.UsesV2;

    public string? Content { get; private init; }
    public JsonArray? Embeds { get; private init; }
    public JsonArray? Components { get; private init; }
    public AllowedMentions? Allowed { get; private init; }
    public int? Flags { get; private init; }
    public IReadOnlyList<(ulong? Keep, UploadedFile? File, string? Description)>? Attachments { get; private init; }
    public string? Nonce { get; private init; }
    public bool EnforceNonce { get; private init; }
    public JsonObject? Reference { get; private init; }

    /// <summary>Fields that were given as null, which empties them in an edit.</summary>
    public IReadOnlySet<string> Emptied { get; private init; } = new HashSet<string>();

    public bool Ephemeral => ((Flags ?? 0) & 64) != 0;

    public bool HasNothing =>
        string.IsNullOrEmpty(Content) && Embeds is not { Count: > 0 } && Components is not { Count: > 0 } && Attachments is not { Count: > 0 };

    /// <param name="body">The message, or the data of an interaction response.</param>
    /// <param name="files">The files of the request.</param>
    /// <param name="path">Where the message lies in the request: empty, or "data.".</param>
    /// <param name="usesV2">Whether the message that is edited is of the second component style.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static MessageDraft Read(JsonObject body, IReadOnlyList<UploadedFile> files, string path, bool usesV2, FormErrors errors)
    {
        var flags = Form.Number(body, "flags", path, errors, 0, int.MaxValue);
        if (flags is { } bits && (bits & ~Settable) != 0)
            errors.Add(path + "flags", "MESSAGE_FLAGS_INVALID", $"Flags {bits & ~Settable} cannot be set.");
        var v2 = usesV2 || ((flags ?? 0) & ComponentRules.UsesV2) != 0;
        var content = Form.Text(body, "content", path, errors, max: int.MaxValue);
        if (content is not null)
        {
            content = Form.Trimmed(content);
            if (Form.Length(content) > MostCharacters)
                errors.TooLong(path + "content", MostCharacters);
        }

        var embeds = EmbedRules.Read(body, path, errors);
        if (v2 && (!string.IsNullOrEmpty(content) || embeds is { Count: > 0 }))
            errors.Add(path + "content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "The 'content' and 'embeds' fields cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        if (files.Count > MostFiles)
            errors.TooLong(path + "files", MostFiles);
        return new MessageDraft
        {
            Content = content,
            Embeds = embeds,
            Components = ComponentRules.Read(body, path, errors, v2),
            Allowed = AllowedMentions.Read(body, errors),
            Flags = (int?)flags,
            Attachments = ReadAttachments(body, files, path, errors),
            Nonce = ReadNonce(body, path, errors),
            EnforceNonce = Form.Flag(body, "enforce_nonce", path, errors) ?? false,
            Reference = body["message_reference"] as JsonObject,
            Emptied = body.Where(field => field.Value is null).Select(field => field.Key).ToHashSet(),
        };
    }

    public static bool TooLarge(IReadOnlyList<UploadedFile> files) => files.Any(file => file.Bytes.Length > LargestFile);

    private static string? ReadNonce(JsonObject body, string path, FormErrors errors) =>
        Form.TryNumber(body["nonce"], out var number)
            ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : Form.Text(body, "nonce", path, errors, max: 25);

    private static List<(ulong?, UploadedFile?, string?)>? ReadAttachments(JsonObject body, IReadOnlyList<UploadedFile> files, string path, FormErrors errors)
    {
        var list = Form.List(body, "attachments", path, errors, MostFiles);
        if (list is null)
            return files.Count == 0 ? null : [.. files.Select(file => ((ulong?)null, (UploadedFile?)file, (string?)null))];
        var read = new List<(ulong?, UploadedFile?, string?)>();
        for (var index = 0; index < list.Count; index++)
        {
            var at = $"{path}attachments.{index}.";
            if (list[index] is not JsonObject item || Form.Snowflake(item["id"]) is not { } id)
            {
                errors.Required(at + "id");
                continue;
            }

            var description = Form.Text(item, "description", at, errors, max: 1024);
            if (id < (ulong)files.Count)
                read.Add((null, files[(int)id] with { FileName = Form.AsText(item["filename"]) ?? files[(int)id].FileName }, description));
            else
                read.Add((id, null, description));
        }

        return read;
    }

    /// <summary>Puts what the draft gives into the message; the rest stays.</summary>
    public void Apply(Message message, Snowflakes ids, DateTimeOffset now)
    {
        if (Content is not null || Emptied.Contains("content"))
            message.Content = Content ?? "";
        if (Embeds is not null || Emptied.Contains("embeds"))
            message.Embeds = (JsonArray?)Embeds?.DeepClone() ?? [];
        if (Components is not null || Emptied.Contains("components"))
            message.Components = (JsonArray?)Components?.DeepClone() ?? [];
        if (Flags is { } flags)
            message.Flags = (flags & ~64) | (message.Flags & ComponentRules.UsesV2);
        if (Attachments is not null)
        {
            message.Attachments = [.. Attachments
                .Select(item => item.File is { } file
                    ? new Attachment(ids.Next(), file.FileName, item.Description, file.Bytes)
                    : message.Attachments.Find(attachment => attachment.Id == item.Keep))
                .OfType<Attachment>()];
        }

        message.Versions.Add(new MessageVersion(now, message.Content, message.Embeds.ToJsonString(), message.Components.ToJsonString()));
    }
}
