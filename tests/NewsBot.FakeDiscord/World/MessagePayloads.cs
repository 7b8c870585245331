using System.Text.Json.Nodes;

namespace NewsBot.FakeDiscord.World;

/// <summary>Messages in Discord's JSON, as the bot may see them.</summary>
internal static class MessagePayloads
{
    private static readonly string[] ContentFields = ["embeds", "attachments", "components"];

    /// <summary>
    /// The message with its content, or with the content fields blank when the bot lacks the message content intent and none of the
    /// exceptions holds: its own messages, direct messages, messages that mention it, replies to it that ping.
    /// </summary>
    public static JsonObject For(Message message, bool contentIntent, out bool blanked)
    {
        var json = Full(message);
        blanked = !contentIntent && !MayReadContent(message);
        if (blanked)
            Blank(json);
        if (message.ReplyTo is { Deleted: false } target)
        {
            var inner = Full(target);
            if (!contentIntent && !MayReadContent(target))
                Blank(inner);
            json["referenced_message"] = inner;
        }
        else if (message.ReplyToId is not null)
        {
            json["referenced_message"] = null;
        }

        return json;
    }

    private static void Blank(JsonObject json)
    {
        json["content"] = "";
        foreach (var field in ContentFields)
            json[field] = new JsonArray();
        json.Remove("poll");
    }

    public static bool MayReadContent(Message message)
    {
        var bot = message.Channel.Server.World.Bot;
        return message.Author == bot || message.Channel.Guild is null || message.MentionedUsers.Contains(bot);
    }

    /// <summary>The message with everything in it.</summary>
    public static JsonObject Full(Message message)
    {
        var server = message.Channel.Server;
        var json = new JsonObject
        {
            ["id"] = Payloads.Id(message.Id),
            ["channel_id"] = Payloads.Id(message.Channel.Id),
            ["type"] = message.Type,
            ["author"] = Payloads.Of(message.Author),
            ["content"] = message.Content,
            ["timestamp"] = Payloads.Time(message.Timestamp),
            ["edited_timestamp"] = Payloads.Time(message.EditedAt),
            ["tts"] = false,
            ["mention_everyone"] = message.MentionsEveryone,
            ["mentions"] = Payloads.Array(message.MentionedUsers.Select(user => Mentioned(user, message.Channel.Guild))),
            ["mention_roles"] = Payloads.Array(message.MentionedRoles.Select(id => Payloads.Id(id))),
            ["attachments"] = Payloads.Array(message.Attachments.Select(attachment => Of(attachment, message, server))),
            ["embeds"] = message.Embeds.DeepClone(),
            ["components"] = message.Components.DeepClone(),
            ["pinned"] = false,
            ["flags"] = message.Flags | (message.IsEphemeral ? 64 : 0) | (message.Loading ? 128 : 0),
        };
        if (message.Nonce is not null)
            json["nonce"] = message.Nonce;
        if (message.WebhookId is { } webhook)
            json["webhook_id"] = Payloads.Id(webhook);
        if (message.Author == server.World.Bot)
            json["application_id"] = Payloads.Id(server.World.Bot.Id);
        if (message.ReplyToId is { } reply)
        {
            json["message_reference"] = new JsonObject
            {
                ["type"] = 0,
                ["message_id"] = Payloads.Id(reply),
                ["channel_id"] = Payloads.Id(message.Channel.Id),
                ["guild_id"] = Payloads.Id(message.Channel.Guild?.Id),
            };
        }

        if (message.Interaction is { } interaction)
        {
            json["interaction_metadata"] = new JsonObject
            {
                ["id"] = Payloads.Id(interaction.Id),
                ["type"] = (int)interaction.Kind,
                ["user"] = Payloads.Of(interaction.User),
                ["authorizing_integration_owners"] = new JsonObject(),
            };
        }

        if (message.Thread is not null)
            json["thread"] = Payloads.Of(message.Thread);
        if (message.Reactions.Count > 0)
        {
            json["reactions"] = Payloads.Array(message.Reactions.Select(reaction => new JsonObject
            {
                ["emoji"] = Payloads.Emoji(reaction.Key),
                ["count"] = reaction.Value.Count,
                ["me"] = reaction.Value.Contains(server.World.Bot.Id),
            }));
        }

        return json;
    }

    private static JsonObject Mentioned(User user, Guild? guild)
    {
        var json = Payloads.Of(user);
        if (guild is not null && guild.Members.TryGetValue(user.Id, out var member))
            json["member"] = Payloads.Of(member, withUser: false);
        return json;
    }

    private static JsonObject Of(Attachment attachment, Message message, FakeDiscordServer server) => new()
    {
        ["id"] = Payloads.Id(attachment.Id),
        ["filename"] = attachment.FileName,
        ["description"] = attachment.Description,
        ["size"] = attachment.Bytes.Length,
        ["url"] = $"{server.HttpUrl}/attachments/{message.Channel.Id}/{attachment.Id}/{attachment.FileName}?ex=7fffffff",
        ["proxy_url"] = $"{server.HttpUrl}/attachments/{message.Channel.Id}/{attachment.Id}/{attachment.FileName}?ex=7fffffff",
    };
}
