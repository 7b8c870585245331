using System.Text.RegularExpressions;

namespace NewsBot.Evaluation.Gate.Adversarial;

/// <summary>Puts words in the place of others, keeping a capital.</summary>
internal static class WordEdit
{
    /// <summary>The first place outside of quotation marks where a word stands by itself; -1 where there is none.</summary>
    public static int Find(string text, string word, StringComparison comparison = StringComparison.Ordinal)
    {
        for (var at = text.IndexOf(word, comparison); at >= 0; at = text.IndexOf(word, at + 1, comparison))
            if (IsWhole(text, at, word.Length) && !IsQuoted(text, at))
                return at;
        return -1;
    }

    public static string? Replace(string text, string from, string to)
    {
        var at = Find(text, from);
        if (at >= 0)
            return text[..at] + to + text[(at + from.Length)..];
        var capital = char.ToUpperInvariant(from[0]) + from[1..];
        return text.StartsWith(capital + " ", StringComparison.Ordinal) ? char.ToUpperInvariant(to[0]) + to[1..] + text[from.Length..] : null;
    }

    public static string Lowered(string text, IReadOnlySet<string> names)
    {
        var first = Regex.Match(text, @"^[\p{L}\p{M}'’]+").Value;
        return first.Length == 0 || names.Contains(first) || first is "I" || (first.Length > 1 && char.IsUpper(first[1])) ? text : char.ToLowerInvariant(text[0]) + text[1..];
    }

    public static string Raised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '\'' or '’' or '.')) &&
        (at + length == text.Length || !(char.IsLetterOrDigit(text[at + length]) || text[at + length] is '-' or '\'' or '’'));

    private static bool IsQuoted(string text, int at)
    {
        var open = 0;
        for (var i = 0; i < at; i++)
            open += text[i] switch { '“' => 1, '”' => -1, '"' => open > 0 ? -1 : 1, _ => 0 };
        return open > 0;
    }
}
