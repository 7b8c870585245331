using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Cleaning;

/// <summary>
/// Names articles that come without an id, and tells whether two are the same. Ids are the first 64 bits of a SHA-256
/// (hexadecimal), so that among a million articles two would share one with a chance of 1 in 30 million.
/// </summary>
internal static class ArticleIdentity
{
    private const int IdBytes = 8;

    /// <summary>From the canonical URL where there is one, else from the place: both outlive an edit of the article.</summary>
    public static ArticleId Derive(string? url, string placeKey)
    {
        var key = url is null ? "place:" + placeKey : "url:" + CanonicalUrl.Of(url);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return new ArticleId(Convert.ToHexStringLower(hash[..IdBytes]));
    }

    /// <summary>
    /// SHA-256 over everything that a reader of the article could see. Each field is hashed with its length, so that
    /// words cannot move from one field to the next unseen.
    /// </summary>
    public static string ContentHash(string title, string text, string source, PublicationTime published, string? url, string? author, string language)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var field in (ReadOnlySpan<string>)[title, text, source, $"{published.Instant:O} {published.Precision}", url ?? "", author ?? "", language])
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, field.Length);
            hash.AppendData(length);
            hash.AppendData(MemoryMarshal.AsBytes(field.AsSpan()));
        }

        Span<byte> result = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(result);
        return Convert.ToHexStringLower(result);
    }
}
