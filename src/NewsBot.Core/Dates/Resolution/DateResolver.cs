using NewsBot.Core.Dates.Grammar;

namespace NewsBot.Core.Dates.Resolution;

/// <summary>
/// Fills in what a calendar name leaves out. The rules:
/// <list type="bullet">
/// <item>A two-digit year is the one from 79 years before to 20 years after the publication year.</item>
/// <item>Month, quarter, season or holiday without a year: with a past verb the last one that has begun, with a future verb
/// the first that has not ended, otherwise the nearest to the publication day. A day of a month likewise, but when that
/// leads more than <see cref="SurelyOtherYear"/> days away and the other year's is four times nearer, the nearer one: the
/// tense was misread, as another year would have been named.</item>
/// <item>A day of a month with its weekday is of the nearest year in which the two agree.</item>
/// <item>A weekday: with a future verb the coming one, otherwise the past one; the publication day itself counts for both.
/// In a narrative it counts from a day named before, and from the publication day where none is or what will be is told.</item>
/// <item>"Last", "this" and "next" before a name: the last that is over, the one of the current year or week, the first to come.</item>
/// <item>In a narrative the nearest to the date named before.</item>
/// </list>
/// </summary>
internal static class DateResolver
{
    private const int SurelyOtherYear = 240;

    public static ResolvedTime? Resolve(DateForm form, TimeContext context, Tense tense)
    {
        if (form.Within is { } within)
            return Inside(form, within, context, tense);
        if (form.Year is { } year)
            return ResolvedTime.Of(InYear(form, form.ShortYear ? FullYear(year, context) : year), TimeBasis.Explicit, form.Modifier);
        var (origin, basis) = Origin(form, context, tense);
        var period = form.Weekday is { } weekday && form.Day is null
            ? Weekday(weekday, form.Shift, origin, tense, context, basis)
            : form.Month is null && form.Day is { } day && form.Holiday is null
            ? DayOfMonth(day, origin, tense)
            : Yearly(form, origin, tense, basis, context);
        return ResolvedTime.Of(period, basis, form.Modifier);
    }

    /// <summary>What a form without a year names in a year.</summary>
    public static CalendarPeriod InYear(DateForm form, int year)
    {
        if (form.Holiday is { } holiday)
            return CalendarPeriod.Day(holiday.In(year));
        if (form.PartUnit != CalendarUnit.None)
            return CalendarPeriod.PartOf(form.PartUnit, year, form.Part);
        if (form.Month is { } month)
            return form.Day is { } day ? CalendarPeriod.DayOf(year, month, day) : CalendarPeriod.Month(year, month);
        return CalendarPeriod.Year(year);
    }

    private static (CalendarPeriod Origin, TimeBasis Basis) Origin(DateForm form, TimeContext context, Tense tense)
    {
        if (form.FromEarlier && context.Last is { } earlier)
            return (earlier, TimeBasis.EarlierExpression);
        var counts = form.Weekday is null || (form.Day is null && context.NearDay is not null && form.Shift is null && tense != Tense.Future);
        if (context.IsNarrative && counts && context.Last is { } last)
            return (last, TimeBasis.EarlierExpression);
        return (context.Today, TimeBasis.Publication);
    }

    private static int FullYear(int year, TimeContext context)
    {
        var middle = context is { IsNarrative: true, Last: { } last } ? last.StartYear : context.Anchor.Day.Year - 30;
        var full = (int)Math.Floor(middle / 100.0) * 100 + year;
        return full - middle > 50 ? full - 100 : middle - full > 49 ? full + 100 : full;
    }

    private static ResolvedTime? Inside(DateForm form, TimeForm within, TimeContext context, Tense tense)
    {
        if (TimeResolver.Resolve(within, context, tense) is not { Period: { } whole } outer)
            return null;
        if (form.Weekday is { } weekday && form.Day is null)
        {
            if (whole.Unit == CalendarUnit.Week)
                return ResolvedTime.Of(whole.In(CalendarUnit.Day).Shift(weekday - 1), outer.Basis, form.Modifier);
            if (whole.FirstDay is not { } first || whole.LastDay is not { } last)
                return null;
            var day = form.Part > 0
                ? first.DayNumber + ((weekday - 1 - (first.DayNumber % 7) + 7) % 7) + ((form.Part - 1) * 7)
                : last.DayNumber - (((last.DayNumber % 7) - (weekday - 1) + 7) % 7);
            return day <= last.DayNumber ? ResolvedTime.Of(new CalendarPeriod(CalendarUnit.Day, day), outer.Basis, form.Modifier) : null;
        }

        return ResolvedTime.Of(InYear(form, whole.StartYear), outer.Basis, form.Modifier);
    }

