using NewsBot.EndToEnd.Tests.Discord.Support;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeDiscord;
using NewsBot.FakeDiscord.Soak;

namespace NewsBot.EndToEnd.Tests.Discord;

/// <summary>A short soak; the benchmark program has the long one, with its times.</summary>
[Collection(DiscordTests.Name)]
public sealed class SoakTests(SeededBot seeds)
{
    [Fact]
    public async Task Under_load_with_a_fault_every_second_each_request_that_arrives_is_answered_once()
    {
        await using var room = await Newsroom.OpenAsync(seeds, new FakeDiscordOptions { Patience = TimeSpan.FromSeconds(60), SchedulingSlack = TimeSpan.FromSeconds(5) });
        var soak = SoakRun.Prepare(room.Discord, new SoakOptions
        {
            Length = TimeSpan.FromSeconds(20),
            Servers = 20,
            CommandsPerSecond = 12,
            FaultEvery = TimeSpan.FromSeconds(1),
            Commands = [new("whosaid", ("text", "multipolar world")), new("ask", ("question", "What is the capital of Atlantis?")), new("help")],
            Questions = ["who said multipolar world?", "what did Teodor Quist say?"],
            Button = "Show in context",
        });
        await room.StartAsync();
        var report = await soak.RunAsync();
        Assert.True(report.Asked > 200, report.ToString());
        Assert.True(report.Faults > 10, report.ToString());
        Assert.True(report.Lost.Count == 0, report.ToString());
        Assert.True(report.Duplicated.Count == 0, report.ToString());
    }
}
