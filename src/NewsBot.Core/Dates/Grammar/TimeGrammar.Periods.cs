using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Grammar;

/// <content>Quarters, halves, seasons, fiscal years, decades, centuries, holidays.</content>
internal sealed partial class TimeGrammar
{
    /// <summary>"third quarter", "Q3 2019", "the first half of 2010", "third-quarter", "the 2001 third quarter".</summary>
    private TimeMatch? PartOfYear(int i, int start)
    {
        var year = YearAt(i, out var leading, out var isShort, out var afterYear) ? afterYear : i;
        if (!PartName(year, out var unit, out var part, out var end))
            return null;
        var form = new DateForm { PartUnit = unit, Part = part };
        // "the third-quarter profit": there the article belongs to the profit.
        if (T(end - 2).IsJoin && end - 2 > i)
            start = i;
        if (year > i)
            return Found(form with { Year = leading, ShortYear = isShort }, start, end);
        return WithYear(form, start, end) ?? (unit == CalendarUnit.Half && !IsWord(start, "the") ? null : IsGamePart(end) ? null : Found(form, start, end));
    }

    /// <summary>The quarters and halves of a match are not the year's: "the first half of the game".</summary>
    private bool IsGamePart(int end) => IsWord(end, "of") && Dated(end + 1, MaxDepth - 1) is null;

    private bool PartName(int i, out CalendarUnit unit, out int part, out int end)
    {
        (unit, part, end) = (CalendarUnit.None, 0, i + 1);
        if (T(i) is { Kind: TokenKind.Word, Length: 2, Capital: true, Lexical.Text: "q1" or "q2" or "q3" or "q4" or "h1" or "h2" } code)
        {
            unit = code.Lexical!.Text[0] == 'q' ? CalendarUnit.Quarter : CalendarUnit.Half;
            part = code.Lexical.Text[1] - '1';
            return true;
        }

        int number;
        int j;
        if (IsWord(i, "former") || IsWord(i, "latter"))
            (number, j) = (IsWord(i, "former") ? 1 : 2, i + 1);
        else if (IsWord(i, "final"))
            (number, j) = (0, i + 1);
        else if (!Ordinal(i, out number, out j))
            return false;
        j = SkipJoin(j);
        if (T(j).IsWord("fiscal"))
            j++;
        unit = IsWord(j, "quarter") ? CalendarUnit.Quarter : IsWord(j, "half") ? CalendarUnit.Half : CalendarUnit.None;
        part = (number == 0 ? CalendarPeriod.PerYear(unit) : number) - 1;
        end = j + 1;
        return unit != CalendarUnit.None && part < CalendarPeriod.PerYear(unit) && part >= 0 && !(unit == CalendarUnit.Half && T(end).IsJoin);
    }

    /// <summary>A form followed by the year it lies in.</summary>
    private TimeMatch? WithYear(DateForm form, int start, int end)
    {
        var j = IsWord(end, "of") || IsWord(end, "in") ? end + 1 : IsMark(end, ',') ? end + 1 : end;
        if (T(j).IsWord("fiscal") && YearAt(j + 1, out var fiscal, out var isShort, out var fiscalEnd))
            return Found(form with { Year = fiscal, ShortYear = isShort }, start, fiscalEnd);
        if (YearAt(j, out var year, out isShort, out var yearEnd) && (T(j).Length == 4 || isShort || yearEnd > j + 1) && !IsMark(end, ','))
            return Found(form with { Year = year, ShortYear = isShort }, start, yearEnd);
        var k = SkipThe(j);
        if (j > end && IsWord(end, "of") && IsWord(k, "year") && k > j)
            return Found(form with { Within = new PointerForm(CalendarUnit.Year, 0, PointerBase.Context) }, start, k + 1);
        if (j > end && IsWord(end, "of") && DecadeAt(k, j) is { } decade)
            return Found(new OrdinalForm(form.Part + 1, form.PartUnit, decade.Form), start, decade.End);
        if (j > end && IsWord(end, "of") && CenturyAt(k, j) is { } century)
            return Found(new OrdinalForm(form.Part + 1, form.PartUnit, century.Form), start, century.End);
        return PointerYear(end, out var within, out var pointerEnd) && !IsMark(end, ',') ? Found(form with { Within = within }, start, pointerEnd) : null;
    }

    /// <summary>"'s third quarter" behind a year.</summary>
    private bool Possessed(int i, TimeForm year, out TimeForm form, out int end)
    {
        (form, end) = (year, i);
        if (!IsMark(i, '\'') || !IsWord(i + 1, "s"))
            return false;
        if (PartName(i + 2, out var unit, out var part, out end))
            form = year is DateForm { Year: not null } named ? named with { PartUnit = unit, Part = part } : new DateForm { PartUnit = unit, Part = part, Within = year };
        else if (T(i + 2).Is(WordKinds.PartNoun) && T(i + 2).Lexical!.Code is "START" or "END" && IsWord(i + 2, "end", "start"))
            (form, end) = (year with { Modifier = T(i + 2).Lexical!.Code }, i + 3);
        else if (T(i + 2).Is(WordKinds.Season))
            (form, end) = (new DateForm { PartUnit = CalendarUnit.Season, Part = T(i + 2).Lexical!.Value, Within = year }, i + 3);
        else
            return false;
        return true;
    }

