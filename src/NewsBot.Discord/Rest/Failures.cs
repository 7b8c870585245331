namespace NewsBot.Discord.Rest;

/// <summary>What a refusal means. Discord's code decides; the status only where there is none that is known.</summary>
internal static class Failures
{
    public static DiscordFailure Of(RestAnswer answer)
    {
        var status = (int)answer.Status;
        var (error, said) = (answer.Error, answer.Error.Message);
        return new DiscordFailure(KindOf(status, error.Code), said.Length > 0 ? said : $"HTTP status {status}")
        {
            Status = status,
            Code = error.Code,
            Fields = error.Fields,
            RetryAfter = answer.IsTooMany ? answer.RetryAfter : null,
            MayHaveHappened = status >= 500,
        };
    }

    private static FailureKind KindOf(int status, int code) => code switch
    {
        DiscordCode.UnknownInteraction or DiscordCode.InvalidWebhookToken => FailureKind.InteractionExpired,
        DiscordCode.AlreadyAcknowledged => FailureKind.AlreadyAnswered,
        DiscordCode.MissingAccess or DiscordCode.MissingPermissions or DiscordCode.CannotMessageUser
            or DiscordCode.NoMutualGuild or DiscordCode.ReplyNeedsHistory => FailureKind.Forbidden,
        DiscordCode.Unauthorized or DiscordCode.InvalidBotToken => FailureKind.Unauthorized,
        DiscordCode.InvalidForm or DiscordCode.EmptyMessage => FailureKind.Invalid,
        >= 10001 and <= 10099 when status == 404 => FailureKind.NotFound,
        _ => status switch
        {
            401 => FailureKind.Unauthorized,
            403 => FailureKind.Forbidden,
            404 or 410 => FailureKind.NotFound,
            429 => FailureKind.RateLimited,
            >= 500 => FailureKind.Unavailable,
            >= 400 => FailureKind.Invalid,
            _ => FailureKind.BadAnswer,
        },
    };
}
