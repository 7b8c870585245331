using System.Net.Http.Headers;
using System.Net.Sockets;
using Polly.Timeout;

namespace NewsBot.Sources.Fetching;

/// <summary>
/// The one way to the network. Each hop of a redirect is a request of its own that passes every rule again; robots.txt is
/// asked first, then the host's turn is waited for, then the request is sent.
/// </summary>
internal sealed class Fetcher : IFetcher
{
    public const string ClientName = "news";

    private const int LongestETag = 256;

    private readonly IHttpClientFactory _clients;
    private readonly FetchOptions _options;
    private readonly AddressRules _rules;
    private readonly HostGates _gates;
    private readonly RobotsCache _robots;
    private readonly TimeProvider _time;

    public Fetcher(IHttpClientFactory clients, FetchOptions options, AddressRules rules, TimeProvider time)
    {
        (_clients, _options, _rules, _time) = (clients, options, rules, time);
        _gates = new HostGates(options, time);
        _robots = new RobotsCache((request, token) => FollowAsync(request, asksRobots: false, token), options, time);
    }

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken) =>
        FollowAsync(request, _options.ObeyRobots, cancellationToken);

    private async Task<FetchResult> FollowAsync(FetchRequest request, bool asksRobots, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (address, namedBy) = (request.Address, request.NamedBy);
        while (true)
        {
            if (_rules.Problem(address, namedBy) is { } problem)
                return FetchResult.Refused(seen.Count == 0 ? problem : $"redirects to {Short(address)}, which {problem}");
            if (!seen.Add(address.GetLeftPart(UriPartial.Query)))
                return FetchResult.Failed("redirects in a circle");
            if (seen.Count > _options.MaxRedirects + 1)
                return FetchResult.Failed($"redirects more than {_options.MaxRedirects} times");
            if (asksRobots && await _robots.ProblemAsync(address, cancellationToken).ConfigureAwait(false) is { } closed)
                return FetchResult.Refused(closed);
            var (result, next) = await HopAsync(request, address, cancellationToken).ConfigureAwait(false);
            if (next is null)
                return result!;
            if (address.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
                return FetchResult.Refused($"redirects from https to http ({Short(next)})");
            (address, namedBy) = (next, address);
        }
    }

    private async Task<(FetchResult? Result, Uri? Next)> HopAsync(FetchRequest request, Uri address, CancellationToken cancellationToken)
    {
        using var turn = await _gates.EnterAsync(address.Authority, cancellationToken).ConfigureAwait(false);
        try
        {
            using var message = Message(request, address);
            using var client = _clients.CreateClient(ClientName);
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return await ReadAsync(request, address, answer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && Explain(exception) is { } failed)
        {
            return (failed, null);
        }
    }

    private HttpRequestMessage Message(FetchRequest request, Uri address)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        var headers = message.Headers;
        headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        headers.TryAddWithoutValidation("Accept", ContentTypes.Accepted(request.Kind));
        headers.TryAddWithoutValidation("Accept-Encoding", BoundedBody.Encodings);
        if (request.Validators.ETag is { } etag && EntityTagHeaderValue.TryParse(etag, out var tag))
            headers.IfNoneMatch.Add(tag);
        headers.IfModifiedSince = request.Validators.LastModified;
        return message;
    }

    private async Task<(FetchResult? Result, Uri? Next)> ReadAsync(FetchRequest request, Uri address, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var status = (int)answer.StatusCode;
        switch (status)
        {
            case 200:
                break;
            case 304 when request.Validators != default:
                return (new FetchResult(FetchStatus.NotModified) { Address = address, Validators = request.Validators }, null);
            case 301 or 302 or 303 or 307 or 308:
                return Target(address, answer) is { } next ? (null, next) : (FetchResult.Failed("redirects to something that is not an http or https address"), null);
            case 404 or 410:
                return (new FetchResult(FetchStatus.Gone) { Address = address, Reason = $"is not there (status {status})" }, null);
            case 401 or 402 or 403 or 407 or 451:
                return (FetchResult.Refused($"is not open to this program (status {status})"), null);
            case >= 400 and < 500 and not (408 or 425 or 429):
                return (FetchResult.Refused($"answers with status {status}"), null);
            default:
                return (FetchResult.Failed($"answers with status {status}", RetryAfter.Of(answer, _time)), null);
        }

        if (answer.Content.Headers.NonValidated.TryGetValues("Content-Length", out var lengths) && (lengths.Count != 1 || answer.Content.Headers.ContentLength is null))
            return (FetchResult.Failed("does not answer in valid HTTP"), null);
        var contentType = answer.Content.Headers.TryGetValues("Content-Type", out var types) ? types.FirstOrDefault() : null;
        if (!ContentTypes.Fits(request.Kind, contentType))
            return (FetchResult.Refused($"is not {ContentTypes.Named(request.Kind)} but {ContentTypes.MediaType(contentType)}"), null);
        var (body, reason) = await BoundedBody.ReadAsync(answer.Content, _options, _time, cancellationToken).ConfigureAwait(false);
        return body is null
            ? (FetchResult.Failed(reason), null)
            : (new FetchResult(FetchStatus.Fetched) { Body = body, ContentType = contentType, Address = address, Validators = ValidatorsOf(answer) }, null);
    }

    private static Validators ValidatorsOf(HttpResponseMessage answer)
    {
        var etag = answer.Headers.ETag?.ToString();
        return new Validators(etag?.Length <= LongestETag ? etag : null, answer.Content.Headers.LastModified);
    }

    /// <summary>Location may be relative, and must not be longer or stranger than an address somebody typed.</summary>
    private static Uri? Target(Uri address, HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Location", out var locations) || locations.FirstOrDefault() is not { Length: > 0 and <= AddressRules.Longest } location)
            return null;
        if (location.Contains("://", StringComparison.Ordinal) && location.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return AddressRules.TryParse(location, out var absolute, out _) ? absolute : null;
        return Uri.TryCreate(address, location, out var relative) && relative.Scheme is "http" or "https" && AddressRules.TryParse(relative.AbsoluteUri, out var resolved, out _) ? resolved : null;
    }

    /// <summary>What went wrong in plain words; null for what is a mistake of this program.</summary>
    private FetchResult? Explain(Exception exception) => exception switch
    {
        HttpRequestException { InnerException: ForbiddenAddressException forbidden } => FetchResult.Refused(forbidden.Message),
        TimeoutRejectedException or TaskCanceledException { InnerException: TimeoutException } => FetchResult.Failed($"did not answer within {_options.HeadersSeconds:0.#} seconds"),
        OperationCanceledException => FetchResult.Failed($"could not be connected to within {_options.ConnectSeconds:0.#} seconds"),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } or HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } }
            => FetchResult.Failed("has a host name that cannot be found"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => FetchResult.Failed("has no valid certificate, or no secure connection"),
        HttpRequestException { InnerException: SocketException } => FetchResult.Failed("cannot be connected to"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => FetchResult.Failed("sends headers that are too long"),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => FetchResult.Failed("does not answer in valid HTTP"),
        HttpRequestException or IOException => FetchResult.Failed("broke off before everything had come"),
        _ => null,
    };

    private static string Short(Uri address) => address.AbsoluteUri.Length <= 120 ? address.AbsoluteUri : address.AbsoluteUri[..120] + "…";
}
