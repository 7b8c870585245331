using NewsBot.Discord.Model;

namespace NewsBot.Discord.Interactions;

/// <summary>
/// What answering an interaction takes. The token is a secret for as long as it lives, so printing a handle shows the id only.
/// </summary>
/// <param name="ApplicationId">The application that was called.</param>
/// <param name="Id">The interaction: the same id again is the same interaction again.</param>
/// <param name="Token">Entitles to answer.</param>
/// <param name="ReceivedAt">When it came in, by our clock: the first answer is due 3 seconds, the last 15 minutes after Discord sent it.</param>
public sealed record InteractionHandle(Snowflake ApplicationId, Snowflake Id, string Token, DateTimeOffset ReceivedAt)
{
    /// <summary>How long Discord waits for the first answer.</summary>
    public static readonly TimeSpan FirstAnswerLimit = TimeSpan.FromSeconds(3);

    /// <summary>How long answers can be edited and followed up.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>When the token ends, at the latest.</summary>
    public DateTimeOffset ExpiresAt => ReceivedAt + Life;

    public override string ToString() => $"interaction {Id}";
}
