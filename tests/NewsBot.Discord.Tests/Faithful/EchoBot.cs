using System.Collections.Concurrent;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Events;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Tests.Faithful;

/// <summary>The smallest bot that uses every part of the client: it says back what it is told.</summary>
internal sealed class EchoBot : IDiscordEventHandler
{
    private volatile User? _self;

    /// <summary>Set before the first event.</summary>
    public IDiscordClient Client { get; set; } = null!;

    public ConcurrentQueue<DiscordFailure> Failures { get; } = new();

    public int Sessions { get; private set; }

    public static IReadOnlyList<ApplicationCommand> Commands { get; } =
    [
        new()
        {
            Name = "echo",
            Description = "Says it back",
            Contexts = [CommandContext.Server, CommandContext.BotDirectMessage],
            IntegrationTypes = [IntegrationType.Server],
            Options =
            [
                new CommandOption { Type = OptionType.Text, Name = "text", Description = "What", Required = true, Autocomplete = true },
                new CommandOption { Type = OptionType.Flag, Name = "private", Description = "For you only" },
            ],
        },
        new() { Name = "Quote this", Type = CommandType.Message, Contexts = [CommandContext.Server], IntegrationTypes = [IntegrationType.Server] },
    ];

    public async Task HandleAsync(DiscordEvent discordEvent, CancellationToken cancellationToken)
    {
        switch (discordEvent)
        {
            case Ready ready:
                Sessions++;
                _self = ready.Self;
                break;
            case InteractionReceived { Interaction: var interaction }:
                await AnswerAsync(interaction, cancellationToken);
                break;
            case MessageCreated { Message: { Author.Bot: false, WebhookId: null } message } when IsForMe(message):
                Note(await Client.CreateMessageAsync(
                    message.ChannelId, new MessageDraft { Content = "Heard: " + message.Content, ReplyTo = message.Id }, $"m{message.Id}", cancellationToken));
                break;
        }
    }

    public void OnOverflow(DiscordEvent discordEvent) => Failures.Enqueue(new DiscordFailure(FailureKind.Unavailable, "overflow"));

    private bool IsForMe(Message message) => message.GuildId is null || message.Mentions.Any(user => user.Id == _self?.Id);

    private async Task AnswerAsync(Interaction interaction, CancellationToken stop)
    {
        switch (interaction)
        {
            case CommandInteraction { CommandType: CommandType.Message } command:
                await RespondAsync(new MessageResponse(new MessageDraft { Content = "> " + command.TargetMessage!.Content, Flags = MessageFlags.Ephemeral }));
                break;
            case CommandInteraction command:
                await RespondAsync(new DeferredMessageResponse(command.Arguments.Flag("private") == true));
                Note(await Client.EditOriginalAsync(interaction.Handle, new MessageEdit
                {
                    Embeds = [new Embed { Description = command.Arguments.Text("text") }],
                    Components = [new ActionRow([Button("More", "more"), Button("Correct", "correct")])],
                }, stop));
                break;
            case AutocompleteInteraction typing:
                await RespondAsync(new AutocompleteResponse([new OptionChoice(typing.Typed.ToUpperInvariant(), typing.Typed)]));
                break;
            case ComponentInteraction { CustomId: "more" }:
                await RespondAsync(new DeferredUpdateResponse());
                Note(await Client.FollowUpAsync(interaction.Handle, new MessageDraft { Content = "More", Flags = MessageFlags.Ephemeral }, stop));
                break;
            case ComponentInteraction { CustomId: "correct" }:
                await RespondAsync(new ModalResponse(new Modal("form", "Correct", [new Label("What?", new TextInput { CustomId = "why" })])));
                break;
            case ModalInteraction form:
                await RespondAsync(new UpdateMessageResponse(new MessageEdit { Content = "Corrected: " + form.Text("why"), Components = [] }));
                break;
        }

        async Task RespondAsync(InteractionResponse response)
        {
            var result = await Client.RespondAsync(interaction.Handle, response, stop);
            if (!result.Succeeded)
                Failures.Enqueue(result.Failure);
        }
    }

    private static Button Button(string label, string id) => new() { Style = ButtonStyle.Secondary, Label = label, CustomId = id };

    private void Note(DiscordResult<Message> result)
    {
        if (!result.Succeeded)
            Failures.Enqueue(result.Failure);
    }
}
