using System.Collections.Frozen;
using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Grammar;

/// <content>Names of the calendar: days, months, weekdays, seasons, quarters, years, decades, centuries, holidays.</content>
internal sealed partial class TimeGrammar
{
    /// <summary>A calendar name in any of its forms, without a modifier in front.</summary>
    private TimeMatch? Named(int i)
    {
        var j = SkipThe(i);
        var best = MonthFirst(j, j); // "the May 2010 treaty": the article belongs to the treaty.
        best = Longer(best, DayFirst(j, i));
        if (j == i)
        {
            best = Longer(best, WeekdayFirst(i));
            best = Longer(best, NumericDate(i));
            best = Longer(best, DayList(i));
        }

        best = Longer(best, PartOfYear(j, i));
        best = Longer(best, SeasonAt(j, i));
        best = Longer(best, Fiscal(j, i));
        best = Longer(best, DecadeAt(j, i));
        best = Longer(best, CenturyAt(j, i));
        best = Longer(best, HolidayAt(j, i));
        best = Longer(best, BareYear(i));
        return best;
    }

    private TimeMatch? BareYear(int i)
    {
        var at = IsWord(i, "the") && T(i + 1).IsWord("year") ? i + 2 : IsWord(i, "year") ? i + 1 : i;
        if (!YearAt(at, out var year, out var isShort, out var end) || !IsPlausibleYear(at, end) || IsDesignation(at, end))
            return null;
        var form = new DateForm { Year = year, ShortYear = isShort };
        // "1995's third quarter"
        if (Possessed(end, form, out var owned, out var ownedEnd))
            return Found(owned, i, ownedEnd);
        return Found(form, i, end);
    }

