using System.Globalization;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Text;

/// <summary>A word of a text in the form in which it is compared.</summary>
/// <param name="Term">Lower case, without accents, stemmed.</param>
/// <param name="Span">Where the word stands.</param>
public readonly record struct Token(string Term, TextSpan Span);

/// <summary>
/// Cuts text into the terms that the index, the ranking and the answer checks all compare: one analysis for all, so
/// that a term counted in one place is found in another.
/// <para>
/// A word is a run of letters, digits and combining marks; an apostrophe, a full stop or a comma inside it joins where
/// it joins in writing ("O'Neill", "U.S.", "3.5", "10,000"). Words are lower-cased, accents dropped, a possessive 's
/// taken off, dots of initials and commas of thousands dropped, and words of a to z brought to their base form
/// (<see cref="IrregularForms"/>, <see cref="PorterStemmer"/>).
/// Runs of Chinese, Japanese and Korean characters give overlapping pairs.
/// </para>
/// </summary>
public static class Tokenizer
{
    /// <summary>Longer words are cut, so that hostile text cannot fill the index with endless terms.</summary>
    public const int LongestTerm = 64;

    public static List<Token> Tokenize(string text) => Tokenize(text, new TextSpan(0, text.Length));

    public static List<Token> Tokenize(string text, TextSpan span)
    {
        var tokens = new List<Token>((span.Length / 6) + 1);
        Span<char> term = stackalloc char[LongestTerm];
        var position = span.Start;
        while (TryNext(text.AsSpan(0, span.End), ref position, term, out var word, out var length))
            tokens.Add(new Token(new string(term[..length]), word));
        return tokens;
    }

    /// <summary>The term of one word: what <see cref="Tokenize(string)"/> gives for it; empty when it has no letter or digit.</summary>
    public static string TermOf(ReadOnlySpan<char> word)
    {
        Span<char> term = stackalloc char[LongestTerm];
        var position = 0;
        return TryNext(word, ref position, term, out _, out var length) ? new string(term[..length]) : "";
    }

    /// <summary>Reads the next token without allocating.</summary>
    /// <param name="text">The text, from its very start.</param>
    /// <param name="position">Where to read on; moved behind the token.</param>
    /// <param name="term">Takes the term; at least <see cref="LongestTerm"/> long.</param>
    /// <param name="span">Where the word stands.</param>
    /// <param name="length">Length of the term.</param>
    /// <returns>False at the end of the text.</returns>
    public static bool TryNext(ReadOnlySpan<char> text, ref int position, Span<char> term, out TextSpan span, out int length)
    {
        while (position < text.Length)
        {
            while (position < text.Length && !IsWordCharacter(text[position]))
                position++;
            if (position >= text.Length)
                break;
            if (IsPaired(text[position]))
            {
                length = Pair(text, ref position, term, out span);
                return true;
            }

            var end = WordEnd(text, position);
            span = new TextSpan(position, end);
            position = end;
            length = Fold(text[span.Start..span.End], term);
            if (length > 0)
                return true;
        }

        span = default;
        length = 0;
        return false;
    }

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || (c >= 0x80 && (char.IsLetterOrDigit(c) || IsMark(c) || char.IsSurrogate(c)));

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Scripts written without spaces between words.</summary>
    private static bool IsPaired(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF');

    private static int Pair(ReadOnlySpan<char> text, ref int position, Span<char> term, out TextSpan span)
    {
        var hasNext = position + 1 < text.Length && IsPaired(text[position + 1]);
        var length = hasNext ? 2 : 1;
        text.Slice(position, length).CopyTo(term);
        span = new TextSpan(position, position + length);
        // The last character of a run was already the second half of a pair.
        position += hasNext && (position + 2 >= text.Length || !IsPaired(text[position + 2])) ? 2 : 1;
        return length;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            var c = text[end];
            if (IsWordCharacter(c) && !IsPaired(c))
            {
                end++;
                continue;
            }

            var joins = end > start && end + 1 < text.Length && IsWordCharacter(text[end + 1]) && !IsPaired(text[end + 1]) && c switch
            {
                '\'' or '’' => char.IsLetter(text[end - 1]) && char.IsLetter(text[end + 1]),
                '.' => (char.IsDigit(text[end - 1]) && char.IsDigit(text[end + 1])) || IsInitials(text, start, end),
                ',' => IsThousands(text, end),
                _ => false,
            };
            if (!joins)
                break;
            end++;
        }

        return end;
    }

    /// <summary>"U.S.A": single letters with stops between.</summary>
    private static bool IsInitials(ReadOnlySpan<char> text, int start, int dot)
    {
        for (var i = start; i <= dot; i++)
            if ((i - start) % 2 == 0 ? !char.IsLetter(text[i]) : text[i] != '.')
                return false;
        return char.IsLetter(text[dot + 1]) && (dot + 2 >= text.Length || !char.IsLetterOrDigit(text[dot + 2]));
    }

    private static bool IsThousands(ReadOnlySpan<char> text, int comma) =>
        comma + 3 < text.Length && char.IsAsciiDigit(text[comma - 1]) && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2])
        && char.IsAsciiDigit(text[comma + 3]) && (comma + 4 >= text.Length || !char.IsAsciiDigit(text[comma + 4]));

    private static int Fold(ReadOnlySpan<char> word, Span<char> term)
    {
        if (word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’')
            word = word[..^2];
        var length = 0;
        var plain = true;
        foreach (var c in word)
        {
            if (length == LongestTerm)
                break;
            if (c is '\'' or '’' or ',' || (c == '.' && !char.IsDigit(word[0])))
                continue;
            if (c < 0x80)
            {
                var lower = char.ToLowerInvariant(c);
                plain &= lower is >= 'a' and <= 'z';
                term[length++] = lower;
                continue;
            }

            length += FoldOther(c, term[length..], ref plain);
        }

        if (!plain || length <= 2)
            return length;
        length = IrregularForms.Replace(term, length);
        return PorterStemmer.Stem(term[..length]);
    }

    /// <summary>Letters with accents give their plain letter; ß, æ, œ and þ their usual spelling; marks nothing.</summary>
    private static int FoldOther(char c, Span<char> term, ref bool plain)
    {
        if (IsMark(c))
            return 0;
        var spelled = c switch
        {
            'ß' => "ss",
            'æ' or 'Æ' => "ae",
            'œ' or 'Œ' => "oe",
            'þ' or 'Þ' => "th",
            _ => null,
        };
        if (spelled is not null)
        {
            var length = Math.Min(spelled.Length, term.Length);
            spelled.AsSpan(0, length).CopyTo(term);
            return length;
        }

        term[0] = char.ToLowerInvariant(LatinLetters.Plain(c));
        plain &= term[0] is >= 'a' and <= 'z';
        return 1;
    }
}
