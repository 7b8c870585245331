namespace NewsBot.Discord.Messages;

/// <summary>A card of a message. Over all cards of one message at most 6000 characters, and at most ten cards.</summary>
public sealed record Embed
{
    /// <summary>At most 256 characters; plain text.</summary>
    public string? Title { get; init; }

    /// <summary>At most 4096 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Where the title links to: http or https.</summary>
    public string? Url { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>0 to 0xFFFFFF.</summary>
    public int? Color { get; init; }

    public EmbedFooter? Footer { get; init; }

    public EmbedImage? Image { get; init; }

    public EmbedImage? Thumbnail { get; init; }

    public EmbedAuthor? Author { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<EmbedField>? Fields { get; init; }
}

/// <param name="Text">At most 2048 characters.</param>
public sealed record EmbedFooter(string Text = "");

/// <param name="Url">http, https, or attachment://name.</param>
public sealed record EmbedImage(string Url = "");

/// <param name="Name">At most 256 characters.</param>
public sealed record EmbedAuthor(string Name = "", string? Url = null);

/// <param name="Name">1 to 256 characters.</param>
/// <param name="Value">1 to 1024 characters.</param>
public sealed record EmbedField(string Name = "", string Value = "", bool Inline = false);
