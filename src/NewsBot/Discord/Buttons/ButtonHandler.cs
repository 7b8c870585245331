using System.Globalization;
using NewsBot.Core.Answering;
using NewsBot.Core.Corpus;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Rendering;

namespace NewsBot.Discord.Buttons;

/// <summary>What the buttons, selects and forms under answers do, also after a restart.</summary>
internal sealed class ButtonHandler(IDiscordClient client, AnswerStore answers, RequestDesk desk, ICorpus corpus)
{
    private const string QuestionInput = "question";
    private const int LongestQuestion = 1000;

    public Task HandleAsync(ComponentInteraction interaction, CancellationToken cancellationToken)
    {
        if (ButtonId.Parse(interaction.CustomId) is { Action: ButtonAction.CancelReload })
            return AskAsync(interaction, isPrivate: true, isAdminAnswer: true, [new AskedPart(null, new AskedCall("reload", "cancel"))], follows: null, cancellationToken);
        if (ButtonId.Parse(interaction.CustomId) is not { } button || answers.Find(button.Answer) is not { } answer)
            return GoneAsync(interaction, cancellationToken);
        return button.Action switch
        {
            ButtonAction.FollowUp => RespondAsync(interaction, new ModalResponse(Form(button)), cancellationToken),
            ButtonAction.Context => ContextAsync(interaction, answer, cancellationToken),
            ButtonAction.Sources => SourcesAsync(interaction, answer, cancellationToken),
            ButtonAction.Share => ShareAsync(interaction, answer, cancellationToken),
            ButtonAction.Delete => DeleteAsync(interaction, answer, cancellationToken),
            ButtonAction.VoteUp or ButtonAction.VoteDown => VoteAsync(interaction, answer, button.Action == ButtonAction.VoteUp, cancellationToken),
            ButtonAction.Page => PageAsync(interaction, answer, button.Number, cancellationToken),
            ButtonAction.Retry => AskAsync(interaction, answer, [.. answer.Calls.Zip(answer.Parts, (call, part) => new AskedPart(part.Title, call))], follows: null, cancellationToken),
            _ => GoneAsync(interaction, cancellationToken),
        };
    }

    public Task HandleAsync(ModalInteraction interaction, CancellationToken cancellationToken)
    {
        if (ButtonId.Parse(interaction.CustomId) is not { Action: ButtonAction.FollowUp } form || answers.Find(form.Answer) is not { } answer)
            return GoneAsync(interaction, cancellationToken);
        var question = interaction.Text(QuestionInput).Trim();
        return question.Length == 0
            ? RequestDesk.TellAsync(client, interaction, "The question was empty.", cancellationToken)
            : AskAsync(interaction, answer, [new AskedPart(null, new AskedCall("", question))], follows: answer, cancellationToken);
    }

    /// <summary>Asks in the conversation of whoever clicked; a private answer's follow-up is private too.</summary>
    private Task AskAsync(Interaction interaction, GivenAnswer answer, IReadOnlyList<AskedPart> parts, GivenAnswer? follows, CancellationToken cancellationToken) =>
        AskAsync(interaction, answer.IsPrivate, answer.IsAdmin, parts, follows, cancellationToken);

    private Task AskAsync(Interaction interaction, bool isPrivate, bool isAdminAnswer, IReadOnlyList<AskedPart> parts, GivenAnswer? follows, CancellationToken cancellationToken)
    {
        var isAdmin = interaction.UserMay(Permissions.ManageServer);
        if (isAdminAnswer && !isAdmin)
            return RequestDesk.TellAsync(client, interaction, "That is for those who may manage this server.", cancellationToken);
        return desk.TakeAsync(
            interaction,
            isPrivate,
            place => new Request
            {
                Parts = parts,
                Asker = interaction.User.Id,
                AskerName = interaction.UserName,
                IsAdmin = isAdmin,
                IsAdminCommand = isAdminAnswer,
                Server = interaction.GuildId,
                Channel = interaction.ChannelId ?? default,
                Follows = follows,
                Place = place,
            },
            cancellationToken);
    }

