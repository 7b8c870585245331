using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using NewsBot.FakeModel.Protocol;

namespace NewsBot.FakeModel;

/// <summary>A request that the server got.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Body">Its body, JSON.</param>
/// <param name="Authorization">Its key, with or without a scheme; null without one.</param>
public sealed record SeenRequest(string Path, string Body, string? Authorization);

/// <summary>
/// A server on loopback that speaks the protocols of OpenAI (also under the paths of Azure) and Ollama, and plays a model
/// of one <see cref="NewsBot.FakeModel.Behaviour"/>.
/// </summary>
public sealed class FakeModelServer : IAsyncDisposable
{
    private const int Remembered = 1000;
    private readonly WebApplication _web;
    private readonly ConcurrentQueue<SeenRequest> _requests = new();

    private FakeModelServer(WebApplication web, Behaviour behaviour)
    {
        _web = web;
        Behaviour = behaviour;
    }

    /// <summary>What the model plays from the next request on.</summary>
    public Behaviour Behaviour { get; set; }

    /// <summary>What it plays in the next requests, one each, before that.</summary>
    public ConcurrentQueue<Behaviour> Next { get; } = new();

    /// <summary>The requests so far, oldest first; the newest thousand.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Base address for clients that speak OpenAI's protocol.</summary>
    public Uri OpenAiAddress => new(Address, "v1");

    /// <param name="behaviour">What the model plays.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    public static async Task<FakeModelServer> StartAsync(Behaviour behaviour = Behaviour.Faithful, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1));
        var web = builder.Build();
        var server = new FakeModelServer(web, behaviour);
        web.MapGet("/v1/models", () => Results.Json(new { @object = "list", data = new[] { new { id = "fake", @object = "model" } } }));
        web.MapGet("/api/tags", () => Results.Json(new { models = new[] { new { name = "fake", model = "fake" } } }));
        web.MapGet("/api/version", () => Results.Json(new { version = "0.0.0" }));
        web.MapPost("/v1/chat/completions", context => server.PlayAsync(context, OpenAiProtocol.ChatAsync));
        web.MapPost("/openai/deployments/{deployment}/chat/completions", context => server.PlayAsync(context, OpenAiProtocol.ChatAsync));
        web.MapPost("/v1/embeddings", context => server.PlayAsync(context, (http, request, _) => OpenAiProtocol.EmbeddingsAsync(http, request)));
        web.MapPost("/api/chat", context => server.PlayAsync(context, OllamaProtocol.ChatAsync));
        await web.StartAsync().ConfigureAwait(false);
        server.Address = new Uri(web.Urls.First());
        return server;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task PlayAsync(HttpContext context, Func<HttpContext, JsonElement, Behaviour, Task> play)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false);
        _requests.Enqueue(new SeenRequest(context.Request.Path, body, context.Request.Headers.Authorization.FirstOrDefault() ?? context.Request.Headers["api-key"].FirstOrDefault()));
        if (_requests.Count > Remembered)
            _requests.TryDequeue(out _);
        JsonElement request;
        try
        {
            request = JsonSerializer.Deserialize<JsonElement>(body);
        }
        catch (JsonException)
        {
            await ErrorAsync(context, 400, "The body is not JSON.").ConfigureAwait(false);
            return;
        }

        try
        {
            await PlayAsync(context, request, play).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away.
        }
        catch (IOException)
        {
            // So it did, in the middle of a write.
        }
    }

    private Task PlayAsync(HttpContext context, JsonElement request, Func<HttpContext, JsonElement, Behaviour, Task> play)
    {
        var behaviour = Next.TryDequeue(out var next) ? next : Behaviour;
        switch (behaviour)
        {
            case Behaviour.Overloaded:
                context.Response.Headers.RetryAfter = "0";
                return ErrorAsync(context, 503, "The server is overloaded.");
            case Behaviour.TooManyRequests:
                context.Response.Headers.RetryAfter = "60";
                return ErrorAsync(context, 429, "Rate limit reached.");
            case Behaviour.ServerError:
                return ErrorAsync(context, 500, "The server had an error.");
            case Behaviour.Unauthorized:
                return ErrorAsync(context, 401, "Incorrect API key provided.");
            case Behaviour.KnowsNoForms when request.TryGetProperty("response_format", out _):
                return ErrorAsync(context, 400, "response_format is not supported by this model.");
            case Behaviour.Hangs:
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            case Behaviour.HtmlPage:
                context.Response.ContentType = "text/html";
                return context.Response.WriteAsync("<html><body><h1>Welcome to nginx</h1></body></html>", context.RequestAborted);
            case Behaviour.Empty:
                context.Response.ContentType = "application/json";
                return Task.CompletedTask;
            default:
                return play(context, request, behaviour);
        }
    }

    private static Task ErrorAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new { error = new { message, type = "error", code = status.ToString(CultureInfo.InvariantCulture) } }, context.RequestAborted);
    }
}
