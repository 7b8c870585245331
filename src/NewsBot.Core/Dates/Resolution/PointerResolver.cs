using NewsBot.Core.Dates.Grammar;

namespace NewsBot.Core.Dates.Resolution;

/// <summary>
/// Resolves "last year", "two weeks ago", "a day earlier", "the weekend". A shift is counted in its own unit and is no
/// more precise than it: two weeks ago is a week, a year earlier a year.
/// </summary>
internal static class PointerResolver
{
    public static ResolvedTime? Resolve(PointerForm pointer, TimeContext context, Tense tense)
    {
        if (pointer.Unit.IsClock())
            return ClockUnits(pointer, context);
        var (origin, basis) = Base(pointer, context);
        if (origin is not { } period)
            return null;
        if (pointer.Unit == CalendarUnit.Weekend && pointer.Base != PointerBase.Earlier)
            return ResolvedTime.Of(Weekend(pointer, period, tense, context.PreferPast), basis, pointer.Modifier);
        return ResolvedTime.Of(period.In(pointer.Unit).Shift(pointer.Shift), basis, pointer.Modifier);
    }

    private static (CalendarPeriod? Period, TimeBasis Basis) Base(PointerForm pointer, TimeContext context)
    {
        var fromText = pointer.Base == PointerBase.Earlier ||
            (context.IsNarrative && (pointer.Base == PointerBase.Context || TimeContext.Fineness(pointer.Unit) > (int)CalendarUnit.Day));
        if (fromText && context.LastAsFineAs(pointer.Unit) is { } last)
            return (last, TimeBasis.EarlierExpression);
        if (fromText && context.IsNarrative)
            return (context.Last is null ? context.Today : null, TimeBasis.Publication);
        return (context.Today, TimeBasis.Publication);
    }

    /// <summary>"This weekend" is that of the week; "last" is over, "next" has not begun; "the weekend" goes by tense.</summary>
    private static CalendarPeriod Weekend(PointerForm pointer, CalendarPeriod today, Tense tense, bool preferPast)
    {
        var weekend = today.In(CalendarUnit.Weekend);
        if (pointer.Base == PointerBase.Context)
            return tense == Tense.Future || (!preferPast && tense == Tense.Unknown) || weekend.FirstDay <= today.FirstDay ? weekend : weekend.Shift(-1);
        return pointer.Shift < 0 ? weekend.Shift(-1) : pointer.Shift > 0 ? (weekend.FirstDay <= today.FirstDay ? weekend.Shift(1) : weekend.Shift(1)) : weekend;
    }

    /// <summary>"Three hours ago" is a time only where the time of publication is known; otherwise its day.</summary>
    private static ResolvedTime? ClockUnits(PointerForm pointer, TimeContext context)
    {
        if (pointer.Base == PointerBase.Earlier || context.Anchor.Time is not { } time)
        {
            var (day, basis) = Base(pointer with { Unit = CalendarUnit.Day }, context);
            var days = pointer.Unit == CalendarUnit.Hour ? pointer.Shift / 24 : 0;
            return day is { } period ? ResolvedTime.Of(period.In(CalendarUnit.Day).Shift(days), basis, pointer.Modifier) : null;
        }

        var minutes = pointer.Unit switch { CalendarUnit.Hour => pointer.Shift * 60L, CalendarUnit.Minute => pointer.Shift, _ => 0 };
        var total = ((long)context.Anchor.Day.DayNumber * 1440) + (time.Hour * 60) + time.Minute + minutes;
        if (total < 0 || total / 1440 > DateOnly.MaxValue.DayNumber)
            return null;
        var then = CalendarPeriod.Day(DateOnly.FromDayNumber((int)(total / 1440)));
        var clock = pointer.Unit == CalendarUnit.Hour ? $"T{total % 1440 / 60:00}" : $"T{total % 1440 / 60:00}:{total % 60:00}";
        return new ResolvedTime(TimeType.Time, then.Value + clock, pointer.Modifier, then, TimeBasis.Publication, clock);
    }
}
