using System.Globalization;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Commands.Source;

/// <summary>Sources and looks at them, in words.</summary>
public static class SourceText
{
    private const int MostSources = 60;
    private const int LongestStart = 160;

    /// <summary>A line for each source: what it is, and when it last worked and last failed.</summary>
    public static string List(IReadOnlyList<SourceReport> sources, DateTimeOffset now)
    {
        if (sources.Count == 0)
            return "No source is configured. /source add https://... adds one.";
        var text = new StringBuilder();
        foreach (var source in sources.Take(MostSources))
            text.Append(Of(source, now)).Append('\n');
        if (sources.Count > MostSources)
            text.Append(CultureInfo.InvariantCulture, $"... and {sources.Count - MostSources} more");
        return text.ToString().TrimEnd();
    }

    public static string Of(SourceReport source, DateTimeOffset now)
    {
        var named = source.Name is { } name ? $"{name}: {source.Kind} {source.Place}" : $"{source.Kind} {source.Place}";
        var only = source.Servers.Count == 0 ? "" : source.Servers.Count == 1 ? ", for one server" : string.Create(CultureInfo.InvariantCulture, $", for {source.Servers.Count} servers");
        return source.IsLive || source.IsPaused ? $"{named}{only}: {How(source, now)}" : named + only;
    }

    /// <summary>"read 5 min ago", "failed 3 times, last 2 min ago: answers with status 503; read 2 h ago".</summary>
    public static string How(SourceReport source, DateTimeOffset now)
    {
        var read = source.LastSuccess is { } success ? $"read {Ago(now - success)}" : "never read yet";
        if (source.IsPaused)
            return $"paused; {read}";
        if (source.FailuresInRow == 0 || source.LastFailure is not { } failure)
            return read;
        var times = source.FailuresInRow == 1 ? "failed" : string.Create(CultureInfo.InvariantCulture, $"failed {source.FailuresInRow} times, last");
        var again = source.Due is { } due && due > now ? $"; tried again in {Span(due - now)}" : "";
        return $"{times} {Ago(now - failure)}: {source.Reason}; {read}{again}";
    }

    public static string Trial(string address, SourceTrial trial)
    {
        if (trial.Kind is null)
            return $"Nothing can be read at {address}: it {trial.Problem}.";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{address} is a {trial.Kind}{(trial.Kind == "page" ? "" : $" with {trial.Entries} {(trial.Entries == 1 ? "entry" : "entries")}")}.");
        if (trial.Problem is { } problem)
            text.Append(" But it ").Append(problem).Append('.');
        foreach (var found in trial.Articles)
            text.Append("\n\n").Append(Of(found));
        return text.ToString();
    }

    private static string Of(TrialArticle found)
    {
        if (found.Article is not { } article)
            return $"Not used: {found.Address} {found.Problem}";
        var coverage = article.Coverage switch { Coverage.HeadlineOnly => " (headline only)", Coverage.Paywalled => " (behind a paywall)", _ => "" };
        var words = article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        var start = article.Text.Replace('\n', ' ');
        start = start.Length <= LongestStart ? start : start[..LongestStart].TrimEnd() + "…";
        var day = article.Published.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var time = article.Published.Precision == DatePrecision.Minute ? article.Published.Instant.ToString(" HH:mm zzz", CultureInfo.InvariantCulture) : "";
        return string.Create(CultureInfo.InvariantCulture, $"{article.Title}{coverage}\n{article.Source}, {day}{time}, {words} words, language {article.Language}\n{article.Url}\n{start}")
            + (found.Problem is { } problem ? $"\nBut its page {problem}" : "");
    }

    private static string Ago(TimeSpan age) => Span(age) + " ago";

    private static string Span(TimeSpan age) => age.TotalSeconds < 100
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(age.TotalSeconds, 0):0} s")
        : age.TotalMinutes < 100
            ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalMinutes:0} min")
            : age.TotalHours < 48
                ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0} h")
                : string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0} days");
}
