using Microsoft.Extensions.Logging;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Places;
using NewsBot.Discord.State;

namespace NewsBot.Discord.Asking;

/// <summary>
/// Says which permission is missing in a channel: to the asker, in the channel if anything can be written there and else
/// directly; and to the server's owner, once a day at most. Nothing that was refused is tried again.
/// </summary>
internal sealed class PermissionNotices(IDiscordClient client, Notices notices, ILogger<PermissionNotices> logger)
{
    private static readonly TimeSpan AskerEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AdminEvery = TimeSpan.FromDays(1);

    /// <summary>What an answer in a channel needs.</summary>
    public static Permissions Needed(bool isThread) =>
        Permissions.ViewChannel | Permissions.EmbedLinks | Permissions.ReadMessageHistory | (isThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages);

    /// <summary>The names of what is missing, as Discord's settings show them.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(Snowflake channel, CancellationToken cancellationToken)
    {
        var place = await client.GetChannelAsync(channel, cancellationToken).ConfigureAwait(false);
        if (!place.Succeeded)
            return PermissionSets.NamesOf(Permissions.ViewChannel);
        var own = await client.GetOwnPermissionsAsync(channel, cancellationToken).ConfigureAwait(false);
        return own.Succeeded ? PermissionSets.NamesOf(Needed(place.Value.IsThread).MissingFrom(own.Value)) : PermissionSets.NamesOf(Permissions.ViewChannel);
    }

    /// <summary>What the asker is told.</summary>
    public static string ToAsker(Message question, IReadOnlyList<string> missing) =>
        $"I cannot answer in <#{question.ChannelId}>: I lack {Names(missing)} there. With a slash command such as /ask I can.";

    /// <summary>Tells the asker and the owner about a message that could not be answered.</summary>
    public async Task TellAsync(Message question, CancellationToken cancellationToken)
    {
        var missing = await MissingAsync(question.ChannelId, cancellationToken).ConfigureAwait(false);
        logger.LogWarning("Channel {Channel}: missing {Permissions}", question.ChannelId, missing);
        if (notices.IsDue($"asker:{question.ChannelId}:{question.Author!.Id}", AskerEvery))
            await TellAskerAsync(question, missing, cancellationToken).ConfigureAwait(false);
        await TellOwnerAsync(question, missing, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells the owner of the server, unless that was done within a day.</summary>
    public Task TellOwnerAsync(Message question, IReadOnlyList<string> missing, CancellationToken cancellationToken) => question.GuildId is { } server
        ? TellOwnerAsync(new ChannelKey(server, question.ChannelId), "I was asked something and could not answer", missing, cancellationToken)
        : Task.CompletedTask;

    /// <summary>Tells the owner of a server that something could not be done in a channel, unless that was done within a day.</summary>
    public async Task TellOwnerAsync(ChannelKey place, string what, CancellationToken cancellationToken)
    {
        var missing = await MissingAsync(place.Channel, cancellationToken).ConfigureAwait(false);
        logger.LogWarning("Channel {Channel}: missing {Permissions}", place.Channel, missing);
        await TellOwnerAsync(place, what, missing, cancellationToken).ConfigureAwait(false);
    }

    private async Task TellOwnerAsync(ChannelKey place, string what, IReadOnlyList<string> missing, CancellationToken cancellationToken)
    {
        if (!notices.IsDue($"admin:{place.Server}", AdminEvery))
            return;
        var guild = await client.GetGuildAsync(place.Server, cancellationToken).ConfigureAwait(false);
        if (guild.Succeeded)
            await DirectlyAsync(guild.Value.OwnerId, $"In <#{place.Channel}> {what}: I lack {Names(missing)} there. (I say this once a day at most.)", null, cancellationToken).ConfigureAwait(false);
    }

    private async Task TellAskerAsync(Message question, IReadOnlyList<string> missing, CancellationToken cancellationToken)
    {
        var nonce = "p" + question.Id;
        if (missing.Count == 0 || missing.Any(name => name is "View Channel" or "Send Messages" or "Send Messages in Threads"))
            await DirectlyAsync(question.Author!.Id, ToAsker(question, missing), nonce, cancellationToken).ConfigureAwait(false);
        else
            await client.CreateMessageAsync(question.ChannelId, new MessageDraft { Content = ToAsker(question, missing) }, nonce, cancellationToken).ConfigureAwait(false);
    }

    private static string Names(IReadOnlyList<string> missing) =>
        missing.Count == 0 ? "a permission" : string.Join(" and ", missing.Select(name => $"**{name}**"));

    private async Task DirectlyAsync(Snowflake user, string text, string? nonce, CancellationToken cancellationToken)
    {
        var conversation = await client.OpenDirectMessageAsync(user, cancellationToken).ConfigureAwait(false);
        if (conversation.Succeeded)
            await client.CreateMessageAsync(conversation.Value.Id, new MessageDraft { Content = text }, nonce, cancellationToken).ConfigureAwait(false);
    }
}
