using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rules;

namespace NewsBot.FakeDiscord.Rest;

/// <summary>How many requests a bucket holds and how soon it is full again.</summary>
public sealed record BucketLimit(int Limit, TimeSpan Window);

/// <summary>
/// Buckets per route and major parameter, in windows that start with the first request; the global limit; and the pauses that a
/// test orders. A request against an empty bucket is refused and noted: the headers had told. Within a pause another request may
/// still have been on its way when the pause was told; the same one again, or one that comes later, is noted.
/// </summary>
internal sealed class RateLimiter(FakeDiscordOptions options, Conduct conduct)
{
    /// <summary>A little shorter than a second, so that a client which counts exactly is not caught by jitter.</summary>
    private static readonly TimeSpan GlobalWindow = TimeSpan.FromMilliseconds(950);
    private const int FirstEviction = 5000;

    private readonly Dictionary<string, BucketLimit> limits = new()
    {
        ["POST channels/{channel}/messages"] = new(5, TimeSpan.FromSeconds(5)),
        ["PATCH channels/{channel}/messages/{message}"] = new(5, TimeSpan.FromSeconds(5)),
        ["POST channels/{channel}/typing"] = new(5, TimeSpan.FromSeconds(5)),
        ["reactions"] = new(4, TimeSpan.FromSeconds(1)),
        ["webhooks"] = new(5, TimeSpan.FromSeconds(2)),
        ["GET gateway/bot"] = new(2, TimeSpan.FromSeconds(5)),
        ["PUT applications/{application}/commands"] = new(5, TimeSpan.FromSeconds(20)),
    };

    private static readonly BucketLimit Usual = new(30, TimeSpan.FromSeconds(10));
    private readonly Dictionary<string, (int Used, DateTimeOffset ResetAt)> buckets = [];
    private readonly List<Pause> pauses = [];
    private (int Used, DateTimeOffset ResetAt) global;
    private int evictAt = FirstEviction;

    private sealed record Pause(string Key, DateTimeOffset Until, RateLimitFault Fault, string Request, long ToldAt);

    public void SetLimit(string bucket, BucketLimit limit) => limits[bucket] = limit;

    /// <summary>The bucket of a route: some routes share one, the callback has none.</summary>
    public static string? BucketOf(Route route) => route.Pattern switch
    {
        "interactions/{interaction}/{token}/callback" => null,
        var pattern when pattern.StartsWith("webhooks/", StringComparison.Ordinal) => "webhooks",
        var pattern when pattern.Contains("/reactions/", StringComparison.Ordinal) => "reactions",
        _ => route.Name,
    };

    /// <summary>Takes one request; an answer means that it is refused.</summary>
    /// <param name="route">The route.</param>
    /// <param name="major">Its major parameter.</param>
    /// <param name="request">What tells the request from others: asked again within a pause, it was sent in spite of it.</param>
    /// <param name="headers">What is told of the bucket.</param>
    public RestReply? Take(Route route, string major, string request, out IReadOnlyList<(string, string)> headers)
    {
        headers = [];
        var now = options.Time.GetUtcNow();
        pauses.RemoveAll(pause => pause.Until <= now);
        var key = $"{BucketOf(route)}|{major}";
        var held = pauses.Find(pause => pause.Key == "*" || (pause.Key == "global" && !route.IsInteraction) || pause.Key == $"{route.Name}|{major}");
        if (held is not null)
        {
            if (request == held.Request || TimeProvider.System.GetElapsedTime(held.ToldAt) > options.SchedulingSlack)
                conduct.Violate(SheetRow.RateLimitKinds, $"{route.Name} within the pause that a 429 ({held.Fault.Kind}) had asked for");
            return Refusal(held.Fault with { RetryAfter = held.Until - now }, headers);
        }

        if (!route.IsInteraction && OverGlobal(now, out var wait))
        {
            conduct.Violate(SheetRow.GlobalLimit, $"more than {options.GlobalLimit} requests in a second");
            return Refusal(new RateLimitFault(RateLimitKind.Global, wait), headers);
        }

        if (BucketOf(route) is not { } name)
            return null;
        var limit = limits.GetValueOrDefault(name, Usual);
        var bucket = buckets.TryGetValue(key, out var known) && known.ResetAt > now ? known : (Used: 0, ResetAt: now + limit.Window);
        conduct.Exercise(SheetRow.Buckets);
        if (buckets.Count > evictAt)
            Evict(now);
        if (bucket.Used >= limit.Limit)
        {
            headers = Headers(name, limit, 0, bucket.ResetAt, now);
            conduct.Violate(SheetRow.Buckets, $"{route.Name} of {major} although its bucket was empty");
            return Refusal(new RateLimitFault(RateLimitKind.User, bucket.ResetAt - now), headers);
        }

        bucket.Used++;
        buckets[key] = bucket;
        headers = Headers(name, limit, limit.Limit - bucket.Used, bucket.ResetAt, now);
        return null;
    }

