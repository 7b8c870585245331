namespace NewsBot.FakeDiscord.World;

/// <summary>Kinds of channels, by Discord's numbers.</summary>
public enum ChannelKind
{
    Text = 0,
    Direct = 1,
    Voice = 2,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Forum = 15,
}

/// <summary>A channel of a guild, a thread, or a direct-message channel.</summary>
public sealed class Channel
{
    internal Channel(FakeDiscordServer server, ulong id, ChannelKind kind, string name, Guild? guild, Channel? parent = null)
    {
        Server = server;
        Id = id;
        Kind = kind;
        Name = name;
        Guild = guild;
        Parent = parent;
    }

    internal FakeDiscordServer Server { get; }
    public ulong Id { get; }
    public ChannelKind Kind { get; }
    public string Name { get; internal set; }
    public Guild? Guild { get; }

    /// <summary>The channel a thread hangs under.</summary>
    public Channel? Parent { get; }

    /// <summary>The person at the other end of a direct-message channel.</summary>
    public User? Recipient { get; internal init; }

    public List<Overwrite> Overwrites { get; } = [];

    /// <summary>
    /// The messages in order, those deleted as well. While the bot is at work they change: read them by <see cref="FakeDiscordServer.Read"/>.
    /// The oldest are forgotten, see <see cref="FakeDiscordOptions.HistoryKept"/>.
    /// </summary>
    public List<Message> Messages { get; } = [];

    internal void Add(Message message)
    {
        if (Messages.Count >= Server.Options.HistoryKept)
            Messages.RemoveAt(0);
        Messages.Add(message);
    }

    public bool IsThread => Kind is ChannelKind.PublicThread or ChannelKind.PrivateThread or ChannelKind.AnnouncementThread;
    public bool Archived { get; internal set; }
    public bool Locked { get; internal set; }
    public int AutoArchiveMinutes { get; internal set; } = 1440;
    public bool Deleted { get; internal set; }
    internal HashSet<ulong> ThreadMembers { get; } = [];

    /// <summary>When the bot showed that it is typing, the last time.</summary>
    public DateTimeOffset? BotTypingAt { get; internal set; }

    /// <summary>How often the bot showed that it is typing.</summary>
    public int BotTypingCount { get; internal set; }

    /// <summary>How the channel is mentioned.</summary>
    public string Mention => $"<#{Id}>";
    public override string ToString() => Guild is null ? $"DM {Recipient}" : $"#{Name}";
}
