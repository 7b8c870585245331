using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Gateway;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Tests.Support;

namespace NewsBot.FakeDiscord.Tests.Gateway;

public sealed class HandshakeTests
{
    private static JsonObject Identify(string token, int intents = 4609, int[]? shard = null) => new()
    {
        ["token"] = token,
        ["intents"] = intents,
        ["properties"] = new JsonObject(),
        ["shard"] = new JsonArray([.. (shard ?? [0, 1]).Select(number => (JsonNode)number)]),
    };

    public static TheoryData<string, int> WrongStarts => new()
    {
        { """{"op":3,"d":{"status":"online"}}""", 4003 },
        { """{"op":2,"d":{"intents":1,"properties":{}}}""", 4002 },
        { """{"op":99,"d":null}""", 4001 },
        { """{"op":0,"d":null}""", 4001 },
        { "not json", 4002 },
        { "[1,2]", 4002 },
        { """{"op":1,"d":"five"}""", 4002 },
        { $$"""{"op":2,"d":"{{new string('x', 4096)}}"}""", 4002 },
        { Identify("wrong").WithOp(2), 4004 },
        { Identify("Bot fake-bot-token").WithOp(2), 4004 },
        { Identify("fake-bot-token", shard: [1, 1]).WithOp(2), 4010 },
        { Identify("fake-bot-token", intents: 1 << 17).WithOp(2), 4013 },
        { Identify("fake-bot-token", intents: 1 << 15).WithOp(2), 4014 },
    };

