using System.Globalization;

namespace NewsBot.Core.Dates;

/// <summary>Dates in words: "May 2010", "early 2023", "17 August 2023", "the week of 14 August 2023", "since 2014".</summary>
public static class DatePhrase
{
    /// <param name="interval">The days; an open side gives "since" or "until".</param>
    /// <param name="precision">How much of them is known: the words say no more.</param>
    public static string Of(DateInterval interval, DatePrecision precision) => (interval.Start, interval.End) switch
    {
        (null, null) => "at an unknown time",
        ({ } start, null) => "since " + Edge(start, precision),
        (null, { } end) => "until " + Edge(end, precision),
        ({ } start, { } end) => Closed(start, end, precision),
    };

    /// <summary>The start of an interval alone, as it stands behind "since".</summary>
    internal static string FirstOf(DateOnly start, DatePrecision precision) => Edge(start, precision);

    private static string Closed(DateOnly start, DateOnly end, DatePrecision precision)
    {
        switch (precision)
        {
            case DatePrecision.Century:
                return Ordinal((start.Year / 100) + 1) + " century";
            case DatePrecision.Decade:
                return Text($"the {start.Year / 10 * 10}s");
            case DatePrecision.Year when start.Year == end.Year:
                return Year(start);
            case DatePrecision.PartOfYear:
                return Part((start.Month - 1) / 4) + Year(start);
            case DatePrecision.Half when start.Year == end.Year:
                return $"the {(start.Month <= 6 ? "first" : "second")} half of {Year(start)}";
            case DatePrecision.Season:
                return Season(start);
            case DatePrecision.Quarter:
                return Text($"the {Ordinal(((start.Month - 1) / 3) + 1)} quarter of {start.Year:0000}");
            case DatePrecision.Month when start.Month == end.Month && start.Year == end.Year:
                return Month(start);
            case DatePrecision.PartOfMonth:
                return Part(Math.Min((start.Day - 1) / 10, 2)) + Month(start);
            case DatePrecision.Week:
                return "the week of " + Day(start);
            case DatePrecision.Weekend:
                return "the weekend of " + Day(start);
            default:
                return start == end ? Day(start) : Range(start, end);
        }
    }

    /// <summary>A range in the coarsest units that name it exactly: "2014 to 2016", "March to June 2010", "5 to 7 May 2010".</summary>
    private static string Range(DateOnly start, DateOnly end)
    {
        var wholeMonths = start.Day == 1 && end.Day == DateTime.DaysInMonth(end.Year, end.Month);
        if (wholeMonths && start.Month == 1 && end.Month == 12)
            return start.Year == end.Year ? Year(start) : $"{Year(start)} to {Year(end)}";
        if (wholeMonths)
            return start.Year == end.Year ? $"{Text($"{start:MMMM}")} to {Month(end)}" : $"{Month(start)} to {Month(end)}";
        if (start.Year == end.Year && start.Month == end.Month)
            return $"{start.Day} to {Day(end)}";
        return start.Year == end.Year ? $"{Text($"{start:d MMMM}")} to {Day(end)}" : $"{Day(start)} to {Day(end)}";
    }

    /// <summary>The side of an open interval, in its own precision.</summary>
    private static string Edge(DateOnly day, DatePrecision precision) => precision switch
    {
        DatePrecision.Century or DatePrecision.Decade or DatePrecision.Year => Year(day),
        DatePrecision.PartOfYear or DatePrecision.Half or DatePrecision.Season or DatePrecision.Quarter or DatePrecision.Month => Month(day),
        _ => Day(day),
    };

    private static string Season(DateOnly start) => start.Month switch
    {
        3 => "spring " + Year(start),
        6 => "summer " + Year(start),
        9 => "autumn " + Year(start),
        _ => Text($"winter {start.Year:0000}/{(start.Year + 1) % 100:00}"),
    };

    private static string Part(int third) => third switch { 0 => "early ", 1 => "mid-", _ => "late " };

    private static string Ordinal(int number) => number switch
    {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        _ => Text($"{number}{(number % 10, number / 10 % 10) switch { (1, not 1) => "st", (2, not 1) => "nd", (3, not 1) => "rd", _ => "th" }}"),
    };

    private static string Day(DateOnly day) => Text($"{day:d MMMM yyyy}");

    private static string Month(DateOnly day) => Text($"{day:MMMM yyyy}");

    private static string Year(DateOnly day) => Text($"{day.Year}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
