using System.Globalization;

namespace NewsBot.Core.Tests.Dates;

/// <summary>A phrase in a sentence, and the TIMEX3 value it has on a day, told by plain counting on the calendar.</summary>
public sealed record RelativePhrase(string Sentence, string Phrase, Func<DateOnly, string> Value);

/// <summary>
/// Relative phrases with their right values. The rules count days one by one or use the calendar of .NET; they share
/// nothing with the tagger.
/// </summary>
public static class RelativePhrases
{
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static IReadOnlyList<RelativePhrase> All { get; } = [.. Days(), .. WeekdayNames(), .. MonthNames(), .. Units(), .. Ago(), .. Parts(), .. Festivals()];

    private static IEnumerable<RelativePhrase> Days()
    {
        yield return Past("today", d => Day(d));
        yield return Past("yesterday", d => Day(d.AddDays(-1)));
        yield return Future("tomorrow", d => Day(d.AddDays(1)));
        yield return Past("the day before yesterday", d => Day(d.AddDays(-2)));
        yield return Future("the day after tomorrow", d => Day(d.AddDays(2)));
        yield return Past("earlier today", d => Day(d));
        yield return Future("later today", d => Day(d));
        yield return Past("this morning", d => Day(d) + "TMO");
        yield return Past("this afternoon", d => Day(d) + "TAF");
        yield return Future("this evening", d => Day(d) + "TEV");
        yield return Future("tonight", d => Day(d) + "TNI");
        yield return Past("last night", d => Day(d.AddDays(-1)) + "TNI");
        yield return Past("late last night", d => Day(d.AddDays(-1)) + "TNI");
        yield return Past("yesterday morning", d => Day(d.AddDays(-1)) + "TMO");
        yield return Past("yesterday afternoon", d => Day(d.AddDays(-1)) + "TAF");
        yield return Past("yesterday evening", d => Day(d.AddDays(-1)) + "TEV");
        yield return Future("tomorrow morning", d => Day(d.AddDays(1)) + "TMO");
        yield return Future("tomorrow afternoon", d => Day(d.AddDays(1)) + "TAF");
        yield return Future("tomorrow night", d => Day(d.AddDays(1)) + "TNI");
        yield return Past("early today", d => Day(d));
    }

    private static IEnumerable<RelativePhrase> WeekdayNames()
    {
        for (var i = 0; i < 7; i++)
        {
            var (name, weekday) = (Weekdays[i], (DayOfWeek)((i + 1) % 7));
            yield return new($"The minister resigned on {name}.", name, d => Day(Back(d, weekday, 0)));
            yield return new($"The court will rule on {name}.", name, d => Day(On(d, weekday, 0)));
            yield return new($"The party is due to meet {name}.", name, d => Day(On(d, weekday, 0)));
            yield return Past($"last {name}", d => Day(Back(d, weekday, 1)));
            yield return Future($"next {name}", d => Day(On(d, weekday, 1)));
            yield return new($"Police arrested him {name} night.", $"{name} night", d => Day(Back(d, weekday, 0)) + "TNI");
            yield return new($"Voters go to the polls on {name} of next week.", $"{name} of next week", d => Day(InWeek(d.AddDays(7), weekday)));
            yield return new($"The plant was shut on {name} last week.", $"{name} last week", d => Day(InWeek(d.AddDays(-7), weekday)));
        }
    }

    private static IEnumerable<RelativePhrase> MonthNames()
    {
        for (var i = 1; i <= 12; i++)
        {
            var (name, month) = (Months[i - 1], i);
            yield return new($"The factory closed in {name}.", name, d => Month(Begun(d, month)));
            yield return new($"The factory will close in {name}.", name, d => Month(NotOver(d, month)));
            yield return Past($"last {name}", d => Month(Begun(d, month) is var begun && SameMonth(begun, d) ? begun.AddYears(-1) : Begun(d, month)));
            yield return Future($"next {name}", d => Month(NotOver(d, month) is var coming && SameMonth(coming, d) ? coming.AddYears(1) : NotOver(d, month)));
            yield return Past($"in {name} last year", d => $"{d.Year - 1:0000}-{month:00}", $"{name} last year");
            yield return Future($"in {name} next year", d => $"{d.Year + 1:0000}-{month:00}", $"{name} next year");
        }
    }

