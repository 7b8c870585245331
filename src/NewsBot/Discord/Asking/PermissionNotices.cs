using Microsoft.Extensions.Logging;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
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

    public async Task TellAsync(Message question, CancellationToken cancellationToken)
    {
        var missing = await MissingAsync(question.ChannelId, cancellationToken).ConfigureAwait(false);
        var names = missing.Count == 0 ? "a permission" : string.Join(" and ", missing.Select(name => $"**{name}**"));
        logger.LogWarning("Channel {Channel}: missing {Permissions}", question.ChannelId, missing);
        if (notices.IsDue($"asker:{question.ChannelId}:{question.Author!.Id}", AskerEvery))
            await TellAskerAsync(question, missing, $"I cannot answer in <#{question.ChannelId}>: I lack {names} there. With a slash command such as /ask I can.", cancellationToken).ConfigureAwait(false);
        if (question.GuildId is { } server && notices.IsDue($"admin:{server}", AdminEvery))
            await TellOwnerAsync(server, $"In <#{question.ChannelId}> I was asked something and could not answer: I lack {names} there. (I say this once a day at most.)", cancellationToken).ConfigureAwait(false);
    }

    private async Task TellAskerAsync(Message question, IReadOnlyList<string> missing, string text, CancellationToken cancellationToken)
    {
        var canWrite = missing.Count > 0 && !missing.Any(name => name is "View Channel" or "Send Messages" or "Send Messages in Threads");
        if (canWrite)
            await client.CreateMessageAsync(question.ChannelId, new MessageDraft { Content = text }, "p" + question.Id, cancellationToken).ConfigureAwait(false);
        else
            await DirectlyAsync(question.Author!.Id, text, "p" + question.Id, cancellationToken).ConfigureAwait(false);
    }

    private async Task TellOwnerAsync(Snowflake server, string text, CancellationToken cancellationToken)
    {
        var guild = await client.GetGuildAsync(server, cancellationToken).ConfigureAwait(false);
        if (guild.Succeeded)
            await DirectlyAsync(guild.Value.OwnerId, text, null, cancellationToken).ConfigureAwait(false);
    }

    private async Task DirectlyAsync(Snowflake user, string text, string? nonce, CancellationToken cancellationToken)
    {
        var conversation = await client.OpenDirectMessageAsync(user, cancellationToken).ConfigureAwait(false);
        if (conversation.Succeeded)
            await client.CreateMessageAsync(conversation.Value.Id, new MessageDraft { Content = text }, nonce, cancellationToken).ConfigureAwait(false);
    }
}
