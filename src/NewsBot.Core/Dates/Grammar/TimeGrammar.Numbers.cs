namespace NewsBot.Core.Dates.Grammar;

/// <content>Numbers, years and ordinals.</content>
internal sealed partial class TimeGrammar
{
    private const int EarliestYear = 1000;
    private const int LatestYear = 2199;

    /// <summary>A cardinal in digits or words, at most five words long: "30", "thirty-one", "two hundred".</summary>
    private bool Cardinal(int i, out int value, out int end)
    {
        value = 0;
        end = i;
        if (T(i).Kind == TokenKind.Number)
        {
            value = T(i).Value;
            end = i + 1;
            return true;
        }

        if (T(i).Kind == TokenKind.Amount)
        {
            // "2.5" and "1,000": whole thousands count, fractions are read from the text by the caller.
            end = i + 1;
            value = int.TryParse(text.AsSpan(T(i).Start, T(i).Length), System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture, out var thousands) ? thousands : -1;
            return true;
        }

        var total = 0;
        var words = 0;
        while (words < 5)
        {
            var at = words > 0 ? SkipJoin(end) : end;
            if (words > 0 && IsWord(at, "and") && T(at + 1).Is(WordKinds.Cardinal) && total >= 100)
                at++;
            var token = T(at);
            if (!token.Is(WordKinds.Cardinal))
                break;
            var next = token.Lexical!.Value;
            if (next is 100 or 1000 or 12 && token.IsWord("dozen"))
                total = Math.Max(total, 1) * next;
            else if (token.IsWord("dozen"))
                total = Math.Max(total, 1) * 12;
            else if (words > 0 && total % 100 != 0 && (total % 10 != 0 || next >= 10))
                break;
            else
                total += next;
            end = at + 1;
            words++;
        }

        value = total;
        return words > 0;
    }

    /// <summary>A whole ordinal: "third", "twenty-first", "21st".</summary>
    private bool Ordinal(int i, out int value, out int end)
    {
        value = T(i).Value;
        end = i + 1;
        if (T(i).Kind == TokenKind.Ordinal)
            return true;
        if (T(i).Is(WordKinds.Cardinal) && T(i).Lexical!.Value is >= 20 and <= 90)
        {
            var unit = SkipJoin(i + 1);
            if (T(unit).Is(WordKinds.Ordinal) && T(unit).Lexical!.Value is >= 1 and <= 9)
            {
                value = T(i).Lexical!.Value + T(unit).Lexical!.Value;
                end = unit + 1;
                return true;
            }
        }

        value = T(i).Lexical?.Value ?? 0;
        return T(i).Is(WordKinds.Ordinal) && value > 0;
    }

    /// <summary>A year as such: "1995", "490 BC", "AD 70", "'68".</summary>
    private bool YearAt(int i, out int year, out bool isShort, out int end)
    {
        (year, isShort, end) = (0, false, i);
        if (IsWord(i, "ad") && T(i).Capital && T(i + 1) is { Kind: TokenKind.Number, Value: > 0 and <= LatestYear })
        {
            (year, end) = (T(i + 1).Value, i + 2);
            return true;
        }

        if ((IsMark(i, '\'') || IsMark(i, '‘')) && T(i + 1) is { Kind: TokenKind.Number, Length: 2, SpaceBefore: false } && !T(i + 2).IsWord("s") && (i == 0 || T(i).SpaceBefore))
        {
            (year, isShort, end) = (T(i + 1).Value, true, i + 2);
            return true;
        }

        if (T(i) is not { Kind: TokenKind.Number } number)
            return false;
        var era = Era(i + 1, out var afterEra);
        if (era != 0 && number.Value is > 0 and <= 9999)
        {
            (year, end) = (era < 0 ? 1 - number.Value : number.Value, afterEra);
            return true;
        }

        // "490-480 BC": the era stands behind the second year.
        if (RangeMark(i + 1) && T(i + 2) is { Kind: TokenKind.Number } later && later.Value < number.Value && number.Value <= 9999 && Era(i + 3, out _) < 0)
        {
            (year, end) = (1 - number.Value, i + 1);
            return number.Value > 0;
        }

        if (number.Length != 4 || number.Value is < EarliestYear or > LatestYear)
            return false;
        (year, end) = (number.Value, i + 1);
        return true;
    }

