using Microsoft.Extensions.Logging;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.State;

namespace NewsBot.Discord.Asking;

/// <summary>What places share.</summary>
internal sealed record PlaceServices(
    IDiscordClient Client, OpenInteractions Open, EditPacer Pacer, PermissionNotices Permissions, TimeProvider Time, ILogger<PlaceServices> Logger);

/// <summary>
/// The message of a deferred interaction. An error on a public one is told to the asker alone. When the interaction's
/// fifteen minutes are over the answer goes to the channel, or for a private one to the asker's direct messages.
/// </summary>
internal sealed class InteractionPlace(PlaceServices services, Interaction interaction, bool isPrivate) : IReplyPlace, IDisposable
{
    /// <summary>How far apart progress is shown at least.</summary>
    private static readonly TimeSpan ProgressApart = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(45)];

    private readonly SemaphoreSlim _edits = new(1);
    private DateTimeOffset _progressAt = services.Time.GetUtcNow();
    private volatile bool _delivering;

    public bool IsPrivate => isPrivate;

    private InteractionHandle Handle => interaction.Handle;

    /// <summary>Discord shows "thinking" by itself.</summary>
    public IAsyncDisposable ShowWorking() => Nothing.Instance;

    public async Task ShowProgressAsync(string text, IReadOnlyList<MessageComponent> buttons, CancellationToken cancellationToken)
    {
        if (_delivering || services.Time.GetUtcNow() - _progressAt < ProgressApart)
            return;
        _progressAt = services.Time.GetUtcNow();
        await _edits.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await services.Pacer.WaitTurnAsync(Handle.Id, cancellationToken).ConfigureAwait(false);
            if (!_delivering)
                await services.Client.EditOriginalAsync(Handle, new MessageEdit { Content = DiscordText.Escape(text), Components = buttons }, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _edits.Release();
        }
    }

    public async Task<Snowflake?> DeliverAsync(AnswerMessage message, CancellationToken cancellationToken)
    {
        _delivering = true;
        await _edits.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await services.Pacer.WaitTurnAsync(Handle.Id, cancellationToken).ConfigureAwait(false);
            var shown = message.IsError && !isPrivate
                ? await TellAskerAsync(message, cancellationToken).ConfigureAwait(false)
                : await EditAsync(message, cancellationToken).ConfigureAwait(false);
            services.Open.Remove(Handle);
            return shown;
        }
        finally
        {
            _edits.Release();
        }
    }

    public void Dispose() => _edits.Dispose();

    /// <summary>Takes the public placeholder away and tells the asker alone; what cannot be taken away becomes the error.</summary>
    private async Task<Snowflake?> TellAskerAsync(AnswerMessage message, CancellationToken cancellationToken)
    {
        var deleted = await services.Client.DeleteOriginalAsync(Handle, cancellationToken).ConfigureAwait(false);
        if (!deleted.Succeeded)
            return await EditAsync(message, cancellationToken).ConfigureAwait(false);
        var told = await services.Client.FollowUpAsync(Handle, message.AsPrivateDraft, cancellationToken).ConfigureAwait(false);
        return told.Succeeded || told.Failure.MayHaveHappened ? null : await ElsewhereAsync(message, told.Failure, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Snowflake?> EditAsync(AnswerMessage message, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var edited = await services.Client.EditOriginalAsync(Handle, message.AsEdit, cancellationToken).ConfigureAwait(false);
            if (edited.Succeeded)
                return isPrivate ? null : edited.Value.Id;
            switch (edited.Failure.Kind)
            {
                case FailureKind.NotFound when edited.Failure.Code != DiscordCode.UnknownWebhook:
                    return null; // The asker deleted it, or the channel is gone.
                case FailureKind.InteractionExpired or FailureKind.Forbidden or FailureKind.NotFound:
                    return await ElsewhereAsync(message, edited.Failure, cancellationToken).ConfigureAwait(false);
                case FailureKind.Invalid when attempt == 0:
                    services.Logger.LogError("Discord refused an answer: {Failure}", edited.Failure);
                    message = Refused;
                    continue;
                default:
                    if (attempt >= Pauses.Length)
                        return await ElsewhereAsync(message, edited.Failure, cancellationToken).ConfigureAwait(false);
                    await Task.Delay(Pauses[attempt], services.Time, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
    }

    /// <summary>The interaction takes no answer any more: the bot writes one of its own.</summary>
    private async Task<Snowflake?> ElsewhereAsync(AnswerMessage message, DiscordFailure failure, CancellationToken cancellationToken)
    {
        services.Logger.LogWarning("{Interaction} takes no answer any more ({Failure}); it goes another way", Handle, failure.Kind);
        if (isPrivate && interaction.GuildId is not null)
            return await DirectlyAsync(message, cancellationToken).ConfigureAwait(false);
        if (interaction.ChannelId is not { } channel || !interaction.BotIsPresent)
            return await DirectlyAsync(message, cancellationToken).ConfigureAwait(false);
        var sent = await services.Client.CreateMessageAsync(
            channel, message.AsDraft with { Content = $"<@{interaction.User.Id}>, this took longer than Discord waits:" }, Handle.Id.ToString(), cancellationToken).ConfigureAwait(false);
        if (sent.Succeeded)
            return sent.Value.Id;
        return sent.Failure.Kind == FailureKind.Forbidden ? await DirectlyAsync(message, cancellationToken).ConfigureAwait(false) : Lost(sent.Failure);
    }

    private async Task<Snowflake?> DirectlyAsync(AnswerMessage message, CancellationToken cancellationToken)
    {
        var opened = await services.Client.OpenDirectMessageAsync(interaction.User.Id, cancellationToken).ConfigureAwait(false);
        var sent = opened.Succeeded
            ? await services.Client.CreateMessageAsync(opened.Value.Id, message.AsDraft, Handle.Id.ToString(), cancellationToken).ConfigureAwait(false)
            : opened.Failure;
        if (sent.Succeeded)
            return null;
        if (sent.Failure.Code is not (DiscordCode.CannotMessageUser or DiscordCode.NoMutualGuild) || interaction.ChannelId is not { } channel)
            return Lost(sent.Failure);

        // The answer stays private; only that it could not be sent is said in the channel, once.
        var said = await services.Client.CreateMessageAsync(
            channel,
            new MessageDraft { Content = $"<@{interaction.User.Id}>, the answer took longer than Discord waits, and your direct messages are closed to me. Please ask again." },
            "dm" + Handle.Id,
            cancellationToken).ConfigureAwait(false);
        return said.Succeeded ? null : Lost(said.Failure);
    }

    private Snowflake? Lost(DiscordFailure failure)
    {
        services.Logger.LogError("The answer to {Interaction} could not be delivered: {Failure}", Handle, failure);
        return null;
    }

    private static AnswerMessage Refused => new(Card.Notice("Discord would not take the answer that I have. Please ask in other words."), [], IsError: true);

    private sealed class Nothing : IAsyncDisposable
    {
        public static readonly Nothing Instance = new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
