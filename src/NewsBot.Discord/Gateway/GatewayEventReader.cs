using System.Text.Json.Serialization.Metadata;
using NewsBot.Discord.Events;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Json;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Gateway;

/// <summary>Turns dispatches into events, and knows which servers a session has, so as to tell joining one from an outage's end.</summary>
internal sealed class GatewayEventReader
{
    /// <summary>What became of a dispatch.</summary>
    public enum Outcome
    {
        /// <summary>An event.</summary>
        Read,

        /// <summary>Of a kind that nobody asked for.</summary>
        Ignored,

        /// <summary>Of a known kind, but not as the protocol says.</summary>
        Unreadable,
    }

    /// <summary>Servers that are remembered; a shard has at most 2500.</summary>
    private const int MaxGuilds = 10_000;

    private readonly HashSet<Snowflake> _guilds = [];

    public void BeginSession(ReadyData ready)
    {
        _guilds.Clear();
        _guilds.UnionWith(ready.Guilds.Take(MaxGuilds).Select(guild => guild.Id));
    }

    public Outcome Read(GatewayFrame frame, DateTimeOffset now, out DiscordEvent? discordEvent)
    {
        var json = DiscordJson.Relaxed;
        discordEvent = null;
        DiscordEvent? read = null;
        var known = frame.Name switch
        {
            "INTERACTION_CREATE" => Interaction(),
            "MESSAGE_CREATE" => As(json.Message, message => new MessageCreated(message)),
            "MESSAGE_UPDATE" => As(json.Message, message => new MessageUpdated(message)),
            "MESSAGE_DELETE" => As(json.MessageDeleteData, data => new MessagesDeleted(data.ChannelId, data.GuildId, [data.Id])),
            "MESSAGE_DELETE_BULK" => As(json.MessageDeleteBulkData, data => new MessagesDeleted(data.ChannelId, data.GuildId, data.Ids)),
            "MESSAGE_REACTION_ADD" => As(json.ReactionData, Reaction),
            "GUILD_CREATE" => As(json.Guild, GuildCreate),
            "GUILD_UPDATE" => As(json.Guild, guild => new GuildUpdated(guild)),
            "GUILD_DELETE" => As(json.GuildDeleteData, GuildDelete),
            "CHANNEL_CREATE" or "THREAD_CREATE" => As(json.Channel, channel => new ChannelChanged(channel, IsNew: true)),
            "CHANNEL_UPDATE" or "THREAD_UPDATE" => As(json.Channel, channel => new ChannelChanged(channel, IsNew: false)),
            "CHANNEL_DELETE" or "THREAD_DELETE" => As(json.Channel, channel => new ChannelDeleted(channel.Id, channel.GuildId, channel.IsThread)),
            "GUILD_ROLE_CREATE" or "GUILD_ROLE_UPDATE" => As(json.RoleData, data => new RoleChanged(data.GuildId, data.Role)),
            "GUILD_ROLE_DELETE" => As(json.RoleDeleteData, data => new RoleDeleted(data.GuildId, data.RoleId)),
            _ => false,
        };
        discordEvent = read;
        return !known ? Outcome.Ignored : read is null ? Outcome.Unreadable : Outcome.Read;

        bool As<T>(JsonTypeInfo<T> type, Func<T, DiscordEvent> make)
            where T : class
        {
            read = DiscordJson.TryRead(frame.Data.Span, type) is { } value ? make(value) : null;
            return true;
        }

        bool Interaction()
        {
            var data = DiscordJson.TryRead(frame.Data.Span, json.InteractionData);
            read = data is not null && InteractionReader.Read(data, now) is { } interaction ? new InteractionReceived(interaction) : null;
            return true;
        }
    }

    private static ReactionAdded Reaction(ReactionData data) =>
        new(data.UserId, data.ChannelId, data.MessageId, data.GuildId, data.Emoji.Name ?? "");

    private DiscordEvent GuildCreate(Guild guild)
    {
        var isNew = !_guilds.Contains(guild.Id);
        if (_guilds.Count < MaxGuilds)
            _guilds.Add(guild.Id);
        return guild.Unavailable ? new GuildUnavailable(guild.Id) : new GuildAvailable(guild, isNew);
    }

    private DiscordEvent GuildDelete(GuildDeleteData data)
    {
        if (data.Unavailable == true)
            return new GuildUnavailable(data.Id);
        _guilds.Remove(data.Id);
        return new GuildLeft(data.Id);
    }
}
