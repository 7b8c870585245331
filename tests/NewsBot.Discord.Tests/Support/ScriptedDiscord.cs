using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Tests.Support;

/// <summary>What came in over REST.</summary>
internal sealed record SeenRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>An answer to send.</summary>
internal sealed record Scripted(int Status, string Body = "", IReadOnlyDictionary<string, string>? Headers = null, string ContentType = "application/json");

/// <summary>A server on loopback that does what a test says: REST by a function, the gateway by hand.</summary>
internal sealed class ScriptedDiscord : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<GatewayPeer> _peers = Channel.CreateUnbounded<GatewayPeer>();
    private readonly CancellationTokenSource _stop = new();

    private ScriptedDiscord(WebApplication app) => _app = app;

    public Uri ApiBaseUrl => new(_app.Urls.First() + "/api/v10");

    public string GatewayUrl => _app.Urls.First().Replace("http", "ws", StringComparison.Ordinal);

    /// <summary>All requests but those for the gateway's address.</summary>
    public ConcurrentQueue<SeenRequest> Requests { get; } = new();

    /// <summary>Answers requests; null hangs up without an answer.</summary>
    public Func<SeenRequest, Scripted?> Rest { get; set; } = _ => new Scripted(404, """{"message":"404: Not Found","code":0}""");

    /// <summary>Answers the question for the gateway's address.</summary>
    public Func<Scripted>? GatewayAddress { get; set; }

    public int Shards { get; set; } = 1;

    /// <summary>Whether gateway connections are let in, by path.</summary>
    public Func<string, bool> Admit { get; set; } = _ => true;

    public int GatewayAddressAsked { get; private set; }

    public static async Task<ScriptedDiscord> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new ScriptedDiscord(app);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.Run(server.HandleAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>The next gateway connection.</summary>
    public async Task<GatewayPeer> AcceptAsync() => await _peers.Reader.ReadAsync().AsTask().WaitAsync(Wait.Longest);

    /// <summary>The next connection, greeted and with its session begun.</summary>
    public async Task<GatewayPeer> AcceptReadyAsync(int heartbeat = 45_000, string guilds = "[]")
    {
        var peer = await AcceptAsync();
        await peer.HelloAsync(heartbeat);
        await peer.ExpectAsync(2);
        await peer.ReadyAsync(GatewayUrl + "/resume", guilds);
        return peer;
    }

    public bool HasConnection => _peers.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _app.StopAsync(new CancellationTokenSource(TimeSpan.FromSeconds(1)).Token);
        await _app.DisposeAsync();
        _stop.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            if (!Admit(context.Request.Path))
            {
                context.Response.StatusCode = 503;
                return;
            }

            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            using var peer = new GatewayPeer(socket, context.Request.Path, context.Request.QueryString.ToString(), _stop.Token);
            await _peers.Writer.WriteAsync(peer);
            await peer.RunAsync();
            if (peer.Dropped)
                context.Abort();
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var path = context.Request.Path.ToString().Replace("/api/v10/", "", StringComparison.Ordinal);
        Scripted? answer;
        if (path == "gateway/bot")
        {
            GatewayAddressAsked++;
            answer = GatewayAddress?.Invoke() ?? GatewayAnswer();
        }
        else
        {
            var seen = new SeenRequest(
                context.Request.Method, path, context.Request.QueryString.ToString(),
                context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray());
            Requests.Enqueue(seen);
            answer = Rest(seen);
        }

        if (answer is null)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers ?? new Dictionary<string, string>())
            context.Response.Headers[name] = value;
        if (answer.Status != 204)
            await context.Response.WriteAsync(answer.Body);
    }

    public Scripted GatewayAnswer(int remaining = 1000, int resetAfter = 0) => new(200, $$$"""
        {"url":"{{{GatewayUrl}}}","shards":{{{Shards}}},"session_start_limit":{"total":1000,"remaining":{{{remaining}}},"reset_after":{{{resetAfter}}},"max_concurrency":16}}
        """);
}
