using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Events;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Json;
using NewsBot.Discord.Model;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Tests.Fuzzing;

/// <summary>What a fuzz run did.</summary>
/// <param name="Frames">Mutated gateway payloads fed to the state machine.</param>
/// <param name="Bodies">Mutated bodies read as every kind of answer.</param>
/// <param name="Read">Payloads and bodies that were still readable.</param>
/// <param name="Slowest">The longest that one took, in the whole run.</param>
/// <param name="GrowthBytes">Managed memory after the run over that after its first tenth.</param>
public sealed record FuzzReport(int Frames, int Bodies, int Read, TimeSpan Slowest, long GrowthBytes)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Frames} frames and {Bodies} bodies mutated, {Read} still readable; slowest {Slowest.TotalMilliseconds:F1} ms; memory {GrowthBytes / 1024.0:F0} KiB over that after a tenth");
}

/// <summary>
/// Feeds mutated gateway payloads to the state machine in all its states, and mutated answers to all readers of bodies. An exception
/// is a finding and ends the run; the report tells of slowness and growth. Public so that the benchmark program can run it large.
/// </summary>
public static class DiscordFuzz
{
    public static FuzzReport Run(int frames, int bodies, int seed)
    {
        var random = new Random(seed);
        var read = 0;
        var slowest = TimeSpan.Zero;
        long? early = null;
        var sink = new Sink();
        var machine = NewMachine(sink, random);
        for (var i = 0; i < frames + bodies; i++)
        {
            var input = Mutation.Of(i < frames ? FuzzSamples.Frames : FuzzSamples.Bodies, random);
            var begun = TimeProvider.System.GetTimestamp();
            if (i < frames)
                Feed(ref machine, sink, input, random);
            else
                read += ReadAsEverything(input);
            var took = TimeProvider.System.GetElapsedTime(begun);
            slowest = took > slowest ? took : slowest;
            if (i == (frames + bodies) / 10)
                early = GC.GetTotalMemory(forceFullCollection: true);
        }

        return new FuzzReport(frames, bodies, read + sink.Events, slowest, GC.GetTotalMemory(forceFullCollection: true) - (early ?? 0));
    }

    private static void Feed(ref ShardMachine machine, Sink sink, byte[] input, Random random)
    {
        machine.Received(input);
        if (machine.End is { Next: NextStep.Stop })
            machine = NewMachine(sink, random);
        if (machine.End is null)
            return;
        _ = machine.NextPause();
        machine.Begin();
        if (random.Next(10) == 0)
        {
            machine.ConnectFailed("fuzz");
            machine.Begin();
        }

        machine.Opened();
        machine.Received("""{"op":10,"d":{"heartbeat_interval":41250}}"""u8.ToArray());
        machine.IdentifyGranted();
        if (random.Next(4) != 0)
            machine.Received("""{"op":0,"s":1,"t":"READY","d":{"user":{"id":"900"},"session_id":"s","application":{"id":"901"}}}"""u8.ToArray());
    }

    private static ShardMachine NewMachine(Sink sink, Random random)
    {
        var machine = new ShardMachine(new ShardIdentity("t", Intents.Guilds, 0, 1), sink, new FakeTimeProvider(), random);
        machine.Begin();
        machine.Opened();
        return machine;
    }

    private static int ReadAsEverything(byte[] body)
    {
        var json = DiscordJson.Relaxed;
        foreach (var status in (System.Net.HttpStatusCode[])[System.Net.HttpStatusCode.BadRequest, System.Net.HttpStatusCode.TooManyRequests])
            _ = Failures.Of(new RestAnswer(status, new RateLimitHeaders(null, null, null, null, null, null), body)).ToString();
        var read = 0;
        read += DiscordJson.TryRead(body, json.Message) is { } message && message.Mentions.Count + message.Components.Count >= 0 ? 1 : 0;
        read += DiscordJson.TryRead(body, json.Guild) is not null ? 1 : 0;
        read += DiscordJson.TryRead(body, json.Channel) is not null ? 1 : 0;
        read += DiscordJson.TryRead(body, json.User) is not null ? 1 : 0;
        read += DiscordJson.TryRead(body, json.Member) is not null ? 1 : 0;
        read += DiscordJson.TryRead(body, json.Application) is not null ? 1 : 0;
        read += DiscordJson.TryRead(body, json.GatewayInfo) is not null ? 1 : 0;
        if (DiscordJson.TryRead(body, json.IReadOnlyListApplicationCommand) is { } commands && !commands.Contains(null!))
            read += CommandSet.Same(commands, commands) ? 1 : 0;
        if (DiscordJson.TryRead(body, json.InteractionData) is { } interaction)
            read += InteractionReader.Read(interaction, default) is not null ? 1 : 0;
        return read > 0 ? 1 : 0;
    }

    private sealed class Sink : IShardOutput
    {
        public int Events { get; private set; }

        public void Send(ReadOnlyMemory<byte> payload)
        {
        }

        public void Deliver(DiscordEvent discordEvent) => Events += discordEvent.ToString() is null ? 0 : 1;

        public void RequestIdentify()
        {
        }

        public void Unreadable(string what)
        {
        }
    }
}
