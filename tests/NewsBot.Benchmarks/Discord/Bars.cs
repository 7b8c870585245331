using System.Globalization;
using NewsBot.Benchmarks.Scenarios;

namespace NewsBot.Benchmarks.Discord;

/// <summary>Prints measures and which of their bars were missed.</summary>
internal static class Bars
{
    /// <returns>0 when all bars are reached, else 1.</returns>
    public static int Print(IReadOnlyList<Measure> measures)
    {
        var missed = 0;
        System.Console.WriteLine("\n| measure | value | bar | |\n|---|---|---|---|");
        foreach (var measure in measures)
        {
            var isMissed = measure.Bar is { } bar && (measure.AtLeast ? measure.Value < bar : measure.Value > bar);
            missed += isMissed ? 1 : 0;
            var limit = measure.Bar is { } value ? $"{(measure.AtLeast ? ">=" : "<=")} {value.ToString("0.##", CultureInfo.InvariantCulture)}" : "";
            System.Console.WriteLine(FormattableString.Invariant($"| {measure.Name} | {measure.Value:0.###} {measure.Unit} | {limit} | {(isMissed ? "MISSED" : "")} |"));
        }

        return missed == 0 ? 0 : 1;
    }

    /// <summary>The number behind an option such as <c>--minutes</c>.</summary>
    public static double Number(string[] args, string option, double otherwise)
    {
        var at = Array.IndexOf(args, option);
        return at >= 0 && at + 1 < args.Length ? double.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