    /// <summary>The button shows the first citation to the clicker alone; the select there changes what is shown.</summary>
    private async Task ContextAsync(ComponentInteraction interaction, GivenAnswer answer, CancellationToken cancellationToken)
    {
        var chosen = interaction.Values is [var value] && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        if (answer.Citations.FirstOrDefault(citation => citation.Number == chosen) is not { } citation)
        {
            await GoneAsync(interaction, cancellationToken).ConfigureAwait(false);
            return;
        }

        using var snapshot = corpus.Acquire();
        var changed = await CitedArticle.ChangedAsync(snapshot, answer.Cited, cancellationToken).ConfigureAwait(false);
        var card = ContextCard.Of(citation, await CitedParagraph.FindAsync(snapshot, citation, cancellationToken).ConfigureAwait(false), [.. changed.Values]);
        var choice = ContextCard.Choice(answer, citation.Number);
        await RespondAsync(
            interaction,
            interaction.Values.Count > 0
                ? new UpdateMessageResponse(new MessageEdit { Embeds = [card], Components = choice })
                : new MessageResponse(new MessageDraft { Embeds = [card], Components = choice, Flags = MessageFlags.Ephemeral }),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task SourcesAsync(ComponentInteraction interaction, GivenAnswer answer, CancellationToken cancellationToken)
    {
        using var snapshot = corpus.Acquire();
        var changed = await CitedArticle.ChangedAsync(snapshot, answer.Cited, cancellationToken).ConfigureAwait(false);
        var pages = AnswerPages.Sources(answer, [.. changed.Values]);
        if (pages.Count == 0)
            return;
        await RespondAsync(interaction, new MessageResponse(PrivateCard(pages[0])), cancellationToken).ConfigureAwait(false);
        foreach (var page in pages.Skip(1))
            await client.FollowUpAsync(interaction.Handle, PrivateCard(page), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A copy for all, which then has buttons of its own; the private one cannot be shared again.</summary>
    private async Task ShareAsync(ComponentInteraction interaction, GivenAnswer answer, CancellationToken cancellationToken)
    {
        var shared = answer with { Id = AnswerStore.NewId(), IsPrivate = false, Channel = interaction.ChannelId };
        var message = AnswerMessage.Of(shared);
        var own = AnswerMessage.Of(answer);
        var without = own.Components.OfType<ActionRow>().Select(row => new ActionRow([.. row.Components.Where(component => !IsShare(component))])).Where(row => row.Components.Count > 0);
        answers.Add(shared);
        await RespondAsync(interaction, new UpdateMessageResponse(new MessageEdit { Components = [.. without] }), cancellationToken).ConfigureAwait(false);
        var sent = await client.FollowUpAsync(
            interaction.Handle, message.AsDraft with { Content = $"Shared by <@{interaction.User.Id}>:" }, cancellationToken).ConfigureAwait(false);
        if (sent.Succeeded)
            answers.ShownAs(shared.Id, sent.Value.Id);
        else if (!sent.Failure.MayHaveHappened)
            await client.EditOriginalAsync(interaction.Handle, own.AsEdit with { Content = "It could not be shared here." }, cancellationToken).ConfigureAwait(false);
    }

    private async Task DeleteAsync(ComponentInteraction interaction, GivenAnswer answer, CancellationToken cancellationToken)
    {
        if (interaction.User.Id != answer.Asker && !interaction.UserMay(Permissions.ManageMessages))
        {
            await RequestDesk.TellAsync(client, interaction, "Only the person who asked can delete this answer.", cancellationToken).ConfigureAwait(false);
            return;
        }

        var acknowledged = await RespondAsync(interaction, new DeferredUpdateResponse(), cancellationToken).ConfigureAwait(false);
        if (acknowledged.Succeeded)
            await client.DeleteOriginalAsync(interaction.Handle, cancellationToken).ConfigureAwait(false);
    }

    private Task VoteAsync(ComponentInteraction interaction, GivenAnswer answer, bool up, CancellationToken cancellationToken)
    {
        answers.Vote(answer.Id, interaction.User.Id, up);
        return RequestDesk.TellAsync(client, interaction, up ? "Thank you. Noted as helpful; only you see this." : "Thank you. Noted as not helpful; only you see this.", cancellationToken);
    }

    /// <summary>The asker turns the page for all, anybody else for themselves.</summary>
    private Task PageAsync(ComponentInteraction interaction, GivenAnswer answer, int page, CancellationToken cancellationToken)
    {
        var message = AnswerMessage.Of(answer, page);
        var isOwn = interaction.User.Id == answer.Asker || interaction.Message?.Flags.HasFlag(MessageFlags.Ephemeral) == true;
        return RespondAsync(
            interaction,
            isOwn ? new UpdateMessageResponse(new MessageEdit { Embeds = [message.Embed], Components = message.Components }) : new MessageResponse(message.AsPrivateDraft),
            cancellationToken);
    }

    private static Modal Form(ButtonId button) => new(
        button.ToString(),
        "Ask more",
        [
            new Label("Your question", new TextInput
            {
                CustomId = QuestionInput,
                Style = TextInputStyle.Paragraph,
                MinLength = 2,
                MaxLength = LongestQuestion,
                Placeholder = "In your own words",
            }),
        ]);

    private static MessageDraft PrivateCard(string text) => new() { Embeds = [Card.Notice(text)], Flags = MessageFlags.Ephemeral };

    private static bool IsShare(MessageComponent component) => component is Button { CustomId: { } id } && ButtonId.Parse(id) is { Action: ButtonAction.Share };

    private Task<DiscordResult> GoneAsync(Interaction interaction, CancellationToken cancellationToken) =>
        RequestDesk.TellAsync(client, interaction, "I no longer have that answer. Please ask again.", cancellationToken);

    private Task<DiscordResult> RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellationToken) =>
        client.RespondAsync(interaction.Handle, response, cancellationToken);
}
