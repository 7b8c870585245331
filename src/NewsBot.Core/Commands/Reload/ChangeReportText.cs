using System.Globalization;
using System.Text;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Commands.Reload;

/// <summary>A change report in words: counts, then each failure with its file, line and reason.</summary>
public static class ChangeReportText
{
    private const int MostFailures = 50;

    public static string Of(ReloadOutcome outcome) => outcome switch
    {
        { Report: { } report } => Of(report),
        { Busy: { } other } => string.Create(CultureInfo.InvariantCulture, $"A reload that {other.StartedBy} started has been under way since {other.Since.UtcDateTime:HH:mm:ss} (UTC); please wait for it, or /reload cancel."),
        _ => "The reload was cancelled; nothing has changed.",
    };

    public static string Of(ChangeReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"revision {report.Revision}: {report.Added.Count} added, {report.Changed.Count} changed, {report.Removed.Count} removed, ");
        text.Append(CultureInfo.InvariantCulture, $"{report.Unchanged} unchanged, {report.Duplicates} duplicates, {report.Failures.Count} failed, in {report.Elapsed.TotalSeconds:0.0} s");
        foreach (var withdrawal in report.Withdrawn.Take(MostFailures))
            text.Append("\ntaken back ").Append(withdrawal.Article).Append(": ").Append(withdrawal.Reason);
        foreach (var failure in report.Failures.Take(MostFailures))
            text.Append("\nfailed ").Append(failure);
        if (report.Failures.Count > MostFailures)
            text.Append(CultureInfo.InvariantCulture, $"\n... and {report.Failures.Count - MostFailures} more failures");
        return text.ToString();
    }
}
