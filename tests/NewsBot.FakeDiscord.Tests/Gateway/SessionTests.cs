using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Tests.Support;

namespace NewsBot.FakeDiscord.Tests.Gateway;

public sealed class SessionTests
{
    [Fact]
    public async Task A_session_starts_with_hello_then_ready_with_unavailable_guilds_then_each_guild()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await gateway.IdentifyAsync(scene.Server.Token);

        var ready = await gateway.EventAsync("READY");
        Assert.Equal(scene.Server.Bot.Id.ToString(), (string?)ready["user"]!["id"]);
        Assert.True((bool)ready["guilds"]![0]!["unavailable"]!);
        Assert.NotEqual(scene.Server.GatewayUrl, (string?)ready["resume_gateway_url"]);
        var guild = await gateway.EventAsync("GUILD_CREATE");
        Assert.Equal("Newsroom", (string?)guild["name"]);
        Assert.Empty(scene.Server.Conduct.Violations);
    }

    [Fact]
    public async Task A_heartbeat_is_acknowledged()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        await gateway.EventAsync("GUILD_CREATE");
        await gateway.BeatAsync();
        Assert.Equal(11, (int?)(await gateway.ReceiveAsync())["op"]);
        Assert.Empty(scene.Server.Conduct.Violations);
    }

    [Fact]
    public async Task A_message_that_mentions_the_bot_arrives_with_its_content()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        scene.Ana.Says(scene.General, $"{scene.Server.Bot.Mention} what changed?");
        var message = await gateway.EventAsync("MESSAGE_CREATE");
        Assert.Equal($"{scene.Server.Bot.Mention} what changed?", (string?)message["content"]);
        Assert.Equal(scene.Guild.Id.ToString(), (string?)message["guild_id"]);
        Assert.Equal("ana", (string?)message["author"]!["username"]);
        Assert.Equal(scene.Server.Bot.Id.ToString(), (string?)message["mentions"]![0]!["id"]);
    }

    [Fact]
    public async Task Without_the_content_intent_other_messages_arrive_blank()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        scene.Ana.Says(scene.General, "just chatting");
        var message = await gateway.EventAsync("MESSAGE_CREATE");
        Assert.Equal("", (string?)message["content"]);
        Assert.Contains(SheetRow.MessageContent, scene.Server.Conduct.Exercised);
    }
}
