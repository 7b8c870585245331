using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Operation;
using NewsBot.EndToEnd.Tests.Discord.Support;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeDiscord;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.World;

namespace NewsBot.EndToEnd.Tests.Discord;

/// <summary>What operators and admins see: status, health, lease, refusals, the end.</summary>
[Collection(DiscordTests.Name)]
public sealed class OperationTests(SeededBot seeds)
{
    [Fact]
    public async Task Status_tells_the_admin_alone_how_the_bot_is_and_which_permissions_are_missing_here()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        room.General.DenyBot(Permission.EmbedLinks | Permission.ReadMessageHistory);
        var status = await room.Admin.Runs(room.General, "status").WaitForAnswerAsync();
        Assert.True(status.IsEphemeral);
        var text = status.Text.Replace("\\", "", StringComparison.Ordinal);
        foreach (var expected in new[]
        {
            "Ready", "last acknowledgement", "last event", "1 here of 1", "commands, global", "Guilds, GuildMessages, DirectMessages",
            "Embed Links, Read Message History", "revision", "last reload", "of 200 requests", "rate limits", "version", "articles", "front ends** discord", "scope=bot%20applications.commands&permissions=274877991936",
        })
            Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain(room.Discord.Token, status.Text, StringComparison.Ordinal);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task A_wrong_token_ends_the_bot_with_one_line()
    {
        await using var room = await Newsroom.OpenAsync(seeds);
        room.With = settings => settings with { Token = "not-the-token" };
        await room.RunAsync();
        Assert.False(await room.EndedAsync());
        Assert.DoesNotContain(room.Discord.Connections, connection => connection.Identified);
    }