    private static IEnumerable<RelativePhrase> Units()
    {
        yield return Past("this week", d => Week(d));
        yield return Past("last week", d => Week(d.AddDays(-7)));
        yield return Future("next week", d => Week(d.AddDays(7)));
        yield return Past("this month", d => Month(d));
        yield return Past("last month", d => Month(First(d).AddMonths(-1)));
        yield return Future("next month", d => Month(First(d).AddMonths(1)));
        yield return Past("this year", d => Year(d.Year));
        yield return Past("last year", d => Year(d.Year - 1));
        yield return Future("next year", d => Year(d.Year + 1));
        yield return Past("this quarter", d => Quarter(d));
        yield return Past("last quarter", d => Quarter(First(d).AddMonths(-3)));
        yield return Future("next quarter", d => Quarter(First(d).AddMonths(3)));
        yield return Past("this decade", d => $"{d.Year / 10}");
        yield return Past("last decade", d => $"{(d.Year / 10) - 1}");
        yield return Past("this century", d => $"{d.Year / 100}");
        yield return Past("last century", d => $"{(d.Year / 100) - 1}");
        yield return Past("earlier this week", d => Week(d));
        yield return Past("earlier this month", d => Month(d));
        yield return Past("earlier this year", d => Year(d.Year));
        yield return Future("later this week", d => Week(d));
        yield return Future("later this month", d => Month(d));
        yield return Future("later this year", d => Year(d.Year));
        yield return Past("last weekend", d => Week(d.AddDays(-7)) + "-WE");
        yield return Future("this weekend", d => Week(d) + "-WE");
        yield return Future("next weekend", d => Week(d.AddDays(7)) + "-WE");
        yield return Past("in the first quarter of this year", d => $"{d.Year:0000}-Q1", "the first quarter of this year");
        yield return Past("in the fourth quarter of last year", d => $"{d.Year - 1:0000}-Q4", "the fourth quarter of last year");
        yield return Past("in the first half of last year", d => $"{d.Year - 1:0000}-H1", "the first half of last year");
        yield return Future("in the second half of next year", d => $"{d.Year + 1:0000}-H2", "the second half of next year");
        yield return Past("in the summer of last year", d => $"{d.Year - 1:0000}-SU", "the summer of last year");
    }

    private static IEnumerable<RelativePhrase> Ago()
    {
        string[] words = ["a", "two", "three", "four", "five", "six", "ten", "12", "15", "20"];
        int[] counts = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20];
        for (var i = 0; i < words.Length; i++)
        {
            var (word, n) = (words[i], counts[i]);
            var s = n == 1 ? "" : "s";
            yield return Past($"{word} day{s} ago", d => Day(d.AddDays(-n)));
            yield return Past($"{word} week{s} ago", d => Week(d.AddDays(-7 * n)));
            yield return Past($"{word} month{s} ago", d => Month(First(d).AddMonths(-n)));
            yield return Past($"{word} year{s} ago", d => Year(d.Year - n));
            yield return Future($"{word} day{s} from now", d => Day(d.AddDays(n)));
            yield return Future($"{word} year{s} from now", d => Year(d.Year + n));
        }

