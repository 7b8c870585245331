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
        server.Conduct.Exercise(SheetRow.Permissions);
        var rights = channel.Guild.HasBot ? server.World.BotRights(channel) : Permission.None;
        if (!rights.HasFlag(Permission.ViewChannel) || (channel.Kind == ChannelKind.PrivateThread && !channel.ThreadMembers.Contains(server.World.Bot.Id)))
            return RestReply.MissingAccess;
        return rights.HasFlag(needed) ? null : RestReply.MissingPermissions;
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
                return RestReply.MissingPermissions;
            if (channel.Locked && !server.World.BotRights(channel).HasFlag(Permission.ManageThreads))
                return RestReply.Error(400, 160005, "Thread is locked");
            return null;
        }

        return server.World.BotRights(channel).HasFlag(Permission.SendMessages) ? null : RestReply.MissingPermissions;
    }

    private RestReply? ToWriteTo(User user)
    {
        server.Conduct.Exercise(SheetRow.Permissions);
        if (!user.AcceptsDirectMessages)
            return RestReply.Error(403, 50007, "Cannot send messages to this user");
        var shared = server.World.Guilds.Values.Any(guild => guild.HasBot && guild.Members.ContainsKey(user.Id));
        var wrote = server.World.DirectChannel(user).Messages.Exists(message => message.Author == user);
        return shared || wrote ? null : RestReply.Error(403, 50278, "Cannot send messages to this user due to having no mutual guilds");
    }

    public RestReply Lacks(Permission permission, Channel channel)
    {
        server.Conduct.Exercise(SheetRow.Permissions);
        return server.World.BotRights(channel).HasFlag(permission) && channel.Guild is not null ? RestReply.MissingAccess : RestReply.MissingPermissions;
    }
}
