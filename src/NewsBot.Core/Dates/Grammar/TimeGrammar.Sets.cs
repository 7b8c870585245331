using System.Globalization;
using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Grammar;

/// <content>Sets ("every Monday", "twice a year") and the second halves of ranges.</content>
internal sealed partial class TimeGrammar
{
    private TimeMatch? Set(int i)
    {
        var token = T(i);
        if (token.Is(WordKinds.Every))
            return EveryAt(i);
        if (token.Is(WordKinds.Frequency) && !token.IsWord("annual") && !T(i + 1).IsJoin && !(token.Capital && i > 0))
            return Found(new SetForm(token.Unit.Duration(token.Lexical!.Value.ToString(CultureInfo.InvariantCulture))), i, i + 1);
        // "once a week", "three times a year", "per day"
        var times = IsWord(i, "once", "twice") ? i + 1 : Cardinal(i, out _, out var end) && IsWord(end, "times") ? end + 1 : i;
        if (times > i && (IsWord(times, "a") || IsWord(times, "an") || IsWord(times, "per") || IsWord(times, "each") || IsWord(times, "every")) && T(times + 1).Is(WordKinds.Unit) && T(times + 1).Unit != CalendarUnit.None)
            return Found(new SetForm(T(times + 1).Unit.Duration("1")), i, times + 2);
        if (IsWord(i, "per") && T(i + 1).Is(WordKinds.Unit))
            return Found(new SetForm(T(i + 1).Unit.Duration("1")), i, i + 2);
        if ((IsWord(i, "a") || IsWord(i, "an")) && T(i + 1).Is(WordKinds.Unit) && T(i + 1).Unit != CalendarUnit.Quarter && IsRate(i) && !T(i + 2).IsJoin && !T(i + 2).Is(WordKinds.Behind))
            return Found(new SetForm(T(i + 1).Unit.Duration("1")), i, i + 2);
        if (token.Kind == TokenKind.Word && token.Lexical is { } word)
        {
            if (word.Text.EndsWith("days", StringComparison.Ordinal) && token.Capital && TimeLexicon.Find(word.Text.AsSpan(0, word.Text.Length - 1)) is { } weekday && weekday.Is(WordKinds.Weekday))
                return Found(new SetForm($"XXXX-WXX-{weekday.Value}"), i, i + 1);
            if (word.Text is "weekdays")
                return Found(new SetForm("XXXX-WXX-XD"), i, i + 1);
            if (word.Text is "weekends")
                return Found(new SetForm("XXXX-WXX-WE"), i, i + 1);
        }

        return null;
    }

    /// <summary>Whether "a year" tells a rate: an amount, a sum or "times" stands before it.</summary>
    private bool IsRate(int i)
    {
        var before = T(i - 1);
        if (i == 0)
            return false;
        if (before.Kind is TokenKind.Number or TokenKind.Amount || before.IsMark('%') || before.Is(WordKinds.Cardinal))
            return true;
        var word = text.AsSpan(before.Start, before.Length);
        return word is "percent" or "million" or "billion" or "trillion" or "dollars" or "pounds" or "euros" or "cents" or "barrels" or "tons" or "tonnes" or "miles" or "people" or "hours" or "days" or "units";
    }

    private TimeMatch? EveryAt(int i)
    {
        var j = i + 1;
        if (IsWord(j, "single") || IsWord(j, "other"))
            j++;
        var target = T(j);
        if (target.Is(WordKinds.Weekday) && target.Capital)
            return Found(new SetForm($"XXXX-WXX-{target.Lexical!.Value}"), i, j + 1);
        if (target.Is(WordKinds.Month) && target.Capital)
            return Found(new SetForm($"XXXX-{target.Lexical!.Value:00}"), i, j + 1);
        if (target.Is(WordKinds.Season))
            return Found(new SetForm($"XXXX-{CalendarPeriod.Seasons[target.Lexical!.Value]}"), i, j + 1);
        if (target.Is(WordKinds.DayPart))
            return Found(new SetForm($"XXXX-XX-XXT{target.Lexical!.Code}"), i, j + 1);
        if (target.Is(WordKinds.Unit) && target.Unit != CalendarUnit.Second)
            return Found(new SetForm(target.Unit.Duration(IsWord(i + 1, "other") ? "2" : "1")), i, j + 1);
        if (Cardinal(j, out var count, out var end) && T(end).Is(WordKinds.Units) && count > 0)
            return Found(new SetForm(T(end).Unit.Duration(count.ToString(CultureInfo.InvariantCulture))), i, end + 1);
        return T(j).Is(WordKinds.Vague) && T(j + 1).Is(WordKinds.Units) ? Found(new SetForm(T(j + 1).Unit.Duration("X")), i, j + 2) : null;
    }

    /// <summary>
    /// The second half of a range or list that only makes sense after the first: the day of "May 5-7", the year of
    /// "1995-96", the second day of "May 5 and 7".
    /// </summary>
    private TimeMatch? RestOfRange(TimeMatch before)
    {
        var i = before.End;
        if (!RangeMark(i) && !(IsMark(i, ',') && T(i + 1) is { Kind: TokenKind.Number, Length: <= 2 }))
            return null;
        if (before.Form is not DateForm form || T(i + 1) is not { Kind: TokenKind.Number } number)
            return null;
        if (form is { Day: { } day, Month: not null } && !form.ShortYear && number is { Length: <= 2, Value: >= 1 and <= 31 } && number.Value > day &&
            T(before.End - 1).Kind is TokenKind.Number or TokenKind.Ordinal && T(before.End - 1).Value == day && !IsMark(i + 2, ':') && !IsMark(i + 2, '%') && !T(i + 2).Is(WordKinds.Month | WordKinds.Units | WordKinds.Unit))
        {
            var second = form with { Day = number.Value };
            if (TrailingYear(i + 2, out var dated, second, out var end))
                return Found(dated, i + 1, end);
            return IsMark(i, ',') || NounFollows(i + 2) && !T(i).IsDash && !IsVerbLike(i + 2) ? null : Found(second, i + 1, i + 2);
        }

        if (form is { Year: { } year, Day: null } && number.Length == 2 && T(i).Value is '-' or '–' or '/' && T(i).Kind == TokenKind.Mark && !number.SpaceBefore && year > 99 && number.Value > year % 100)
            return Found(new DateForm { Year = (year / 100 * 100) + number.Value }, i + 1, i + 2);
        return null;
    }
}