    /// <summary>"summer 2007", "the spring of 1862", "the winter", "autumn". "Spring" and "fall" alone must follow a preposition.</summary>
    private TimeMatch? SeasonAt(int i, int start)
    {
        if (!T(i).Is(WordKinds.Season))
            return null;
        var form = new DateForm { PartUnit = CalendarUnit.Season, Part = T(i).Lexical!.Value };
        var end = i + 1;
        if (WithYear(form, start, end) is { } dated)
            return dated;
        // "Spring 1862-63" is handled by the year. A bare season stands in a phrase of time.
        if (T(end).IsJoin || IsMark(end, '\'') || IsWord(end, "of"))
            return null;
        if (NounFollows(end) && !IsVerbLike(end))
            return start == i && IsWord(i - 1, "a") && !T(i).Capital ? Found(form, start, end) : null;
        var ambiguous = T(i).Lexical!.Text is "spring" or "fall";
        var before = T(start - 1);
        return (!ambiguous || before.Lexical?.Text is "in" or "by" or "until" or "since" or "during" or "throughout" or "through" or "over" or "before" or "after" || before.Is(WordKinds.Part)) &&
            (before.Is(WordKinds.Preposition | WordKinds.PartNoun) || start == i && before.Kind == TokenKind.Mark || start < i && T(start - 1).Length >= 0)
            ? Found(form, start, end)
            : null;
    }

    private bool IsVerbLike(int i)
    {
        var word = text.AsSpan(T(i).Start, T(i).Length);
        return word.EndsWith("ed") || word is "was" or "were" or "had" or "has" or "have" or "will" or "would" or "saw" or "came" or "began" or "but" or "when" or "while" or "if";
    }

    /// <summary>"fiscal 1989", "fiscal year 2010", "FY2019", "the current fiscal year".</summary>
    private TimeMatch? Fiscal(int i, int start)
    {
        var j = i;
        if (T(j).Kind == TokenKind.Word && IsWord(j, "financial", "academic") || IsWord(j, "school", "tax"))
            j = IsWord(j + 1, "year") ? j : int.MaxValue - 8;
        else if (!IsWord(j, "fiscal", "fy"))
            return null;
        j++;
        if (IsWord(j, "year"))
            j++;
        if (YearAt(j, out var year, out var isShort, out var end))
            return Found(new DateForm { Year = year, ShortYear = isShort }, start, end);
        return IsWord(j - 1, "year") && start < i ? Found(new PointerForm(CalendarUnit.Year, 0, PointerBase.Context), start, j) : null;
    }

    /// <summary>"1990s", "the '90s", "the nineties", "1990's".</summary>
    private TimeMatch? DecadeAt(int i, int start)
    {
        var j = i;
        if (IsMark(j, '\'') || IsMark(j, '‘'))
            j++;
        if (T(j).Kind == TokenKind.Decade)
        {
            var value = T(j).Value;
            if (T(j).Length == 4 && Era(j + 1, out _) >= 0)
                return null; // "470s" is a decade before Christ or nothing.
            // "in her mid-40s" is an age, "in the 20s" a temperature.
            if (T(j).Length < 5 && (value < 40 && j == i || T(start - 1).Lexical?.Text is "his" or "her" or "their" || (T(start - 1).Is(WordKinds.Part) || T(start - 1).IsJoin) && (T(start - 2).Lexical?.Text is "his" or "her" or "their" || T(start - 3).Lexical?.Text is "his" or "her" or "their")))
                return null;
            if (T(j).Length < 5 && start == i && j == i && !T(i - 1).Is(WordKinds.Part) && !(T(i - 1).IsDash && T(i - 2).Is(WordKinds.Part)))
                return null; // "in his 60s" is an age; "the 60s" a decade.
            var decade = T(j).Length >= 5 ? value / 10 : value < 30 ? 200 + (value / 10) : 190 + (value / 10);
            if (Era(j + 1, out var eraEnd) < 0)
                return Found(new PeriodForm(new CalendarPeriod(CalendarUnit.Decade, -(value / 10) - 1)), start, eraEnd);
            return Found(new PeriodForm(new CalendarPeriod(CalendarUnit.Decade, decade)), start, j + 1);
        }

        if (T(i) is { Kind: TokenKind.Number, Length: 4 } year && year.Value % 10 == 0 && start < i && IsMark(i + 1, '\'') && IsWord(i + 2, "s") && year.Value is >= EarliestYear and <= LatestYear)
            return Found(new PeriodForm(new CalendarPeriod(CalendarUnit.Decade, year.Value / 10)), start, i + 3);
        if (T(i).Is(WordKinds.DecadeWord) && (start < i || T(i - 1).Is(WordKinds.Part) || T(i - 1).IsJoin))
        {
            var tens = T(i).Lexical!.Value;
            return Found(new PeriodForm(new CalendarPeriod(CalendarUnit.Decade, tens < 3 ? 200 + tens : 190 + tens)), start, i + 1);
        }

        return null;
    }

    /// <summary>"the 19th century", "the fourth century BC", "21st-century".</summary>
    private TimeMatch? CenturyAt(int i, int start)
    {
        if (!Ordinal(i, out var number, out var j) || number > 30)
            return null;
        if (T(j).IsJoin)
            start = i;
        j = SkipJoin(j);
        if (!IsWord(j, "century"))
            return null;
        var era = Era(j + 1, out var end);
        return era < 0
            ? Found(new PeriodForm(new CalendarPeriod(CalendarUnit.Century, -number)), start, end)
            : Found(new PeriodForm(new CalendarPeriod(CalendarUnit.Century, number - 1)), start, era > 0 ? end : j + 1);
    }

    private TimeMatch? HolidayAt(int i, int start)
    {
        if (!T(i).Is(WordKinds.Holiday) || !T(i).Capital || Holidays.At(text.AsSpan(T(i).Start, Math.Min(40, text.Length - T(i).Start))) is not { } holiday)
            return null;
        var stop = T(i).Start + holiday.Name.Length;
        var end = i;
        while (end < tokens.Count && T(end).Start < stop)
            end++;
        var form = new DateForm { Holiday = holiday };
        return WithYear(form, start, end) ?? Found(form, start, end);
    }
}
