using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Validation;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Rest;

/// <summary>Messages, typing and reactions with the bot's token.</summary>
internal sealed class MessageRoutes(FakeDiscordServer server)
{
    private static readonly TimeSpan NonceRemembered = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan OldMessage = TimeSpan.FromHours(1);
    private const int EditsOfOldMessages = 30;
    private const int MostReactions = 20;
    private readonly Dictionary<ulong, Queue<DateTimeOffset>> oldEdits = [];
    private readonly Dictionary<string, Message> byNonce = [];
    private readonly Queue<Message> nonces = new();

    public IEnumerable<Route> Routes =>
    [
        new("GET", "channels/{channel}/messages", List),
        new("POST", "channels/{channel}/messages", Create),
        new("GET", "channels/{channel}/messages/{message}", Get),
        new("PATCH", "channels/{channel}/messages/{message}", Edit),
        new("DELETE", "channels/{channel}/messages/{message}", Delete),
        new("POST", "channels/{channel}/typing", Typing),
        new("PUT", "channels/{channel}/messages/{message}/reactions/{emoji}/@me", React),
        new("DELETE", "channels/{channel}/messages/{message}/reactions/{emoji}/@me", Unreact),
    ];

    private (Message? Message, RestReply? Refused) Find(RestCall call, Permission needed = Permission.None)
    {
        if (server.Access.To(call.Id("channel"), needed, out var channel) is { } refused)
            return (null, refused);
        var message = server.World.FindMessage(channel!.Id, call.Id("message"));
        if (message is { IsEphemeral: true })
        {
            server.Conduct.Violate(SheetRow.Ephemeral, $"{call.Route.Name} for an ephemeral message with the bot's token");
            return (null, RestReply.UnknownMessage);
        }

        return message is null ? (null, RestReply.UnknownMessage) : (message, null);
    }

