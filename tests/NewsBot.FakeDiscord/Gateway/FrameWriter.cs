using System.IO.Compression;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace NewsBot.FakeDiscord.Gateway;

/// <summary>Puts frames on a socket one after another; compresses and cuts them as the connection and the faults ask.</summary>
internal sealed class FrameWriter(WebSocket socket, GatewayFaults faults, bool streamed, Action abort) : IDisposable
{
    /// <summary>A client that reads so slowly that this many frames wait is cut off.</summary>
    private const int Waiting = 20_000;

    private readonly Channel<Frame> frames = Channel.CreateBounded<Frame>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private readonly MemoryStream deflated = new();
    private ZLibStream? deflater;

    /// <summary>Each payload is a zlib stream of its own.</summary>
    public bool CompressPayloads { get; set; }

    public void Add(Frame frame)
    {
        if (!frames.Writer.TryWrite(frame))
            abort();
    }

    public void Finish() => frames.Writer.TryComplete();

    public async Task RunAsync(CancellationToken cancel)
    {
        await foreach (var frame in frames.Reader.ReadAllAsync(cancel))
        {
            if (faults.Delay > TimeSpan.Zero && frame is not Frame.Abort)
                await Task.Delay(faults.Delay, TimeProvider.System, cancel);
            switch (frame)
            {
                case Frame.Payload payload when streamed:
                    await SendAsync(Stream(payload.Utf8), WebSocketMessageType.Binary, cancel);
                    break;
                case Frame.Payload payload when CompressPayloads:
                    await SendAsync(Whole(payload.Utf8), WebSocketMessageType.Binary, cancel);
                    break;
                case Frame.Payload payload:
                    await SendAsync(payload.Utf8, WebSocketMessageType.Text, cancel);
                    break;
                case Frame.Binary binary:
                    await SendAsync(binary.Bytes, WebSocketMessageType.Binary, cancel);
                    break;
                case Frame.Close close:
                    await socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.Reason, cancel);
                    return;
                case Frame.Abort:
                    abort();
                    return;
            }
        }
    }

    private async Task SendAsync(byte[] bytes, WebSocketMessageType type, CancellationToken cancel)
    {
        var size = faults.FragmentSize > 0 ? faults.FragmentSize : Math.Max(1, bytes.Length);
        for (var start = 0; ; start += size)
        {
            var length = Math.Min(size, bytes.Length - start);
            var last = start + length >= bytes.Length;
            await socket.SendAsync(bytes.AsMemory(start, length), type, last, cancel);
            if (last)
                return;
        }
    }

    /// <summary>One zlib stream for the whole connection, flushed after every payload.</summary>
    private byte[] Stream(byte[] utf8)
    {
        deflater ??= new ZLibStream(deflated, CompressionLevel.Fastest, leaveOpen: true);
        deflated.SetLength(0);
        deflater.Write(utf8);
        deflater.Flush();
        return deflated.ToArray();
    }

    private static byte[] Whole(byte[] utf8)
    {
        using var buffer = new MemoryStream();
        using (var zlib = new ZLibStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(utf8);
        return buffer.ToArray();
    }

    public void Dispose()
    {
        deflater?.Dispose();
        deflated.Dispose();
    }
}
