using System.IO.Compression;

namespace NewsBot.Sources.Fetching;

/// <summary>Reads bodies that may be endless, slow, or small ones that unpack to large ones.</summary>
internal static class BoundedBody
{
    private const int Piece = 32 * 1024;

    /// <summary>A body this small is never called a bomb for how much smaller it was sent.</summary>
    private const int Harmless = 256 * 1024;

    /// <summary>What is asked for in Accept-Encoding, and understood.</summary>
    public const string Encodings = "gzip, deflate, br";

    /// <returns>The bytes, decompressed, or why not.</returns>
    public static async Task<(byte[]? Body, string Reason)> ReadAsync(
        HttpContent content, FetchOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var tooLarge = $"is larger than {options.MaxBodyBytes / 1024:N0} KB";
        if (content.Headers.ContentLength > options.MaxBodyBytes)
            return (null, tooLarge);
        var codings = content.Headers.ContentEncoding.Where(coding => !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)).ToList();
        if (codings.Count > 1)
            return (null, "is compressed more than once");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var whole = new CancellationTokenSource(TimeSpan.FromSeconds(options.BodySeconds), time);
        using var idle = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, whole.Token, idle.Token);
        var sent = new MemoryStream();
        try
        {
            var stream = await content.ReadAsStreamAsync(all.Token).ConfigureAwait(false);
            await using var _ = stream.ConfigureAwait(false);
            var piece = new byte[Piece];
            while (true)
            {
                idle.CancelAfter(TimeSpan.FromSeconds(options.IdleSeconds));
                var count = await stream.ReadAsync(piece, all.Token).ConfigureAwait(false);
                if (count == 0)
                    break;
                if (sent.Length + count > options.MaxBodyBytes)
                    return (null, tooLarge);
                sent.Write(piece, 0, count);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, whole.IsCancellationRequested ? $"did not come whole within {options.BodySeconds:0.#} seconds" : $"stopped coming for {options.IdleSeconds:0.#} seconds");
        }

        return codings.Count == 0 ? (sent.ToArray(), "") : Decompress(sent, codings[0].ToLowerInvariant(), options, tooLarge);
    }

    /// <summary>Unpacks a gzip file, within the usual bounds.</summary>
    /// <returns>Null where it is damaged or too large.</returns>
    public static byte[]? Unzip(byte[] file) => Decompress(new MemoryStream(file, 0, file.Length, writable: false, publiclyVisible: true), "gzip", new FetchOptions(), "").Body;

    private static (byte[]? Body, string Reason) Decompress(MemoryStream sent, string coding, FetchOptions options, string tooLarge)
    {
        sent.Position = 0;
        if (sent.Length == 0)
            return ([], "");
        using Stream? unpacked = coding switch
        {
            "gzip" or "x-gzip" => new GZipStream(sent, CompressionMode.Decompress),
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            "deflate" => IsZLib(sent.GetBuffer()) ? new ZLibStream(sent, CompressionMode.Decompress) : new DeflateStream(sent, CompressionMode.Decompress),
            _ => null,
        };
        if (unpacked is null)
            return (null, "is compressed in a way that was not asked for");
        var body = new MemoryStream();
        var piece = new byte[Piece];
        try
        {
            while (unpacked.Read(piece) is > 0 and var count)
            {
                if (body.Length + count > options.MaxBodyBytes)
                    return (null, tooLarge + " when unpacked");
                body.Write(piece, 0, count);
                if (body.Length > Harmless && body.Length > sent.Length * options.MaxCompression)
                    return (null, $"unpacks to more than {options.MaxCompression} times what was sent");
            }

            return (body.ToArray(), "");
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException)
        {
            return (null, "is damaged: what was sent cannot be unpacked");
        }
    }

    /// <summary>"deflate" means the zlib format (RFC 9110), but some servers send bare deflate.</summary>
    private static bool IsZLib(byte[] bytes) => bytes.Length > 1 && (bytes[0] & 0x0f) == 8 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;
}
