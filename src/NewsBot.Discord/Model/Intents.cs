namespace NewsBot.Discord.Model;

/// <summary>Groups of gateway events that a client asks for. Interactions come without any.</summary>
[Flags]
public enum Intents
{
    None = 0,

    /// <summary>Servers, their channels, threads and roles.</summary>
    Guilds = 1 << 0,

    /// <summary>Privileged.</summary>
    GuildMembers = 1 << 1,

    /// <summary>Privileged.</summary>
    GuildPresences = 1 << 8,

    GuildMessages = 1 << 9,
    GuildMessageReactions = 1 << 10,
    DirectMessages = 1 << 12,
    DirectMessageReactions = 1 << 13,

    /// <summary>Privileged: the text of messages that neither mention the bot nor are sent to it.</summary>
    MessageContent = 1 << 15,

    /// <summary>All that must be switched on in the developer portal first.</summary>
    Privileged = GuildMembers | GuildPresences | MessageContent,
}
