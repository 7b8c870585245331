using System.Globalization;

namespace NewsBot.Core.Dates.Resolution;

/// <summary>
/// One day, week, month, quarter, season, half, year, decade or century of the proleptic Gregorian calendar, as a count
/// of such units, so that "the month before" is the index less one. Years are counted astronomically (0 is 1 BC);
/// decades and centuries before Christ are counted down from −1 (the years 9 to 1 BC, the first century BC).
/// Days and weeks exist only where <see cref="DateOnly"/> does; the other units reach further.
/// </summary>
internal readonly record struct CalendarPeriod(CalendarUnit Unit, int Index)
{
    private const int MostYears = 9999;

    public static CalendarPeriod Day(DateOnly day) => new(CalendarUnit.Day, day.DayNumber);

    public static CalendarPeriod Year(int year) => new(CalendarUnit.Year, year);

    public static CalendarPeriod Month(int year, int month) => new(CalendarUnit.Month, (year * 12) + month - 1);

    /// <summary>The day of a month; the month when that year has no such day, or lies before Christ.</summary>
    public static CalendarPeriod DayOf(int year, int month, int day) =>
        year is >= 1 and <= MostYears && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Day(new DateOnly(year, month, day))
            : Month(year, month);

    /// <summary>A quarter, season (spring, summer, autumn, winter) or half of a year, counted from 0.</summary>
    public static CalendarPeriod PartOf(CalendarUnit unit, int year, int part) => new(unit, (year * PerYear(unit)) + part);

    public static int PerYear(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Month => 12,
        CalendarUnit.Quarter or CalendarUnit.Season => 4,
        CalendarUnit.Half => 2,
        _ => 1,
    };

    /// <summary>The year it begins in (for a decade or a century, its first year).</summary>
    public int StartYear => Unit switch
    {
        CalendarUnit.Day or CalendarUnit.Week or CalendarUnit.Weekend => FirstDay?.Year ?? 1,
        CalendarUnit.Decade => Index < 0 ? 1 - (((-Index - 1) * 10) + 9) : Index * 10,
        CalendarUnit.Century => Index < 0 ? 1 - (((-Index - 1) * 100) + 99) : Index * 100,
        CalendarUnit.Millennium => Index * 1000,
        _ => (int)Math.Floor((double)Index / PerYear(Unit)),
    };

    /// <summary>Which month, quarter, season or half of its year, from 0.</summary>
    public int PartIndex => Index - (StartYear * PerYear(Unit));

    public DateOnly? FirstDay => Unit switch
    {
        CalendarUnit.Day => At(Index),
        CalendarUnit.Week => At((long)Index * 7),
        CalendarUnit.Weekend => At(((long)Index * 7) + 5),
        CalendarUnit.Season => On(StartYear, (PartIndex * 3) + 3),
        CalendarUnit.Month or CalendarUnit.Quarter or CalendarUnit.Half => On(StartYear, (PartIndex * (12 / PerYear(Unit))) + 1),
        _ => On(StartYear, 1),
    };

    public DateOnly? LastDay => Unit switch
    {
        CalendarUnit.Day => At(Index),
        CalendarUnit.Week or CalendarUnit.Weekend => At(((long)Index * 7) + 6) ?? (FirstDay is null ? null : DateOnly.MaxValue),
        _ when FirstDay is null => null,
        _ => Shift(1).FirstDay?.AddDays(-1) ?? DateOnly.MaxValue,
    };

    public DateInterval? Interval => FirstDay is { } first && LastDay is { } last ? new DateInterval(first, last) : null;

    public CalendarPeriod Shift(int units) => this with { Index = (int)Math.Clamp((long)Index + units, int.MinValue / 16, int.MaxValue / 16) };

    /// <summary>The period of another unit that its first day lies in.</summary>
    public CalendarPeriod In(CalendarUnit unit)
    {
        if (unit == Unit)
            return this;
        if (unit is CalendarUnit.Day or CalendarUnit.Week or CalendarUnit.Weekend)
        {
            var number = FirstDay?.DayNumber ?? 0;
            return new CalendarPeriod(unit, unit == CalendarUnit.Day ? number : number / 7);
        }

        var month = FirstMonth;
        var year = (int)Math.Floor(month / 12.0);
        return unit switch
        {
            CalendarUnit.Month => new CalendarPeriod(unit, month),
            CalendarUnit.Quarter => new CalendarPeriod(unit, (int)Math.Floor(month / 3.0)),
            CalendarUnit.Half => new CalendarPeriod(unit, (int)Math.Floor(month / 6.0)),
            CalendarUnit.Season => new CalendarPeriod(unit, (int)Math.Floor((month - 2) / 3.0)),
            CalendarUnit.Decade => new CalendarPeriod(unit, year > 0 ? year / 10 : -((1 - year) / 10) - 1),
            CalendarUnit.Century => new CalendarPeriod(unit, year > 0 ? year / 100 : -((1 - year) / 100) - 1),
            CalendarUnit.Millennium => new CalendarPeriod(unit, year / 1000),
            _ => Year(year),
        };
    }

    /// <summary>The TIMEX3 value: 2010-05, 2023-W33, 2019-Q3, 1862-SP, 199 (a decade), 20 (a century), BC0490.</summary>
    public string Value
    {
        get
        {
            var year = StartYear;
            return Unit switch
            {
                CalendarUnit.Day => FirstDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "XXXX-XX-XX",
                CalendarUnit.Week => WeekValue(),
                CalendarUnit.Weekend => WeekValue() + "-WE",
                CalendarUnit.Month => $"{YearValue(year)}-{PartIndex + 1:00}",
                CalendarUnit.Quarter => $"{YearValue(year)}-Q{PartIndex + 1}",
                CalendarUnit.Half => $"{YearValue(year)}-H{PartIndex + 1}",
                CalendarUnit.Season => $"{YearValue(year)}-{Seasons[PartIndex]}",
                CalendarUnit.Decade => Index < 0 ? $"BC{Math.Min(-Index - 1, 999):000}" : $"{Math.Min(Index, 999):000}",
                CalendarUnit.Century => Index < 0 ? $"BC{Math.Min(-Index - 1, 99):00}" : $"{Math.Min(Index, 99):00}",
                CalendarUnit.Millennium => Math.Clamp(Index, 0, 9).ToString(CultureInfo.InvariantCulture),
                _ => YearValue(year),
            };
        }
    }

    public DatePrecision Precision => Unit switch
    {
        CalendarUnit.Day => DatePrecision.Day,
        CalendarUnit.Weekend => DatePrecision.Weekend,
        CalendarUnit.Week => DatePrecision.Week,
        CalendarUnit.Month => DatePrecision.Month,
        CalendarUnit.Quarter => DatePrecision.Quarter,
        CalendarUnit.Season => DatePrecision.Season,
        CalendarUnit.Half => DatePrecision.Half,
        CalendarUnit.Year => DatePrecision.Year,
        CalendarUnit.Decade => DatePrecision.Decade,
        CalendarUnit.Century => DatePrecision.Century,
        _ => DatePrecision.Unknown,
    };

    public static readonly string[] Seasons = ["SP", "SU", "FA", "WI"];

    private int FirstMonth => Unit switch
    {
        CalendarUnit.Month => Index,
        CalendarUnit.Quarter => Index * 3,
        CalendarUnit.Half => Index * 6,
        CalendarUnit.Season => (Index * 3) + 2,
        CalendarUnit.Day or CalendarUnit.Week or CalendarUnit.Weekend => FirstDay is { } day ? (day.Year * 12) + day.Month - 1 : 12,
        _ => StartYear * 12,
    };

    private string WeekValue()
    {
        var monday = FirstDay ?? DateOnly.MinValue;
        if (Unit == CalendarUnit.Weekend)
            monday = monday.DayNumber >= 5 ? monday.AddDays(-5) : monday;
        var date = monday.ToDateTime(TimeOnly.MinValue);
        return $"{Math.Min(ISOWeek.GetYear(date), MostYears):0000}-W{ISOWeek.GetWeekOfYear(date):00}";
    }

    private static string YearValue(int year) => year >= 1
        ? Math.Min(year, MostYears).ToString("0000", CultureInfo.InvariantCulture)
        : "BC" + Math.Min(1 - year, MostYears).ToString("0000", CultureInfo.InvariantCulture);

    private static DateOnly? At(long dayNumber) =>
        dayNumber >= 0 && dayNumber <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)dayNumber) : null;

    private static DateOnly? On(int year, int month) =>
        year is >= 1 and <= MostYears ? new DateOnly(year, month, 1) : null;
}
