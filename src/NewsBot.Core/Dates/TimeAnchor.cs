namespace NewsBot.Core.Dates;

/// <summary>
/// What relative expressions are resolved against: the publication day of an article, or the asker's now for a question.
/// </summary>
/// <param name="Day">The calendar day in <paramref name="Zone"/>.</param>
/// <param name="Zone">The zone of the outlet or the asker.</param>
/// <param name="Time">The time of day, where it is known.</param>
public sealed record TimeAnchor(DateOnly Day, TimeZoneInfo Zone, TimeOnly? Time = null)
{
    public static TimeAnchor At(DateOnly day) => new(day, TimeZoneInfo.Utc);
}
