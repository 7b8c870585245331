using System.Net;

namespace NewsBot.Discord.Rest;

/// <summary>What came back.</summary>
internal sealed record RestAnswer(HttpStatusCode Status, RateLimitHeaders Limits, byte[] Body)
{
    /// <summary>How long to wait after a refusal that does not say.</summary>
    private static readonly TimeSpan UnsaidWait = TimeSpan.FromSeconds(1);

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsTooMany => Status == HttpStatusCode.TooManyRequests;

    /// <summary>What the body says about a failure; read once.</summary>
    public ErrorBody Error => field ??= ErrorBody.Read(Body);

    /// <summary>Rate limits are told in JSON with a time; what guards Discord's door answers otherwise.</summary>
    public bool IsAddressBlock =>
        IsTooMany && (!Error.IsJson || (Error.RetryAfter is null && Error.Message.Contains("blocked", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether the limit that was hit holds for all routes.</summary>
    public bool IsGlobal => Limits.Scope == "global" || Error.Global;

    /// <summary>How long to wait after a refusal: the longer of header and body.</summary>
    public TimeSpan RetryAfter
    {
        get
        {
            var body = Error.RetryAfter is { } seconds ? RateLimitHeaders.Seconds(seconds) : (TimeSpan?)null;
            var longer = body is null || Limits.RetryAfter > body ? Limits.RetryAfter : body;
            return longer ?? UnsaidWait;
        }
    }

    /// <summary>Whether Discord counts this towards blocking the address.</summary>
    public bool CountsAsInvalid =>
        Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (IsTooMany && Limits.Scope != "shared");
}
