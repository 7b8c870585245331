using NewsBot.Core.Commands;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Menu;

/// <summary>Slash commands, the menu of a message, and suggestions.</summary>
internal sealed class CommandHandler(IDiscordClient client, IEnumerable<ICommand> commands, RequestDesk desk, Suggestions suggestions, TimeProvider time)
{
    private readonly Dictionary<string, CommandDefinition> _definitions = commands.ToDictionary(command => command.Definition.Name, command => command.Definition);

    public Task HandleAsync(CommandInteraction interaction, CancellationToken cancellationToken)
    {
        if (interaction.CommandType == CommandType.Message)
            return CheckAsync(interaction, cancellationToken);
        if (!_definitions.TryGetValue(interaction.Name, out var definition))
            return TellAsync(interaction, "I no longer have that command. Discord will show the ones that I have in a moment.", cancellationToken);
        var isAdmin = interaction.UserMay(Permissions.ManageServer);
        if (definition.AdminOnly && !isAdmin)
            return TellAsync(interaction, $"/{definition.Name} is for those who may manage this server.", cancellationToken);
        var (call, problem) = ArgumentReader.Read(definition, interaction.Arguments, time.GetUtcNow());
        if (call is null)
            return TellAsync(interaction, problem!, cancellationToken);
        var isPrivate = definition.AdminOnly || interaction.Arguments.Flag(OptionNames.Private) == true;
        return TakeAsync(interaction, isPrivate, definition.AdminOnly, [new AskedPart(null, call)], cancellationToken);
    }

    public Task SuggestAsync(AutocompleteInteraction interaction, CancellationToken cancellationToken) =>
        client.RespondAsync(interaction.Handle, new AutocompleteResponse(suggestions.For(interaction.Focused, interaction.Typed)), cancellationToken);

    private Task CheckAsync(CommandInteraction interaction, CancellationToken cancellationToken)
    {
        var parts = MessageCheck.Of(interaction.TargetMessage?.Content ?? "");
        return parts.Count == 0
            ? TellAsync(interaction, "That message has no words that I could check.", cancellationToken)
            : TakeAsync(interaction, isPrivate: true, isAdminCommand: false, parts, cancellationToken);
    }

    private Task TakeAsync(CommandInteraction interaction, bool isPrivate, bool isAdminCommand, IReadOnlyList<AskedPart> parts, CancellationToken cancellationToken) =>
        desk.TakeAsync(
            interaction,
            isPrivate,
            place => new Request
            {
                Parts = parts,
                Asker = interaction.User.Id,
                AskerName = interaction.UserName,
                IsAdmin = interaction.UserMay(Permissions.ManageServer),
                IsAdminCommand = isAdminCommand,
                Server = interaction.GuildId,
                Channel = interaction.ChannelId ?? default,
                Place = place,
            },
            cancellationToken);

    private Task TellAsync(Interaction interaction, string text, CancellationToken cancellationToken) =>
        RequestDesk.TellAsync(client, interaction, text, cancellationToken);
}
