using NewsBot.Benchmarks.Scenarios;
using NewsBot.FakeDiscord;
using NewsBot.FakeDiscord.Soak;

namespace NewsBot.Benchmarks.Discord;

/// <summary>
/// <c>discord-soak [--minutes 10] [--servers 100] [--rate 20] [--fault-every 5] [--seed 1]</c>: the bot as a process under a steady
/// load with a fault every few seconds. Nothing may be lost, answered twice or acknowledged late, and its memory may not grow.
/// </summary>
internal static class DiscordSoak
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var options = new SoakOptions
        {
            Length = TimeSpan.FromMinutes(Bars.Number(args, "--minutes", 10)),
            Servers = (int)Bars.Number(args, "--servers", 100),
            CommandsPerSecond = Bars.Number(args, "--rate", 20),
            FaultEvery = TimeSpan.FromSeconds(Bars.Number(args, "--fault-every", 5)),
            Seed = (int)Bars.Number(args, "--seed", 1),
            Commands = SoakTalk.Commands,
            Questions = SoakTalk.Questions,
            Button = "Show in context",
        };
        await using var discord = await FakeDiscordServer.StartAsync(
            new FakeDiscordOptions
            {
                HeartbeatInterval = TimeSpan.FromSeconds(10),
                SchedulingSlack = TimeSpan.FromSeconds(2),
                ReactionTime = TimeSpan.FromSeconds(3),
                Patience = TimeSpan.FromSeconds(120),
            },
            cancellationToken);
        var soak = SoakRun.Prepare(discord, options);
        await using var bot = await BotUnderTest.StartAsync(discord, cancellationToken);
        var memory = new List<double>();
        var report = await soak.RunAsync(
            elapsed =>
            {
                memory.Add(bot.Memory());
                if (memory.Count % 30 == 0)
                    System.Console.WriteLine(FormattableString.Invariant($"{elapsed.TotalSeconds:0} s: {memory[^1]:0} MB, {discord.LateAcknowledgements} late, {discord.Conduct.Violations.Count} violations"));
            },
            cancellationToken);
        System.Console.WriteLine(report);
        System.Console.WriteLine($"faults: {string.Join(", ", report.FaultCounts.OrderBy(fault => fault.Key, StringComparer.Ordinal).Select(fault => $"{fault.Key} x{fault.Value}"))}");
        var processor = bot.HasExited ? TimeSpan.Zero : bot.ProcessorTime();
        var (exitCode, error) = await bot.StopAsync(cancellationToken);
        if (error.Length > 0)
            System.Console.WriteLine($"standard error of the bot (first 4,000 characters):\n{error[..Math.Min(error.Length, 4000)]}");
        return Bars.Print(
        [
            new("requests", report.Asked, ""),
            new("faults", report.Faults, ""),
            new("lost", report.Lost.Count, "", 0),
            new("answered twice", report.Duplicated.Count, "", 0),
            new("late acknowledgements", report.LateAcknowledgements, "", 0),
            new("acknowledged, p99 with what faults held up", report.AcknowledgedP99.TotalMilliseconds, "ms", 3000),
            new("acknowledged, median", report.AcknowledgedMedian.TotalMilliseconds, "ms"),
            new("rules of Discord broken", report.Violations.Count, "", 0),
            .. Enumerable.Range(0, 4).Select(quarter => new Measure($"memory, quarter {quarter + 1}", Quarter(memory, quarter), "MB")),
            new("memory, last quarter over second", (Quarter(memory, 3) / Quarter(memory, 1) - 1) * 100, "%", 5),
            new("processor time of the bot per request", processor.TotalMilliseconds / Math.Max(1, report.Asked), "ms"),
            new("exit code", exitCode, "", 0),
        ]);
    }

    /// <summary>The mean of a quarter of the samples.</summary>
    private static double Quarter(List<double> memory, int quarter) =>
        memory.Skip(memory.Count * quarter / 4).Take(Math.Max(1, memory.Count / 4)).DefaultIfEmpty(0).Average();
}
