using NewsBot.Discord.Commands;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Tests.Support;

internal static class CommandSamples
{
    public static IReadOnlyList<ApplicationCommand> Set() =>
    [
        new ApplicationCommand
        {
            Name = "ask",
            Description = "Ask the archive",
            NameLocalizations = new Dictionary<string, string> { ["de"] = "frage" },
            DescriptionLocalizations = new Dictionary<string, string> { ["de"] = "Das Archiv befragen" },
            Contexts = [CommandContext.Server, CommandContext.BotDirectMessage],
            IntegrationTypes = [IntegrationType.Server],
            Options =
            [
                new CommandOption { Type = OptionType.Text, Name = "question", Description = "Your question", Required = true, MinLength = 3, MaxLength = 500 },
                new CommandOption { Type = OptionType.Text, Name = "source", Description = "One source", Autocomplete = true },
                new CommandOption { Type = OptionType.Text, Name = "order", Description = "Order", Choices = [new OptionChoice("Newest", "new"), new OptionChoice("Oldest", "old")] },
            ],
        },
        new ApplicationCommand
        {
            Name = "reload",
            Description = "Load again",
            DefaultMemberPermissions = Permissions.ManageServer,
            Contexts = [CommandContext.Server],
            IntegrationTypes = [IntegrationType.Server],
        },
        new ApplicationCommand { Name = "Check this", Type = CommandType.Message, Contexts = [CommandContext.Server], IntegrationTypes = [IntegrationType.Server] },
    ];
}
