using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace NewsBot.FakeDiscord.Tests.Support;

/// <summary>A gateway client that does only what it is told.</summary>
public sealed class RawGateway : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));
    private readonly MemoryStream inflated = new();
    private readonly MemoryStream pending = new();
    private ZLibStream? inflater;

    public long? Sequence { get; private set; }
    public string? SessionId { get; private set; }
    public string? ResumeUrl { get; private set; }
    public int? CloseCode => (int?)socket.CloseStatus;

    /// <summary>Connects and reads Hello.</summary>
    public static async Task<RawGateway> OpenAsync(string url, string query = "/?v=10&encoding=json")
    {
        var gateway = await ConnectAsync(url, query);
        Assert.Equal(10, (int?)(await gateway.ReceiveAsync())["op"]);
        return gateway;
    }

    public static async Task<RawGateway> ConnectAsync(string url, string query = "/?v=10&encoding=json")
    {
        var gateway = new RawGateway();
        await gateway.socket.ConnectAsync(new Uri(url + query), gateway.patience.Token);
        return gateway;
    }

    /// <summary>Connects, identifies and reads READY.</summary>
    public static async Task<RawGateway> ReadyAsync(FakeDiscordServer server, int intents = 4609)
    {
        var gateway = await OpenAsync(server.GatewayUrl);
        await gateway.IdentifyAsync(server.Token, intents);
        await gateway.EventAsync("READY");
        return gateway;
    }

    public Task IdentifyAsync(string token, int intents = 4609, JsonArray? shard = null) => SendAsync(2, new JsonObject
    {
        ["token"] = token,
        ["intents"] = intents,
        ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "raw", ["device"] = "raw" },
        ["shard"] = shard ?? new JsonArray(0, 1),
    });

    public Task ResumeAsync(string token, string session, long sequence) =>
        SendAsync(6, new JsonObject { ["token"] = token, ["session_id"] = session, ["seq"] = sequence });

    public Task BeatAsync() => SendAsync(1, Sequence);

    public Task SendAsync(int op, JsonNode? data) => SendTextAsync(new JsonObject { ["op"] = op, ["d"] = data }.ToJsonString());

    public Task SendTextAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, patience.Token);

    /// <summary>The next payload; the message as it came, in however many fragments.</summary>
    public async Task<JsonObject> ReceiveAsync()
    {
        var payload = (JsonObject)JsonNode.Parse(await ReceiveTextAsync())!;
        if ((long?)payload["s"] is { } sequence)
            Sequence = sequence;
        if ((string?)payload["t"] == "READY")
        {
            SessionId = (string?)payload["d"]!["session_id"];
            ResumeUrl = (string?)payload["d"]!["resume_gateway_url"];
        }

        return payload;
    }

    public async Task<string> ReceiveTextAsync()
    {
        var (bytes, type) = await ReceiveMessageAsync();
        return type == WebSocketMessageType.Text ? new UTF8Encoding(false, true).GetString(bytes) : Inflate(bytes);
    }

    public async Task<(byte[] Bytes, WebSocketMessageType Type)> ReceiveMessageAsync()
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        Fragments = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, patience.Token);
            if (received.MessageType == WebSocketMessageType.Close)
                throw new WebSocketException($"closed with {CloseCode}");
            Fragments++;
            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
                return (message.ToArray(), received.MessageType);
        }
    }

    /// <summary>In how many pieces the last message was read.</summary>
    public int Fragments { get; private set; }

    private string Inflate(byte[] bytes)
    {
        Assert.Equal([0, 0, 0xFF, 0xFF], bytes[^4..]);
        pending.SetLength(0);
        pending.Write(bytes);
        pending.Position = 0;
        inflater ??= new ZLibStream(pending, CompressionMode.Decompress, leaveOpen: true);
        inflated.SetLength(0);
        var buffer = new byte[4096];
        int read;
        while ((read = inflater.Read(buffer)) > 0)
            inflated.Write(buffer, 0, read);
        return Encoding.UTF8.GetString(inflated.ToArray());
    }

    /// <summary>Reads on to an event of this name and gives its data.</summary>
    public async Task<JsonObject> EventAsync(string name)
    {
        while (true)
        {
            var payload = await ReceiveAsync();
            if ((string?)payload["t"] == name)
                return (JsonObject)payload["d"]!;
        }
    }

    /// <summary>Reads on to this opcode.</summary>
    public async Task<JsonObject> OpcodeAsync(int op)
    {
        while (true)
        {
            var payload = await ReceiveAsync();
            if ((int?)payload["op"] == op)
                return payload;
        }
    }

    /// <summary>Reads to the end of the connection; the close code, or null when it was cut.</summary>
    public async Task<int?> EndAsync()
    {
        try
        {
            while (true)
                await ReceiveMessageAsync();
        }
        catch (WebSocketException)
        {
            return CloseCode;
        }
    }

    public Task CloseAsync(int code) => socket.CloseOutputAsync((WebSocketCloseStatus)code, null, patience.Token);

    /// <summary>Closes and waits for the server's reply.</summary>
    public Task LeaveAsync(int code) => socket.CloseAsync((WebSocketCloseStatus)code, null, patience.Token);

    public void Dispose()
    {
        socket.Dispose();
        patience.Dispose();
        inflater?.Dispose();
        inflated.Dispose();
        pending.Dispose();
    }
}
