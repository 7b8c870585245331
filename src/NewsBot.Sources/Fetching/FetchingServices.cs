using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace NewsBot.Sources.Fetching;

/// <summary>Puts the fetcher together: one pool of connections, no proxy, no cookies, no redirects and no unpacking by the HTTP stack.</summary>
public static class FetchingServices
{
    private const int MostConnectionsPerHost = 8;
    private const int LongestHeadersInKiB = 32;

    /// <remarks>Needs a <see cref="TimeProvider"/>.</remarks>
    public static IServiceCollection AddFetching(this IServiceCollection services, FetchOptions options) => services.AddFetching(options, Dns.GetHostAddressesAsync, SafeConnector.DialAsync);

    internal static IServiceCollection AddFetching(this IServiceCollection services, FetchOptions options, NameResolver resolve, Dialer dial)
    {
        var rules = new AddressRules(options);
        var client = services
            .AddSingleton(options)
            .AddSingleton(rules)
            .AddSingleton<IFetcher, Fetcher>()
            .AddHttpClient(Fetcher.ClientName, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => Handler(options, new SafeConnector(rules, resolve, dial)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // Connections are renewed by the pool below.
            .RemoveAllLoggers();
        client.AddResilienceHandler("fetch", (pipeline, context) => Resilient(pipeline, options, context.ServiceProvider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>A proxy would connect in our place, to addresses that nobody has checked; hence none, whatever the environment says.</summary>
    private static SocketsHttpHandler Handler(FetchOptions options, SafeConnector connector) => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectCallback = connector.ConnectAsync,
        ConnectTimeout = Seconds(options.ConnectSeconds),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxConnectionsPerServer = MostConnectionsPerHost,
        MaxResponseHeadersLength = LongestHeadersInKiB,
        MaxResponseDrainSize = 0,
    };

    private static void Resilient(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, FetchOptions options, TimeProvider time)
    {
        pipeline.TimeProvider = time;
        if (options.Retries > 0)
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                Delay = TimeSpan.FromSeconds(options.RetrySeconds),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = attempt => ValueTask.FromResult(MayPass(attempt.Outcome, options, time)),
                DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result is { } answer ? RetryAfter.Of(answer, time) : null),
            });
        pipeline.AddTimeout(Seconds(options.HeadersSeconds));
    }

    /// <summary>Whether a failure may be over in a moment: the server is busy or could not be reached, and asks for no long pause.</summary>
    private static bool MayPass(Outcome<HttpResponseMessage> outcome, FetchOptions options, TimeProvider time) => outcome switch
    {
        { Result: { } answer } => answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
            && (RetryAfter.Of(answer, time) ?? TimeSpan.Zero) <= TimeSpan.FromSeconds(options.LongestRetryAfterSeconds),
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded, InnerException: not ForbiddenAddressException } } => true,
        { Exception: TimeoutRejectedException } => false,
        _ => false,
    };

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Max(seconds, 0.05));
}
