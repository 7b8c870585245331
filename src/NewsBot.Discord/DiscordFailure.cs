using System.Globalization;

namespace NewsBot.Discord;

/// <summary>Why a request failed, as far as it makes a difference to the caller.</summary>
public enum FailureKind
{
    /// <summary>The bot's token is not accepted: nothing will work.</summary>
    Unauthorized,

    /// <summary>The bot lacks a permission or cannot see the place; asking again does not help.</summary>
    Forbidden,

    /// <summary>The thing is gone, or never was.</summary>
    NotFound,

    /// <summary>The interaction's time is over (3 seconds for the first answer, 15 minutes for the rest), or it has been answered by another process.</summary>
    InteractionExpired,

    /// <summary>The interaction has its first answer already.</summary>
    AlreadyAnswered,

    /// <summary>Discord will not take this request as it is; never send it again unchanged.</summary>
    Invalid,

    /// <summary>A rate limit would have to be waited for longer than allowed.</summary>
    RateLimited,

    /// <summary>Requests are held back: Discord has blocked this address, or too many requests were refused.</summary>
    Blocked,

    /// <summary>Discord could not be reached, was too slow, or failed, also after retries.</summary>
    Unavailable,

    /// <summary>The answer was not what the protocol says.</summary>
    BadAnswer,
}

/// <summary>A request that failed.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Message">Discord's words or ours, for logs; not for users.</param>
public sealed record DiscordFailure(FailureKind Kind, string Message)
{
    /// <summary>The HTTP status; null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>Discord's own code, see <see cref="DiscordCode"/>; 0 when it gave none.</summary>
    public int Code { get; init; }

    /// <summary>The fields that were refused, by path, such as <c>embeds.0.title</c>; the empty path is the whole request.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>How long to wait, when known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether Discord may have carried out the request all the same.</summary>
    public bool MayHaveHappened { get; init; }

    public override string ToString()
    {
        var fields = Fields.Count == 0 ? "" : " (" + string.Join("; ", Fields.Select(f => $"{f.Path}: {f.Code}")) + ")";
        return string.Create(CultureInfo.InvariantCulture, $"{Kind}, status {Status?.ToString(CultureInfo.InvariantCulture) ?? "none"}, code {Code}: {Message}{fields}");
    }
}

/// <summary>Why one field was refused.</summary>
public sealed record FieldError(string Path, string Code, string Message);

/// <summary>Codes of Discord that callers tell apart.</summary>
public static class DiscordCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;
    public const int UnknownMessage = 10008;
    public const int UnknownUser = 10013;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int TooManyCommandCreates = 30034;
    public const int Unauthorized = 40001;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int EmptyMessage = 50006;
    public const int CannotMessageUser = 50007;
    public const int MissingPermissions = 50013;
    public const int InvalidBotToken = 50014;
    public const int InvalidWebhookToken = 50027;
    public const int InvalidForm = 50035;
    public const int ThreadArchived = 50083;
    public const int NoMutualGuild = 50278;
    public const int ReplyNeedsHistory = 160002;
    public const int ThreadExists = 160004;
    public const int ThreadLocked = 160005;
    public const int BlockedByAutoModeration = 200000;
    public const int HarmfulLink = 240000;
}
