using NewsBot.Sources.Configuration;

namespace NewsBot.Sources.Live;

/// <summary>
/// When a source is asked again: after its interval, and after failures twice as late each time, a day at most; spread by
/// a tenth, so that sources with one interval do not all come at once. A pause that the server asked for is kept.
/// </summary>
internal static class Schedule
{
    private const double Spread = 0.1;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <param name="interval">The configured interval.</param>
    /// <param name="failures">Failures in a row; 0 after a success.</param>
    /// <param name="asked">The pause that the server asked for.</param>
    /// <param name="now">The time of the reading.</param>
    /// <param name="random">From 0 to 1.</param>
    public static DateTimeOffset Next(TimeSpan interval, int failures, TimeSpan? asked, DateTimeOffset now, double random)
    {
        var longest = interval > Longest ? interval : Longest;
        var wait = interval * Math.Pow(2, Math.Min(failures, 20));
        wait = wait > longest ? longest : wait;
        wait *= 1 - Spread + (2 * Spread * random);
        return now + (asked > wait ? asked.Value : wait);
    }

    public static bool IsDue(SourceSettings source, SourceState state, DateTimeOffset now) => !source.Paused && (state.Due is not { } due || due <= now);
}
