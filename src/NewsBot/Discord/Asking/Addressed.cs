using System.Text.RegularExpressions;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Asking;

/// <summary>What a message wants of the bot.</summary>
internal enum Address
{
    /// <summary>Nothing: it is not for the bot.</summary>
    None,

    /// <summary>An answer.</summary>
    Question,

    /// <summary>It only names the bot.</summary>
    Bare,

    /// <summary>It has files and no text.</summary>
    Files,

    /// <summary>It is for the bot, but Discord does not hand over its text.</summary>
    Unreadable,
}

/// <summary>
/// Tells whether a message is for the bot: it mentions its user or its own role, answers one of its messages, or is direct.
/// Bots, webhooks, Discord's own notices and the bot itself are never answered. Pure.
/// </summary>
internal static partial class Addressed
{
    [GeneratedRegex(@"<@[!&]?(?<id>\d{1,20})>")]
    private static partial Regex Mentions();

    /// <param name="message">As received.</param>
    /// <param name="self">The bot.</param>
    /// <param name="ownRole">The role that Discord made for the bot in that server; null when unknown.</param>
    /// <returns>What it wants, and its text without the mentions of the bot.</returns>
    public static (Address Address, string Text) Read(Message message, Snowflake self, Snowflake? ownRole)
    {
        if (message.Author is not { Bot: false } author || author.Id == self || message.WebhookId is not null || message.Type is not (MessageType.Default or MessageType.Reply))
            return (Address.None, "");
        var isDirect = message.GuildId is null;
        var isMentioned = message.Mentions.Any(user => user.Id == self) || (ownRole is { } role && message.MentionRoles.Contains(role));
        var isReply = message.ReferencedMessage?.Author?.Id == self;
        if (!isDirect && !isMentioned && !isReply)
            return (Address.None, "");

        var text = Mentions().Replace(message.Content, match => IsOwn(match.Groups["id"].Value, self, ownRole) ? " " : match.Value).Trim();
        if (text.Length > 0)
            return (Address.Question, text);
        if (message.Attachments.Count > 0)
            return (Address.Files, "");
        return message.Content.Length > 0 ? (Address.Bare, "") : (Address.Unreadable, "");
    }

    private static bool IsOwn(string id, Snowflake self, Snowflake? ownRole) =>
        Snowflake.TryParse(id, out var named) && (named == self || named == ownRole);
}
