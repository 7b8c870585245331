using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Vectors;

/// <summary>Names texts and articles by what they say: 128 bits of their SHA-256.</summary>
internal static class ContentKey
{
    public static UInt128 Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>A version of an article, cut into passages by a version of the analysis.</summary>
    /// <param name="contentHash">Its <see cref="Article.ContentHash"/>.</param>
    /// <param name="analyzer">The <see cref="ArticleAnalyzer.Version"/> that its passages are of.</param>
    public static UInt128 Of(string contentHash, int analyzer) => Of(string.Create(CultureInfo.InvariantCulture, $"{contentHash}|{analyzer}"));

    public static byte[] ToBytes(UInt128 key)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, key);
        return bytes;
    }

    public static UInt128 FromBytes(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes);

    private static UInt128 Of(byte[] bytes) => FromBytes(SHA256.HashData(bytes).AsSpan(0, 16));
}
