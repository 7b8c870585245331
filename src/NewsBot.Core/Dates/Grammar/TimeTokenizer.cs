namespace NewsBot.Core.Dates.Grammar;

/// <summary>
/// Cuts a text into words, numbers and marks, in one pass. "9am" is a number and a word, "21st" one ordinal, "1990s" one
/// decade, "a.m." one word; a hyphen is a mark of its own.
/// </summary>
internal static class TimeTokenizer
{
    /// <remarks><c>start</c>: Where to begin.
    /// <c>end</c>: Where to stop; no token reaches past it.</remarks>
    /// <remarks><c>caseless</c>: names of months and days count as capitalised however they are written, as in a typed question.</remarks>
    public static void Tokenize(string text, int start, int end, List<TimeToken> tokens, bool caseless = false)
    {
        var at = start;
        while (at < end)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            var spaced = at > start && char.IsWhiteSpace(text[at - 1]);
            var token = char.IsAsciiDigit(c) ? Digits(text, at, end, spaced)
                : char.IsLetter(c) ? Word(text, at, end, spaced)
                : new TimeToken(at, at + 1, TokenKind.Mark, null, c == '’' ? '\'' : c, spaced, false);
            if (caseless && token.Is(WordKinds.Month | WordKinds.Weekday | WordKinds.Holiday))
                token = token with { Capital = true };
            tokens.Add(token);
            at = token.End;
        }
    }

    private static TimeToken Word(string text, int at, int end, bool spaced)
    {
        var stop = at + 1;
        while (stop < end && (char.IsLetter(text[stop]) || char.IsAsciiDigit(text[stop])))
            stop++;
        if (stop == at + 1 && Meridiem(text, at, end) is { } meridiem)
            return new TimeToken(at, meridiem.End, TokenKind.Word, meridiem.Word, 0, spaced, false);
        if (stop + 1 < end && text[at] is 'o' or 'O' && stop == at + 1 && text[stop] is '\'' or '’')
        {
            var clock = stop + 1;
            while (clock < end && char.IsLetter(text[clock]))
                clock++;
            if (text.AsSpan(stop + 1, clock - stop - 1).Equals("clock", StringComparison.OrdinalIgnoreCase))
                return new TimeToken(at, clock, TokenKind.Word, TimeLexicon.Find("o'clock"), 0, spaced, false);
        }

        return new TimeToken(at, stop, TokenKind.Word, TimeLexicon.Find(text.AsSpan(at, stop - at)), 0, spaced, char.IsUpper(text[at]));
    }

    /// <summary>"a.m.", "p.m" and the like; the final stop belongs to it where it has one after the m.</summary>
    private static (TimeWord Word, int End)? Meridiem(string text, int at, int end)
    {
        var c = char.ToLowerInvariant(text[at]);
        if (c is not ('a' or 'p') || at + 2 >= end || text[at + 1] != '.')
            return null;
        var m = at + 2;
        if (text[m] == ' ' && m + 1 < end)
            m++;
        if (text[m] is not ('m' or 'M') || (m + 1 < end && char.IsLetter(text[m + 1])))
            return null;
        var stop = m + 1 < end && text[m + 1] == '.' ? m + 2 : m + 1;
        return TimeLexicon.Find(c == 'a' ? "am" : "pm") is { } word ? (word, stop) : null;
    }

    private static TimeToken Digits(string text, int at, int end, bool spaced)
    {
        var stop = at;
        while (stop < end && char.IsAsciiDigit(text[stop]))
            stop++;
        var digits = stop - at;
        var amount = digits > 8;
        while (stop + 1 < end && (text[stop] is ',' or '.') && char.IsAsciiDigit(text[stop + 1]) && IsGroup(text, at, stop, end))
        {
            amount = true;
            stop++;
            while (stop < end && char.IsAsciiDigit(text[stop]))
                stop++;
        }

        if (amount)
            return new TimeToken(at, stop, TokenKind.Amount, null, 0, spaced, false);
        var value = int.Parse(text.AsSpan(at, digits), System.Globalization.CultureInfo.InvariantCulture);
        var letters = stop;
        while (letters < end && char.IsLetter(text[letters]))
            letters++;
        var suffix = text.AsSpan(stop, letters - stop);
        if (digits <= 2 && suffix.Length == 2 && IsOrdinalSuffix(suffix))
            return new TimeToken(at, letters, TokenKind.Ordinal, null, value, spaced, false);
        if (digits is >= 2 and <= 4 && value % 10 == 0 && suffix is "s" or "S")
            return new TimeToken(at, letters, TokenKind.Decade, null, value, spaced, false);
        return new TimeToken(at, stop, TokenKind.Number, null, value, spaced, false);
    }

    /// <summary>
    /// Whether the mark groups thousands ("1,234") or is a decimal point ("2.5"), rather than a mark between numbers of
    /// a date ("12,2003", "5.6.2010").
    /// </summary>
    private static bool IsGroup(string text, int at, int mark, int end)
    {
        var next = mark + 1;
        while (next < end && next < mark + 6 && char.IsAsciiDigit(text[next]))
            next++;
        if (text[mark] == ',')
            return next - mark == 4;
        var dotted = next + 1 < end && text[next] == '.' && char.IsAsciiDigit(text[next + 1]);
        var behindDot = at >= 2 && text[at - 1] == '.' && char.IsAsciiDigit(text[at - 2]);
        return !dotted && !behindDot;
    }

    private static bool IsOrdinalSuffix(ReadOnlySpan<char> suffix) =>
        suffix.Equals("st", StringComparison.OrdinalIgnoreCase) || suffix.Equals("nd", StringComparison.OrdinalIgnoreCase) ||
        suffix.Equals("rd", StringComparison.OrdinalIgnoreCase) || suffix.Equals("th", StringComparison.OrdinalIgnoreCase);
}