    /// <summary>Answers one request with 429 and holds what it is about until the pause is over.</summary>
    public RestReply Order(RateLimitFault fault, Route route, string major, string request)
    {
        conduct.Exercise(SheetRow.RateLimitKinds);
        var now = options.Time.GetUtcNow();
        var key = fault.Kind switch
        {
            RateLimitKind.Global => "global",
            RateLimitKind.Blocked => "*",
            _ => $"{route.Name}|{major}",
        };
        pauses.Add(new Pause(key, now + fault.RetryAfter, fault, request, TimeProvider.System.GetTimestamp()));
        var name = BucketOf(route) ?? route.Name;
        var limit = limits.GetValueOrDefault(name, Usual);
        var left = fault.Kind == RateLimitKind.SubLimit ? Math.Max(1, limit.Limit - 1) : 0;
        return Refusal(fault, fault.Kind is RateLimitKind.Global or RateLimitKind.Blocked ? [] : Headers(name, limit, left, now + fault.RetryAfter, now));
    }

    private bool OverGlobal(DateTimeOffset now, out TimeSpan wait)
    {
        conduct.Exercise(SheetRow.GlobalLimit);
        if (global.ResetAt <= now)
            global = (0, now + GlobalWindow);
        global.Used++;
        wait = global.ResetAt - now;
        return global.Used > options.GlobalLimit;
    }

    private void Evict(DateTimeOffset now)
    {
        foreach (var old in buckets.Where(bucket => bucket.Value.ResetAt <= now).Select(bucket => bucket.Key).ToList())
            buckets.Remove(old);
        evictAt = Math.Max(FirstEviction, 2 * buckets.Count);
    }

    public static RestReply Refusal(RateLimitFault fault, IReadOnlyList<(string, string)> bucket)
    {
        var seconds = Math.Max(0.001, Math.Ceiling(fault.RetryAfter.TotalMilliseconds) / 1000);
        var headers = new List<(string, string)>(bucket);
        if (!fault.WithoutHeader)
            headers.Add(("Retry-After", Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture)));
        if (fault.Kind == RateLimitKind.Blocked)
            return new RestReply(429, null) { PlainText = "error code: 1015", Headers = headers };
        headers.Add(("X-RateLimit-Scope", fault.Kind switch { RateLimitKind.Global => "global", RateLimitKind.Shared => "shared", _ => "user" }));
        if (fault.Kind == RateLimitKind.Global)
            headers.Add(("X-RateLimit-Global", "true"));
        headers.Add(("Via", "1.1 google"));
        return new RestReply(429, new JsonObject
        {
            ["message"] = fault.Kind == RateLimitKind.Shared ? "The resource is being rate limited." : "You are being rate limited.",
            ["retry_after"] = seconds,
            ["global"] = fault.Kind == RateLimitKind.Global,
        })
        { Headers = headers };
    }

    private static List<(string, string)> Headers(string name, BucketLimit limit, int remaining, DateTimeOffset resetAt, DateTimeOffset now)
    {
        static string Seconds(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
        return
        [
            ("X-RateLimit-Limit", limit.Limit.ToString(CultureInfo.InvariantCulture)),
            ("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture)),
            ("X-RateLimit-Reset", Seconds(resetAt.ToUnixTimeMilliseconds() / 1000.0)),
            ("X-RateLimit-Reset-After", Seconds(Math.Ceiling((resetAt - now).TotalMilliseconds) / 1000)),
            ("X-RateLimit-Bucket", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16))),
        ];
    }
}
