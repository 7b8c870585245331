using NewsBot.Discord.Answers;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Places;
using NewsBot.Discord.State;

namespace NewsBot.Discord.Asking;

/// <summary>Questions in messages: mentions, replies, direct messages; and edits of them.</summary>
internal sealed class MessageHandler(
    IDiscordClient client,
    RequestDesk desk,
    RateLimits limits,
    Notices notices,
    PlaceServices services,
    AnswerStore answers,
    QuestionsInHand inHand,
    ServerRoles roles,
    DiscordSettings settings,
    TimeProvider time)
{
    private static readonly TimeSpan RefusalEvery = TimeSpan.FromMinutes(1);

    private const string ShortHelp =
        "Ask me about the news: mention me together with your question, or use **/ask**. **/whosaid** finds out who said something, **/quote** whether a quote is real, and **/help** shows everything.";

    private const string Unreadable =
        "Discord does not show me what you wrote. Please use **/ask**, or mention me by name (not by role) together with your question.";

    private const string Files =
        "I do not read files. Please write your question as text: at most 2,000 characters fit into a message, and longer ones become a file.";

    public Task HandleAsync(Message message, Snowflake self, CancellationToken cancellationToken)
    {
        var (address, text) = Addressed.Read(message, self, roles.Own(message.GuildId));
        return address switch
        {
            Address.Question => TakeAsync(message, text, earlier: null, cancellationToken),
            Address.Bare when limits.Check(message.Author!.Id, message.GuildId) is null => SayAsync(message, ShortHelp, cancellationToken),
            Address.Files when limits.Check(message.Author!.Id, message.GuildId) is null => SayAsync(message, Files, cancellationToken),
            Address.Unreadable when limits.Check(message.Author!.Id, message.GuildId) is null => SayAsync(message, Unreadable, cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>A question that was edited soon after is answered anew, in the message that answers it.</summary>
    public async Task HandleEditAsync(Message message, Snowflake self, CancellationToken cancellationToken)
    {
        if (message.EditedTimestamp is null || time.GetUtcNow() - message.Id.CreatedAt > TimeSpan.FromSeconds(settings.EditSeconds))
            return; // Discord says the same when it only adds the preview of a link.
        var (address, text) = Addressed.Read(message, self, roles.Own(message.GuildId));
        if (address != Address.Question || await ReviseAsync(message, text, cancellationToken).ConfigureAwait(false))
            return;
        if (answers.ToQuestion(message.Id) is { } earlier && earlier.Answer.Calls[0].Text != text)
            await TakeAsync(message, text, earlier.Message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Messages were deleted: what they ask is not answered any more.</summary>
    public void HandleDeleted(IReadOnlyList<Snowflake> messages)
    {
        foreach (var message in messages)
            inHand.Find(message)?.Close();
    }

    /// <summary>A question that is still being answered: whoever answers it goes on with the new text.</summary>
    /// <returns>False when it is not being answered.</returns>
    private async Task<bool> ReviseAsync(Message message, string text, CancellationToken cancellationToken)
    {
        if (inHand.Find(message.Id) is not { } question)
            return false;
        if (question.Text == text)
            return true;
        if (desk.Refusal(message) is not { } refusal)
            return question.TryRevise(text);
        await RefuseAsync(message, refusal, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private Task TakeAsync(Message message, string text, Snowflake? earlier, CancellationToken cancellationToken)
    {
        var question = inHand.Add(message.Id, text);
        var request = new Request
        {
            Parts = [new AskedPart(null, new AskedCall("", text))],
            Asker = message.Author!.Id,
            Server = message.GuildId,
            Channel = message.ChannelId,
            Question = message.Id,
            InHand = question,
            HasFiles = message.Attachments.Count > 0,
            Follows = message.ReferencedMessage is { } replied ? Public(replied.Id) : null,
            Began = Public(message.ChannelId),
            Place = new MessagePlace(services, message, earlier),
        };
        if (desk.Take(message, request) is not { } refusal)
            return Task.CompletedTask;
        inHand.Remove(message.Id, question);
        return RefuseAsync(message, refusal, cancellationToken);
    }

    /// <summary>The answer that a message shows to all; a thread has the id of the message that it hangs on.</summary>
    private GivenAnswer? Public(Snowflake message) => answers.ShownIn(message) is { IsPrivate: false } answer ? answer : null;

    /// <summary>A refusal is said once in a while only: said each time it would itself fill the channel.</summary>
    private Task RefuseAsync(Message message, string refusal, CancellationToken cancellationToken) =>
        notices.IsDue($"refused:{message.Author!.Id}", RefusalEvery) ? SayAsync(message, refusal, cancellationToken) : Task.CompletedTask;

    private async Task SayAsync(Message message, string text, CancellationToken cancellationToken)
    {
        var said = await client.CreateMessageAsync(
            message.ChannelId, new MessageDraft { Content = text, ReplyTo = message.Id, Flags = MessageFlags.SuppressEmbeds }, message.Id.ToString(), cancellationToken).ConfigureAwait(false);
        if (said.Failure is { Kind: FailureKind.Forbidden })
            await services.Permissions.TellAsync(message, cancellationToken).ConfigureAwait(false);
    }
}
