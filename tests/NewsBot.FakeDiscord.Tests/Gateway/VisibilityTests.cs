using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Tests.Support;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Tests.Gateway;

public sealed class VisibilityTests
{
    [Fact]
    public async Task A_mention_of_the_bots_role_is_no_exception_and_arrives_blank()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        scene.Ana.Says(scene.General, $"{scene.Guild.BotRole} what changed?");
        var message = await gateway.EventAsync("MESSAGE_CREATE");
        Assert.Equal("", (string?)message["content"]);
        Assert.Empty(message["mentions"]!.AsArray());
        Assert.Equal(scene.Guild.BotRole!.Id.ToString(), (string?)message["mention_roles"]![0]);
    }

    [Theory]
    [InlineData(true, "and then?")]
    [InlineData(false, "")]
    public async Task A_reply_to_the_bot_is_read_only_if_it_pings(bool ping, string content)
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("an answer"))).Is(200);
        var answer = await scene.General.WaitForBotAsync();
        await gateway.EventAsync("MESSAGE_CREATE");
        scene.Ana.Says(scene.General, "and then?", replyTo: answer, ping: ping);
        var reply = await gateway.EventAsync("MESSAGE_CREATE");
        Assert.Equal(content, (string?)reply["content"]);
        Assert.Equal("an answer", (string?)reply["referenced_message"]!["content"]);
        Assert.Equal(19, (int?)reply["type"]);
    }

    [Fact]
    public async Task A_direct_message_names_no_guild_and_its_channel_was_not_announced()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        await gateway.EventAsync("GUILD_CREATE");
        scene.Ana.SaysDirectly("hello");
        var payload = await gateway.ReceiveAsync();
        Assert.Equal("MESSAGE_CREATE", (string?)payload["t"]);
        Assert.Null(payload["d"]!["guild_id"]);
        Assert.Equal(1, (int?)payload["d"]!["channel_type"]);
        Assert.Equal("hello", (string?)payload["d"]!["content"]);
        Assert.Contains(SheetRow.DirectMessages, scene.Server.Conduct.Exercised);
    }

    [Fact]
    public async Task Events_outside_the_intents_or_the_bots_sight_do_not_come()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server, intents: 1 | (1 << 9));
        await gateway.EventAsync("GUILD_CREATE");
        var hidden = scene.Guild.CreateChannel("hidden");
        await gateway.EventAsync("CHANNEL_CREATE");
        hidden.DenyBot(Permission.ViewChannel);
        scene.Ana.SaysDirectly("not asked for");
        scene.Ana.Says(hidden, $"{scene.Server.Bot.Mention} not seen");
        scene.Ana.Says(scene.General, $"{scene.Server.Bot.Mention} seen");
        Assert.Equal($"{scene.Server.Bot.Mention} seen", (string?)(await gateway.EventAsync("MESSAGE_CREATE"))["content"]);
    }

    [Fact]
    public async Task Joining_leaving_and_outages_are_told_apart()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        await gateway.EventAsync("GUILD_CREATE");
        var other = scene.Server.CreateGuild("Other");
        Assert.Equal("Other", (string?)(await gateway.EventAsync("GUILD_CREATE"))["name"]);
        other.BeginOutage();
        Assert.True((bool?)(await gateway.EventAsync("GUILD_DELETE"))["unavailable"]);
        other.EndOutage();
        await gateway.EventAsync("GUILD_CREATE");
        scene.Server.RemoveBot(other);
        Assert.False((await gateway.EventAsync("GUILD_DELETE")).ContainsKey("unavailable"));
    }

    [Fact]
    public async Task Edits_deletions_and_reactions_are_told()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server, 4609 | (1 << 10));
        var message = scene.Ana.Says(scene.General, $"{scene.Server.Bot.Mention} one");
        scene.Ana.Edits(message, $"{scene.Server.Bot.Mention} two");
        Assert.EndsWith("two", (string?)(await gateway.EventAsync("MESSAGE_UPDATE"))["content"], StringComparison.Ordinal);
        scene.Ana.Reacts(message, "👍");
        Assert.Equal("👍", (string?)(await gateway.EventAsync("MESSAGE_REACTION_ADD"))["emoji"]!["name"]);
        scene.Ana.Deletes(message);
        Assert.Equal(message.Id.ToString(), (string?)(await gateway.EventAsync("MESSAGE_DELETE"))["id"]);
    }
}
