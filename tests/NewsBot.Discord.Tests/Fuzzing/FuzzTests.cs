using NewsBot.Discord.Events;
using NewsBot.Discord.Tests.Support;

namespace NewsBot.Discord.Tests.Fuzzing;

public sealed class FuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Mutated_payloads_and_bodies_are_read_or_refused_and_never_thrown_at_the_caller(int seed)
    {
        var report = DiscordFuzz.Run(frames: 4000, bodies: 1000, seed);
        Assert.InRange(report.Read, 500, 5000);
    }

    [Fact]
    public async Task After_broken_traffic_on_real_sockets_the_client_still_listens()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server, time: new FastTime(20));
        var random = new Random(3);
        for (var connection = 0; connection < 15; connection++)
        {
            // The client may hang up at any moment, and mostly does.
            var peer = await server.AcceptAsync();
            await Record.ExceptionAsync(() => PlayAsync(peer));
            peer.Drop();
        }

        client.Handler.Drain();
        var last = await server.AcceptAsync();
        await last.HelloAsync();
        if ((await last.ReceiveAsync()).GetProperty("op").GetInt32() == 2)
            await last.ReadyAsync(server.GatewayUrl);
        await last.MessageAsync(long.MaxValue, 987654321, "still here");
        while ((await client.Handler.NextAsync<MessageCreated>()).Message.Content != "still here")
        {
        }

        async Task PlayAsync(GatewayPeer peer)
        {
            await peer.HelloAsync(45_000);
            if ((await peer.ReceiveAsync()).GetProperty("op").GetInt32() == 2)
                await peer.ReadyAsync(server.GatewayUrl + "/resume");
            for (var i = 0; i < 20; i++)
                await peer.SendAsync(Mutation.Of(FuzzSamples.Frames, random), System.Net.WebSockets.WebSocketMessageType.Text);
        }
    }
}
