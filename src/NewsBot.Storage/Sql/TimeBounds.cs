using NewsBot.Core.Dates;

namespace NewsBot.Storage.Sql;

/// <summary>The ends of an interval as table time_interval has them: day numbers, an open end as the farthest there is.</summary>
internal static class TimeBounds
{
    public static int FirstDay(DateInterval interval) => interval.Start?.DayNumber ?? -1;

    public static int LastDay(DateInterval interval) => interval.End?.DayNumber ?? int.MaxValue;
}