        yield return Past("nearly two decades ago", d => $"{(d.Year / 10) - 2}");
        yield return Past("about three months ago", d => Month(First(d).AddMonths(-3)));
        yield return Past("more than five years ago", d => Year(d.Year - 5));
        yield return Past("a century ago", d => $"{(d.Year / 100) - 1}");
    }

    private static IEnumerable<RelativePhrase> Parts()
    {
        yield return Past("early this year", d => Year(d.Year));
        yield return Past("late last year", d => Year(d.Year - 1));
        yield return Future("early next year", d => Year(d.Year + 1));
        yield return Past("early last month", d => Month(First(d).AddMonths(-1)));
        yield return Future("late next month", d => Month(First(d).AddMonths(1)));
        yield return Past("late last week", d => Week(d.AddDays(-7)));
        yield return Future("early next week", d => Week(d.AddDays(7)));
        yield return Past("at the beginning of this year", d => Year(d.Year), "the beginning of this year");
        yield return Future("at the end of next year", d => Year(d.Year + 1), "the end of next year");
        yield return Future("by the end of the year", d => Year(d.Year), "the end of the year");
        yield return Future("by the end of this month", d => Month(d), "the end of this month");
        yield return Past("in the middle of last year", d => Year(d.Year - 1), "the middle of last year");
        yield return Past("early last Monday", d => Day(Back(d, DayOfWeek.Monday, 1)));
        yield return Past("late on Friday", d => Day(Back(d, DayOfWeek.Friday, 0)));
    }

    private static IEnumerable<RelativePhrase> Festivals()
    {
        yield return Past("last Christmas", d => Day(d > new DateOnly(d.Year, 12, 25) ? new DateOnly(d.Year, 12, 25) : new DateOnly(d.Year - 1, 12, 25)));
        yield return Future("next Christmas", d => Day(d < new DateOnly(d.Year, 12, 25) ? new DateOnly(d.Year, 12, 25) : new DateOnly(d.Year + 1, 12, 25)));
        yield return Past("last Halloween", d => Day(d > new DateOnly(d.Year, 10, 31) ? new DateOnly(d.Year, 10, 31) : new DateOnly(d.Year - 1, 10, 31)));
        yield return Past("last summer", d => $"{(d > new DateOnly(d.Year, 8, 31) ? d.Year : d.Year - 1):0000}-SU");
        yield return Future("next summer", d => $"{(d < new DateOnly(d.Year, 6, 1) ? d.Year : d.Year + 1):0000}-SU");
        yield return Past("last spring", d => $"{(d > new DateOnly(d.Year, 5, 31) ? d.Year : d.Year - 1):0000}-SP");
        yield return Past("this spring", d => $"{d.Year:0000}-SP");
        yield return Future("this autumn", d => $"{d.Year:0000}-FA");
    }

    private static RelativePhrase Past(string phrase, Func<DateOnly, string> value, string? tagged = null) =>
        new($"The talks broke down {phrase}.", tagged ?? (phrase.StartsWith("in ", StringComparison.Ordinal) ? phrase[3..] : phrase), value);

    private static RelativePhrase Future(string phrase, Func<DateOnly, string> value, string? tagged = null) =>
        new($"The talks will resume {phrase}.", tagged ?? phrase, value);

    private static DateOnly Back(DateOnly day, DayOfWeek weekday, int atLeast)
    {
        for (day = day.AddDays(-atLeast); day.DayOfWeek != weekday;)
            day = day.AddDays(-1);
        return day;
    }

    private static DateOnly On(DateOnly day, DayOfWeek weekday, int atLeast)
    {
        for (day = day.AddDays(atLeast); day.DayOfWeek != weekday;)
            day = day.AddDays(1);
        return day;
    }

    private static DateOnly InWeek(DateOnly day, DayOfWeek weekday) => On(Back(day, DayOfWeek.Monday, 0), weekday, 0);

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private static bool SameMonth(DateOnly a, DateOnly b) => a.Year == b.Year && a.Month == b.Month;

    private static DateOnly Begun(DateOnly day, int month)
    {
        for (day = First(day); day.Month != month;)
            day = day.AddMonths(-1);
        return day;
    }

    private static DateOnly NotOver(DateOnly day, int month)
    {
        for (day = First(day); day.Month != month;)
            day = day.AddMonths(1);
        return day;
    }

    private static string Day(DateOnly day) => day.ToString("o", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static string Quarter(DateOnly day) => $"{day.Year:0000}-Q{(day.Month + 2) / 3}";

    private static string Week(DateOnly day) =>
        $"{ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue)):0000}-W{ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)):00}";
}