    private RestReply List(RestCall call)
    {
        if (server.Access.To(call.Id("channel"), Permission.None, out var channel) is { } refused)
            return refused;
        if (!server.World.BotRights(channel!).HasFlag(Permission.ReadMessageHistory))
            return RestReply.Ok(new JsonArray());
        var limit = call.Query.TryGetValue("limit", out var text) && int.TryParse(text, out var number) ? number : 50;
        if (limit is < 1 or > 100)
        {
            var errors = new FormErrors();
            errors.Add("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
            server.Conduct.Violate(SheetRow.Lengths, $"asked for {limit} messages");
            return errors.Reply();
        }

        ulong? Bound(string name) => call.Query.TryGetValue(name, out var value) && ulong.TryParse(value, out var id) ? id : null;
        var all = channel!.Messages.Where(message => !message.Deleted && !message.IsEphemeral).ToList();
        IEnumerable<Message> chosen;
        if (Bound("around") is { } around)
            chosen = all.Where(message => message.Id <= around).TakeLast((limit / 2) + 1).Concat(all.Where(message => message.Id > around).Take(limit - (limit / 2) - 1));
        else if (Bound("after") is { } after)
            chosen = all.Where(message => message.Id > after).Take(limit);
        else
            chosen = all.Where(message => Bound("before") is not { } before || message.Id < before).TakeLast(limit);
        return RestReply.Ok(Payloads.Array(chosen.Reverse().Select(Shown)));
    }

    /// <summary>As the bot may read it: without the content unless one of its sessions has the intent.</summary>
    private JsonObject Shown(Message message) =>
        MessagePayloads.For(message, server.PrivilegedIntents.HasFlag(Gateway.Intents.MessageContent), out _);

    private RestReply Get(RestCall call)
    {
        var (message, refused) = Find(call, Permission.ReadMessageHistory);
        return refused ?? RestReply.Ok(Shown(message!));
    }

    private RestReply Create(RestCall call)
    {
        if (server.Access.To(call.Id("channel"), Permission.None, out var channel) is { } refused)
            return refused;
        if (server.Access.ToSendIn(channel!) is { } mayNot)
            return mayNot;
        var (draft, invalid) = server.Posting.Read(call.Body, call.Files, "", "a message");
        if (invalid is not null)
            return invalid;
        if (draft!.EnforceNonce && draft.Nonce is not null && Earlier(draft.Nonce) is { } earlier)
        {
            server.Twice.FoundAgain(channel!, call);
            return earlier.Deleted ? RestReply.UnknownMessage : RestReply.Ok(MessagePayloads.Full(earlier));
        }

        var rights = server.World.BotRights(channel!);
        if (Reply(draft, channel!, rights, out var target, out var targetId) is { } noReply)
            return noReply;
        if (draft.Attachments is { Count: > 0 } && !rights.HasFlag(Permission.AttachFiles))
            return server.Access.Lacks();
        var dropEmbeds = draft.Embeds is { Count: > 0 } && !rights.HasFlag(Permission.EmbedLinks);
        if (dropEmbeds && string.IsNullOrEmpty(draft.Content) && draft.Components is not { Count: > 0 })
            return server.Access.Lacks();

        if (draft.Nonce is not null && draft.EnforceNonce)
            server.Conduct.Exercise(SheetRow.Nonce);
        server.Twice.CheckMessage(channel!, call);
        channel!.Archived = false;
        var message = server.Posting.Create(channel, draft, rights, AllowedMentions.OfMessage, made =>
        {
            made.ReplyTo = target;
            made.ReplyToId = targetId;
            made.Type = targetId is null ? 0 : 19;
        });
        if (dropEmbeds)
            message.Embeds = [];
        if (message.Nonce is not null)
        {
            nonces.Enqueue(message);
            byNonce[message.Nonce] = message;
        }

        return RestReply.Ok(MessagePayloads.Full(message));
    }

    /// <summary>The message that the bot made with this nonce within the last minutes, in whatever channel.</summary>
    private Message? Earlier(string nonce)
    {
        var since = server.Options.Time.GetUtcNow() - NonceRemembered;
        while (nonces.TryPeek(out var oldest) && oldest.Timestamp < since)
        {
            nonces.Dequeue();
            if (byNonce.GetValueOrDefault(oldest.Nonce!) == oldest)
                byNonce.Remove(oldest.Nonce!);
        }

        return byNonce.GetValueOrDefault(nonce);
    }

    private RestReply? Reply(MessageDraft draft, Channel channel, Permission rights, out Message? target, out ulong? targetId)
    {
        target = null;
        targetId = null;
        if (draft.Reference is not { } reference)
            return null;
        var errors = new FormErrors();
        if (Form.Snowflake(reference["message_id"]) is not { } id)
        {
            errors.Required("message_reference.message_id");
            return errors.Reply();
        }

        if (!rights.HasFlag(Permission.ReadMessageHistory))
        {
            server.Conduct.Exercise(SheetRow.Permissions);
            return RestReply.Error(400, 160002, "Cannot reply without permission to read message history");
        }

        target = server.World.FindMessage(channel.Id, id);
        if (target is null or { IsEphemeral: true })
        {
            target = null;
            server.Conduct.Exercise(SheetRow.ReplyTarget);
            if (reference["fail_if_not_exists"]?.GetValueKind() == System.Text.Json.JsonValueKind.False)
                return null;
            errors.Add("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
            server.Conduct.Violate(SheetRow.ReplyTarget, "a reply to a message that is gone, without fail_if_not_exists: false");
            return errors.Reply();
        }

        if (target.Type is not (0 or 19 or 20 or 23))
        {
            errors.Add("message_reference", "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE", "Cannot reply to a system message");
            return errors.Reply();
        }

        targetId = id;
        return null;
    }

    private RestReply Edit(RestCall call)
    {
        var (message, refused) = Find(call);
        if (refused is not null)
            return refused;
        if (message!.Author != server.World.Bot)
            return RestReply.Error(403, 50005, "Cannot edit a message authored by another user");
        if (message.Channel is { IsThread: true, Archived: true })
            return RestReply.Error(400, 50083, "Thread is archived");
        if (OldEditRefused(message) is { } tooMany)
            return tooMany;
        var (draft, invalid) = server.Posting.Read(call.Body, call.Files, "", "an edit", edit: true, usesV2: (message.Flags & ComponentRules.UsesV2) != 0);
        return invalid ?? server.Posting.Edit(message, draft!, server.World.BotRights(message.Channel), AllowedMentions.OfMessage) ?? RestReply.Ok(MessagePayloads.Full(message));
    }

    private RestReply? OldEditRefused(Message message)
    {
        var now = server.Options.Time.GetUtcNow();
        if (now - message.Timestamp < OldMessage)
            return null;
        var edits = oldEdits.TryGetValue(message.Channel.Id, out var known) ? known : oldEdits[message.Channel.Id] = new Queue<DateTimeOffset>();
        while (edits.TryPeek(out var first) && now - first > OldMessage)
            edits.Dequeue();
        if (edits.Count >= EditsOfOldMessages)
            return RestReply.Error(429, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later");
        edits.Enqueue(now);
        return null;
    }

    private RestReply Delete(RestCall call)
    {
        var (message, refused) = Find(call);
        if (refused is not null)
            return refused;
        if (message!.Author != server.World.Bot && (message.Channel.Guild is null || !server.World.BotRights(message.Channel).HasFlag(Permission.ManageMessages)))
            return server.Access.Lacks();
        server.Posting.Delete(message);
        return RestReply.NoContent;
    }

    private RestReply Typing(RestCall call)
    {
        if (server.Access.To(call.Id("channel"), Permission.None, out var channel) is { } refused)
            return refused;
        if (server.Access.ToSendIn(channel!) is { } mayNot)
            return mayNot;
        channel!.BotTypingAt = server.Options.Time.GetUtcNow();
        channel.BotTypingCount++;
        return RestReply.NoContent;
    }

    private RestReply React(RestCall call)
    {
        var (message, refused) = Find(call, Permission.ReadMessageHistory);
        if (refused is not null)
            return refused;
        var emoji = call["emoji"];
        if (!IsEmoji(emoji))
            return RestReply.Error(400, 10014, "Unknown Emoji");
        if (!message!.Reactions.ContainsKey(emoji))
        {
            if (!server.World.BotRights(message.Channel).HasFlag(Permission.AddReactions))
                return server.Access.Lacks();
            if (message.Reactions.Count >= MostReactions)
                return RestReply.Error(400, 30010, "Maximum number of reactions reached (20)");
            message.Reactions[emoji] = [];
        }

        message.Reactions[emoji].Add(server.World.Bot.Id);
        server.Announcements.Reacted("MESSAGE_REACTION_ADD", message, server.World.Bot, emoji);
        return RestReply.NoContent;
    }

    private RestReply Unreact(RestCall call)
    {
        var (message, refused) = Find(call);
        if (refused is not null)
            return refused;
        if (message!.Reactions.TryGetValue(call["emoji"], out var users))
            users.Remove(server.World.Bot.Id);
        server.Announcements.Reacted("MESSAGE_REACTION_REMOVE", message, server.World.Bot, call["emoji"]);
        return RestReply.NoContent;
    }

    /// <summary>A pictogram, or a custom emoji as name:id.</summary>
    private static bool IsEmoji(string emoji)
    {
        var parts = emoji.Split(':');
        return parts.Length == 2 ? ulong.TryParse(parts[1], out _) : emoji.Length is > 0 and <= 16 && emoji.All(character => character > 0xA8 || char.IsDigit(character) || character is '#' or '*');
    }
}
