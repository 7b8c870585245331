using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rest;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Validation;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Interactions;

/// <summary>Reads the bot's messages and stores them: the one way for all routes that carry a message.</summary>
internal sealed class Posting(FakeDiscordServer server)
{
    /// <summary>Reads and checks a message; an answer means that it is refused.</summary>
    public (MessageDraft? Draft, RestReply? Refused) Read(JsonObject body, IReadOnlyList<UploadedFile> files, string path, string what, bool edit = false, bool usesV2 = false)
    {
        var conduct = server.Conduct;
        conduct.Check(SheetRow.AllowedMentions, body["allowed_mentions"] is JsonObject, $"{what} without allowed_mentions");
        if (MessageDraft.TooLarge(files))
            return (null, Lengths(RestReply.Error(413, 40005, "Request entity too large"), "a file too large"));
        var errors = new FormErrors();
        var draft = MessageDraft.Read(body, files, path, usesV2, errors);
        if (errors.Any)
        {
            var row = errors.Paths.TrueForAll(wrong => wrong.StartsWith("allowed_mentions", StringComparison.Ordinal)) ? SheetRow.AllowedMentions : SheetRow.Lengths;
            conduct.Violate(row, $"{what}: {string.Join(", ", errors.Paths)}");
            return (null, errors.Reply());
        }

        conduct.Exercise(SheetRow.Lengths);
        return !edit && draft.HasNothing ? (null, Lengths(RestReply.EmptyMessage, $"{what} is empty")) : (draft, null);
    }

    private RestReply Lengths(RestReply reply, string what)
    {
        server.Conduct.Violate(SheetRow.Lengths, what);
        return reply;
    }

    /// <summary>Makes a message of the bot. Its author may do in the channel what <paramref name="rights"/> say.</summary>
    public Message Create(Channel channel, MessageDraft draft, Permission rights, AllowedMentions unsaid, Action<Message>? prepare = null)
    {
        var now = server.Options.Time.GetUtcNow();
        var message = new Message(server.World.Ids.Next(), channel, server.World.Bot, now) { Nonce = draft.Nonce };
        prepare?.Invoke(message);
        draft.Apply(message, server.World.Ids, now);
        message.Pinged = Mentions.Apply(message, draft.Allowed ?? unsaid, rights);
        channel.Add(message);
        server.Announcements.Created(message);
        return message;
    }

    /// <summary>
    /// Changes a message of the bot; an answer means that it would be left with nothing.
    /// Whoever is mentioned anew counts as pinged: Discord does not promise silence.
    /// </summary>
    public RestReply? Edit(Message message, MessageDraft draft, Permission rights, AllowedMentions unsaid)
    {
        var now = server.Options.Time.GetUtcNow();
        var before = (message.Content, message.Embeds, message.Components, message.Attachments);
        draft.Apply(message, server.World.Ids, now);
        if (message.Content.Length == 0 && message.Embeds.Count == 0 && message.Components.Count == 0 && message.Attachments.Count == 0)
        {
            (message.Content, message.Embeds, message.Components, message.Attachments) = before;
            return Lengths(RestReply.EmptyMessage, "an edit leaves a message empty");
        }

        if (!message.Loading)
            message.EditedAt = now;
        message.Loading = false;
        var pinged = Mentions.Apply(message, draft.Allowed ?? unsaid, rights);
        message.Pinged = new Pings(message.Pinged.Users.Union(pinged.Users).ToHashSet(), message.Pinged.Roles.Union(pinged.Roles).ToHashSet(), message.Pinged.Everyone || pinged.Everyone);
        server.Announcements.Updated(message);
        return null;
    }

    public void Delete(Message message)
    {
        message.Deleted = true;
        server.Announcements.Deleted(message);
    }
}
