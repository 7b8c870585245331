using System.Globalization;

namespace NewsBot.Discord.Rendering;

/// <summary>Cuts long text where nothing that belongs together is torn. Pure.</summary>
internal static class TextCut
{
    /// <summary>The best place to cut at or before an offset: behind a word, else between two graphemes.</summary>
    /// <returns>An offset above 0.</returns>
    public static int Before(string text, int offset)
    {
        if (offset >= text.Length)
            return text.Length;
        var space = text.LastIndexOf(' ', offset);
        return space > offset / 2 ? space : Grapheme(text, offset);
    }

    /// <summary>
    /// Parts that each fit, cut between words and outside quotation marks. A quotation that is longer than a part alone is
    /// closed with its mark and opened again in the next, so that each part has whole quotations of the text's own words.
    /// </summary>
    /// <param name="text">One line.</param>
    /// <param name="longest">How long a part may become when measured, at least 40.</param>
    /// <param name="measure">The length of a text once it is shown, at least its own.</param>
    public static IReadOnlyList<string> Parts(string text, int longest, Func<string, int> measure)
    {
        var parts = new List<string>();
        var rest = text;
        while (measure(rest) > longest)
        {
            var fitting = Fitting(rest, longest - 2, measure);
            var outside = LastOutsideQuotation(rest, fitting);
            var cut = outside > fitting / 4 ? outside : Before(rest, fitting);
            var open = OpenMark(rest.AsSpan(0, cut));
            parts.Add(rest[..cut].TrimEnd() + (open is { } mark ? Closing(mark) : ""));
            rest = (open is { } again ? again.ToString() : "") + rest[cut..].TrimStart();
        }

        parts.Add(rest);
        return parts;
    }

    /// <summary>The most characters from the start that fit.</summary>
    private static int Fitting(string text, int longest, Func<string, int> measure)
    {
        var (low, high) = (1, Math.Min(text.Length - 1, longest));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (measure(text[..middle]) <= longest)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    private static int LastOutsideQuotation(string text, int limit)
    {
        char? open = null;
        var last = 0;
        for (var i = 0; i < limit; i++)
        {
            open = Next(open, text[i]);
            if (open is null && text[i] == ' ')
                last = i;
        }

        return last;
    }

    private static char? OpenMark(ReadOnlySpan<char> text)
    {
        char? open = null;
        foreach (var c in text)
            open = Next(open, c);
        return open;
    }

    private static char? Next(char? open, char c) => (open, c) switch
    {
        (null, '“' or '«' or '"') => c,
        ('“', '”') or ('«', '»') or ('"', '"') => null,
        _ => open,
    };

    private static char Closing(char open) => open switch { '“' => '”', '«' => '»', _ => open };

    private static int Grapheme(string text, int offset)
    {
        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > offset)
                break;
            end = next;
        }

        // A single grapheme can be longer than everything: then between two characters, never inside one.
        if (end == 0)
            end = char.IsHighSurrogate(text[Math.Max(offset - 1, 0)]) && offset > 1 ? offset - 1 : Math.Max(offset, 1);
        return end;
    }
}
