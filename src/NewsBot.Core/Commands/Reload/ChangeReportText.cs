using System.Globalization;
using System.Text;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Commands.Reload;

/// <summary>What became of a reload in words: counts, then what was taken back and what failed, with the reasons.</summary>
public static class ChangeReportText
{
    private const int MostLines = 50;

    public static string Of(ReloadOutcome outcome) => outcome switch
    {
        { Report: { } report } => Of(report),
        { Busy: { } other } => string.Create(CultureInfo.InvariantCulture, $"A reload that {other.StartedBy} started has been under way since {other.Since.UtcDateTime:HH:mm:ss} (UTC); please wait for it, or /reload cancel."),
        { Held: { } undo } => string.Create(CultureInfo.InvariantCulture, $"Scheduled reloads wait, as {undo.StartedBy} undid the last one on {undo.Started.UtcDateTime:d MMMM yyyy HH:mm} (UTC). /reload ends the wait."),
        { Failure: { } reason } => $"Nothing has changed. {reason}",
        _ => "The reload was cancelled; nothing has changed.",
    };

    public static string Of(ChangeReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"revision {report.Revision}: {report.Added.Count} added, {report.Changed.Count} changed, {report.Removed.Count} removed, ");
        text.Append(CultureInfo.InvariantCulture, $"{report.Unchanged} unchanged, {report.Duplicates} duplicates, ");
        if (report.Copies > 0)
            text.Append(CultureInfo.InvariantCulture, $"{report.Copies} merged as copies of a story, ");
        if (report.Outdated > 0)
            text.Append(CultureInfo.InvariantCulture, $"{report.Outdated} no longer kept, ");
        text.Append(CultureInfo.InvariantCulture, $"{report.Failures.Count} failed, in {report.Elapsed.TotalSeconds:0.0} s");
        text.Append(report.Kind switch
        {
            ReloadKind.Undo => "\nThe last reload is undone. Scheduled reloads wait until somebody reloads; /reload undo once more brings back what was undone.",
            ReloadKind.Redo => "\nWhat was undone is back; scheduled reloads go on.",
            _ => "",
        });
        AppendLines(text, "taken back", [.. report.Withdrawn.Select(withdrawal => $"{withdrawal.Article}: {withdrawal.Reason}")]);
        AppendLines(text, "failed", [.. report.Failures.Select(failure => failure.ToString())]);
        return text.ToString();
    }

    private static void AppendLines(StringBuilder text, string what, IReadOnlyList<string> lines)
    {
        foreach (var line in lines.Take(MostLines))
            text.Append('\n').Append(what).Append(' ').Append(line);
        if (lines.Count > MostLines)
            text.Append(CultureInfo.InvariantCulture, $"\n... and {lines.Count - MostLines} more {what}");
    }
}
