using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsBot.FakeEmbeddings;

/// <summary>An endpoint on loopback that speaks OpenAI's <c>/v1/embeddings</c> and Ollama's <c>/api/embed</c>.</summary>
public sealed class EmbeddingServer : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<EmbeddingRequest> _requests = [];
    private readonly int _dimension;
    private readonly bool _asText;
    private WebApplication? _web;

    private EmbeddingServer(int dimension, bool asText)
    {
        _dimension = dimension;
        _asText = asText;
    }

    public Func<EmbeddingRequest, Fault> Script { get; set; } = _ => Fault.None;

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<EmbeddingRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <param name="dimension">Length of the vectors.</param>
    /// <param name="asText">Whether vectors come as numbers even where base64 is asked for, as from some servers.</param>
    public static async Task<EmbeddingServer> StartAsync(int dimension = 256, bool asText = false)
    {
        var server = new EmbeddingServer(dimension, asText);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        server._web = builder.Build();
        server._web.MapPost("/v1/embeddings", context => server.AnswerAsync(context, server.OpenAIAnswer));
        server._web.MapPost("/api/embed", context => server.AnswerAsync(context, OllamaAnswer));
        await server._web.StartAsync().ConfigureAwait(false);
        server.Address = new Uri(server._web.Urls.First());
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        await _web!.StopAsync(now.Token).ConfigureAwait(false);
        await _web.DisposeAsync().ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext context, Func<EmbeddingRequest, IReadOnlyList<float[]>, JsonElement, object> answer)
    {
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false);
        var input = body.GetProperty("input");
        string[] texts = input.ValueKind == JsonValueKind.String ? [input.GetString()!] : [.. input.EnumerateArray().Select(text => text.GetString()!)];
        EmbeddingRequest request;
        lock (_lock)
            _requests.Add(request = new EmbeddingRequest(_requests.Count + 1, body.GetProperty("model").GetString()!, texts, context.Request.Headers.Authorization.ToString()));
        var fault = Script(request);
        await Task.Delay(fault.Hangs ? Timeout.InfiniteTimeSpan : fault.Delay, context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = fault.Status;
        if (fault.RetryAfter is { } after)
            context.Response.Headers.RetryAfter = after;
        if (fault.Status != 200)
            await context.Response.WriteAsync("""{"error":{"message":"no"}}""").ConfigureAwait(false);
        else if (fault.Body is { } other)
            await context.Response.WriteAsync(other).ConfigureAwait(false);
        else
            await context.Response.WriteAsJsonAsync(answer(request, fault.Answer(request, _dimension), body)).ConfigureAwait(false);
    }

    private object OpenAIAnswer(EmbeddingRequest request, IReadOnlyList<float[]> vectors, JsonElement body)
    {
        var base64 = !_asText && body.TryGetProperty("encoding_format", out var format) && format.GetString() == "base64";
        return new
        {
            @object = "list",
            model = request.Model,
            data = vectors.Select((vector, index) => new
            {
                @object = "embedding",
                index,
                embedding = base64 ? (object)Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan())) : Numbers(vector),
            }),
            usage = new { prompt_tokens = 1, total_tokens = 1 },
        };
    }

    private static object OllamaAnswer(EmbeddingRequest request, IReadOnlyList<float[]> vectors, JsonElement body) =>
        new { model = request.Model, embeddings = vectors.Select(Numbers) };

    /// <summary>What JSON has no number for is written as text, which no client takes.</summary>
    private static object[] Numbers(float[] vector) =>
        Array.ConvertAll(vector, number => float.IsFinite(number) ? (object)number : number.ToString(CultureInfo.InvariantCulture));
}