    /// <returns>−1 before Christ, 1 after, 0 when no era stands here.</returns>
    private int Era(int i, out int end)
    {
        end = i + 1;
        var token = T(i);
        if (!token.Capital)
            return 0;
        if (token.IsWord("bc") || token.IsWord("bce"))
            return -1;
        if (token.IsWord("ad") || token.IsWord("ce"))
            return 1;
        // "B.C." and "A.D." are four tokens.
        if (token.Length == 1 && IsMark(i + 1, '.') && !T(i + 1).SpaceBefore && T(i + 2) is { Length: 1, SpaceBefore: false } second)
        {
            end = IsMark(i + 3, '.') && !T(i + 3).SpaceBefore ? i + 4 : i + 3;
            return (text[token.Start], text[second.Start]) switch { ('B', 'C') => -1, ('A', 'D') => 1, _ => 0 };
        }

        return 0;
    }

    /// <summary>
    /// Whether a number that looks like a year is meant as one. A currency, "No." or a word such as "flight" before it and
    /// things counted behind it speak against it; a preposition of time, brackets or the end of a phrase speak for it.
    /// </summary>
    private bool IsPlausibleYear(int i, int end)
    {
        var before = T(i - 1);
        var after = T(end);
        if (end > i + 1)
            return true;
        if (T(i - 1).IsJoin && !T(i).SpaceBefore && T(i - 2) is { Kind: TokenKind.Number, Length: not 4 } && !IsWord(i - 2, "ad"))
            return false;
        if (T(end).IsJoin && T(end + 1) is { Kind: TokenKind.Number, SpaceBefore: false, Length: 2 or 4 } && !T(i - 1).IsMark('$') && !(T(i - 1).IsJoin && !T(i).SpaceBefore))
            return true;
        if (after.Kind == TokenKind.Mark && !after.SpaceBefore && after.Value is '%' or '°' or '/' && T(end + 1).Kind != TokenKind.Number)
            return false;
        if (after.Kind == TokenKind.Word && !after.SpaceBefore && after.Length > 0)
            return false;
        if (i > 0 && before.Kind == TokenKind.Mark && before.Value is '$' or '£' or '€' or '#' or '¥' or '+' or '/' or '.' or ':' or '%' && (before.Value != '/' || T(i - 2).Kind != TokenKind.Number) && !(before.Value is '.' or ':' && T(i).SpaceBefore))
            return false;
        if (before.Kind == TokenKind.Mark && before.Value == '-' && !before.SpaceBefore && !T(i).SpaceBefore && T(i - 2).Kind == TokenKind.Word)
            return T(i - 2).Is(WordKinds.Part | WordKinds.Month | WordKinds.Season) || T(i).Value is >= 1900 and <= 2100;
        if (before.Kind is TokenKind.Number or TokenKind.Amount && T(i).SpaceBefore)
            return false;
        if (before.Is(WordKinds.Approximator) && !before.IsWord("circa") && !before.IsWord("ca") && after.Kind == TokenKind.Word && !after.Is(WordKinds.Preposition))
            return false;
        if (before.IsWord("than") || before.IsWord("no") || before.IsWord("at") || before.IsWord("some"))
            return false;
        var counted = after is { Kind: TokenKind.Word, SpaceBefore: true, Capital: false } && !after.Is(WordKinds.Preposition | WordKinds.Determiner | WordKinds.Behind | WordKinds.Alone | WordKinds.Part);
        var common = T(i).Value is >= 1900 and <= 2050;
        if (counted && IsCounted(after))
            return before.IsWord("in") || before.IsWord("since") || before.Is(WordKinds.Determiner) || before.IsWord("of") && common;
        return common || before.Is(WordKinds.Preposition | WordKinds.Part | WordKinds.Determiner) || before.Kind == TokenKind.Mark || IsEndOfPhrase(end);
    }

    /// <summary>A plural in lower case, or a unit of measure: what a number counts.</summary>
    private bool IsCounted(TimeToken word)
    {
        var span = text.AsSpan(word.Start, word.Length);
        return (span.EndsWith("s") && !span.EndsWith("ss") && !span.EndsWith("is") && span is not ("was" or "has" or "as" or "its" or "does" or "his")) ||
            span is "people" or "men" or "women" or "children" or "percent" or "km" or "kg" or "mm" or "cm" or "feet" or "hp" or "square" or "cubic" or "metric" or "million" or "billion" or "dead" or "more";
    }
}