    [Fact]
    public async Task A_refused_intent_leaves_the_slash_commands_and_the_status_says_what_to_switch_on()
    {
        await using var room = await Newsroom.OpenAsync(seeds);
        room.Discord.GatewayFaults.CloseHandshakesWith = 4014;
        await room.RunAsync();
        await room.Discord.WaitUntilAsync(() => room.Discord.Connections.Any(connection => connection.ServerCloseCode == 4014), "the refusal");
        room.Discord.GatewayFaults.CloseHandshakesWith = null;
        await room.Discord.WaitUntilReadyAsync();
        Assert.Contains("/ask", (await room.Ana.Runs(room.General, "help").WaitForAnswerAsync()).Text, StringComparison.Ordinal);
        var status = await room.Admin.Runs(room.General, "status").WaitForAnswerAsync();
        Assert.Contains("Privileged Gateway Intents", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_red_while_the_gateway_is_silent_and_ready_while_it_serves()
    {
        var port = FreePort();
        await using var room = await Newsroom.StartedAsync(seeds, with: settings => settings with { HttpPort = port });
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/healthz", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/readyz", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync(new Uri("/interactions", UriKind.Relative), null)).StatusCode);

        var later = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(4));
        var check = ActivatorUtilities.CreateInstance<HealthCheck>(room.Services, later);
        Assert.False(check.Alive().Ok);
        Assert.Contains("silent", check.Alive().Text, StringComparison.Ordinal);
        Assert.False(check.Serving().Ok);
    }

    [Fact]
    public async Task After_a_silence_of_the_gateway_a_fresh_connection_serves_again_and_nothing_is_lost()
    {
        await using var room = await Newsroom.StartedAsync(seeds, new FakeDiscordOptions { Patience = TimeSpan.FromSeconds(60), HeartbeatInterval = TimeSpan.FromSeconds(1), SchedulingSlack = TimeSpan.FromSeconds(10) });
        var connections = room.Discord.Connections.Count;
        room.Discord.GatewayFaults.Silence = true;
        var asked = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} who said multipolar world?");
        await room.Discord.WaitUntilAsync(() => room.Discord.Connections[connections - 1].EndedAt is not null, "the bot to give the silent connection up");
        room.Discord.GatewayFaults.Silence = false;
        Assert.Contains("Lukashenko", (await room.General.WaitForBotAsync(asked)).Text, StringComparison.Ordinal);
        Assert.True(room.Discord.Connections[connections - 1].ClientCloseCode is not (1000 or 1001));
    }

    [Fact]
    public async Task Interactions_over_HTTP_are_answered_like_those_of_the_gateway_and_unsigned_ones_refused()
    {
        var port = FreePort();
        await using var room = await Newsroom.OpenAsync(seeds);
        room.With = settings => settings with { HttpPort = port, PublicKey = room.Discord.PublicKey };
        await room.StartAsync();
        Assert.True(await room.Discord.SetInteractionsEndpointAsync(new Uri($"http://127.0.0.1:{port}/interactions")));
        var answer = await room.Ana.Runs(room.General, "whosaid", ("text", "multipolar world")).WaitForAnswerAsync();
        Assert.Contains("Alexander Lukashenko", answer.Text, StringComparison.Ordinal);
        using var http = new HttpClient();
        using var unsigned = new StringContent("{}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync(new Uri($"http://127.0.0.1:{port}/interactions"), unsigned)).StatusCode);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task A_second_bot_with_the_token_stays_passive_until_the_first_ends()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        await using var second = await Newsroom.OpenAsync(seeds);
        second.With = _ => room.Settings;
        await second.RunAsync();
        await WaitAsync(() => second.Services.GetRequiredService<BotState>().IsPassive);
        Assert.Single(room.Discord.Connections);
        Assert.True(second.Services.GetRequiredService<HealthCheck>().Alive().Ok);
        Assert.False(second.Services.GetRequiredService<HealthCheck>().Serving().Ok);
        await room.StopAsync();
        room.Discord.ClientRestarts();
        await room.Discord.WaitUntilReadyAsync();
        Assert.Contains("/ask", (await room.Ana.Runs(room.General, "help").WaitForAnswerAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_finishes_what_is_quick_marks_what_is_not_and_closes_with_1000()
    {
        var held = new HeldCommand();
        await using var room = await Newsroom.StartedAsync(seeds, new FakeDiscordOptions { Patience = TimeSpan.FromSeconds(60) }, held, settings => settings with { Workers = 1 });
        var stuck = room.Ana.Runs(room.General, "held", ("text", "stuck"));
        var waiting = room.Ana.Runs(room.General, "held", ("text", "waiting"));
        await stuck.WaitForAckAsync();
        await waiting.WaitForAckAsync();
        var started = TimeProvider.System.GetTimestamp();
        var stopping = room.StopAsync();
        foreach (var asked in new[] { stuck, waiting })
            Assert.Contains("being restarted", (await asked.WaitForFollowupAsync()).Text, StringComparison.Ordinal);
        await stopping;
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(30)); // Ten by itself; the machine may be busy.
        Assert.Equal(1000, room.Discord.Connections[^1].ClientCloseCode);
        var last = room.Discord.Connections[^1].EndedAt;
        Assert.DoesNotContain(room.Discord.Requests, request => request.At > last);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task What_a_crash_left_thinking_is_ended_by_the_next_start()
    {
        var held = new HeldCommand { IgnoresCancellation = true };
        await using var room = await Newsroom.StartedAsync(seeds, also: held);
        var asked = room.Ana.Runs(room.General, "held", ("text", "lost"));
        await asked.WaitForAckAsync();
        var open = room.Services.GetRequiredService<NewsBot.Discord.State.OpenInteractions>().TakeAll();
        var left = Assert.Single(open);
        Assert.Equal(asked.Id, left.Id.Value);
        Assert.DoesNotContain(asked.Token, left.ToString(), StringComparison.Ordinal);

        await using var next = await Newsroom.OpenAsync(seeds);
        next.With = _ => room.Settings with { LeaseFolder = next.LeaseFolder };
        var (store, _) = NewsBot.Discord.State.DiscordStore.Open(next.DataFolder, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        new NewsBot.Discord.State.OpenInteractions(store!).Add(left);
        store!.Dispose();
        await next.RunAsync();
        Assert.Contains("interrupted", (await asked.WaitForAnswerAsync()).Text, StringComparison.Ordinal);
        held.Release();
    }

    private static async Task WaitAsync(Func<bool> holds)
    {
        for (var i = 0; i < 600 && !holds(); i++)
            await Task.Delay(100);
        Assert.True(holds());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
