using NewsBot.Core.Dates.Grammar;

namespace NewsBot.Core.Dates.Resolution;

/// <summary>
/// The days of "the past three days" or "the next two months": from so many units before the publication day through it, or
/// from it through so many units after. Hours count as whole days.
/// </summary>
internal static class AnchoredSpan
{
    public static DateInterval? Of(DurationForm duration, DateOnly today)
    {
        if (duration.Shift == 0 || Move(today, duration.Unit, duration.Shift) is not { } other)
            return null;
        return duration.Shift < 0 ? new DateInterval(other, today) : new DateInterval(today, other);
    }

    private static DateOnly? Move(DateOnly day, CalendarUnit unit, int count)
    {
        var months = unit switch
        {
            CalendarUnit.Month => 1,
            CalendarUnit.Quarter => 3,
            CalendarUnit.Year => 12,
            CalendarUnit.Decade => 120,
            CalendarUnit.Century => 1200,
            _ => 0,
        };
        if (months > 0)
        {
            var total = (((long)day.Year * 12) + day.Month - 1) + ((long)months * count);
            return total is >= 12 and < 120_000 ? day.AddMonths(months * count) : null;
        }

        long days = unit switch
        {
            CalendarUnit.Day => count,
            CalendarUnit.Week or CalendarUnit.Weekend => 7L * count,
            CalendarUnit.Hour => Math.Sign(count) * (long)Math.Ceiling(Math.Abs(count) / 24.0),
            _ => 0,
        };
        return day.DayNumber + days is >= 0 and var number && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
    }
}
