using System.Text.Json.Nodes;

namespace NewsBot.FakeDiscord.World;

/// <summary>A file that came with a message.</summary>
public sealed record Attachment(ulong Id, string FileName, string? Description, byte[] Bytes);

/// <summary>Who would have been notified by a message: decided by its text, its allowed mentions and the author's rights.</summary>
public sealed record Pings(IReadOnlySet<ulong> Users, IReadOnlySet<ulong> Roles, bool Everyone)
{
    public static Pings Nobody { get; } = new(new HashSet<ulong>(), new HashSet<ulong>(), false);
    public bool Any => Everyone || Users.Count > 0 || Roles.Count > 0;
}

/// <summary>A message as it stands now, with what it was before.</summary>
public sealed class Message
{
    internal Message(ulong id, Channel channel, User author, DateTimeOffset at)
    {
        Id = id;
        Channel = channel;
        Author = author;
        Timestamp = at;
    }

    public ulong Id { get; }
    public Channel Channel { get; }
    public User Author { get; }
    public DateTimeOffset Timestamp { get; }
    public DateTimeOffset? EditedAt { get; internal set; }

    /// <summary>0 an ordinary message, 19 a reply, 20 the response to a command, 23 that to a context-menu command, 18 a started thread.</summary>
    public int Type { get; internal set; }
    public string Content { get; internal set; } = "";
    public JsonArray Embeds { get; internal set; } = [];
    public JsonArray Components { get; internal set; } = [];
    public List<Attachment> Attachments { get; internal set; } = [];
    public int Flags { get; internal set; }
    public string? Nonce { get; internal set; }
    public ulong? WebhookId { get; internal set; }
    public bool MentionsEveryone { get; internal set; }
    public List<User> MentionedUsers { get; internal set; } = [];
    public List<ulong> MentionedRoles { get; internal set; } = [];

    /// <summary>Who was notified when the message was created.</summary>
    public Pings Pinged { get; internal set; } = Pings.Nobody;

    /// <summary>The id of the message that this one answers, if any; <see cref="ReplyTo"/> is null when that is gone.</summary>
    public ulong? ReplyToId { get; internal set; }
    public Message? ReplyTo { get; internal set; }
    public bool ReplyPinged { get; internal set; }

    /// <summary>The thread that was started from this message.</summary>
    public Channel? Thread { get; internal set; }

    /// <summary>The interaction that the message responds to.</summary>
    public Interactions.FakeInteraction? Interaction { get; internal set; }

    /// <summary>The only person who sees the message, if it is ephemeral.</summary>
    public User? EphemeralFor { get; internal set; }

    /// <summary>The event that told the bot of the message; null while no session could be told.</summary>
    internal (Gateway.GatewaySession Session, long Sequence)? Announced { get; set; }

    /// <summary>Whether the bot has been told of the message for certain, or will be when it resumes: if not, Discord owes it and not the bot.</summary>
    public bool ReachesBot => Announced is { } told && Channel.Server.Gateway.Reaches(told.Session, told.Sequence);

    /// <summary>"Thinking…": the placeholder of a deferred response.</summary>
    public bool Loading { get; internal set; }
    public bool Deleted { get; internal set; }

    /// <summary>The bot's reactions and those of users, by emoji.</summary>
    public Dictionary<string, HashSet<ulong>> Reactions { get; } = [];

    /// <summary>Every form that the message had, the present one last.</summary>
    public List<MessageVersion> Versions { get; } = [];

    public bool IsEphemeral => EphemeralFor is not null;
    public override string ToString() => $"{Author}: {Content}{(Embeds.Count > 0 ? $" [{Embeds.Count} embeds]" : "")}";

    /// <summary>All words of the message: content, then of every embed its title, description, fields and footer.</summary>
    public string Text => string.Join('\n', TextParts().Where(part => part.Length > 0));

    private IEnumerable<string> TextParts()
    {
        yield return Content;
        foreach (var embed in Embeds.OfType<JsonObject>())
        {
            yield return (string?)embed["title"] ?? "";
            yield return (string?)embed["description"] ?? "";
            foreach (var field in (embed["fields"] as JsonArray ?? []).OfType<JsonObject>())
                yield return $"{(string?)field["name"]}: {(string?)field["value"]}";
            yield return (string?)embed["footer"]?["text"] ?? "";
        }
    }

    /// <summary>The buttons and selects of the message, in order.</summary>
    public IEnumerable<JsonObject> Controls() => Walk(Components).Where(component => component["custom_id"] is not null || component["url"] is not null);

    internal static IEnumerable<JsonObject> Walk(JsonNode? node)
    {
        foreach (var component in (node as JsonArray ?? []).OfType<JsonObject>())
        {
            yield return component;
            foreach (var inner in Walk(component["components"]))
                yield return inner;
            if (component["accessory"] is JsonObject accessory)
                yield return accessory;
            if (component["component"] is JsonObject child)
                yield return child;
        }
    }
}

/// <summary>A form that a message had from an instant on.</summary>
public sealed record MessageVersion(DateTimeOffset At, string Content, string Embeds, string Components);
