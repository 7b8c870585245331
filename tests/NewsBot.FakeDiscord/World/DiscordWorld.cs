namespace NewsBot.FakeDiscord.World;

/// <summary>Everything that exists: users, guilds, channels. Read and changed only under the server's gate.</summary>
internal sealed class DiscordWorld(FakeDiscordServer server, TimeProvider time)
{
    public Snowflakes Ids { get; } = new(time);
    public Dictionary<ulong, User> Users { get; } = [];
    public Dictionary<ulong, Guild> Guilds { get; } = [];

    /// <summary>All channels: those of guilds, threads, and direct messages.</summary>
    public Dictionary<ulong, Channel> Channels { get; } = [];

    /// <summary>The account of the bot under test; its id is the application's id.</summary>
    public User Bot { get; private set; } = null!;

    public User CreateBot(string name)
    {
        Bot = new User(server, Ids.Next(), name, bot: true);
        Users[Bot.Id] = Bot;
        return Bot;
    }

    public Channel AddChannel(Channel channel)
    {
        Channels[channel.Id] = channel;
        channel.Guild?.Channels.Add(channel);
        return channel;
    }

    /// <summary>The direct-message channel between the bot and a user, made when it is first needed.</summary>
    public Channel DirectChannel(User user)
    {
        var known = Channels.Values.FirstOrDefault(channel => channel.Kind == ChannelKind.Direct && channel.Recipient == user);
        return known ?? AddChannel(new Channel(server, Ids.Next(), ChannelKind.Direct, user.Username, guild: null) { Recipient = user });
    }

    public Permission BotRights(Channel channel) => channel.Guild is null ? Permission.All : Permissions.Of(channel.Guild, Bot, channel);

    public static bool Sees(User user, Channel channel) => channel.Guild is null
        ? channel.Recipient == user || user == channel.Server.World.Bot
        : Permissions.Of(channel.Guild, user, channel).HasFlag(Permission.ViewChannel);

    public Message? FindMessage(ulong channelId, ulong id) =>
        Channels.GetValueOrDefault(channelId)?.Messages.Find(message => message.Id == id && !message.Deleted);
}
