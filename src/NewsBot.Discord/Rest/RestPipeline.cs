using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Json;

namespace NewsBot.Discord.Rest;

/// <summary>
/// Sends requests: holds them back for limits, repeats those that failed in passing where a repetition does no harm, and turns what
/// comes back into a value or a failure. Refusals (4xx) are never repeated but for rate limits. No path or body is logged.
/// </summary>
internal sealed class RestPipeline(
    IHttpClientFactory clients, DiscordOptions options, TimeProvider time, Random random, ILogger<RestPipeline> logger)
{
    public const string HttpClientName = "NewsBot.Discord";

    private const int MaxAttempts = 4;
    /// <summary>How often one request is refused for a rate limit before it is given up.</summary>
    private const int MaxRefusals = 10;

    private const int WarnAtInvalid = 1000;

    private static readonly TimeSpan CallbackPause = TimeSpan.FromMilliseconds(100);

    /// <summary>How long to stop when Discord blocks our address without saying for how long.</summary>
    private static readonly TimeSpan BlockedPause = TimeSpan.FromMinutes(10);

    private readonly RateLimiter _limiter = new(options.GlobalRequestsPerSecond, time);
    private readonly InvalidRequests _invalid = new(options.InvalidRequestLimit, time);
    private readonly Uri _base = new(options.ApiBaseUrl.AbsoluteUri.TrimEnd('/') + "/");
    private long _blockedUntilTicks;

    public int InvalidRequestCount => _invalid.Count;

    /// <summary>Until when all requests are refused here; null when they are not.</summary>
    public DateTimeOffset? BlockedUntil
    {
        get
        {
            var address = new DateTimeOffset(Interlocked.Read(ref _blockedUntilTicks), TimeSpan.Zero);
            var breaker = _invalid.BlockedUntil;
            var until = breaker > address ? breaker : address;
            return until > time.GetUtcNow() ? until : null;
        }
    }

    /// <summary>Sends a request whose answer has a body.</summary>
    public async Task<DiscordResult<T>> SendAsync<T>(RestRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var (answer, failure) = await SendAsync(request, cancellationToken);
        if (failure is not null)
            return failure;
        if (DiscordJson.TryRead<T>(answer!.Body, type) is { } value)
            return value;
        logger.LogWarning("{Request}: the answer cannot be read.", request);
        return new DiscordFailure(FailureKind.BadAnswer, "The answer cannot be read.") { Status = (int)answer.Status, MayHaveHappened = true };
    }

    /// <summary>Sends a request whose answer's body does not matter.</summary>
    public async Task<DiscordResult> SendAsync(RestRequest request, bool goneIsDone, CancellationToken cancellationToken)
    {
        var (_, failure) = await SendAsync(request, cancellationToken);
        return failure is null || (goneIsDone && failure.Kind == FailureKind.NotFound) ? DiscordResult.Success : failure;
    }

    private async Task<(RestAnswer? Answer, DiscordFailure? Failure)> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var waitLeft = options.MaxRateLimitWait;
        var (attempts, refusals) = (1, 0);
        var mayHaveHappened = false;
        while (true)
        {
            if (BlockedUntil is { } blocked)
                return (null, new DiscordFailure(FailureKind.Blocked, "Requests are held back after too many refusals.") { RetryAfter = blocked - time.GetUtcNow() });

            var before = time.GetTimestamp();
            RateLimitBucket? place = null;
            if (request.Limit != LimitClass.Callback)
            {
                place = await _limiter.AcquireAsync(request, Least(waitLeft, Left(request, start)), cancellationToken);
                if (place is null)
                    return (null, new DiscordFailure(FailureKind.RateLimited, "A rate limit lasts longer than the request may wait."));
                var waited = time.GetElapsedTime(before);
                waitLeft -= waited;
                DiscordMeter.Waited(request, waited);
            }

            var within = Least(Left(request, start), request.AttemptTimeout ?? options.RequestTimeout);
            var (answer, lost) = await AttemptAsync(request, place, within, cancellationToken);
            if (answer is { IsSuccess: true })
                return (answer, null);
            var failure = answer is null ? lost! : Refused(request, answer, attempts);
            failure = failure with { MayHaveHappened = mayHaveHappened |= failure.MayHaveHappened };
            if (failure.Kind == FailureKind.AlreadyAnswered && attempts > 1)
                return (answer, null); // The attempt whose answer was lost did it.

            if (failure.Kind == FailureKind.RateLimited)
            {
                // Not counted as an attempt. All but callbacks are held by the limiter.
                var wait = answer!.RetryAfter;
                if (++refusals > MaxRefusals || wait > Least(waitLeft, Left(request, start)))
                    return (null, failure);
                if (request.Limit == LimitClass.Callback)
                    await Task.Delay(wait, time, cancellationToken);
                continue;
            }

            if (PauseBeforeRepeating(request, failure, attempts) is not { } pause || pause >= Left(request, start))
                return (null, failure);
            logger.LogWarning("{Request}: {Failure}; again in {Pause}.", request, failure, pause);
            await Task.Delay(pause, time, cancellationToken);
            attempts++;
        }
    }

    /// <summary>
    /// How long to wait before the same request again: half a second, doubled each time, and up to half as much more at random.
    /// Null when it must not be repeated.
    /// </summary>
    private TimeSpan? PauseBeforeRepeating(RestRequest request, DiscordFailure failure, int attempts)
    {
        if (failure.Kind != FailureKind.Unavailable || attempts >= MaxAttempts || (failure.MayHaveHappened && !request.Repeatable))
            return null;
        return request.Limit == LimitClass.Callback
            ? CallbackPause
            : TimeSpan.FromSeconds(0.5 * Math.Pow(2, attempts - 1) * (1 + (random.NextDouble() * 0.5)));
    }

    /// <summary>One attempt: an answer, or how it was lost.</summary>
    private async Task<(RestAnswer? Answer, DiscordFailure? Lost)> AttemptAsync(
        RestRequest request, RateLimitBucket? place, TimeSpan within, CancellationToken cancellationToken)
    {
        RestAnswer? answer = null;
        var begun = time.GetTimestamp();
        using var trace = DiscordMeter.Attempting(request);
        using var timeout = new CancellationTokenSource(within > TimeSpan.Zero ? within : TimeSpan.FromMilliseconds(1), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var message = Message(request);
            using var client = clients.CreateClient(HttpClientName);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseContentRead, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return (answer = new RestAnswer(response.StatusCode, RateLimitHeaders.Read(response.Headers), body), null);
        }
        catch (HttpRequestException exception)
        {
            var neverSent = exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return (null, new DiscordFailure(FailureKind.Unavailable, $"Discord cannot be reached: {exception.HttpRequestError}.") { MayHaveHappened = !neverSent });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new DiscordFailure(FailureKind.Unavailable, "Discord did not answer in time.") { MayHaveHappened = true });
        }
        finally
        {
            trace?.SetTag("status", (int)(answer?.Status ?? 0));
            DiscordMeter.Attempted(request, answer, time.GetElapsedTime(begun));
            if (place is not null)
                _limiter.Complete(request, place, answer);
        }
    }

    private HttpRequestMessage Message(RestRequest request)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(_base, request.Path));
        if (request.Authorize)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", options.Token);
        if (request.Json is { } json)
            message.Content = RestContent.Of(json, request.Files);
        else if (request.Method == HttpMethod.Post || request.Method == HttpMethod.Put)
            message.Content = new ByteArrayContent([]);
        return message;
    }

    /// <summary>Takes note of a refusal, and says what it means.</summary>
    private DiscordFailure Refused(RestRequest request, RestAnswer answer, int attempt)
    {
        var failure = Failures.Of(answer);
        if (answer.CountsAsInvalid && _invalid.Record() is var count && count % WarnAtInvalid == 0)
            logger.LogWarning("{Count} requests were refused in ten minutes; Discord blocks the address at 10000.", count);

        if (answer.IsAddressBlock)
        {
            var pause = answer.Limits.RetryAfter ?? BlockedPause;
            Interlocked.Exchange(ref _blockedUntilTicks, (time.GetUtcNow() + pause).UtcTicks);
            logger.LogError("Discord blocks this address; no requests for {Pause}.", pause);
            return failure with { Kind = FailureKind.Blocked, RetryAfter = pause };
        }

        if (failure.Kind != FailureKind.Unavailable)
            logger.LogInformation("{Request}, attempt {Attempt}: {Failure}", request, attempt, failure);
        return failure;
    }

    private TimeSpan Left(RestRequest request, long start) =>
        request.Within is { } within ? within - time.GetElapsedTime(start) : TimeSpan.FromDays(1);

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
