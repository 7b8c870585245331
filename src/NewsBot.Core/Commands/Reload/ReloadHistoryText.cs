using System.Globalization;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Commands.Reload;

/// <summary>The latest reloads, one line each: when, who, what became of it.</summary>
public static class ReloadHistoryText
{
    public static string Of(IReadOnlyList<ReloadRecord> reloads) =>
        reloads.Count == 0 ? "There has been no reload yet." : string.Join('\n', reloads.Select(Of));

    public static string Of(ReloadRecord reload)
    {
        var what = reload.Kind switch { ReloadKind.Undo => "undo", ReloadKind.Redo => "redo", _ => "reload" };
        return string.Create(CultureInfo.InvariantCulture, $"{reload.Started.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, {what} by {reload.StartedBy}: {End(reload)}");
    }

    private static string End(ReloadRecord reload) => reload.End switch
    {
        ReloadEnd.Running => "under way",
        ReloadEnd.Cancelled => "cancelled, nothing changed",
        ReloadEnd.Interrupted => "the program ended before it did, nothing changed",
        ReloadEnd.Failed => $"failed, nothing changed: {reload.Reason}",
        _ => string.Create(CultureInfo.InvariantCulture, $"revision {reload.Revision}, {reload.Added} added, {reload.Changed} changed, {reload.Removed} removed{Rest(reload)}"),
    };

    /// <summary>What is not known of a reload whose process ended right after its revision stood.</summary>
    private static string Rest(ReloadRecord reload) => reload.Elapsed is { } elapsed
        ? string.Create(CultureInfo.InvariantCulture, $", {reload.Unchanged} unchanged, {reload.Failures} failed, in {elapsed.TotalSeconds:0.0} s")
        : "";
}
