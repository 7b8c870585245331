namespace NewsBot.FakeDiscord.Rest;

/// <summary>The kinds of 429.</summary>
public enum RateLimitKind
{
    /// <summary>The bot's own bucket.</summary>
    User,

    /// <summary>A resource that others use too; not counted as an invalid request.</summary>
    Shared,

    /// <summary>All routes but those of interactions.</summary>
    Global,

    /// <summary>A limit behind the bucket: requests remain by the headers, yet this route is refused.</summary>
    SubLimit,

    /// <summary>The proxy blocks the address: plain text "error code: 1015".</summary>
    Blocked,
}

/// <summary>A 429 to give, and how long it holds.</summary>
public sealed record RateLimitFault(RateLimitKind Kind, TimeSpan RetryAfter)
{
    /// <summary>Leaves the Retry-After header out; the body still tells.</summary>
    public bool WithoutHeader { get; init; }
}

/// <summary>What goes wrong with a request.</summary>
public sealed record RestFault
{
    internal int Status { get; private init; }
    internal bool Stored { get; private init; }
    internal bool Cut { get; private init; }
    internal bool Hang { get; private init; }
    internal string? Text { get; private init; }
    internal string ContentType { get; private init; } = "text/plain; charset=UTF-8";
    internal int Code { get; private init; }
    internal string Message { get; private init; } = "";
    internal TimeSpan Wait { get; private init; }
    internal RateLimitFault? RateLimit { get; private init; }

    /// <summary>Answers with this status and does nothing.</summary>
    public static RestFault ErrorBefore(int status) => new() { Status = status };

    /// <summary>Does what was asked, then answers with this status.</summary>
    public static RestFault ErrorAfterStoring(int status) => new() { Status = status, Stored = true };

    /// <summary>Cuts the connection and does nothing.</summary>
    public static RestFault CutBefore() => new() { Cut = true };

    /// <summary>Does what was asked, then answers with this text, whatever it is.</summary>
    public static RestFault AnswerAfterStoring(int status, string text, string contentType = "application/json") =>
        new() { Status = status, Stored = true, Text = text, ContentType = contentType };

    /// <summary>Does what was asked, then cuts the connection: the answer is lost.</summary>
    public static RestFault CutAfterStoring() => new() { Cut = true, Stored = true };

    /// <summary>Does what was asked and never answers: the client's own patience ends the wait.</summary>
    public static RestFault HangAfterStoring() => new() { Stored = true, Cut = true, Hang = true };

    /// <summary>Answers with this status and an error body of this code, as for what only a test can bring about (AutoMod, overload, slowmode).</summary>
    public static RestFault Refuse(int status, int code, string message) => new() { Status = status, Code = code, Message = message };

    /// <summary>Answers rightly, but late (by the real clock).</summary>
    public static RestFault Delay(TimeSpan wait) => new() { Wait = wait };

    /// <summary>Answers 429 and holds what that is about.</summary>
    public static RestFault TooMany(RateLimitFault limit) => new() { RateLimit = limit };
}

/// <summary>The requests that a test makes go wrong.</summary>
public sealed class RestFaults
{
    private readonly Lock gate = new();
    private readonly List<(string Route, RestFault Fault, int Left)> rules = [];

    /// <summary>The next requests of a route go wrong so.</summary>
    /// <param name="route">A route such as "POST channels/{channel}/messages", or "*" for any.</param>
    /// <param name="fault">What happens.</param>
    /// <param name="times">For how many requests.</param>
    public void Add(string route, RestFault fault, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        lock (gate)
            rules.Add((route, fault, times));
    }

    /// <summary>No request goes wrong any more.</summary>
    public void Clear()
    {
        lock (gate)
            rules.Clear();
    }

    internal RestFault? Next(string route)
    {
        lock (gate)
        {
            var index = rules.FindIndex(rule => rule.Route == route || rule.Route == "*");
            if (index < 0)
                return null;
            var rule = rules[index];
            if (rule.Left == 1)
                rules.RemoveAt(index);
            else
                rules[index] = rule with { Left = rule.Left - 1 };
            return rule.Fault;
        }
    }
}
