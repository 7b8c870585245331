using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Model;
using NewsBot.FakeDiscord;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Scripting;

namespace NewsBot.Discord.Tests.Faithful;

/// <summary>Interactions over HTTP from a server that probes the endpoint as Discord does.</summary>
public sealed class SignedFaithfulTests
{
    [Fact]
    public async Task The_endpoint_passes_the_probes_and_commands_are_answered_as_over_the_gateway()
    {
        await using var server = await FakeDiscordServer.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddDiscordClient(new DiscordOptions
        {
            Token = server.Token, ApiBaseUrl = new Uri(server.ApiBaseUrl), UseGateway = false, PublicKey = server.PublicKey,
        });
        await using var app = builder.Build();
        app.MapDiscordInteractions("/interactions");
        await app.StartAsync();
        var client = app.Services.GetRequiredService<IDiscordClient>();
        await client.OverwriteCommandsAsync(null, EchoBot.Commands, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var bot = new EchoBot { Client = client };
        var run = client.RunAsync(bot, Intents.None, stop.Token);
        var guild = server.CreateGuild("News");
        var channel = guild.CreateChannel("general");
        var ana = guild.AddMember("ana");

        Assert.True(await server.SetInteractionsEndpointAsync(new Uri(app.Urls.First() + "/interactions")));
        var answer = await ana.Runs(channel, "echo", ("text", "over HTTP")).WaitForAnswerAsync();
        var suggestions = await ana.Types(channel, "echo", "text", "ab").WaitForChoicesAsync();
        await ana.Clicks(answer, "More").WaitForFollowupAsync();

        Assert.Contains("over HTTP", answer.Text, StringComparison.Ordinal);
        Assert.Equal([("AB", "ab")], suggestions);
        Assert.Empty(bot.Failures);
        Assert.Empty(server.Conduct.Violations);
        Assert.Contains(SheetRow.SignedEndpoint, server.Conduct.Exercised);
        Assert.Empty(server.Connections);
        await stop.CancelAsync();
        await run;
    }
}
