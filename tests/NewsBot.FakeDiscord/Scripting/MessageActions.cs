using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Validation;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Scripting;

/// <summary>What users do with messages.</summary>
public static class MessageActions
{
    /// <summary>Writes a message; mentions are the text's own (<c>&lt;@id&gt;</c>, <c>&lt;@&amp;id&gt;</c>).</summary>
    /// <param name="user">Who writes.</param>
    /// <param name="channel">Where.</param>
    /// <param name="text">What.</param>
    /// <param name="replyTo">The message that is answered.</param>
    /// <param name="ping">Whether the reply notifies the author of that message.</param>
    /// <param name="asWebhook">The message comes by a webhook, not by a member.</param>
    /// <param name="files">Names of text files that come with it.</param>
    public static Message Says(
        this User user, Channel channel, string text, Message? replyTo = null, bool ping = true, bool asWebhook = false, IEnumerable<string>? files = null)
    {
        var server = channel.Server;
        lock (server.Gate)
        {
            if (!asWebhook && !DiscordWorld.Sees(user, channel))
                throw new InvalidOperationException($"{user} does not see {channel}.");
            if (!asWebhook && channel.Guild is not null && !Permissions.Of(channel.Guild, user, channel).HasFlag(channel.IsThread ? Permission.SendMessagesInThreads : Permission.SendMessages))
                throw new InvalidOperationException($"{user} may not write in {channel}.");
            var now = server.Options.Time.GetUtcNow();
            var message = new Message(server.World.Ids.Next(), channel, user, now)
            {
                Content = text,
                ReplyTo = replyTo,
                ReplyToId = replyTo?.Id,
                Type = replyTo is null ? 0 : 19,
                WebhookId = asWebhook ? server.World.Ids.Next() : null,
                Attachments = [.. (files ?? []).Select(name => new Attachment(server.World.Ids.Next(), name, null, "a text"u8.ToArray()))],
            };
            message.Versions.Add(new MessageVersion(now, text, "[]", "[]"));
            var rights = channel.Guild is null ? Permission.All : Permissions.Of(channel.Guild, user, channel);
            message.Pinged = Mentions.Apply(message, AllowedMentions.OfMessage with { RepliedUser = ping && replyTo?.Interaction is null }, rights);
            channel.Archived = false;
            channel.Add(message);
            server.Announcements.Created(message);
            return message;
        }
    }

    /// <summary>Writes to the bot alone.</summary>
    public static Message SaysDirectly(this User user, string text, Message? replyTo = null) => user.Says(user.DirectChannel(), text, replyTo);

    /// <summary>The user's direct-message channel with the bot.</summary>
    public static Channel DirectChannel(this User user)
    {
        lock (user.Server.Gate)
            return user.Server.World.DirectChannel(user);
    }

    public static void Edits(this User user, Message message, string text)
    {
        var server = message.Channel.Server;
        lock (server.Gate)
        {
            if (message.Author != user)
                throw new InvalidOperationException($"{user} did not write that message.");
            var now = server.Options.Time.GetUtcNow();
            message.Content = text;
            message.EditedAt = now;
            message.Versions.Add(new MessageVersion(now, text, message.Embeds.ToJsonString(), message.Components.ToJsonString()));
            var rights = message.Channel.Guild is null ? Permission.All : Permissions.Of(message.Channel.Guild, user, message.Channel);
            Mentions.Apply(message, AllowedMentions.OfMessage with { RepliedUser = message.ReplyPinged }, rights);
            server.Announcements.Updated(message);
        }
    }

    /// <summary>Discord itself adds a link preview to a message: MESSAGE_UPDATE without a change of the text.</summary>
    public static void Unfurls(this Message message)
    {
        lock (message.Channel.Server.Gate)
        {
            message.Embeds = new JsonArray(new JsonObject { ["type"] = "link", ["url"] = "https://example.org/", ["title"] = "A preview" });
            message.Channel.Server.Announcements.Updated(message);
        }
    }

    public static void Deletes(this User user, Message message)
    {
        lock (message.Channel.Server.Gate)
        {
            message.Deleted = true;
            message.Channel.Server.Announcements.Deleted(message);
        }
    }

    public static void Reacts(this User user, Message message, string emoji)
    {
        lock (message.Channel.Server.Gate)
        {
            if (!message.Reactions.TryGetValue(emoji, out var users))
                message.Reactions[emoji] = users = [];
            users.Add(user.Id);
            message.Channel.Server.Announcements.Reacted("MESSAGE_REACTION_ADD", message, user, emoji);
        }
    }

    /// <summary>What the user sees in a channel: nothing deleted, and no ephemeral message meant for others.</summary>
    public static IReadOnlyList<Message> SeesIn(this User user, Channel channel)
    {
        lock (channel.Server.Gate)
        {
            return DiscordWorld.Sees(user, channel)
                ? [.. channel.Messages.Where(message => !message.Deleted && (message.EphemeralFor is null || message.EphemeralFor == user))]
                : [];
        }
    }

    /// <summary>Waits for the next finished message of the bot in a channel.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="after">Only messages after this one count.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static Task<Message> WaitForBotAsync(this Channel channel, Message? after = null, CancellationToken cancel = default) =>
        channel.Server.WaitForAsync(
            () => channel.Messages.Find(message => message.Author == channel.Server.Bot && !message.Loading && !message.Deleted && message.Id > (after?.Id ?? 0)),
            $"a message of the bot in {channel}",
            cancel);

    /// <summary>Waits until a message has a form that fits.</summary>
    public static Task<Message> WaitForAsync(this Message message, Func<Message, bool> fits, CancellationToken cancel = default) =>
        message.Channel.Server.WaitForAsync(() => fits(message) ? message : null, $"a change of '{message}'", cancel);

    /// <summary>All messages of the bot in a channel, in order.</summary>
    public static IReadOnlyList<Message> OfBot(this Channel channel)
    {
        lock (channel.Server.Gate)
            return [.. channel.Messages.Where(message => message.Author == channel.Server.Bot && !message.Deleted)];
    }
}
