using Microsoft.Extensions.Logging;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Rendering;

namespace NewsBot.Discord.Asking;

/// <summary>A reply to a message that asked, or, when the message was edited, the earlier reply to it.</summary>
/// <param name="services">What places share.</param>
/// <param name="question">The message that asks.</param>
/// <param name="earlier">The bot's answer to it before the edit; null for the first.</param>
internal sealed class MessagePlace(PlaceServices services, Message question, Snowflake? earlier = null) : IReplyPlace
{
    /// <summary>Discord shows it for ten seconds.</summary>
    private static readonly TimeSpan TypingAgain = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(40)];

    private Snowflake? _shown = earlier;

    public bool IsPrivate => false;

    public IAsyncDisposable ShowWorking() => new Typing(services, question.ChannelId);

    /// <summary>The typing sign is enough.</summary>
    public Task ShowProgressAsync(string text, IReadOnlyList<MessageComponent> buttons, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<Snowflake?> DeliverAsync(AnswerMessage message, CancellationToken cancellationToken) =>
        _shown = await ShowAsync(message, cancellationToken).ConfigureAwait(false);

    private async Task<Snowflake?> ShowAsync(AnswerMessage message, CancellationToken cancellationToken)
    {
        if (_shown is { } answer && await EditAsync(answer, message, cancellationToken).ConfigureAwait(false))
            return answer;
        // One nonce for whatever is sent in answer to this message: two attempts, or two processes, make one message.
        var nonce = question.Id.ToString();
        var draft = message.AsDraft with { ReplyTo = question.Id };
        for (var attempt = 0; ; attempt++)
        {
            var sent = await services.Client.CreateMessageAsync(question.ChannelId, draft, nonce, cancellationToken).ConfigureAwait(false);
            if (sent.Succeeded)
            {
                if (draft.Embeds.Count > 0 && sent.Value.Embeds.Count == 0)
                    await ExplainMissingEmbedAsync(sent.Value.Id, cancellationToken).ConfigureAwait(false);
                return sent.Value.Id;
            }

            switch (sent.Failure)
            {
                case { Code: DiscordCode.ReplyNeedsHistory } when draft.ReplyTo is not null:
                    draft = draft with { ReplyTo = null, Content = $"<@{question.Author!.Id}>" };
                    continue;
                case { Kind: FailureKind.Forbidden }:
                    await services.Permissions.TellAsync(question, cancellationToken).ConfigureAwait(false);
                    return null;
                case { Kind: FailureKind.Invalid } when attempt == 0 && sent.Failure.Code is not (DiscordCode.ThreadArchived or DiscordCode.ThreadLocked):
                    services.Logger.LogError("Discord refused an answer: {Failure}", sent.Failure);
                    draft = new MessageDraft { Content = "Discord would not take the answer that I have. Please ask in other words.", ReplyTo = question.Id };
                    nonce = "r" + nonce;
                    continue;
                case { Kind: FailureKind.Unavailable or FailureKind.RateLimited or FailureKind.BadAnswer } when attempt < Pauses.Length:
                    await Task.Delay(Pauses[attempt], services.Time, cancellationToken).ConfigureAwait(false);
                    continue;
                case { Kind: FailureKind.NotFound }:
                    return null; // The channel is gone.
                case { Code: DiscordCode.CannotMessageUser or DiscordCode.NoMutualGuild }:
                    return null; // The person wrote and then closed the conversation; there is no other way to them.
                default:
                    services.Logger.LogError("The answer to message {Message} could not be delivered: {Failure}", question.Id, sent.Failure);
                    return null;
            }
        }
    }

    /// <summary>Where embeds are not allowed Discord takes the message and leaves the embed out: then nothing of the answer is there.</summary>
    private async Task ExplainMissingEmbedAsync(Snowflake message, CancellationToken cancellationToken)
    {
        var missing = PermissionSets.NamesOf(Permissions.EmbedLinks);
        await services.Pacer.WaitTurnAsync(message, cancellationToken).ConfigureAwait(false);
        await services.Client.EditMessageAsync(
            question.ChannelId,
            message,
            new MessageEdit { Content = PermissionNotices.ToAsker(question, missing), Components = [] },
            cancellationToken).ConfigureAwait(false);
        await services.Permissions.TellOwnerAsync(question, missing, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> EditAsync(Snowflake answer, AnswerMessage message, CancellationToken cancellationToken)
    {
        await services.Pacer.WaitTurnAsync(answer, cancellationToken).ConfigureAwait(false);
        var edited = await services.Client.EditMessageAsync(question.ChannelId, answer, message.AsEdit, cancellationToken).ConfigureAwait(false);
        if (!edited.Succeeded)
            services.Logger.LogWarning("The earlier answer could not be edited: {Failure}", edited.Failure);
        return edited.Succeeded || edited.Failure.Kind != FailureKind.NotFound;
    }

    private sealed class Typing : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _typing;

        public Typing(PlaceServices services, Snowflake channel) => _typing = TypeAsync(services, channel, _stop.Token);

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync().ConfigureAwait(false);
            await _typing.ConfigureAwait(false);
            _stop.Dispose();
        }

        private static async Task TypeAsync(PlaceServices services, Snowflake channel, CancellationToken stop)
        {
            try
            {
                while ((await services.Client.TriggerTypingAsync(channel, stop).ConfigureAwait(false)).Succeeded)
                    await Task.Delay(TypingAgain, services.Time, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The answer is there.
            }
        }
    }
}
