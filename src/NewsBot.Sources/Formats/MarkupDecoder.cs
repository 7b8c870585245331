using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using NewsBot.Sources.Files;
using UtfUnknown;

namespace NewsBot.Sources.Formats;

/// <summary>
/// Turns the bytes of HTML or XML into text: by byte order mark, by the charset of the HTTP header, by the one that the
/// document declares, as UTF-8 where the bytes are, in a detected encoding, else as windows-1252. A declaration that the
/// bytes contradict is not believed.
/// </summary>
internal static partial class MarkupDecoder
{
    /// <summary>A declaration stands within this many bytes, as browsers look for it.</summary>
    private const int Head = 4096;

    private const int SampleLength = 256 * 1024;
    private const double LowestConfidence = 0.5;

    /// <summary>More than one undecodable character in this many: the declared encoding is not the one used.</summary>
    private const int CharactersPerFault = 500;

    /// <summary>Pages and feeds have control characters by mistake; more than one byte in this many is no text.</summary>
    private const int BytesPerControl = 20;

    /// <summary>Switches character sets in ISO-2022-JP.</summary>
    private const byte Escape = 0x1b;

    static MarkupDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>The text; null where the bytes are not text.</returns>
    public static string? Decode(byte[] bytes, string? contentType)
    {
        if (TextDecoder.ByteOrderMark(bytes) is var (marked, length))
            return Lenient(marked).GetString(bytes, length, bytes.Length - length);
        var declared = Named(Charset().Match(contentType ?? "")) ?? Declared(bytes);
        if (declared is UnicodeEncoding)
            return declared.GetString(bytes);
        if (IsBinary(bytes.AsSpan(0, Math.Min(bytes.Length, SampleLength))))
            return UnmarkedUtf16(bytes)?.GetString(bytes);
        if (Utf8.IsValid(bytes) && !IsEscaped(declared))
            return Encoding.UTF8.GetString(bytes);
        if (declared is not null && declared.GetString(bytes) is var text && text.Count('\ufffd') * CharactersPerFault <= text.Length)
            return text;
        return (Detected(bytes) ?? Encoding.GetEncoding(1252)).GetString(bytes);
    }

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
            controls += b < ' ' && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or Escape) ? 1 : 0;
        return controls * BytesPerControl > bytes.Length;
    }

    /// <summary>Encodings whose bytes are all ASCII and so look like UTF-8 (ISO-2022-JP).</summary>
    private static bool IsEscaped(Encoding? encoding) => encoding?.WebName.StartsWith("iso-2022", StringComparison.Ordinal) == true;

    private static Encoding? Declared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, Head));
        var encoding = Named(MetaCharset().Match(head)) ?? Named(XmlEncoding().Match(head));
        // Bytes in which a declaration can be read as ASCII are not UTF-16, whatever it says.
        return encoding is UnicodeEncoding or UTF32Encoding ? null : encoding;
    }

    /// <summary>Markup starts with "&lt;", so that a zero byte beside it tells the order of the bytes.</summary>
    private static UnicodeEncoding? UnmarkedUtf16(byte[] bytes) => bytes switch
    {
        [(byte)'<', 0, not 0, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        [0, (byte)'<', 0, not 0, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        _ => null,
    };

    private static Encoding? Named(Match match)
    {
        if (!match.Success)
            return null;
        var name = match.Groups["name"].Value.ToLowerInvariant();
        try
        {
            // As browsers read the labels: pages that say Latin-1 mean what Windows had under that name.
            return name is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? Encoding.GetEncoding(1252)
                : name is "gb2312" or "gbk" or "x-gbk" ? Encoding.GetEncoding("gb18030")
                : name is "utf-7" or "utf7" ? null
                : Encoding.GetEncoding(name);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding? Detected(byte[] bytes)
    {
        var best = CharsetDetector.DetectFromBytes(bytes, 0, Math.Min(bytes.Length, SampleLength)).Detected;
        return best?.Encoding is { } encoding && best.Confidence >= LowestConfidence ? encoding : null;
    }

    private static Encoding Lenient(Encoding strict) => Encoding.GetEncoding(strict.CodePage);

    [GeneratedRegex("""charset\s*=\s*["']?(?<name>[A-Za-z0-9_:.-]{2,40})""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex("""<meta\s[^>]{0,300}?charset\s*=\s*["']?(?<name>[A-Za-z0-9_:.-]{2,40})""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MetaCharset();

    [GeneratedRegex("""^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["'](?<name>[A-Za-z0-9_:.-]{2,40})""", RegexOptions.CultureInvariant)]
    private static partial Regex XmlEncoding();
}
