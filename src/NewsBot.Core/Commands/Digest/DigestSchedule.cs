using System.Globalization;

namespace NewsBot.Core.Commands.Digest;

/// <summary>
/// When digests come: every hour on the hour, or every day at a time of a zone. A day whose clock leaves that time out has its
/// digest when the clock goes on; a day that has it twice, the first time.
/// </summary>
/// <param name="At">The time of day; null for every hour.</param>
/// <param name="Zone">The zone of the clock.</param>
public sealed record DigestSchedule(TimeOnly? At, TimeZoneInfo Zone)
{
    private const string Hourly = "hourly";
    private const string Daily = "daily";

    /// <summary>The time of a daily digest for which none is given.</summary>
    public static readonly TimeOnly UsualTime = new(8, 0);

    /// <summary>Reads "hourly", "daily", "daily 08:00" or "daily 08:00 Europe/Berlin".</summary>
    /// <param name="text">What was asked for, or what <see cref="ToString"/> gave.</param>
    /// <param name="zone">The zone where none is named.</param>
    /// <returns>The schedule, or one sentence that says what is wrong.</returns>
    public static (DigestSchedule? Schedule, string? Problem) Parse(string text, TimeZoneInfo zone)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words is [] || words.Length > 3 || words[0].ToLowerInvariant() is not (Hourly or Daily) and var every)
            return (null, "A digest is hourly, or daily at a time: daily 08:00.");
        var rest = words.Skip(1).ToList();
        var at = UsualTime;
        if (rest.Count > 0 && char.IsAsciiDigit(rest[0][0]))
        {
            if (!TimeOnly.TryParseExact(rest[0], ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out at))
                return (null, $"“{rest[0]}” is not a time of day such as 08:00.");
            rest.RemoveAt(0);
        }

        if (rest is [var name, ..] && (rest.Count > 1 || !TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone!)))
            return (null, $"“{name}” is not a time zone that I know; they have names such as Europe/Berlin or UTC.");
        return (new DigestSchedule(words[0].Equals(Hourly, StringComparison.OrdinalIgnoreCase) ? null : at, zone), null);
    }

    /// <summary>The latest instant at or before another at which a digest was due.</summary>
    public DateTimeOffset LatestDue(DateTimeOffset now)
    {
        if (At is not { } at)
            return new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        var due = InstantOf(day, at);
        return due <= now ? due : InstantOf(day.AddDays(-1), at);
    }

    public override string ToString() =>
        At is { } at ? string.Create(CultureInfo.InvariantCulture, $"{Daily} {at:HH:mm} {Zone.Id}") : Hourly;

    private DateTimeOffset InstantOf(DateOnly day, TimeOnly at)
    {
        var local = day.ToDateTime(at);
        while (Zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
