namespace NewsBot.Sources.Fetching;

/// <summary>Gets what stands at an address of the web, politely and within bounds. Only GET, so that repeating is safe.</summary>
public interface IFetcher
{
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing else is thrown for what servers do.</exception>
    Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken);
}

/// <summary>What is expected at an address; the rest is refused by its Content-Type.</summary>
public enum FetchKind
{
    /// <summary>A web page.</summary>
    Page,

    /// <summary>A feed or a sitemap: XML or JSON, whatever it is called.</summary>
    Feed,

    /// <summary>Plain text, such as robots.txt.</summary>
    Text,
}

/// <param name="Address">What to get.</param>
/// <param name="Kind">What is expected there.</param>
public sealed record FetchRequest(Uri Address, FetchKind Kind)
{
    /// <summary>
    /// Whose content named the address; null when a person or the configuration did. What a public site names is not
    /// followed to hosts that only the operator may name.
    /// </summary>
    public Uri? NamedBy { get; init; }

    /// <summary>What is known of the last answer, so that an unchanged one need not be sent again.</summary>
    public Validators Validators { get; init; }
}

/// <summary>Tells versions of one address apart (RFC 9110, section 8.8); either may be null.</summary>
/// <param name="ETag">The ETag header as it was sent.</param>
/// <param name="LastModified">The Last-Modified header.</param>
public readonly record struct Validators(string? ETag, DateTimeOffset? LastModified);

public enum FetchStatus
{
    Fetched,

    /// <summary>The server has what it had the last time.</summary>
    NotModified,

    /// <summary>The server says that there is nothing (404, 410).</summary>
    Gone,

    /// <summary>Was not asked for, or not taken: a rule of this program or of the site stands against it.</summary>
    Refused,

    /// <summary>Did not work this time.</summary>
    Failed,
}

/// <summary>How a fetch ended.</summary>
public sealed record FetchResult(FetchStatus Status)
{
    /// <summary>Decompressed; empty unless fetched.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>The Content-Type header.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where it was found after redirects.</summary>
    public Uri? Address { get; init; }

    public Validators Validators { get; init; }

    /// <summary>Why there is nothing, as the end of a sentence about the address ("answers with status 503"); empty when fetched or not modified.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When the server wants to be asked again; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    internal static FetchResult Refused(string reason) => new(FetchStatus.Refused) { Reason = reason };

    internal static FetchResult Failed(string reason, TimeSpan? retryAfter = null) => new(FetchStatus.Failed) { Reason = reason, RetryAfter = retryAfter };
}
