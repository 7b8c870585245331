using NewsBot.Discord.Commands;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Interactions;

/// <summary>A user did something that wants an answer within three seconds.</summary>
public abstract record Interaction
{
    public required InteractionHandle Handle { get; init; }

    /// <summary>Who did it.</summary>
    public required User User { get; init; }

    /// <summary>Who did it as a member of the server, with the rights in that channel; null outside servers.</summary>
    public Member? Member { get; init; }

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>The kind of place; null if Discord did not say.</summary>
    public CommandContext? Context { get; init; }

    /// <summary>What the bot may do in that channel.</summary>
    public Permissions AppPermissions { get; init; }

    /// <summary>Language of the user, such as <c>de</c> or <c>en-GB</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>Language of the server.</summary>
    public string? GuildLocale { get; init; }

    /// <summary>Whether the bot is a member of the place; false when only the user installed the application.</summary>
    public bool BotIsPresent { get; init; } = true;

    /// <summary>The user's name as it is shown here.</summary>
    public string UserName => Member?.Nick ?? User.GlobalName ?? User.Username;

    /// <summary>Whether the user may do that here. False outside servers.</summary>
    public bool UserMay(Permissions wanted) => Member?.Permissions is { } granted && granted.Allows(wanted);
}

/// <summary>A command was sent, typed or from a menu.</summary>
public sealed record CommandInteraction : Interaction
{
    public Snowflake CommandId { get; init; }

    public CommandType CommandType { get; init; } = CommandType.ChatInput;

    /// <summary>The name as registered, whatever the user's language.</summary>
    public required string Name { get; init; }

    /// <summary>Group and subcommand, if any, outermost first.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>The arguments given.</summary>
    public CommandArguments Arguments { get; init; } = CommandArguments.None;

    /// <summary>The message or user that a menu command was called on.</summary>
    public Snowflake? TargetId { get; init; }

    /// <summary>The message that a menu command was called on, with its text.</summary>
    public Message? TargetMessage { get; init; }

    /// <summary>Users among the arguments or called on, by id.</summary>
    public IReadOnlyDictionary<Snowflake, User> Users { get; init; } = new Dictionary<Snowflake, User>();
}

/// <summary>Suggestions are wanted for the argument being typed. Other arguments may be missing or partial.</summary>
public sealed record AutocompleteInteraction : Interaction
{
    public required string Name { get; init; }

    public IReadOnlyList<string> Path { get; init; } = [];

    public CommandArguments Arguments { get; init; } = CommandArguments.None;

    /// <summary>Name of the argument being typed.</summary>
    public required string Focused { get; init; }

    /// <summary>What is typed so far.</summary>
    public required string Typed { get; init; }
}

/// <summary>A button was pressed, or a select chosen from.</summary>
public sealed record ComponentInteraction : Interaction
{
    public required string CustomId { get; init; }

    /// <summary>What was chosen in a select.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The message with the component.</summary>
    public Message? Message { get; init; }
}

/// <summary>A form was sent.</summary>
public sealed record ModalInteraction : Interaction
{
    public required string CustomId { get; init; }

    /// <summary>What was filled in, by the custom id of the input; a text has one value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The message whose component opened the form; null when a command did.</summary>
    public Message? Message { get; init; }

    /// <summary>The first value of an input; empty when there is none.</summary>
    public string Text(string customId) => Values.TryGetValue(customId, out var values) && values.Count > 0 ? values[0] : "";
}
