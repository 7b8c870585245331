using System.Globalization;
using System.Net.Http.Headers;

namespace NewsBot.Discord.Rest;

/// <summary>What the headers of an answer say about limits. Every number is bounded, since it decides how long we wait.</summary>
/// <param name="Bucket">Discord's name for what is limited together; null when nothing is.</param>
/// <param name="Limit">Requests per window.</param>
/// <param name="Remaining">Requests left in this window.</param>
/// <param name="ResetAfter">Until the next window.</param>
/// <param name="RetryAfter">How long to wait after a refusal.</param>
/// <param name="Scope">Whose limit was hit: user, global or shared.</param>
internal sealed record RateLimitHeaders(
    string? Bucket, int? Limit, int? Remaining, TimeSpan? ResetAfter, TimeSpan? RetryAfter, string? Scope)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    public static RateLimitHeaders Read(HttpResponseHeaders headers) => new(
        Text(headers, "X-RateLimit-Bucket"),
        Whole(headers, "X-RateLimit-Limit"),
        Whole(headers, "X-RateLimit-Remaining"),
        Time(headers, "X-RateLimit-Reset-After"),
        Time(headers, "Retry-After"),
        headers.Contains("X-RateLimit-Global") ? "global" : Text(headers, "X-RateLimit-Scope"));

    /// <summary>Seconds as a time from zero to a day.</summary>
    public static TimeSpan Seconds(double seconds) =>
        seconds is > 0 and < 86_400 ? TimeSpan.FromSeconds(seconds) : seconds > 0 ? LongestWait : TimeSpan.Zero;

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && values.FirstOrDefault() is { Length: > 0 and <= 256 } value ? value : null;

    private static int? Whole(HttpResponseHeaders headers, string name) =>
        int.TryParse(Text(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static TimeSpan? Time(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? Seconds(value) : null;
}
