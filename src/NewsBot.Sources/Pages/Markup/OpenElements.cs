using System.Buffers;

namespace NewsBot.Sources.Pages.Markup;

/// <summary>
/// Estimates how deep HTML is nested before it is parsed, in one pass over its tags: every start tag opens an element, every
/// end tag closes the last one of its name if that is near. Elements that close themselves at the next of their kind
/// (paragraphs, list items, cells) count once.
/// </summary>
internal static class OpenElements
{
    private const int NearEnough = 64;
    private const int LongestName = 32;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Void = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> SelfClosing = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dt", "dd", "tr", "td", "th", "option",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] RawText = ["script", "style", "textarea", "title"];

    public static int DeepestIn(ReadOnlySpan<char> html)
    {
        var open = new List<int>();
        var deepest = 0;
        while (html.IndexOf('<') is >= 0 and var at)
        {
            html = html[(at + 1)..];
            var isEnd = html is ['/', ..];
            if (isEnd)
                html = html[1..];
            if (html.IsEmpty || !char.IsAsciiLetter(html[0]))
                continue;
            var length = html.IndexOfAny(NameEnd);
            var name = html[..Math.Min(length < 0 ? html.Length : length, LongestName)];
            html = html[name.Length..];
            if (Void.Contains(name))
                continue;
            var hash = string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);
            if (isEnd)
                Close(open, hash);
            else if (IsRawText(name, out var raw))
                html = html.IndexOf($"</{raw}", StringComparison.OrdinalIgnoreCase) is >= 0 and var end ? html[end..] : [];
            else if (open.Count == 0 || open[^1] != hash || !SelfClosing.Contains(name))
                open.Add(hash);
            deepest = Math.Max(deepest, open.Count);
        }

        return deepest;
    }

    private static bool IsRawText(ReadOnlySpan<char> name, out string raw)
    {
        foreach (var known in RawText)
        {
            raw = known;
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        raw = "";
        return false;
    }

    private static void Close(List<int> open, int hash)
    {
        for (var i = open.Count - 1; i >= Math.Max(0, open.Count - NearEnough); i--)
        {
            if (open[i] != hash)
                continue;
            open.RemoveRange(i, open.Count - i);
            return;
        }
    }
}
