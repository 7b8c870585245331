using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using Azure.AI.OpenAI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Http.Resilience;
using OllamaSharp;
using OpenAI;
using Polly;

namespace NewsBot.Models.Calling;

/// <summary>
/// Opens the way to a provider. A request is sent again only where that is safe: when it never arrived, or was turned away
/// unread (429, 503), and the wait that the server asks for is short. Nothing is logged on the way.
/// </summary>
internal static class ChatClients
{
    private const long LargestBody = 4_000_000;
    private const int Retries = 2;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(4);

    public static IChatClient Open(ModelSettings settings, TimeProvider time)
    {
        var http = new HttpClient(Handlers(time)) { Timeout = Timeout.InfiniteTimeSpan };
        return settings.Provider switch
        {
            ModelProvider.Ollama => Ollama(settings, http),
            ModelProvider.Azure => new AzureOpenAIClient(settings.Endpoint!, new ApiKeyCredential(settings.ApiKey), Options(new AzureOpenAIClientOptions(), http))
                .GetChatClient(settings.Name).AsIChatClient(),
            _ => new OpenAIClient(
                // Servers of one's own often need no key, but the client insists on one.
                new ApiKeyCredential(settings.ApiKey.Length > 0 ? settings.ApiKey : "none"), Options(new OpenAIClientOptions { Endpoint = settings.Endpoint }, http))
                .GetChatClient(settings.Name).AsIChatClient(),
        };
    }

    private static OllamaApiClient Ollama(ModelSettings settings, HttpClient http)
    {
        http.BaseAddress = settings.Endpoint;
        if (settings.ApiKey.Length > 0)
            http.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", settings.ApiKey);
        return new OllamaApiClient(http, settings.Name);
    }

    private static T Options<T>(T options, HttpClient http)
        where T : ClientPipelineOptions
    {
        options.Transport = new HttpClientPipelineTransport(http);
        options.RetryPolicy = new ClientRetryPolicy(maxRetries: 0); // The handlers below retry.
        options.NetworkTimeout = Timeout.InfiniteTimeSpan; // The caller's deadline ends it.
        options.ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false };
        return options;
    }

    private static ResilienceHandler Handlers(TimeProvider time)
    {
        var retry = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                Delay = FirstWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldRetryAfterHeader = true,
                ShouldHandle = arguments => ValueTask.FromResult(IsSafe(arguments.Outcome, time)),
            })
            .Build();
        return new ResilienceHandler(retry)
        {
            InnerHandler = new BodyLimitHandler(LargestBody)
            {
                InnerHandler = new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    ConnectTimeout = Connecting,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                },
            },
        };
    }

    private static bool IsSafe(Outcome<HttpResponseMessage> outcome, TimeProvider time) => outcome switch
    {
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } } => true,
        { Result: { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } response } => Wait(response, time) <= LongestWait,
        _ => false,
    };

    private static TimeSpan Wait(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => TimeSpan.Zero,
    };
}