    /// <summary>A number that only counts or names: "asteroid 2031 QX7", "Form 1040", "Flight 1990".</summary>
    private bool IsDesignation(int at, int end)
    {
        var next = T(end);
        if (next is { Kind: TokenKind.Word, Capital: true, Length: > 1 and <= 6 } && text.AsSpan(next.Start, next.Length).IndexOfAnyInRange('0', '9') > 0)
            return true;
        var before = T(at - 1);
        return before is { Kind: TokenKind.Word, Capital: true } && Numbered.Contains(text.AsSpan(before.Start, before.Length));
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Numbered =
        "Form Room Route Flight Highway Section Channel Chapter Proposition Prop Suite Box Title Resolution Unit Gate Interstate Psalm Boeing Model Directive Regulation Ordinance Bill Act No Number Local Pier Lot Building Platform"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"May", "May 2010", "May 5", "May 5, 2010", "May of that year", "May last year".</summary>
    private TimeMatch? MonthFirst(int i, int start)
    {
        if (!T(i).Is(WordKinds.Month) || !T(i).Capital)
            return null;
        var month = T(i).Lexical!.Value;
        var j = i + 1;
        var abbreviated = T(i).Length <= 4 && T(i).Lexical!.Text is not ("may" or "june" or "july");
        if (abbreviated && IsMark(j, '.') && !T(j).SpaceBefore)
            j++;
        var form = new DateForm { Month = month };
        var day = 0;
        var end = j;
        var dayAt = SkipThe(j);
        if (T(dayAt) is { Kind: TokenKind.Number, Value: >= 1 and <= 31, Length: <= 2 } number && !IsMark(dayAt + 1, ':') && !IsMark(dayAt + 1, '%') && (dayAt == j))
            (day, end) = (number.Value, dayAt + 1);
        else if (!T(dayAt).Capital && Ordinal(dayAt, out var ordinal, out var ordinalEnd) && ordinal <= 31 && (dayAt == j || !T(ordinalEnd).Is(WordKinds.Unit)))
            (day, end) = (ordinal, ordinalEnd);
        if (day > 0)
        {
            form = form with { Day = day };
            if (TrailingYear(end, out var withYear, form, out var yearEnd))
                return Found(withYear, start, yearEnd);
            // "May 5-7, 2010" and "May 5 and 7, 2010": the year stands behind the second day.
            if (RangeMark(end) && T(end + 1) is { Kind: TokenKind.Number, Value: >= 1 and <= 31 } && TrailingYear(end + 2, out var late, form, out _))
                return Found(late, start, end);
            if (RangeMark(end) && T(end + 1).Is(WordKinds.Month) && T(end + 2) is { Kind: TokenKind.Number, Value: >= 1 and <= 31 } && TrailingYear(end + 3, out late, form, out _))
                return Found(late, start, end);
            return Found(form, start, end);
        }

        var of = IsWord(j, "of") ? j + 1 : IsMark(j, ',') ? j + 1 : j;
        if (YearAt(of, out var year, out var isShort, out var afterYear) && (end <= of) && (T(of).Length == 4 || isShort || afterYear > of + 1))
            return Found(form with { Year = year, ShortYear = isShort }, start, afterYear);
        if (PointerYear(j, out var within, out var pointerEnd))
            return Found(form with { Within = within }, start, pointerEnd);
        // "January and February 2011", "March to June 2010": the year stands behind the second month.
        if ((RangeMark(j) || IsWord(j, "or")) && T(j + 1).Is(WordKinds.Month) && T(j + 1).Capital && YearAt(IsWord(j + 2, "of") ? j + 3 : j + 2, out year, out isShort, out _))
            return Found(form with { Year = year, ShortYear = isShort }, start, j);
        return IsBareMonth(i, abbreviated) ? Found(form, start, j) : null;
    }

    /// <summary>"May" and "March" alone must look like months; an abbreviation alone is none.</summary>
    private bool IsBareMonth(int i, bool abbreviated)
    {
        if (abbreviated)
            return T(i).Lexical!.Text is "sept" or "aug" or "oct" or "nov" or "dec" or "feb" && T(i - 1).Is(WordKinds.Preposition);
        if (T(i).Lexical!.Text is not ("may" or "march" or "april" or "june" or "august"))
            return true;
        var before = T(i - 1);
        var firm = T(i).Lexical!.Text is "may" or "march";
        var name = T(i + 1) is { Kind: TokenKind.Word, Capital: true, Lexical: null } && !firm;
        if (name && before.Lexical?.Text is not ("in" or "since" or "by" or "until" or "from" or "during" or "through"))
            return false; // "April Jones"
        if (before.Is(WordKinds.Preposition | WordKinds.Part | WordKinds.Pointer | WordKinds.Every | WordKinds.Determiner) || (before.Kind == TokenKind.Mark && before.IsDash))
            return true;
        return !firm && !(T(i + 1).Capital && T(i + 1).Kind == TokenKind.Word) && !(before.Capital && !before.Is(WordKinds.Preposition));
    }

    /// <summary>"and", "to", a dash: what stands between two halves of a range.</summary>
    private bool RangeMark(int i) => T(i).IsDash || IsWord(i, "and", "to") || IsWord(i, "or", "through") || IsWord(i, "until", "till");

    /// <summary>A year behind a day: ", 2010", " 2010", " of that year", " last year".</summary>
    private bool TrailingYear(int i, out TimeForm dated, DateForm form, out int end)
    {
        var j = IsMark(i, ',') ? i + 1 : i;
        if (IsWord(j, "of") || IsWord(j, "in"))
            j++;
        if (YearAt(j, out var year, out var isShort, out end) && !IsMark(end, ':') && (T(j).SpaceBefore || j > i))
        {
            dated = form with { Year = year, ShortYear = isShort };
            return true;
        }

        if (PointerYear(i, out var within, out end))
        {
            dated = form with { Within = within };
            return true;
        }

        dated = form;
        return false;
    }

    /// <summary>"last year", "of this year", "of the same year", "the following year".</summary>
    private bool PointerYear(int i, out TimeForm within, out int end)
    {
        var j = IsMark(i, ',') ? i + 1 : i;
        if (IsWord(j, "of"))
            j++;
        var k = SkipThe(j);
        if (T(k).Is(WordKinds.Pointer) && IsWord(k + 1, "year") && !IsMark(k + 2, '\'') && PointerAt(k, k > j, out var pointer, out end) && pointer is PointerForm)
        {
            within = pointer;
            return true;
        }

        (within, end) = (new ReferenceForm(""), i);
        return false;
    }

    /// <summary>"5 May", "5 May 2010", "the 5th of May", "fifth of May, 2010".</summary>
    private TimeMatch? DayFirst(int i, int start)
    {
        int day, j;
        if (T(i) is { Kind: TokenKind.Number, Value: >= 1 and <= 31, Length: <= 2 } number)
            (day, j) = (number.Value, i + 1);
        else if (!Ordinal(i, out day, out j) || day > 31)
            return null;
        if (IsWord(j, "of"))
            j++;
        else if (T(j).IsJoin)
            j++;
        if (T(j).Is(WordKinds.Month) && T(j).Capital)
        {
            var month = j;
            var end = j + 1;
            if (T(month).Length <= 4 && IsMark(end, '.') && !T(end).SpaceBefore && T(month).Lexical!.Text is not ("may" or "june" or "july"))
                end++;
            if (T(end).IsJoin && !T(end + 1).SpaceBefore && YearAt(end + 1, out _, out _, out _))
                end++;
            var form = new DateForm { Day = day, Month = T(month).Lexical!.Value };
            if (TrailingYear(end, out var withYear, form, out var yearEnd))
                return Found(withYear, start, yearEnd);
            return Found(form, start, end);
        }

        // "on the 15th": the month comes from the text.
        return start < i && T(i).Kind == TokenKind.Ordinal && (T(start - 1).Is(WordKinds.Preposition)) && IsEndOfPhrase(i + 1)
            ? Found(new DateForm { Day = day }, start, i + 1)
            : null;
    }

    /// <summary>The first number of "5-7 May 2010" or "5 and 7 May": its month and year stand behind the second.</summary>
    private TimeMatch? DayList(int i)
    {
        if (T(i) is not { Kind: TokenKind.Number, Value: >= 1 and <= 31, Length: <= 2 } first || !RangeMark(i + 1))
            return null;
        if (DayFirst(i + 2, i + 2) is not { Form: DateForm { Day: { } last } second } || last <= first.Value)
            return null;
        return Found(second with { Day = first.Value }, i, i + 1);
    }

    /// <summary>"Monday", "Monday, May 5, 2010", "Monday of last week", "Monday last week".</summary>
    private TimeMatch? WeekdayFirst(int i)
    {
        if (!T(i).Is(WordKinds.Weekday) || !T(i).Capital || (T(i - 1).Capital && text.AsSpan(T(i - 1).Start, T(i - 1).Length) is "Black" or "Bloody" or "Super" or "Cyber" or "Giving" or "Holy"))
            return null;
        var form = new DateForm { Weekday = T(i).Lexical!.Value };
        var end = i + 1;
        var abbreviated = T(i).Length <= 5 && !T(i).Lexical!.Text.EndsWith("day", StringComparison.Ordinal);
        if (abbreviated && IsMark(end, '.') && !T(end).SpaceBefore)
            end++;
        var j = IsMark(end, ',') ? end + 1 : end;
        if ((MonthFirst(SkipThe(j), j) ?? DayFirst(SkipThe(j), j)) is { Form: DateForm { Day: not null } date } match && match.Start == j)
            return Found(date with { Weekday = form.Weekday }, i, match.End);
        if (NumericDate(j) is { Form: DateForm { Day: not null } numeric } digits)
            return Found(numeric with { Weekday = form.Weekday }, i, digits.End);
        var of = IsWord(end, "of") ? end + 1 : end;
        var k = SkipThe(of);
        if (T(k).Is(WordKinds.Pointer) && T(k + 1).Unit == CalendarUnit.Week && PointerAt(k, k > of, out var week, out var weekEnd))
            return Found(form with { Within = week }, i, weekEnd);
        if (!abbreviated)
            return Found(form, i, end);
        return T(i).Lexical!.Text is not ("sun" or "sat" or "mon" or "wed") && T(i - 1).Is(WordKinds.Preposition) ? Found(form, i, end) : null;
    }

    /// <summary>"2010-01-29", "10/29/1999" (the month first unless it cannot be), "29.10.1999", "2010-05".</summary>
    private TimeMatch? NumericDate(int i)
    {
        if (T(i).Kind != TokenKind.Number || T(i + 2) is not { Kind: TokenKind.Number, SpaceBefore: false } second || T(i + 1) is not { Kind: TokenKind.Mark, SpaceBefore: false } mark)
            return null;
        if (mark.Value is not ('-' or '/' or '.') || (i > 0 && T(i - 1).Kind == TokenKind.Mark && !T(i).SpaceBefore && T(i - 1).Value is '-' or '/' or '.' or ':'))
            return null;
        var first = T(i);
        if (T(i + 3).IsMark((char)mark.Value) && !T(i + 3).SpaceBefore && T(i + 4) is { Kind: TokenKind.Number, SpaceBefore: false } third)
        {
            if (first.Length == 4 && second.Value is >= 1 and <= 12 && third.Value is >= 1 and <= 31 && first.Value >= EarliestYear)
                return Found(new DateForm { Year = first.Value, Month = second.Value, Day = third.Value }, i, i + 5);
            if (first.Length > 2 || second.Length > 2 || third.Length is not (2 or 4) || (third.Length == 4 && third.Value is < EarliestYear or > LatestYear))
                return null;
            var dayFirst = mark.Value == '.' || first.Value > 12;
            var (month, day) = dayFirst ? (second.Value, first.Value) : (first.Value, second.Value);
            return month is >= 1 and <= 12 && day is >= 1 and <= 31
                ? Found(new DateForm { Year = third.Value, ShortYear = third.Length == 2, Month = month, Day = day }, i, i + 5)
                : null;
        }

        if (mark.Value == '-' && first is { Length: 4, Value: >= EarliestYear and <= LatestYear } && second is { Length: 2, Value: >= 1 and <= 12 } &&
            second.Value != (first.Value % 100) + 1 && !T(i + 3).IsJoin)
            return Found(new DateForm { Year = first.Value, Month = second.Value }, i, i + 3);
        return mark.Value == '/' && first is { Length: 1, Value: 9 } && second is { Value: 11, Length: 2 } && !IsMark(i + 3, '/')
            ? Found(new DateForm { Year = 2001, Month = 9, Day = 11 }, i, i + 3)
            : null;
    }
}
