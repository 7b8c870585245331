namespace NewsBot.FakeDiscord.World;

/// <summary>An account: a person, a bot, or the bot under test.</summary>
public sealed class User
{
    internal User(FakeDiscordServer server, ulong id, string username, bool bot)
    {
        Server = server;
        Id = id;
        Username = username;
        IsBot = bot;
    }

    internal FakeDiscordServer Server { get; }
    public ulong Id { get; }
    public string Username { get; }
    public string? GlobalName { get; internal set; }
    public bool IsBot { get; }

    /// <summary>The language of the user's client.</summary>
    public string Locale { get; set; } = "en-US";

    /// <summary>Whether bots may write to this user; a closed inbox refuses with 50007.</summary>
    public bool AcceptsDirectMessages { get; set; } = true;

    /// <summary>How the user is mentioned.</summary>
    public string Mention => $"<@{Id}>";
    public override string ToString() => Username;
}
