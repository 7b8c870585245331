using System.Globalization;
using NewsBot.Core.Dates.Grammar;

namespace NewsBot.Core.Dates.Resolution;

/// <summary>Turns forms into TIMEX3 values. Pure but for the context, which remembers the dates named so far.</summary>
internal static class TimeResolver
{
    public static ResolvedTime? Resolve(TimeForm form, TimeContext context, Tense tense) => form switch
    {
        DurationForm duration => new ResolvedTime(TimeType.Duration, duration.Value, form.Modifier, null, TimeBasis.Explicit)
        {
            Span = context.IsNarrative ? null : AnchoredSpan.Of(duration, context.Anchor.Day),
        },
        SetForm set => new ResolvedTime(TimeType.Set, set.Value, form.Modifier, null, TimeBasis.Explicit),
        ReferenceForm reference => new ResolvedTime(TimeType.Date, reference.Value, form.Modifier, null, TimeBasis.Publication),
        ClockForm clock => ResolveClock(clock, context, tense),
        DayPartForm part => ResolveDayPart(part, context, tense),
        _ => ResolveDate(form, context, tense),
    };

    private static ResolvedTime? ResolveDate(TimeForm form, TimeContext context, Tense tense)
    {
        switch (form)
        {
            case PeriodForm period:
                return ResolvedTime.Of(period.Period, TimeBasis.Explicit, form.Modifier);
            case DateForm date:
                return DateResolver.Resolve(date, context, tense);
            case PointerForm pointer:
                return PointerResolver.Resolve(pointer, context, tense);
            case OrdinalForm ordinal:
                return ResolveDate(ordinal.Within, context, tense) is { Period: { } whole } within
                    ? ResolvedTime.Of(Nth(whole, ordinal.Unit, ordinal.Ordinal, out var part), within.Basis, form.Modifier ?? part)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>The n-th unit of a period. A unit that does not divide it leaves the period, with its part as a modifier.</summary>
    private static CalendarPeriod Nth(CalendarPeriod whole, CalendarUnit unit, int ordinal, out string? modifier)
    {
        modifier = null;
        if (TimeContext.Fineness(unit) >= TimeContext.Fineness(whole.Unit) || whole.FirstDay is not { } first || whole.LastDay is not { } last)
        {
            modifier = ordinal == 1 ? "START" : unit == CalendarUnit.Half || ordinal == 0 ? "END" : null;
            return whole;
        }

        var part = ordinal > 0
            ? CalendarPeriod.Day(first).In(unit).Shift(ordinal - 1)
            : CalendarPeriod.Day(last).In(unit).Shift(ordinal);
        return part.FirstDay <= last && part.LastDay >= first ? part : whole;
    }

    private static ResolvedTime? ResolveClock(ClockForm clock, TimeContext context, Tense tense)
    {
        var (day, basis) = DayOf(clock.Day, context, tense);
        if (day is not { } period)
            return null;
        var time = string.Create(CultureInfo.InvariantCulture, $"T{clock.Hour:00}:{clock.Minute:00}");
        if (clock.Second is { } second)
            time += string.Create(CultureInfo.InvariantCulture, $":{second:00}");
        return new ResolvedTime(TimeType.Time, period.Value + time, clock.Modifier, period, basis, time, clock.Offset);
    }

    private static ResolvedTime? ResolveDayPart(DayPartForm part, TimeContext context, Tense tense)
    {
        var (day, basis) = DayOf(part.Day, context, tense);
        return day is { } period
            ? new ResolvedTime(TimeType.Time, period.Value + "T" + part.Part, part.Modifier, period, basis, "T" + part.Part)
            : null;
    }

    /// <summary>The day of a time of day: the one named with it, or the last one named in a narrative, or the publication day.</summary>
    private static (CalendarPeriod? Day, TimeBasis Basis) DayOf(TimeForm? form, TimeContext context, Tense tense)
    {
        if (form is not null)
            return ResolveDate(form, context, tense) is { Period: { } named } day ? (named, day.Basis) : (null, TimeBasis.Publication);
        if (context.LastDay is { } last)
            return (last, TimeBasis.EarlierExpression);
        return (context.Today, TimeBasis.Publication);
    }
}
