namespace NewsBot.Core.Dates.Resolution;

/// <summary>Units of the calendar and the clock, from fine to coarse.</summary>
internal enum CalendarUnit
{
    None,
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

internal static class CalendarUnits
{
    /// <summary>The designator of the unit in a TIMEX3 duration, as in P3<b>D</b>; the clock's units stand behind a T.</summary>
    public static string Designator(this CalendarUnit unit) => unit switch
    {
        CalendarUnit.Second => "S",
        CalendarUnit.Minute => "M",
        CalendarUnit.Hour => "H",
        CalendarUnit.Day => "D",
        CalendarUnit.Weekend => "WE",
        CalendarUnit.Week => "W",
        CalendarUnit.Month => "M",
        CalendarUnit.Quarter => "Q",
        CalendarUnit.Season => "SE",
        CalendarUnit.Half => "H",
        CalendarUnit.Decade => "DE",
        CalendarUnit.Century => "CE",
        CalendarUnit.Millennium => "ML",
        _ => "Y",
    };

    public static bool IsClock(this CalendarUnit unit) => unit is CalendarUnit.Second or CalendarUnit.Minute or CalendarUnit.Hour;

    /// <summary>The TIMEX3 duration of so many units: P3D, PT2H, PXM where <paramref name="amount"/> is "X".</summary>
    public static string Duration(this CalendarUnit unit, string amount) =>
        (unit.IsClock() ? "PT" : "P") + amount + unit.Designator();
}
