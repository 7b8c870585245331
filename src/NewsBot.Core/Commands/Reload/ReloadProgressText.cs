using System.Globalization;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Commands.Reload;

/// <summary>How far a reload is, in a line: "Reading the sources: 1200 of 10000 read, 30 new or changed, about 2 min left".</summary>
public static class ReloadProgressText
{
    public static string Of(ReloadProgress progress)
    {
        var total = progress.Total is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all}") : "";
        var left = progress.Left is { } time ? ", " + Left(time) : "";
        return string.Create(CultureInfo.InvariantCulture, $"Reading the sources: {progress.Read}{total} read, {progress.Analyzed} new or changed{left}");
    }

    private static string Left(TimeSpan time) => time.TotalSeconds switch
    {
        < 1 => "almost done",
        < 90 => string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling(time.TotalSeconds)} s left"),
        _ => string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(time.TotalMinutes)} min left"),
    };
}
