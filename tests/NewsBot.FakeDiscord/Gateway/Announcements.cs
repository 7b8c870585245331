using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Gateway;

/// <summary>Tells the bot what happened, as far as its intents and its rights in the channel let it know.</summary>
internal sealed class Announcements(FakeDiscordServer server)
{
    private GatewayHub Hub => server.Gateway;

    public void Created(Message message)
    {
        Tell("MESSAGE_CREATE", message);
    }

    public void Updated(Message message) => Tell("MESSAGE_UPDATE", message);

    private void Tell(string name, Message message)
    {
        var channel = message.Channel;
        if (!BotSees(channel))
        {
            server.Changed();
            return;
        }

        // An ephemeral message names no guild and so travels with the direct messages.
        var direct = channel.Guild is null || message.IsEphemeral;
        if (direct && channel.Guild is null)
            server.Conduct.Exercise(SheetRow.DirectMessages);
        Hub.Dispatch(name, channel.Guild?.Id, direct ? Intents.DirectMessages : Intents.GuildMessages, session =>
        {
            if (name == "MESSAGE_CREATE")
                message.Announced = (session, session.Sequence + 1);
            var json = MessagePayloads.For(message, session.Intents.HasFlag(Intents.MessageContent), out var blanked);
            if (blanked)
                server.Conduct.Exercise(SheetRow.MessageContent);
            json["channel_type"] = (int)channel.Kind;
            if (direct)
                return json;
            json["guild_id"] = Payloads.Id(channel.Guild!.Id);
            if (message.WebhookId is null && channel.Guild.Members.TryGetValue(message.Author.Id, out var member))
                json["member"] = Payloads.Of(member, withUser: false);
            return json;
        });
    }

    public void Deleted(Message message)
    {
        var channel = message.Channel;
        if (!BotSees(channel) || message.IsEphemeral)
        {
            server.Changed();
            return;
        }

        Hub.Dispatch("MESSAGE_DELETE", channel.Guild?.Id, channel.Guild is null ? Intents.DirectMessages : Intents.GuildMessages, _ => Placed(channel, new JsonObject
        {
            ["id"] = Payloads.Id(message.Id),
            ["channel_id"] = Payloads.Id(channel.Id),
        }));
    }

    public void Reacted(string name, Message message, User user, string emoji)
    {
        var channel = message.Channel;
        if (!BotSees(channel))
            return;
        Hub.Dispatch(name, channel.Guild?.Id, channel.Guild is null ? Intents.DirectMessageReactions : Intents.GuildMessageReactions, _ => Placed(channel, new JsonObject
        {
            ["user_id"] = Payloads.Id(user.Id),
            ["channel_id"] = Payloads.Id(channel.Id),
            ["message_id"] = Payloads.Id(message.Id),
            ["message_author_id"] = Payloads.Id(message.Author.Id),
            ["emoji"] = Payloads.Emoji(emoji),
            ["burst"] = false,
            ["type"] = 0,
        }));
    }

    public void OfGuild(string name, Guild guild, Func<JsonObject> data) => Hub.Dispatch(name, guild.Id, Intents.Guilds, _ => data());

    public void OfChannel(string name, Channel channel)
    {
        if (channel.Guild is { HasBot: true } guild && (BotSees(channel) || name.EndsWith("DELETE", StringComparison.Ordinal)))
            Hub.Dispatch(name, guild.Id, Intents.Guilds, _ => Payloads.Of(channel));
    }

    private bool BotSees(Channel channel) =>
        channel.Guild is null || (channel.Guild is { HasBot: true, Unavailable: false } && server.World.BotRights(channel).HasFlag(Permission.ViewChannel)
            && (channel.Kind != ChannelKind.PrivateThread || channel.ThreadMembers.Contains(server.World.Bot.Id)));

    private static JsonObject Placed(Channel channel, JsonObject json)
    {
        if (channel.Guild is not null)
            json["guild_id"] = Payloads.Id(channel.Guild.Id);
        return json;
    }
}
