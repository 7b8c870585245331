using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Interactions;

/// <summary>Kinds of interactions, by Discord's numbers.</summary>
public enum InteractionKind
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    Modal = 5,
}

/// <summary>Kinds of first responses, by Discord's numbers.</summary>
public enum CallbackKind
{
    Pong = 1,
    Message = 4,
    DeferredMessage = 5,
    DeferredUpdate = 6,
    UpdateMessage = 7,
    Autocomplete = 8,
    Modal = 9,
}

/// <summary>Something a user did that the bot has to answer: a command, a click, a submitted modal, letters typed into an option.</summary>
public sealed class FakeInteraction
{
    internal FakeInteraction(FakeDiscordServer server, ulong id, InteractionKind kind, User user, Channel channel, JsonObject data)
    {
        Server = server;
        Id = id;
        Kind = kind;
        User = user;
        Channel = channel;
        Data = data;
        Token = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"interaction:{id}:{Guid.NewGuid():N}")).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        CreatedAt = server.Options.Time.GetUtcNow();
    }

    internal FakeDiscordServer Server { get; }
    public ulong Id { get; }
    public string Token { get; }
    public InteractionKind Kind { get; }
    public User User { get; }
    public Channel Channel { get; }
    public JsonObject Data { get; }

    /// <summary>The message whose button was clicked, or from whose button the modal came.</summary>
    public Message? Source { get; internal init; }
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When the event left on a connection (or by HTTP); null while it waits for a session.</summary>
    public DateTimeOffset? DeliveredAt { get; internal set; }
    public DateTimeOffset? AcknowledgedAt { get; internal set; }
    public CallbackKind? AcknowledgedAs { get; internal set; }
    public bool Ephemeral { get; internal set; }

    /// <summary>Nobody acknowledged it within the deadline: "the application did not respond".</summary>
    public bool Failed { get; internal set; }

    /// <summary>The original response, which may still be loading.</summary>
    public Message? Response { get; internal set; }
    public List<Message> Followups { get; } = [];

    /// <summary>The suggestions that the bot gave.</summary>
    public JsonArray? Choices { get; internal set; }

    /// <summary>The modal that the bot opened.</summary>
    public JsonObject? Modal { get; internal set; }

    /// <summary>The answer to the callback was lost or held up by a fault; a second callback is then no mistake.</summary>
    internal bool CallbackAnswerLost { get; set; }

    /// <summary>The wait for the acknowledgement, on the server's clock.</summary>
    public TimeSpan? AcknowledgedAfter => AcknowledgedAt - CreatedAt;

    internal ITimer? Deadline { get; set; }
    internal bool TokenDead => Server.Options.Time.GetUtcNow() - CreatedAt > Server.Options.InteractionTokenLife;
    public override string ToString() => $"{Kind} of {User} in {Channel}: {Data["name"] ?? Data["custom_id"]}";
}
