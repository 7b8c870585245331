using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace NewsBot.Sources.Files;

/// <summary>Turns the bytes of a text file into text: by byte order mark, else as UTF-8, else in a detected encoding.</summary>
internal static class TextDecoder
{
    private const int SampleLength = 256 * 1024;
    private const double LowestConfidence = 0.5;

    /// <summary>Text has hardly any control characters; more than one byte in this many is no text.</summary>
    private const int BytesPerControl = 200;

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static bool TryDecode(byte[] bytes, [NotNullWhen(true)] out string? text, out string reason)
    {
        text = null;
        reason = "is binary, not text";
        if (ByteOrderMark(bytes) is var (encoding, length))
        {
            reason = $"is not valid {encoding.WebName.ToUpperInvariant()}";
            return TryDecode(encoding, bytes.AsSpan(length), out text);
        }

        if (IsBinary(bytes))
            return false;
        if (Utf8.IsValid(bytes))
        {
            text = Encoding.UTF8.GetString(bytes);
            return true;
        }

        reason = "is in an encoding that could not be told; save it as UTF-8";
        return Detect(bytes) is { } detected && TryDecode(detected, bytes, out text);
    }

    /// <summary>UTF-16 comes with a mark; UTF-8 may. UTF-32 starts like UTF-16 little endian and is refused as binary.</summary>
    public static (Encoding Encoding, int Length)? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (new UTF8Encoding(false, true), 3),
        [0xFF, 0xFE, 0, 0, ..] => null,
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, false, true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, false, true), 2),
        _ => null,
    };

    public static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
        {
            if (b == 0)
                return true;
            if (b < ' ' && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
                controls++;
        }

        return controls * BytesPerControl > bytes.Length;
    }

    private static Encoding? Detect(byte[] bytes)
    {
        var best = CharsetDetector.DetectFromBytes(bytes, 0, Math.Min(bytes.Length, SampleLength)).Detected;
        if (best?.Encoding is null || best.Confidence < LowestConfidence)
            return null;
        return Encoding.GetEncoding(best.Encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    private static bool TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = encoding.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }
}
