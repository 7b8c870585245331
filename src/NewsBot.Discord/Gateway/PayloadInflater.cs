using System.Buffers;
using System.IO.Compression;

namespace NewsBot.Discord.Gateway;

/// <summary>
/// Decompresses the stream of one connection (<c>zlib-stream</c>): one zlib stream over all its messages, each of which ends with
/// the empty block 00 00 FF FF of a flush.
/// </summary>
internal sealed class PayloadInflater : IDisposable
{
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream _inflater;

    public PayloadInflater() => _inflater = new ZLibStream(_compressed, CompressionMode.Decompress);

    /// <summary>Whether the bytes so far end a payload.</summary>
    public static bool IsComplete(ReadOnlySpan<byte> compressed) => compressed.EndsWith<byte>([0x00, 0x00, 0xFF, 0xFF]);

    /// <summary>Inflates one complete payload into <paramref name="output"/>.</summary>
    /// <exception cref="InvalidDataException">The data is not of this stream, or inflates to more than <paramref name="limit"/> bytes.</exception>
    public void Inflate(ReadOnlySpan<byte> compressed, IBufferWriter<byte> output, int limit)
    {
        _compressed.SetLength(0);
        _compressed.Write(compressed);
        _compressed.Position = 0;
        var total = 0;
        while (true)
        {
            var read = _inflater.Read(output.GetSpan(8192));
            if (read == 0)
                return;
            output.Advance(read);
            total += read;
            if (total > limit)
                throw new InvalidDataException("A payload inflates to more than the limit.");
        }
    }

    public void Dispose()
    {
        _inflater.Dispose();
        _compressed.Dispose();
    }
}