    private static CalendarPeriod Yearly(DateForm form, CalendarPeriod origin, Tense tense, TimeBasis basis, TimeContext context)
    {
        var year = origin.StartYear;
        if (form.Shift is { } shift)
            return Shifted(form, origin, shift);
        if (form is { Weekday: { } weekday, Month: not null, Day: not null } && SameWeekday(form, weekday, year) is { } named)
            return named;
        CalendarPeriod[] candidates = [InYear(form, year - 1), InYear(form, year), InYear(form, year + 1)];
        if (form.Day is > 28)
            candidates = [.. candidates.Where(c => c.Unit == CalendarUnit.Day || year < 2).DefaultIfEmpty(candidates[1])];
        if (origin.FirstDay is not { } first || origin.LastDay is not { } last)
            return candidates[Math.Min(1, candidates.Length - 1)];
        var nearest = candidates.MinBy(c => Distance(c, first, last));
        if (basis == TimeBasis.EarlierExpression || (tense == Tense.Unknown && !context.PreferPast))
            return nearest;
        var byTense = tense == Tense.Future
            ? candidates.FirstOrDefault(c => c.LastDay >= first, candidates[^1])
            : candidates.LastOrDefault(c => c.FirstDay <= last, candidates[0]);
        var far = Distance(byTense, first, last);
        return form.Day is not null && tense != Tense.Unknown && far > SurelyOtherYear && far > 4 * Distance(nearest, first, last) ? nearest : byTense;
    }

    /// <summary>"Saturday, July 30" of the nearest year in which that is a Saturday: this one, the last, the next, and so on to three away.</summary>
    private static CalendarPeriod? SameWeekday(DateForm form, int weekday, int year)
    {
        foreach (var away in (ReadOnlySpan<int>)[0, -1, 1, -2, 2, -3, 3])
            if (InYear(form, year + away) is { Unit: CalendarUnit.Day, FirstDay: { } day } found && ((int)day.DayOfWeek + 6) % 7 == weekday - 1)
                return found;
        return null;
    }

    /// <summary>Days between a candidate and a day or period; 0 when they meet.</summary>
    private static long Distance(CalendarPeriod candidate, DateOnly first, DateOnly last)
    {
        if (candidate.FirstDay is not { } start || candidate.LastDay is not { } end)
            return long.MaxValue / 8;
        if (start > last)
            return start.DayNumber - last.DayNumber;
        return end < first ? first.DayNumber - end.DayNumber : 0;
    }

    private static CalendarPeriod Shifted(DateForm form, CalendarPeriod origin, int shift)
    {
        var year = origin.StartYear;
        if (shift == 0 || origin.FirstDay is not { } today)
            return InYear(form, year);
        CalendarPeriod[] candidates = [InYear(form, year - 2), InYear(form, year - 1), InYear(form, year), InYear(form, year + 1), InYear(form, year + 2)];
        return shift < 0
            ? candidates.LastOrDefault(c => c.LastDay < today, candidates[0])
            : candidates.FirstOrDefault(c => c.FirstDay > today, candidates[^1]);
    }

    private static CalendarPeriod Weekday(int weekday, int? shift, CalendarPeriod origin, Tense tense, TimeContext context, TimeBasis basis)
    {
        var today = origin.In(CalendarUnit.Day);
        var behind = ((today.Index % 7) - (weekday - 1) + 7) % 7;
        var past = today.Shift(-behind);
        var coming = behind == 0 ? today : past.Shift(7);
        return shift switch
        {
            < 0 => behind == 0 ? past.Shift(-7) : past,
            > 0 => behind == 0 ? past.Shift(7) : coming,
            0 => today.In(CalendarUnit.Week).In(CalendarUnit.Day).Shift(weekday - 1),
            _ => tense == Tense.Future || (basis == TimeBasis.EarlierExpression && tense != Tense.Past) ? coming : past,
        };
    }

    /// <summary>"The 15th": of this month, or of the one before or after when the tense says so.</summary>
    private static CalendarPeriod DayOfMonth(int day, CalendarPeriod origin, Tense tense)
    {
        var month = origin.In(CalendarUnit.Month);
        var here = CalendarPeriod.DayOf(month.StartYear, month.PartIndex + 1, day);
        if (origin.FirstDay is not { } today || here.Unit != CalendarUnit.Day)
            return here;
        var other = tense == Tense.Past && here.FirstDay > today ? month.Shift(-1) : tense == Tense.Future && here.FirstDay < today ? month.Shift(1) : month;
        return CalendarPeriod.DayOf(other.StartYear, other.PartIndex + 1, day);
    }
}