    [Theory]
    [MemberData(nameof(WrongStarts))]
    public async Task A_wrong_start_closes_with_its_code(string text, int code)
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await gateway.SendTextAsync(text);
        Assert.Equal(code, await gateway.EndAsync());
        Assert.NotEmpty(scene.Server.Conduct.Violations);
    }

    [Fact]
    public async Task A_second_identify_closes_with_4005()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        await gateway.IdentifyAsync(scene.Server.Token);
        Assert.Equal(4005, await gateway.EndAsync());
        Assert.Equal([SheetRow.Handshake], scene.Broken);
    }

    [Fact]
    public async Task A_privileged_intent_that_is_switched_on_is_granted()
    {
        await using var scene = await Scene.StartAsync(options => options with { PrivilegedIntents = Intents.MessageContent });
        using var gateway = await RawGateway.ReadyAsync(scene.Server, 37377);
        Assert.Empty(scene.Server.Conduct.Violations);
    }

    [Fact]
    public async Task After_a_refused_intent_only_other_intents_may_come_back()
    {
        await using var scene = await Scene.StartAsync();
        using var first = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await first.IdentifyAsync(scene.Server.Token, 37377);
        Assert.Equal(4014, await first.EndAsync());
        Assert.Equal([SheetRow.Handshake], scene.Broken);

        using var reduced = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await reduced.IdentifyAsync(scene.Server.Token, 4609);
        await reduced.EventAsync("READY");
        Assert.Empty(scene.Server.Conduct.Of(SheetRow.ConnectionEnds));

        using var stubborn = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await stubborn.IdentifyAsync("wrong");
        Assert.Equal(4004, await stubborn.EndAsync());
        using var again = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await again.IdentifyAsync("wrong");
        Assert.Equal(4004, await again.EndAsync());
        Assert.NotEmpty(scene.Server.Conduct.Of(SheetRow.ConnectionEnds));
    }

    [Fact]
    public async Task Two_identifies_within_five_seconds_get_op_9()
    {
        await using var scene = await Scene.StartAsync();
        using (var first = await RawGateway.ReadyAsync(scene.Server))
            await first.LeaveAsync(4000);
        scene.Clock.Advance(TimeSpan.FromSeconds(4));
        using var second = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await second.IdentifyAsync(scene.Server.Token);
        Assert.False((bool)(await second.OpcodeAsync(9))["d"]!);
        Assert.Equal([SheetRow.IdentifyRate], scene.Broken);

        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        using var third = await RawGateway.ReadyAsync(scene.Server);
        Assert.Single(scene.Server.Conduct.Violations);
    }

    [Fact]
    public async Task Shards_of_other_keys_may_identify_at_once()
    {
        await using var scene = await Scene.StartAsync(options => options with { MaxConcurrency = 2 });
        using var one = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await one.IdentifyAsync(scene.Server.Token, shard: new JsonArray(0, 2));
        var first = await one.EventAsync("READY");
        using var two = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await two.IdentifyAsync(scene.Server.Token, shard: new JsonArray(1, 2));
        var second = await two.EventAsync("READY");
        Assert.Single(first["guilds"]!.AsArray().Concat(second["guilds"]!.AsArray()));
        Assert.Empty(scene.Server.Conduct.Violations);
    }

    [Fact]
    public async Task Each_identify_lowers_the_budget_and_one_too_many_resets_the_token()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.SetIdentifiesLeft(1);
        var limit = (await scene.Rest.GetAsync("gateway/bot")).Is(200).Body!["session_start_limit"]!;
        Assert.Equal(1, (int)limit["remaining"]!);
        Assert.Equal(24 * 3600 * 1000, (int)limit["reset_after"]!);
        var token = scene.Server.Token;
        using (var last = await RawGateway.ReadyAsync(scene.Server))
            await last.LeaveAsync(4000);
        Assert.Equal(0, (int)(await scene.Rest.GetAsync("gateway/bot")).Body!["session_start_limit"]!["remaining"]!);

        scene.Clock.Advance(TimeSpan.FromSeconds(6));
        using var beyond = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await beyond.IdentifyAsync(token);
        Assert.Equal(4004, await beyond.EndAsync());
        (await scene.Rest.GetAsync("users/@me")).Is(401);
        Assert.Equal([SheetRow.IdentifyRate], scene.Broken);
    }

    [Theory]
    [InlineData("/?v=9&encoding=json", 4012)]
    [InlineData("/?encoding=json", 4012)]
    [InlineData("/?v=10&encoding=etf", 4002)]
    public async Task An_address_without_version_10_and_JSON_is_closed(string query, int code)
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ConnectAsync(scene.Server.GatewayUrl, query);
        Assert.Equal(code, await gateway.EndAsync());
        Assert.Equal([SheetRow.GatewayUrl], scene.Broken);
    }

    [Fact]
    public async Task More_than_120_messages_in_a_minute_close_with_4008()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        for (var sent = 1; sent < 120; sent++)
            await gateway.SendAsync(8, new JsonObject());
        await scene.Server.WaitUntilAsync(() => scene.Server.Connections[0].Opcodes.Count == 120, "the messages");
        Assert.Empty(scene.Server.Conduct.Violations);
        await gateway.SendAsync(8, new JsonObject());
        Assert.Equal(4008, await gateway.EndAsync());
        Assert.Equal([SheetRow.SendRate], scene.Broken);
    }

    [Fact]
    public async Task More_than_five_presences_in_20_seconds_break_row_13_and_an_unknown_status_closes()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        for (var sent = 0; sent < 5; sent++)
            await gateway.SendAsync(3, new JsonObject { ["status"] = "online" });
        await scene.Server.WaitUntilAsync(() => scene.Server.Connections[0].Opcodes.Count == 6, "the presences");
        scene.Clock.Advance(TimeSpan.FromSeconds(20));
        for (var sent = 0; sent < 5; sent++)
            await gateway.SendAsync(3, new JsonObject { ["status"] = "idle" });
        await scene.Server.WaitUntilAsync(() => scene.Server.Connections[0].Opcodes.Count == 11, "the presences");
        Assert.Empty(scene.Broken);
        await gateway.SendAsync(3, new JsonObject { ["status"] = "sleepy" });
        Assert.Equal(4002, await gateway.EndAsync());
        Assert.Equal([SheetRow.SendRate, SheetRow.Handshake], scene.Broken);
    }

    [Fact]
    public async Task More_guilds_than_a_shard_may_serve_close_with_4011()
    {
        await using var scene = await Scene.StartAsync(options => options with { GuildsPerShard = 1 });
        scene.Server.CreateGuild("Second");
        using var gateway = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await gateway.IdentifyAsync(scene.Server.Token);
        Assert.Equal(4011, await gateway.EndAsync());
    }
}

internal static class JsonForTests
{
    public static string WithOp(this JsonObject data, int op) => new JsonObject { ["op"] = op, ["d"] = data }.ToJsonString();
}
