using System.Diagnostics;
using NewsBot.Discord.Tests.Fuzzing;

namespace NewsBot.Benchmarks.Discord;

/// <summary>
/// <c>discord-fuzz [--frames 80000] [--bodies 40000] [--seed 1]</c>: mutated gateway payloads and bodies through the Discord client.
/// An exception ends the run with its text; what hangs or grows is measured.
/// </summary>
internal static class DiscordFuzzing
{
    /// <summary>A run of the same length, with other mutations, goes first: what the process then needs it has.</summary>
    public static int Run(string[] args)
    {
        var frames = (int)Bars.Number(args, "--frames", 80_000);
        var bodies = (int)Bars.Number(args, "--bodies", 40_000);
        var seed = (int)Bars.Number(args, "--seed", 1);
        DiscordFuzz.Run(frames, bodies, seed + 1);
        var before = Memory();
        var clock = Stopwatch.StartNew();
        var report = DiscordFuzz.Run(frames, bodies, seed);
        clock.Stop();
        var after = Memory();
        System.Console.WriteLine(report);
        return Bars.Print(
        [
            new("frames and bodies mutated", report.Frames + report.Bodies, "", 100_000, AtLeast: true),
            new("exceptions", 0, "", 0),
            new("slowest", report.Slowest.TotalMilliseconds, "ms", 1000),
            new("time", clock.Elapsed.TotalSeconds, "s"),
            new("memory of the process before", before, "MB"),
            new("memory of the process after", after, "MB", before * 1.05 + 5),
            new("managed growth after its first tenth", report.GrowthBytes / 1024.0, "KiB", 1024),
        ]);
    }

    private static double Memory()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1048576.0;
    }
}
