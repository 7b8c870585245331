using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>A word as it is compared, and where it stands.</summary>
/// <param name="Text">Folded: lower case, straight apostrophes, plain hyphens.</param>
/// <param name="Span">Offsets into the text that it was read from.</param>
/// <param name="IsCapital">Whether it starts with a capital and opens no sentence.</param>
internal readonly record struct FoldedWord(string Text, TextSpan Span, bool IsCapital);

/// <summary>
/// Reads the words of a text so that typography does not count: quotation marks, dashes, white space, case, soft hyphens and
/// other punctuation are folded away. Every word keeps its offsets, so that what matches can be shown as it stands.
/// </summary>
internal static class FoldedWords
{
    public static List<FoldedWord> Read(string text, TextSpan span, List<FoldedWord>? into = null)
    {
        var words = into ?? [];
        var opens = true;
        for (var at = span.Start; at < span.End;)
        {
            if (!IsPart(text, at, span))
            {
                opens |= text[at] is '.' or '!' or '?' or ':';
                at++;
                continue;
            }

            var start = at;
            do
                at++;
            while (at < span.End && IsPart(text, at, span) && !IsIdeographic(text[at]) && !IsIdeographic(text[at - 1]));
            words.Add(new FoldedWord(Fold(text.AsSpan(start, at - start)), new TextSpan(start, at), !opens && char.IsUpper(text[start])));
            opens = false;
        }

        return words;
    }

    /// <summary>Letters, digits, and an apostrophe, point or comma between two of them ("don't", "3.5", "1,000").</summary>
    private static bool IsPart(string text, int at, TextSpan span)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c) || c is '%' or '$' or '€' or '£' || c is '\u00AD' or '\u200B')
            return true;
        if (at == span.Start || at + 1 >= span.End)
            return false;
        if (c is '\'' or '’' or '‘')
            return char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
        return c is '.' or ',' && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);
    }

    /// <summary>CJK text has no spaces: each of its characters is a word.</summary>
    private static bool IsIdeographic(char c) => c is >= '\u3040' and <= '\u9FFF';

    private static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (c is '\u00AD' or '\u200B')
                continue;
            folded[length++] = c is '’' or '‘' ? '\'' : char.ToLowerInvariant(c);
        }

        return folded[..length].ToString();
    }
}
