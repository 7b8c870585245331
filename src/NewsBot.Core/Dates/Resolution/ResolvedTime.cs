namespace NewsBot.Core.Dates.Resolution;

/// <summary>A form after resolution.</summary>
/// <remarks><c>Period</c>: The calendar period it names; null for durations, sets and references.
/// <c>Clock</c>: What the TIMEX3 value has behind the day: "T10:00", "TMO"; empty for dates.</remarks>
internal sealed record ResolvedTime(TimeType Type, string Value, string? Modifier, CalendarPeriod? Period, TimeBasis Basis, string Clock = "", int? Offset = null)
{
    public static ResolvedTime Of(CalendarPeriod period, TimeBasis basis, string? modifier) =>
        new(TimeType.Date, period.Value, modifier, period, basis);

    /// <summary>Of a duration whose place is known ("the past three days"): its days.</summary>
    public DateInterval? Span { get; init; }

    public DateInterval? Interval => Span ?? (Period?.Interval is { } days ? PeriodPart.Of(Period.Value.Unit, days, Modifier) : null);

    public DatePrecision Precision => Clock switch
    {
        "" => PeriodPart.Precision(Period, Modifier),
        { Length: 3 } when char.IsLetter(Clock[1]) => DatePrecision.PartOfDay,
        { Length: 3 } => DatePrecision.Hour,
        _ => DatePrecision.Minute,
    };
}

/// <summary>Parts of a period. START, MID and END are its first, middle and last third: of a year, four months each; of a month, ten days.</summary>
internal static class PeriodPart
{
    public static DateInterval Of(CalendarUnit unit, DateInterval whole, string? modifier)
    {
        if (whole is not { Start: { } first, End: { } last })
            return whole;
        switch (modifier)
        {
            case "BEFORE" or "ON_OR_BEFORE":
                return new DateInterval(null, last);
            case "AFTER" or "ON_OR_AFTER":
                return new DateInterval(first, null);
            case "START" or "MID" or "END" when first != last:
                break;
            default:
                return whole;
        }

        var part = modifier switch { "START" => 0, "MID" => 1, _ => 2 };
        if (unit == CalendarUnit.Year)
            return new DateInterval(new DateOnly(first.Year, (part * 4) + 1, 1), new DateOnly(first.Year, (part * 4) + 4, DateTime.DaysInMonth(first.Year, (part * 4) + 4)));
        var days = last.DayNumber - first.DayNumber + 1;
        var third = unit == CalendarUnit.Month ? 10 : Math.Max(days / 3, 1);
        return part switch
        {
            0 => new DateInterval(first, first.AddDays(third - 1)),
            1 => new DateInterval(first.AddDays(Math.Min(third, days - 1)), first.AddDays(Math.Min((2 * third) - 1, days - 1))),
            _ => new DateInterval(first.AddDays(Math.Min(2 * third, days - 1)), last),
        };
    }

    public static DatePrecision Precision(CalendarPeriod? period, string? modifier) => (period?.Unit, modifier) switch
    {
        (null, _) => DatePrecision.Unknown,
        (CalendarUnit.Year, "START" or "MID" or "END") => DatePrecision.PartOfYear,
        (CalendarUnit.Month, "START" or "MID" or "END") => DatePrecision.PartOfMonth,
        _ => period!.Value.Precision,
    };
}
