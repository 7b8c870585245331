using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Rest;

/// <summary>Whether the bot may do something in a channel, and what it is told if not.</summary>
internal sealed class Access(FakeDiscordServer server)
{
    /// <summary>Finds a channel that the bot may see, with the rights asked for.</summary>
    public RestReply? To(ulong id, Permission needed, out Channel? channel)
    {
        channel = server.World.Channels.GetValueOrDefault(id);
        if (channel is null || channel.Deleted)
            return RestReply.UnknownChannel;
        if (channel.Guild is null)
            return null;
        var rights = channel.Guild.HasBot ? server.World.BotRights(channel) : Permission.None;
        if (!rights.HasFlag(Permission.ViewChannel) || (channel.Kind == ChannelKind.PrivateThread && !channel.ThreadMembers.Contains(server.World.Bot.Id)))
            return Refused(RestReply.MissingAccess);
        return rights.HasFlag(needed) ? null : Refused(RestReply.MissingPermissions);
    }

    /// <summary>Whether the bot may write in a channel that it sees.</summary>
    public RestReply? ToSendIn(Channel channel)
    {
        if (channel.Guild is null)
            return ToWriteTo(channel.Recipient!);
        if (channel.Kind is ChannelKind.Forum)
            return RestReply.Error(400, 50008, "Cannot send messages in a non-text channel");
        if (channel.IsThread)
        {
            server.Conduct.Exercise(SheetRow.Threads);
            if (!server.World.BotRights(channel).HasFlag(Permission.SendMessagesInThreads))
                return Refused(RestReply.MissingPermissions);
            if (channel.Locked && !server.World.BotRights(channel).HasFlag(Permission.ManageThreads))
                return RestReply.Error(400, 160005, "Thread is locked");
            return null;
        }

        return server.World.BotRights(channel).HasFlag(Permission.SendMessages) ? null : Refused(RestReply.MissingPermissions);
    }

    private RestReply Refused(RestReply reply)
    {
        server.Conduct.Exercise(SheetRow.Permissions);
        return reply;
    }

    private RestReply? ToWriteTo(User user)
    {
        if (!user.AcceptsDirectMessages)
            return Refused(RestReply.Error(403, 50007, "Cannot send messages to this user"));
        var shared = server.World.Guilds.Values.Any(guild => guild.HasBot && guild.Members.ContainsKey(user.Id));
        var wrote = server.World.DirectChannel(user).Messages.Exists(message => message.Author == user);
        return shared || wrote ? null : Refused(RestReply.Error(403, 50278, "Cannot send messages to this user due to having no mutual guilds"));
    }

    /// <summary>The bot lacks a right for the rest of what it asks for.</summary>
    public RestReply Lacks() => Refused(RestReply.MissingPermissions);
}
