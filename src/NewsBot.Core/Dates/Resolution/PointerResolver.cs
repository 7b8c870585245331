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
        return weekend.Shift(Math.Sign(pointer.Shift));
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

        if (Then(context.Anchor, time, pointer) is not { } moment)
            return null;
        var then = CalendarPeriod.Day(DateOnly.FromDateTime(moment));
        var clock = pointer.Unit == CalendarUnit.Hour ? $"T{moment.Hour:00}" : $"T{moment.Hour:00}:{moment.Minute:00}";
        return new ResolvedTime(TimeType.Time, then.Value + clock, pointer.Modifier, then, TimeBasis.Publication, clock);
    }

    /// <summary>The local time so many hours or minutes away, across a change of the clocks too.</summary>
    private static DateTime? Then(TimeAnchor anchor, TimeOnly time, PointerForm pointer)
    {
        var local = anchor.Day.ToDateTime(time);
        if (local.Year is < 2 or > 9997)
            return null;
        var shift = pointer.Unit switch { CalendarUnit.Hour => TimeSpan.FromHours(pointer.Shift), CalendarUnit.Minute => TimeSpan.FromMinutes(pointer.Shift), _ => TimeSpan.Zero };
        if (anchor.Zone.IsInvalidTime(local))
            local = local.AddHours(1);
        if (Math.Abs(shift.TotalDays) > 300_000)
            return null;
        var utc = TimeZoneInfo.ConvertTimeToUtc(local, anchor.Zone);
        return utc.Ticks + shift.Ticks is var ticks && ticks > DateTime.MinValue.AddYears(1).Ticks && ticks < DateTime.MaxValue.AddYears(-1).Ticks
            ? TimeZoneInfo.ConvertTimeFromUtc(utc + shift, anchor.Zone)
            : null;
    }
}
