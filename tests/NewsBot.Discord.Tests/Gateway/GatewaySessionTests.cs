using System.Text.Json;
using NewsBot.Discord.Events;
using NewsBot.Discord.Model;
using NewsBot.Discord.Tests.Support;

namespace NewsBot.Discord.Tests.Gateway;

/// <summary>Sessions over real sockets: their begin, loss, resumption and end.</summary>
public sealed class GatewaySessionTests
{
    [Fact]
    public async Task A_session_begins_with_the_version_the_intents_and_the_raw_token()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server, intents: Intents.Guilds | Intents.GuildMessages | Intents.DirectMessages);
        var peer = await server.AcceptAsync();
        await peer.HelloAsync();
        var identify = await peer.ExpectAsync(2);
        await peer.ReadyAsync(server.GatewayUrl + "/resume", """[{"id":"800","unavailable":true}]""");

        var ready = await client.Handler.NextAsync<Ready>();

        Assert.Equal("?v=10&encoding=json", peer.Query);
        Assert.Equal(RunningClient.Token, identify.GetProperty("token").GetString());
        Assert.Equal(4609, identify.GetProperty("intents").GetInt32());
        Assert.Equal("[0,1]", identify.GetProperty("shard").GetRawText());
        Assert.False(string.IsNullOrEmpty(identify.GetProperty("properties").GetProperty("os").GetString()));
        Assert.Equal((new Snowflake(900), new Snowflake(901)), (ready.Self.Id, ready.Application.Id));
        Assert.Equal([new Snowflake(800)], ready.GuildIds);
        Assert.True(client.Client.Health.IsReady);
    }

    [Fact]
    public async Task Heartbeats_carry_the_last_event_number_and_null_before_any()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        var peer = await server.AcceptAsync();
        await peer.HelloAsync(100);
        Assert.Equal("null", await peer.BeatAsync());
        await peer.ExpectAsync(2);
        await peer.ReadyAsync(server.GatewayUrl);
        await peer.MessageAsync(7, 1, "x");
        await client.Handler.NextAsync<MessageCreated>();
        while (await peer.BeatAsync() is var beat && beat != "7")
            Assert.Contains(beat, (string[])["null", "1"]);
        await Wait.UntilAsync(() => client.Client.Health.Shards[0].LastAck is not null, "an acknowledgement");
    }

    [Fact]
    public async Task A_dropped_connection_is_resumed_at_the_sessions_own_address_and_nothing_is_lost()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        var first = await server.AcceptReadyAsync();
        await first.MessageAsync(2, 101, "one");
        await client.Handler.NextAsync<MessageCreated>();
        first.Drop();

        var second = await server.AcceptAsync();
        await second.HelloAsync();
        var resume = await second.ExpectAsync(6);
        await second.MessageAsync(3, 102, "two");
        await second.DispatchAsync(4, "RESUMED", "{}");

        Assert.Equal("/resume", second.Path);
        Assert.Equal("?v=10&encoding=json", second.Query);
        Assert.Equal((RunningClient.Token, "s1", 2), (resume.GetProperty("token").GetString(), resume.GetProperty("session_id").GetString(), resume.GetProperty("seq").GetInt32()));
        Assert.Equal("two", (await client.Handler.NextAsync<MessageCreated>()).Message.Content);
        await client.Handler.NextAsync<Resumed>();
        Assert.Equal((1, 1), (client.Client.Health.Shards[0].Identifies, client.Client.Health.Shards[0].Resumes));
        Assert.Equal(1, server.GatewayAddressAsked - 1); // Asked at the start of the client and of the session, not for the resume.
    }

    [Fact]
    public async Task What_a_replay_repeats_reaches_the_handler_once()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        var peer = await server.AcceptReadyAsync();
        await peer.MessageAsync(2, 101, "one");
        await peer.InteractionAsync(3, 201);
        await peer.MessageAsync(4, 101, "one again");
        await peer.InteractionAsync(5, 201);
        await peer.MessageAsync(6, 102, "two");

        Assert.Equal("one", (await client.Handler.NextAsync<MessageCreated>()).Message.Content);
        Assert.Equal("two", (await client.Handler.NextAsync<MessageCreated>()).Message.Content);
        await client.StopAsync();
        Assert.DoesNotContain(client.Handler.Drain(), e => e is InteractionReceived { Interaction.Handle.Id.Value: not 201 });
    }

    [Fact]
    public async Task When_the_sessions_address_does_not_answer_a_new_session_begins_at_the_common_one()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Admit = path => path != "/resume";
        await using var client = RunningClient.Start(server, time: new FastTime(20));
        var begun = await server.AcceptReadyAsync();
        await client.Handler.NextAsync<Ready>();
        begun.Drop();

        var second = await server.AcceptAsync();
        await second.HelloAsync();
        await second.ExpectAsync(2);

        Assert.Equal("/", second.Path);
    }

    [Fact]
    public async Task An_address_that_lets_in_and_hangs_up_is_left_too()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server, time: new FastTime(20));
        var begun = await server.AcceptReadyAsync();
        await client.Handler.NextAsync<Ready>();
        begun.Drop();
        var paths = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            var peer = await server.AcceptAsync();
            paths.Add(peer.Path);
            peer.Drop();
        }

        Assert.Equal(["/resume", "/resume", "/resume", "/"], paths);
    }

    [Fact]
    public async Task A_session_that_Discord_forgot_is_begun_anew_at_the_common_address()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server, time: new FastTime(20));
        var begun = await server.AcceptReadyAsync();
        await client.Handler.NextAsync<Ready>();
        begun.Drop();
        var second = await server.AcceptAsync();
        await second.HelloAsync();
        await second.ExpectAsync(6);
        await second.SendAsync("""{"op":9,"d":false}""");

        var third = await server.AcceptAsync();
        await third.HelloAsync();
        await third.ExpectAsync(2);

        Assert.Equal(("/resume", "/"), (second.Path, third.Path));
        Assert.NotInRange(second.ClosedWith ?? 0, 1000, 1001);
    }

    [Fact]
    public async Task A_wish_to_reconnect_is_followed_by_a_resume_even_before_the_greeting()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        var first = await server.AcceptReadyAsync();
        await first.SendAsync("""{"op":7,"d":null}""");
        var second = await server.AcceptAsync();
        await second.SendAsync("""{"op":7,"d":null}""");
        var third = await server.AcceptAsync();
        await third.HelloAsync();
        await third.ExpectAsync(6);
        await first.Ended;
        Assert.NotInRange(first.ClosedWith!.Value, 1000, 1001);
    }

    [Fact]
    public async Task A_connection_that_acknowledges_nothing_is_left_and_resumed()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        var first = await server.AcceptAsync();
        first.Acknowledge = false;
        await first.HelloAsync(150);
        await first.ExpectAsync(2);
        await first.ReadyAsync(server.GatewayUrl + "/resume");

        var second = await server.AcceptAsync();
        await second.HelloAsync();
        await second.ExpectAsync(6);
        await first.Ended;

        Assert.NotInRange(first.ClosedWith!.Value, 1000, 1001);
        var end = await client.Handler.NextAsync<Disconnected>();
        Assert.Equal((null, "no acknowledgement of a heartbeat"), (end.CloseCode, end.Reason));
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(4999)]
    public async Task Codes_that_keep_the_session_lead_to_a_resume(int code)
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        await (await server.AcceptReadyAsync()).CloseAsync(code);
        var second = await server.AcceptAsync();
        await second.HelloAsync();
        await second.ExpectAsync(6);
        Assert.Equal(code, (await client.Handler.NextAsync<Disconnected>()).CloseCode);
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4006)]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task Codes_that_end_the_session_lead_to_a_new_one(int code)
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server, time: new FastTime(20));
        await (await server.AcceptReadyAsync()).CloseAsync(code);
        var second = await server.AcceptAsync();
        await second.HelloAsync();
        await second.ExpectAsync(2);
        Assert.Equal("/", second.Path);
    }

    [Theory]
    [InlineData(4004, StopReason.InvalidToken)]
    [InlineData(4010, StopReason.InvalidShard)]
    [InlineData(4011, StopReason.ShardingRequired)]
    [InlineData(4012, StopReason.InvalidApiVersion)]
    [InlineData(4013, StopReason.InvalidIntents)]
    [InlineData(4014, StopReason.DisallowedIntents)]
    public async Task Refusals_for_good_end_the_run_with_their_reason_and_no_further_attempt(int code, StopReason reason)
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        var peer = await server.AcceptAsync();
        await peer.HelloAsync();
        await peer.ExpectAsync(2);
        await peer.CloseAsync(code);

        var stop = await client.Run.WaitAsync(Wait.Longest);

        Assert.Equal((reason, code), (stop.Reason, stop.CloseCode));
        Assert.DoesNotContain(RunningClient.Token, stop.Explanation, StringComparison.Ordinal);
        Assert.False(server.HasConnection);
        Assert.Equal(ShardState.Stopped, client.Client.Health.Shards[0].State);
    }

    [Fact]
    public async Task After_refused_intents_the_client_runs_again_with_fewer()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        var time = new FastTime(20);
        await using var client = RunningClient.Start(server, intents: Intents.Guilds | Intents.MessageContent, time: time);
        var peer = await server.AcceptAsync();
        await peer.HelloAsync();
        await peer.ExpectAsync(2);
        await peer.CloseAsync(4014);
        await client.Run.WaitAsync(Wait.Longest);

        using var stop = new CancellationTokenSource();
        var first = time.GetTimestamp();
        var again = client.Client.RunAsync(client.Handler, Intents.Guilds, stop.Token);
        await server.AcceptReadyAsync();
        Assert.True(time.GetElapsedTime(first) > TimeSpan.FromSeconds(3), "The second session began too soon after the first.");
        await client.Handler.NextAsync<Ready>();
        await stop.CancelAsync();

        Assert.Equal(StopReason.Requested, (await again.WaitAsync(Wait.Longest)).Reason);
    }

    [Fact]
    public async Task A_token_that_REST_refuses_ends_the_run_before_any_session()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.GatewayAddress = () => new Scripted(401, """{"message":"401: Unauthorized","code":0}""");
        await using var client = RunningClient.Start(server);

        var stop = await client.Run.WaitAsync(Wait.Longest);

        Assert.Equal(StopReason.InvalidToken, stop.Reason);
        Assert.Equal(1, server.GatewayAddressAsked);
        Assert.False(server.HasConnection);
    }

    [Fact]
    public async Task Without_sessions_left_the_client_waits_as_long_as_Discord_says()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.GatewayAddress = () => server.GatewayAnswer(remaining: server.GatewayAddressAsked == 1 ? 0 : 5, resetAfter: 1200);
        await using var client = RunningClient.Start(server);
        var begun = TimeProvider.System.GetTimestamp();

        await server.AcceptReadyAsync();

        Assert.True(TimeProvider.System.GetElapsedTime(begun) > TimeSpan.FromSeconds(1.1));
    }

    [Fact]
    public async Task The_stop_closes_with_1000()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        var peer = await server.AcceptReadyAsync();
        await client.Handler.NextAsync<Ready>();

        var stop = await client.StopAsync();
        await peer.Ended;

        Assert.Equal(StopReason.Requested, stop.Reason);
        Assert.Equal(1000, peer.ClosedWith);
    }

    [Fact]
    public async Task Each_shard_has_its_own_connection_and_number()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Shards = 2;
        await using var client = RunningClient.Start(server, time: new FastTime(20));
        var shards = new HashSet<string>();
        for (var i = 0; i < 2; i++)
        {
            var peer = await server.AcceptAsync();
            await peer.HelloAsync();
            shards.Add((await peer.ExpectAsync(2)).GetProperty("shard").GetRawText());
            await peer.ReadyAsync(server.GatewayUrl);
        }

        Assert.Equal(["[0,2]", "[1,2]"], shards.Order());
        await client.Handler.NextAsync<Ready>();
        await client.Handler.NextAsync<Ready>();
        Assert.Equal([0, 1], client.Client.Health.Shards.Select(shard => shard.Id));
        Assert.True(client.Client.Health.IsReady);
    }

    [Fact]
    public async Task Only_the_configured_shards_run_here()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server, options => (options.ShardCount, options.ShardIds) = (4, [2]));
        var peer = await server.AcceptAsync();
        await peer.HelloAsync();
        Assert.Equal("[2,4]", (await peer.ExpectAsync(2)).GetProperty("shard").GetRawText());
        await client.StopAsync();
        Assert.False(server.HasConnection);
    }

    [Fact]
    public async Task The_latest_presence_is_shown_and_changes_in_between_are_left_out_when_they_come_too_fast()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server, options => options.Presence = new Presence("first"));
        var peer = await server.AcceptAsync();
        await peer.HelloAsync();
        var identify = await peer.ExpectAsync(2);
        await peer.ReadyAsync(server.GatewayUrl);
        await client.Handler.NextAsync<Ready>();
        Assert.Equal("first", identify.GetProperty("presence").GetProperty("activities")[0].GetProperty("state").GetString());

        var shown = new List<JsonElement>();
        for (var i = 0; i < 4; i++)
        {
            await client.Client.SetPresenceAsync(new Presence($"p{i}", ActivityType.Watching), CancellationToken.None);
            shown.Add(await peer.ExpectAsync(3));
        }

        for (var i = 4; i < 20; i++)
            await client.Client.SetPresenceAsync(new Presence($"p{i}"), CancellationToken.None);
        await peer.SendAsync("""{"op":1,"d":null}""");
        await peer.BeatAsync(); // The connection lives, and no fifth presence came before this.

        Assert.Equal(["p0", "p1", "p2", "p3"], shown.Select(d => d.GetProperty("activities")[0].GetProperty("name").GetString()));
        await client.StopAsync();
        await peer.Ended;
        await Assert.ThrowsAnyAsync<Exception>(peer.ReceiveAsync);
    }
}
