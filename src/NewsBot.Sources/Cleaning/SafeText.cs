using System.Buffers;
using System.Text;

namespace NewsBot.Sources.Cleaning;

/// <summary>Bounds and cleans text from outside without moving any of it.</summary>
internal static class SafeText
{
    private const int ExcerptLength = 60;
    private const string ControlCharacters =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
        + "\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f";

    private const string Spaces =
        "\t\n\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff";

    /// <summary>Control characters other than tab and line ends.</summary>
    public static readonly SearchValues<char> Controls = SearchValues.Create(ControlCharacters);

    /// <summary>Everything that leaves no ink.</summary>
    public static readonly SearchValues<char> Blank = SearchValues.Create(ControlCharacters + Spaces);

    /// <summary>What would end or break a link around a URL.</summary>
    public static readonly SearchValues<char> NotInUrls = SearchValues.Create(ControlCharacters + Spaces + "<>\"");

    /// <summary>
    /// Control characters become spaces and halves of surrogate pairs U+FFFD, one for one: offsets into the result are offsets
    /// into what was given.
    /// </summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Controls) && IsWellFormed(text))
            return text;
        return string.Create(text.Length, text, static (result, given) =>
        {
            for (var i = 0; i < given.Length; i++)
            {
                result[i] = given[i];
                if (Controls.Contains(given[i]))
                    result[i] = ' ';
                else if (char.IsSurrogate(given[i]))
                {
                    if (i + 1 < given.Length && char.IsSurrogatePair(given[i], given[i + 1]))
                        result[i + 1] = given[++i];
                    else
                        result[i] = '\ufffd';
                }
            }
        });
    }

    /// <summary>
    /// A field of one line: white space folded to single spaces, cut at a word where it is too long. Null when nothing is left.
    /// </summary>
    public static string? OneLine(string? text, int longest)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        // A field that is many times too long is cut first, so that cleaning it costs no more than its bound.
        var words = Clean(text.Length > longest * 4 ? text[..(longest * 4)] : text)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words);
        return line.AsSpan().ContainsAnyExcept(Blank) ? Shorten(line, longest) : null;
    }

    /// <summary>The start of a value for a message about it.</summary>
    public static string Excerpt(string text) => OneLine(text, ExcerptLength) ?? "";

    /// <summary>Cuts a line at a word boundary so that it and an ellipsis fit.</summary>
    public static string Shorten(string line, int longest)
    {
        if (line.Length <= longest)
            return line;
        var end = line.LastIndexOf(' ', longest - 1);
        if (end < longest / 2)
            end = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        return line[..end].TrimEnd(' ', ',', ';', ':', '.', '-', '–', '—') + "…";
    }

    private static bool IsWellFormed(string text)
    {
        var rest = text.AsSpan();
        while (true)
        {
            var next = rest.IndexOfAnyInRange('\ud800', '\udfff');
            if (next < 0)
                return true;
            if (Rune.DecodeFromUtf16(rest[next..], out _, out _) != OperationStatus.Done)
                return false;
            rest = rest[(next + 2)..];
        }
    }
}
