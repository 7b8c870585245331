using System.Text.Json.Serialization;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Messages;

/// <summary>Something to click or fill in. This base stands for kinds that this client does not know.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true,
    UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
[JsonDerivedType(typeof(ActionRow), 1)]
[JsonDerivedType(typeof(Button), 2)]
[JsonDerivedType(typeof(StringSelect), 3)]
[JsonDerivedType(typeof(TextInput), 4)]
[JsonDerivedType(typeof(UserSelect), 5)]
[JsonDerivedType(typeof(RoleSelect), 6)]
[JsonDerivedType(typeof(ChannelSelect), 8)]
[JsonDerivedType(typeof(Label), 18)]
public record MessageComponent;

/// <summary>A row of at most five buttons, or one select.</summary>
public sealed record ActionRow(IReadOnlyList<MessageComponent> Components) : MessageComponent;

/// <summary>How a button looks. <see cref="Link"/> opens an address and makes no interaction.</summary>
public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
    Link = 5,
}

/// <summary>A button: with <see cref="CustomId"/> (1 to 100 characters, unique in the message), or with <see cref="Url"/> when a link.</summary>
public sealed record Button : MessageComponent
{
    public required ButtonStyle Style { get; init; }

    /// <summary>At most 80 characters.</summary>
    public string? Label { get; init; }

    public ComponentEmoji? Emoji { get; init; }

    public string? CustomId { get; init; }

    public string? Url { get; init; }

    public bool? Disabled { get; init; }
}

/// <param name="Name">The character itself for a standard emoji.</param>
public sealed record ComponentEmoji(string? Name = null, Snowflake? Id = null);

/// <summary>What all selects have.</summary>
public abstract record SelectMenu : MessageComponent
{
    public required string CustomId { get; init; }

    /// <summary>At most 150 characters.</summary>
    public string? Placeholder { get; init; }

    /// <summary>0 to 25; one when null.</summary>
    public int? MinValues { get; init; }

    /// <summary>1 to 25; one when null.</summary>
    public int? MaxValues { get; init; }

    public bool? Disabled { get; init; }
}

/// <summary>Choice among 1 to 25 given texts.</summary>
public sealed record StringSelect : SelectMenu
{
    public required IReadOnlyList<SelectOption> Options { get; init; }
}

/// <summary>One text to choose; each part at most 100 characters.</summary>
public sealed record SelectOption(string Label, string Value, string? Description = null, bool? Default = null);

/// <summary>Choice among users.</summary>
public sealed record UserSelect : SelectMenu;

/// <summary>Choice among roles.</summary>
public sealed record RoleSelect : SelectMenu;

/// <summary>Choice among channels.</summary>
public sealed record ChannelSelect : SelectMenu
{
    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }
}
