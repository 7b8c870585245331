namespace NewsBot.FakeDiscord.World;

/// <summary>A role of a guild; the role of everyone has the guild's id, a managed one belongs to the bot.</summary>
public sealed class Role
{
    public required ulong Id { get; init; }
    public required string Name { get; init; }
    public Permission Permissions { get; internal set; }
    public bool Managed { get; init; }
    public bool Mentionable { get; init; }
    public override string ToString() => $"<@&{Id}>";
}

/// <summary>A user as a member of a guild.</summary>
public sealed class Member
{
    public required User User { get; init; }
    public string? Nick { get; internal set; }
    public required DateTimeOffset JoinedAt { get; init; }
    public List<Role> Roles { get; } = [];
}

/// <summary>A server in the words of Discord's users: members, roles and channels.</summary>
public sealed class Guild
{
    internal Guild(FakeDiscordServer server, ulong id, string name, User owner)
    {
        Server = server;
        Id = id;
        Name = name;
        OwnerId = owner.Id;
        Everyone = new Role { Id = id, Name = "@everyone", Permissions = Permission.Ordinary };
        Roles[id] = Everyone;
    }

    internal FakeDiscordServer Server { get; }
    public ulong Id { get; }
    public string Name { get; }
    public ulong OwnerId { get; internal set; }
    public string PreferredLocale { get; internal set; } = "en-US";
    public Role Everyone { get; }
    public Dictionary<ulong, Role> Roles { get; } = [];
    public Dictionary<ulong, Member> Members { get; } = [];
    public List<Channel> Channels { get; } = [];

    /// <summary>The bot's own role, while the bot is a member.</summary>
    public Role? BotRole { get; internal set; }

    /// <summary>An outage: the guild exists but cannot be reached.</summary>
    public bool Unavailable { get; internal set; }

    /// <summary>When the bot joined.</summary>
    public DateTimeOffset JoinedAt { get; internal set; }

    internal bool HasBot => Members.ContainsKey(Server.World.Bot.Id);
    public override string ToString() => Name;
}
