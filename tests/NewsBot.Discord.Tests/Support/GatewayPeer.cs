using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace NewsBot.Discord.Tests.Support;

/// <summary>The server's end of one gateway connection. Heartbeats are acknowledged and recorded unless a test wants otherwise.</summary>
internal sealed class GatewayPeer(WebSocket socket, string path, string query, CancellationToken stop) : IDisposable
{
    private readonly Channel<JsonElement> _received = Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly CancellationTokenSource _drop = CancellationTokenSource.CreateLinkedTokenSource(stop);

    public string Path => path;

    public string Query => query;

    public bool Acknowledge { get; set; } = true;

    public bool Dropped { get; private set; }

    /// <summary>The data of each heartbeat.</summary>
    public Channel<string> Beats { get; } = Channel.CreateUnbounded<string>();

    /// <summary>The code the client closed with; null for a lost connection.</summary>
    public int? ClosedWith { get; private set; }

    /// <summary>Ends with the connection.</summary>
    public Task Ended => _ended.Task.WaitAsync(Wait.Longest);

    public async Task RunAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult result;
                do
                {
                    result = await socket.ReceiveAsync(buffer.AsMemory(length), _drop.Token);
                    length += result.Count;
                }
                while (!result.EndOfMessage);

                if (result.MessageType == WebSocketMessageType.Close)
                {
                    ClosedWith = (int?)socket.CloseStatus;
                    if (socket.State == WebSocketState.CloseReceived)
                        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, stop);
                    break;
                }

                var payload = JsonDocument.Parse(buffer.AsMemory(0, length)).RootElement.Clone();
                if (payload.GetProperty("op").GetInt32() == 1)
                {
                    await Beats.Writer.WriteAsync(payload.GetProperty("d").GetRawText());
                    if (Acknowledge)
                        await SendAsync("""{"op":11}""");
                }
                else
                {
                    await _received.Writer.WriteAsync(payload);
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // Lost, or the test is over.
        }

        _received.Writer.TryComplete();
        _ended.TrySetResult();
    }

    public async Task<JsonElement> ReceiveAsync() => await _received.Reader.ReadAsync().AsTask().WaitAsync(Wait.Longest);

    /// <summary>The data of the next payload, which must have this opcode.</summary>
    public async Task<JsonElement> ExpectAsync(int op)
    {
        var payload = await ReceiveAsync();
        Assert.Equal(op, payload.GetProperty("op").GetInt32());
        return payload.GetProperty("d");
    }

    public async Task<string> BeatAsync() => await Beats.Reader.ReadAsync().AsTask().WaitAsync(Wait.Longest);

    public Task SendAsync(string json) => SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text);

    public async Task SendAsync(ReadOnlyMemory<byte> payload, WebSocketMessageType type, bool end = true)
    {
        await _writing.WaitAsync(stop);
        try
        {
            await socket.SendAsync(payload, type, end, stop);
        }
        finally
        {
            _writing.Release();
        }
    }

    public Task HelloAsync(int interval = 45_000) => SendAsync($$$"""{"op":10,"d":{"heartbeat_interval":{{{interval}}}}}""");

    public Task ReadyAsync(string resumeUrl, string guilds = "[]", string session = "s1") => DispatchAsync(1, "READY", $$$"""
        {"v":10,"user":{"id":"900","username":"newsbot","bot":true},"guilds":{{{guilds}}},"session_id":"{{{session}}}","resume_gateway_url":"{{{resumeUrl}}}","application":{"id":"901","flags":0}}
        """);

    public Task DispatchAsync(long sequence, string name, string data) => SendAsync($$$"""{"op":0,"s":{{{sequence}}},"t":"{{{name}}}","d":{{{data}}}}""");

    public Task MessageAsync(long sequence, ulong id, string content) =>
        DispatchAsync(sequence, "MESSAGE_CREATE", $$$"""{"id":"{{{id}}}","channel_id":"12","author":{"id":"14","username":"ana"},"content":"{{{content}}}"}""");

    public Task InteractionAsync(long sequence, ulong id) => DispatchAsync(sequence, "INTERACTION_CREATE", Samples.CommandJson(id));

    public async Task CloseAsync(int code)
    {
        await _writing.WaitAsync(stop);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, stop);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Drops the connection without a word.</summary>
    public void Drop()
    {
        Dropped = true;
        try
        {
            _drop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It was over already.
        }

        _ended.TrySetResult();
    }

    public void Dispose()
    {
        _writing.Dispose();
        _drop.Dispose();
    }
}
