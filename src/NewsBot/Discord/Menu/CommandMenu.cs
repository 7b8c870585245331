using NewsBot.Core.Commands;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Menu;

/// <summary>The engine's commands as Discord's menu has them: each once, for all servers and direct messages. Pure.</summary>
internal static class CommandMenu
{
    /// <summary>Name of the command in the menu of a message.</summary>
    public const string Check = "Check against the articles";

    private const int LongestDescription = 100;

    public static IReadOnlyList<ApplicationCommand> Of(IEnumerable<CommandDefinition> definitions) =>
        [.. definitions.Where(definition => definition.IsListed).Select(Of), CheckCommand];

    /// <summary>Commands for admins are in no direct message, and in servers for those who manage it until its admins decide otherwise.</summary>
    private static ApplicationCommand Of(CommandDefinition definition) => new()
    {
        Type = CommandType.ChatInput,
        Name = definition.Name,
        NameLocalizations = CommandWords.NamesOfCommand(definition.Name),
        Description = definition.Summary.Length <= LongestDescription ? definition.Summary : definition.Summary[..(LongestDescription - 1)] + "…",
        DescriptionLocalizations = CommandWords.DescriptionsOfCommand(definition.Name),
        Options = CommandOptions.Of(definition),
        DefaultMemberPermissions = definition.AdminOnly ? Permissions.ManageServer : null,
        Contexts = definition.AdminOnly ? [Commands.CommandContext.Server] : Everywhere,
        IntegrationTypes = [IntegrationType.Server],
    };

    private static ApplicationCommand CheckCommand => new()
    {
        Type = CommandType.Message,
        Name = Check,
        NameLocalizations = CommandWords.NamesOfCheck,
        Contexts = Everywhere,
        IntegrationTypes = [IntegrationType.Server],
    };

    private static IReadOnlyList<Commands.CommandContext> Everywhere { get; } = [Commands.CommandContext.Server, Commands.CommandContext.BotDirectMessage, Commands.CommandContext.PrivateChannel];
}
