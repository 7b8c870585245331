using System.Buffers;
using System.Net.WebSockets;

namespace NewsBot.Discord.Gateway;

/// <summary>What came from a connection: a payload (valid until the next receive), the close, or something unusable.</summary>
internal readonly record struct Received(ReadOnlyMemory<byte> Payload, bool IsClosed = false, int? CloseCode = null, string? Problem = null);

/// <summary>One WebSocket to the gateway: puts payloads together from frames, decompresses them, and bounds their size.</summary>
internal sealed class GatewayConnection : IAsyncDisposable
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Buffers that a large payload has blown up are given back above this.</summary>
    private const int KeptBuffer = 1024 * 1024;

    private readonly ClientWebSocket _socket;
    private readonly PayloadInflater? _inflater;
    private readonly int _maxPayload;
    private readonly TimeProvider _time;
    private ArrayBufferWriter<byte> _message = new(16 * 1024);
    private ArrayBufferWriter<byte> _inflated = new(16 * 1024);

    private GatewayConnection(ClientWebSocket socket, bool compress, int maxPayload, TimeProvider time)
    {
        _socket = socket;
        _inflater = compress ? new PayloadInflater() : null;
        _maxPayload = maxPayload;
        _time = time;
    }

    /// <summary>The address with the query that names version, encoding and compression.</summary>
    public static Uri Address(Uri url, bool compress) => new UriBuilder(url)
    {
        Query = compress ? "v=10&encoding=json&compress=zlib-stream" : "v=10&encoding=json",
    }.Uri;

    /// <summary>Opens a connection.</summary>
    /// <exception cref="WebSocketException">It could not be opened.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<GatewayConnection> OpenAsync(Uri url, bool compress, int maxPayload, TimeProvider time, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero; // The gateway has heartbeats of its own.
        try
        {
            await socket.ConnectAsync(Address(url, compress), cancellationToken);
            return new GatewayConnection(socket, compress, maxPayload, time);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Waits for the next payload. One call at a time. Never throws but when cancelled.</summary>
    public async Task<Received> ReceiveAsync(CancellationToken cancellationToken)
    {
        Reset(ref _message);
        try
        {
            while (true)
            {
                var result = await _socket.ReceiveAsync(_message.GetMemory(4096), cancellationToken);
                if (result.MessageType == WebSocketMessageType.Close)
                    return new Received(default, IsClosed: true, CloseCode: _socket.CloseStatus is { } status ? (int)status : null);
                _message.Advance(result.Count);
                if (_message.WrittenCount > _maxPayload)
                    return new Received(default, Problem: "a payload is larger than the limit");
                if (!result.EndOfMessage)
                    continue;
                if (_inflater is null || result.MessageType != WebSocketMessageType.Binary)
                    return new Received(_message.WrittenMemory);
                if (!PayloadInflater.IsComplete(_message.WrittenSpan))
                    continue;
                Reset(ref _inflated);
                _inflater.Inflate(_message.WrittenSpan, _inflated, _maxPayload);
                return new Received(_inflated.WrittenMemory);
            }
        }
        catch (InvalidDataException exception)
        {
            return new Received(default, Problem: exception.Message);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or ObjectDisposedException)
        {
            return new Received(default, IsClosed: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Received(default, IsClosed: true); // The socket was aborted.
        }
    }

    /// <summary>Sends one payload. One call at a time.</summary>
    /// <exception cref="WebSocketException">The connection is lost.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the connection is then unusable.</exception>
    public ValueTask SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        _socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    /// <summary>Drops the connection at once; a waiting receive ends.</summary>
    public void Abort() => _socket.Abort();

    /// <summary>Says goodbye with a code, waits up to a second for the other side's, and drops the connection.</summary>
    /// <param name="receiving">The receive that is under way; its result is no longer wanted.</param>
    public async Task CloseAsync(int code, Task<Received> receiving)
    {
        using var timeout = new CancellationTokenSource(CloseTimeout, _time);
        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, timeout.Token);
            while (_socket.State == WebSocketState.CloseSent && !(await receiving.WaitAsync(timeout.Token)).IsClosed)
                receiving = ReceiveAsync(timeout.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // It is dropped below in any case.
        }

        _socket.Abort();
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _inflater?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Reset(ref ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity > KeptBuffer)
            buffer = new ArrayBufferWriter<byte>(16 * 1024);
        else
            buffer.ResetWrittenCount();
    }
}
