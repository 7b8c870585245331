using Microsoft.Extensions.Logging;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Buttons;
using NewsBot.Discord.Events;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Menu;
using NewsBot.Discord.Operation;
using NewsBot.Discord.Places;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.State;

namespace NewsBot.Discord;

/// <summary>Leads what Discord tells to whoever deals with it. An interaction or message that comes twice is taken once.</summary>
internal sealed class DiscordEvents(
    IDiscordClient client,
    BotState state,
    TakenEvents taken,
    CommandHandler commands,
    ButtonHandler buttons,
    MessageHandler messages,
    ServerRoles roles,
    Servers servers,
    LeftoverCommands leftovers,
    ILogger<DiscordEvents> logger) : IDiscordEventHandler
{
    /// <summary>Refusals under way at once at most, when events come faster than they can be taken.</summary>
    private const int MostRefusals = 64;

    private int _refusals;

    public Task HandleAsync(DiscordEvent discordEvent, CancellationToken cancellationToken)
    {
        switch (discordEvent)
        {
            case InteractionReceived { Interaction: AutocompleteInteraction suggest }:
                return commands.SuggestAsync(suggest, cancellationToken);
            case InteractionReceived { Interaction: var interaction }:
                return taken.Take(interaction.Handle.Id) ? HandleAsync(interaction, cancellationToken) : Task.CompletedTask;
            case MessageCreated { Message: var message } when state.Self is { } self && Addressed.Read(message, self, roles.Own(message.GuildId)).Address != Address.None:
                return taken.Take(message.Id) ? messages.HandleAsync(message, self, cancellationToken) : Task.CompletedTask;
            case MessageUpdated { Message: var message } when state.Self is { } self:
                return messages.HandleEditAsync(message, self, cancellationToken);
            case MessagesDeleted deleted:
                messages.HandleDeleted(deleted.MessageIds);
                break;
            case Ready ready:
                Greet(ready);
                break;
            case GuildAvailable { Guild: var guild } when state.Self is { } self:
                roles.Take(guild, self);
                servers.Present(guild.Id);
                leftovers.Note(guild.Id);
                break;
            case GuildUpdated { Guild: var guild } when state.Self is { } self:
                roles.Take(guild, self);
                break;
            case RoleChanged changed when state.Self is { } self:
                roles.Take(changed.GuildId, changed.Role, self);
                break;
            case GuildLeft left:
                roles.Drop(left.GuildId);
                servers.Left(left.GuildId);
                break;
            case Disconnected lost:
                logger.LogInformation("Shard {Shard} lost its connection: {Reason}", lost.Shard, lost.Reason);
                break;
        }

        return Task.CompletedTask;
    }

    /// <summary>More comes than can be taken: an interaction is told so, as long as that does not become too much itself.</summary>
    public void OnOverflow(DiscordEvent discordEvent)
    {
        if (discordEvent is not InteractionReceived { Interaction: var interaction and not AutocompleteInteraction })
            return;
        if (Interlocked.Increment(ref _refusals) <= MostRefusals)
            _ = RefuseAsync(interaction);
        else
            Interlocked.Decrement(ref _refusals);
    }

    private void Greet(Ready ready)
    {
        if (state.Application is null)
            System.Console.Out.WriteLine($"NewsBot serves Discord as {DiscordText.Clean(ready.Self.Username)}. To add it to a server: {InviteLink.Of(ready.Application.Id)}");
        state.Self = ready.Self.Id;
        state.Application = ready.Application.Id;
    }

    private Task HandleAsync(Interaction interaction, CancellationToken cancellationToken) => interaction switch
    {
        CommandInteraction command => commands.HandleAsync(command, cancellationToken),
        ComponentInteraction component => buttons.HandleAsync(component, cancellationToken),
        ModalInteraction modal => buttons.HandleAsync(modal, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task RefuseAsync(Interaction interaction)
    {
        try
        {
            await RequestDesk.TellAsync(client, interaction, RequestDesk.Busy, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _refusals);
        }
    }
}
