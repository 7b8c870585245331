using NewsBot.Discord.Model;

namespace NewsBot.Discord.Messages;

/// <summary>
/// Who a message may ping, whatever its text says. It is stated on every send and every edit, since Discord otherwise
/// pings all that the text names, and does not remember it from one edit to the next.
/// </summary>
public sealed record AllowedMentions
{
    /// <summary>Nobody.</summary>
    public static AllowedMentions None { get; } = new();

    /// <summary>Users that may be pinged; at most 100.</summary>
    public IReadOnlyList<Snowflake> Users { get; init; } = [];

    /// <summary>Whether the author of the message replied to is pinged.</summary>
    public bool RepliedUser { get; init; }
}
