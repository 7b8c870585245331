using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Benchmarks.Scenarios;
using NewsBot.Composition;
using NewsBot.Core.Answering;
using NewsBot.Core.Commands;
using NewsBot.Discord;
using NewsBot.FakeDiscord;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.World;

namespace NewsBot.Benchmarks.Discord;

/// <summary>
/// <c>discord-throughput [--commands 2000] [--at-once 16]</c>: commands through the whole path, from the user's act to the answer
/// in the channel, over real sockets, with Discord in the same process. First one at a time, which tells where the time goes; then many
/// at once, which tells how many there can be in a second.
/// </summary>
internal static class DiscordThroughput
{
    private const int WarmUp = 300;
    private const int Members = 200;
    private const int Burst = 50;

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var commands = (int)Bars.Number(args, "--commands", 2000);
        var atOnce = (int)Bars.Number(args, "--at-once", 16);
        var folder = Directory.CreateTempSubdirectory("newsbot-throughput-").FullName;
        try
        {
            await using var discord = await FakeDiscordServer.StartAsync(new FakeDiscordOptions { Patience = TimeSpan.FromSeconds(60) }, cancellationToken);
            using var times = new CommandTimes();
            var slow = new SlowCommand();
            await using var bot = await Bot.OpenAsync(Path.Combine(folder, "data"), [Texts.Repository.Seeds], Refresh.Always, cancellationToken, (services, _, options) =>
                services.AddSingleton<ICommand>(slow).AddDiscordBot(
                    new DiscordSettings
                    {
                        Token = discord.Token,
                        ApiBaseUrl = new Uri(discord.ApiBaseUrl),
                        LeaseFolder = Path.Combine(folder, "leases"),
                        UserRequestsPerMinute = 1000,
                        ServerRequestsPerMinute = 10_000,
                    },
                    options));
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var running = bot!.RunAsync(stop.Token);
            await discord.WaitUntilReadyAsync(cancellationToken);
            await discord.WaitUntilAsync(() => discord.RegisteredCommands().Count > 0, "the commands", cancellationToken);
            var seats = Seats(discord);
            await RunAsync(seats, WarmUp, 4, null, cancellationToken);
            var (whole, engine, requests, outside) = await OneByOneAsync(seats, commands / 2, times, cancellationToken);
            var clock = Stopwatch.StartNew();
            await RunAsync(seats, commands, atOnce, null, cancellationToken);
            clock.Stop();
            var acknowledged = await AcknowledgeAsync(seats, slow, cancellationToken);
            await stop.CancelAsync();
            await running;
            return Bars.Print(
            [
                new($"commands per second, {atOnce} at once", commands / clock.Elapsed.TotalSeconds, "/s"),
                new("from the act to the answer, p50", whole.Quantile(0.5), "ms"),
                new("from the act to the answer, p99", whole.Quantile(0.99), "ms"),
                new("in the engine, p50", engine.Quantile(0.5), "ms"),
                new("waiting for Discord's answers, p50", requests.Quantile(0.5), "ms"),
                new("outside the engine and without those waits, p50", outside.Quantile(0.5), "ms", 1),
                new("outside the engine, of the whole", (1 - (engine.Quantile(0.5) / whole.Quantile(0.5))) * 100, "%"),
                new($"acknowledged, {Burst} at once while all answers take a minute, p99", acknowledged.Quantile(0.99), "ms", 1000),
                new("rules of Discord broken", discord.Conduct.Violations.Count, "", 0),
            ]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Commands all at once, of which none is answered before all are acknowledged.</summary>
    private static async Task<Samples> AcknowledgeAsync(List<(Channel Channel, User User)> seats, SlowCommand slow, CancellationToken cancellationToken)
    {
        var samples = new Samples();
        var asked = seats.Take(Burst).Select(seat => seat.User.Runs(seat.Channel, "slow", ("text", "x"))).ToList();
        foreach (var one in asked)
        {
            await one.WaitForAckAsync(cancellationToken);
            samples.Add(one.AcknowledgedAfter!.Value);
        }

        slow.Release();
        foreach (var one in asked)
            await one.WaitForAnswerAsync(cancellationToken);
        return samples;
    }

    private static List<(Channel Channel, User User)> Seats(FakeDiscordServer discord)
    {
        var seats = new List<(Channel, User)>();
        for (var i = 0; i < Members; i++)
        {
            var guild = discord.CreateGuild($"server{i}");
            seats.Add((guild.CreateChannel("general"), guild.AddMember($"user{i}")));
        }

        return seats;
    }

    private static async Task<(Samples Whole, Samples Engine, Samples Requests, Samples Outside)> OneByOneAsync(
        List<(Channel, User)> seats, int commands, CommandTimes times, CancellationToken cancellationToken)
    {
        var (whole, engine, requests, outside) = (new Samples(), new Samples(), new Samples(), new Samples());
        times.Take();
        await RunAsync(seats, commands, 1, took =>
        {
            var (inEngine, waiting) = times.Take();
            whole.Add(took);
            engine.Add(inEngine);
            requests.Add(waiting);
            outside.Add(took - inEngine - waiting);
        }, cancellationToken);
        return (whole, engine, requests, outside);
    }

    private static async Task RunAsync(List<(Channel Channel, User User)> seats, int commands, int atOnce, Action<TimeSpan>? done, CancellationToken cancellationToken)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(
            async () =>
            {
                while (Interlocked.Increment(ref next) is var number && number < commands)
                {
                    var (channel, user) = seats[number % seats.Count];
                    var command = SoakTalk.Commands[number % SoakTalk.Commands.Length];
                    var begun = Stopwatch.GetTimestamp();
                    await user.Runs(channel, command.Name, command.Options).WaitForAnswerAsync(cancellationToken);
                    done?.Invoke(Stopwatch.GetElapsedTime(begun));
                }
            },
            cancellationToken)));
    }

    /// <summary>What a slow language model makes of a command.</summary>
    private sealed class SlowCommand : ICommand
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CommandDefinition Definition { get; } = new("slow", "Takes as long as it is made to", "TEXT", "anything");

        public void Release() => _released.TrySetResult();

        public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
        {
            await _released.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
            return AnswerDraft.Say("done");
        }
    }
}
