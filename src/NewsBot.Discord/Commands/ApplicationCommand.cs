using System.Text.Json.Serialization;
using NewsBot.Discord.Json;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Commands;

/// <summary>Where a command appears.</summary>
public enum CommandType
{
    /// <summary>Typed with a slash.</summary>
    ChatInput = 1,

    /// <summary>In the menu of a user.</summary>
    User = 2,

    /// <summary>In the menu of a message.</summary>
    Message = 3,
}

/// <summary>The kind of place in which a command can be used.</summary>
public enum CommandContext
{
    Server = 0,

    /// <summary>The direct conversation with the bot.</summary>
    BotDirectMessage = 1,

    /// <summary>Other direct conversations; only with user install.</summary>
    PrivateChannel = 2,
}

/// <summary>What an application is installed to.</summary>
public enum IntegrationType
{
    Server = 0,
    User = 1,
}

/// <summary>Definition of a command, as registered. Names are 1 to 32 characters, descriptions 1 to 100.</summary>
public sealed record ApplicationCommand
{
    /// <summary>Discord's id; only on commands read back.</summary>
    public Snowflake? Id { get; init; }

    public CommandType Type { get => field == 0 ? CommandType.ChatInput : field; init; }

    /// <summary>In lower case without spaces for typed commands; free for menu commands.</summary>
    public required string Name { get; init; }

    /// <summary>Name by locale, such as <c>de</c>.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>Null or empty for menu commands.</summary>
    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>At most 25, required ones first.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>Who sees it until a server's admin changes that: null everyone, <see cref="Permissions.None"/> admins only.</summary>
    public Permissions? DefaultMemberPermissions { get; init; }

    /// <summary>Where it can be used; state it, since the default is everywhere. Not for commands of one server.</summary>
    public IReadOnlyList<CommandContext>? Contexts { get; init; }

    public IReadOnlyList<IntegrationType>? IntegrationTypes { get; init; }
}

/// <summary>Kinds of options.</summary>
public enum OptionType
{
    Subcommand = 1,
    SubcommandGroup = 2,
    Text = 3,
    WholeNumber = 4,
    Flag = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Mentionable = 9,
    Number = 10,
    Attachment = 11,
}

/// <summary>An argument of a command, or a subcommand with its own.</summary>
public sealed record CommandOption
{
    public required OptionType Type { get; init; }

    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public required string Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    /// <summary>At most 25 texts to choose from.</summary>
    public IReadOnlyList<OptionChoice>? Choices { get; init; }

    /// <summary>Suggestions are asked for while the user types; what is sent may still be any text.</summary>
    public bool? Autocomplete { get; init; }

    /// <summary>For texts, 0 to 6000.</summary>
    public int? MinLength { get; init; }

    /// <summary>For texts, 1 to 6000.</summary>
    public int? MaxLength { get; init; }

    /// <summary>For numbers.</summary>
    public double? MinValue { get; init; }

    /// <summary>For numbers.</summary>
    public double? MaxValue { get; init; }

    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    /// <summary>The arguments of a subcommand, or the subcommands of a group.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }
}

/// <summary>A text to choose: shown as <paramref name="Name"/>, sent as <paramref name="Value"/>; each 1 to 100 characters. The number of a choice that was registered otherwise is read as its digits.</summary>
public sealed record OptionChoice(
    string Name, [property: JsonConverter(typeof(ChoiceValueConverter))] string Value, IReadOnlyDictionary<string, string>? NameLocalizations = null);
