using System.Text.Json.Serialization;

namespace NewsBot.Discord.Messages;

/// <summary>A form that opens over the client.</summary>
/// <param name="CustomId">1 to 100 characters; comes back with the answers.</param>
/// <param name="Title">At most 45 characters.</param>
/// <param name="Components">1 to 5 labels.</param>
public sealed record Modal(string CustomId, string Title, IReadOnlyList<Label> Components);

/// <summary>A caption with one input under it.</summary>
/// <param name="Text">At most 45 characters.</param>
/// <param name="Component">The input: text or select.</param>
/// <param name="Description">At most 100 characters.</param>
public sealed record Label([property: JsonPropertyName("label")] string Text, MessageComponent Component, string? Description = null)
    : MessageComponent;

/// <summary>One line, or several.</summary>
public enum TextInputStyle
{
    SingleLine = 1,
    Paragraph = 2,
}

/// <summary>A field for text, in a <see cref="Label"/>.</summary>
public sealed record TextInput : MessageComponent
{
    public required string CustomId { get; init; }

    public TextInputStyle Style { get => field == 0 ? TextInputStyle.SingleLine : field; init; }

    /// <summary>0 to 4000.</summary>
    public int? MinLength { get; init; }

    /// <summary>1 to 4000.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Required when null.</summary>
    public bool? Required { get; init; }

    /// <summary>What it holds at first.</summary>
    public string? Value { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? Placeholder { get; init; }
}
