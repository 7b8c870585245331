using NewsBot.Sources.Formats;

namespace NewsBot.Sources.Feeds;

/// <summary>
/// Reads RSS 0.90 to 2.0, Atom 0.3 and 1.0, and JSON Feed. Nothing is fetched, document types are skipped and entities of their
/// making stay unresolved. Small faults that feeds have in practice (references of HTML in XML, bare ampersands, odd dates,
/// text before the declaration) are read over; of a feed that breaks off, the entries before the break are read.
/// </summary>
public static class FeedReader
{
    /// <summary>Characters.</summary>
    internal const int LongestFeed = 20_000_000;

    internal const int MostEntries = 10_000;

    /// <param name="body">The feed as it was sent, decompressed.</param>
    /// <param name="contentType">The value of its Content-Type header, where it had one.</param>
    /// <param name="address">Where it was read, after redirects; relative links are resolved against it.</param>
    public static FeedReading Read(byte[] body, string? contentType, Uri address)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(address);
        if (body.Length == 0)
            return Failed("is empty");
        if (MarkupDecoder.Decode(body, contentType) is not { } text)
            return Failed("is not text");
        if (text.Length > LongestFeed)
            return Failed($"is longer than {LongestFeed / 1_000_000} million characters");
        return text.AsSpan().TrimStart("\ufeff \t\r\n") is ['{' or '[', ..]
            ? JsonFeed.Read(text, address)
            : XmlFeed.Read(text, address);
    }

    internal static FeedReading Failed(string reason, int? line = null) => new(null, new FeedFault(line, reason));
}
