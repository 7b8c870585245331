using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsBot.FakeDiscord.World;

/// <summary>The world in Discord's JSON.</summary>
internal static class Payloads
{
    public static JsonNode Id(ulong id) => JsonValue.Create(id.ToString(CultureInfo.InvariantCulture));

    public static JsonNode? Id(ulong? id) => id is { } value ? Id(value) : null;

    public static JsonNode Bits(Permission permission) => JsonValue.Create(((ulong)permission).ToString(CultureInfo.InvariantCulture));

    public static JsonNode? Time(DateTimeOffset? at) =>
        at is { } value ? JsonValue.Create(value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture)) : null;

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonObject Of(User user)
    {
        var json = new JsonObject
        {
            ["id"] = Id(user.Id),
            ["username"] = user.Username,
            ["global_name"] = user.GlobalName,
            ["discriminator"] = "0",
            ["avatar"] = null,
            ["public_flags"] = 0,
        };
        if (user.IsBot)
            json["bot"] = true;
        return json;
    }

    public static JsonObject Of(Member member, bool withUser)
    {
        var json = new JsonObject
        {
            ["nick"] = member.Nick,
            ["roles"] = Array(member.Roles.Select(role => Id(role.Id))),
            ["joined_at"] = Time(member.JoinedAt),
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
        };
        if (withUser)
            json["user"] = Of(member.User);
        return json;
    }

    public static JsonObject Of(Role role, User bot)
    {
        var json = new JsonObject
        {
            ["id"] = Id(role.Id),
            ["name"] = role.Name,
            ["permissions"] = Bits(role.Permissions),
            ["managed"] = role.Managed,
            ["mentionable"] = role.Mentionable,
            ["color"] = 0,
            ["hoist"] = false,
            ["position"] = 0,
            ["flags"] = 0,
        };
        if (role.Managed)
            json["tags"] = new JsonObject { ["bot_id"] = Id(bot.Id) };
        return json;
    }

    public static JsonObject Of(Channel channel)
    {
        var json = new JsonObject
        {
            ["id"] = Id(channel.Id),
            ["type"] = (int)channel.Kind,
            ["flags"] = 0,
            ["last_message_id"] = Id(channel.Messages.LastOrDefault(message => !message.Deleted)?.Id),
        };
        if (channel.Guild is null)
        {
            json["recipients"] = new JsonArray(Of(channel.Recipient!));
            return json;
        }

        json["guild_id"] = Id(channel.Guild.Id);
        json["name"] = channel.Name;
        json["parent_id"] = Id(channel.Parent?.Id);
        if (channel.IsThread)
        {
            json["owner_id"] = Id(channel.Server.World.Bot.Id);
            json["message_count"] = channel.Messages.Count;
            json["member_count"] = channel.ThreadMembers.Count;
            json["thread_metadata"] = new JsonObject
            {
                ["archived"] = channel.Archived,
                ["auto_archive_duration"] = channel.AutoArchiveMinutes,
                ["archive_timestamp"] = Time(Snowflakes.TimeOf(channel.Id)),
                ["locked"] = channel.Locked,
            };
            return json;
        }

        json["position"] = 0;
        json["nsfw"] = false;
        json["topic"] = null;
        json["permission_overwrites"] = Array(channel.Overwrites.Select(overwrite => new JsonObject
        {
            ["id"] = Id(overwrite.Id),
            ["type"] = overwrite.IsRole ? 0 : 1,
            ["allow"] = Bits(overwrite.Allow),
            ["deny"] = Bits(overwrite.Deny),
        }));
        return json;
    }

    public static JsonObject Of(Guild guild, bool asEvent)
    {
        var bot = guild.Server.World.Bot;
        var json = new JsonObject
        {
            ["id"] = Id(guild.Id),
            ["name"] = guild.Name,
            ["owner_id"] = Id(guild.OwnerId),
            ["preferred_locale"] = guild.PreferredLocale,
            ["features"] = new JsonArray(),
            ["system_channel_id"] = null,
            ["roles"] = Array(guild.Roles.Values.Select(role => Of(role, bot))),
        };
        if (!asEvent)
            return json;

        json["joined_at"] = Time(guild.JoinedAt);
        json["large"] = guild.Members.Count > 250;
        json["unavailable"] = false;
        json["member_count"] = guild.Members.Count;
        json["members"] = Array(guild.Members.Values.Where(member => member.User == bot).Select(member => Of(member, withUser: true)));
        json["channels"] = Array(guild.Channels.Where(channel => !channel.IsThread && !channel.Deleted).Select(Of));
        json["threads"] = Array(guild.Channels.Where(channel => channel.IsThread && !channel.Archived && !channel.Deleted).Select(Of));
        foreach (var name in (string[])["voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"])
            json[name] = new JsonArray();
        return json;
    }

    public static JsonObject Emoji(string emoji)
    {
        var parts = emoji.Split(':');
        return parts.Length == 2
            ? new JsonObject { ["id"] = parts[1], ["name"] = parts[0] }
            : new JsonObject { ["id"] = null, ["name"] = emoji };
    }
}
