using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Discord.Rendering;

/// <summary>
/// Text of articles and users for Discord's Markdown. Nothing in it formats, links, mentions or reverses its direction;
/// what a reader sees is the text. (That nobody is pinged is stated with every message besides.)
/// </summary>
internal static class DiscordText
{
    private const string Markup = "\\*_~`|<>[]()";
    private const char Breaker = '\u200B';

    /// <summary>Escapes untrusted text; its line ends become spaces.</summary>
    public static string Escape(string text)
    {
        var clean = Clean(text);
        var escaped = new StringBuilder(clean.Length + 16);
        for (var i = 0; i < clean.Length; i++)
        {
            var c = clean[i];
            if (Markup.Contains(c, StringComparison.Ordinal) || (i == 0 && c is '#' or '-' or '+') || (c == ':' && !EndsThere(clean, i + 1)) || (c is '.' && IsListNumber(clean, i)))
                escaped.Append('\\');
            escaped.Append(c);
            if (c == '@' && NamesAll(clean.AsSpan(i + 1)))
                escaped.Append(Breaker);
        }

        return escaped.ToString();
    }

    /// <summary>Without characters that cannot be seen, in one line; for places where Discord applies no Markdown, such as a footer.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
                clean.Append(' ');
            else if (!IsUnseen(c))
                clean.Append(c);
        }

        return clean.ToString().Trim();
    }

    /// <summary>Cuts at a word, on the boundary of a grapheme, and marks the cut.</summary>
    /// <param name="text">What is cut.</param>
    /// <param name="longest">Of the result, in UTF-16 units; at least 2.</param>
    public static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = TextCut.Before(text, longest - 1);
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>A masked link, or the label alone where the address is none that a link can hold. The address stays as it is.</summary>
    /// <param name="label">Trusted text without brackets.</param>
    /// <param name="url">Untrusted.</param>
    /// <param name="longest">An address longer than this is left out.</param>
    public static string Link(string label, string? url, int longest)
    {
        if (url is null || url.Length > longest || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return $"\\[{label}\\]";
        if (url.Any(c => c <= ' ' || c is '<' or '>' or '\\' or '`' || char.IsWhiteSpace(c) || char.IsControl(c) || IsUnseen(c)))
            return $"\\[{label}\\]";
        return url.AsSpan().ContainsAny('(', ')') ? $"[{label}](<{url}>)" : $"[{label}]({url})";
    }

    private static bool IsUnseen(char c) => Typography.IsInvisible(c) || c is '\u061C' or '\u180E' or (>= '\u2061' and <= '\u2065') or (>= '\u206A' and <= '\u206F') or (>= '\uFFF9' and <= '\uFFFB');

    private static bool NamesAll(ReadOnlySpan<char> rest) =>
        rest.StartsWith("everyone", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("here", StringComparison.OrdinalIgnoreCase);

    /// <summary>Before a space or the end: a colon there makes neither an emoji nor an address, and a stop only there makes a list.</summary>
    private static bool EndsThere(string text, int at) => at == text.Length || char.IsWhiteSpace(text[at]);

    /// <summary>The stop of "1." at the start of the line, which would make a list of it.</summary>
    private static bool IsListNumber(string text, int stop) => stop is > 0 and < 10 && EndsThere(text, stop + 1) && text.AsSpan(0, stop).IndexOfAnyExceptInRange('0', '9') < 0;
}
