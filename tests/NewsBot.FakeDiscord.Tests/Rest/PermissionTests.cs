using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Tests.Support;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Tests.Rest;

public sealed class PermissionTests
{
    [Theory]
    [InlineData(Permission.ViewChannel, 403, 50001)]
    [InlineData(Permission.SendMessages, 403, 50013)]
    public async Task A_right_that_is_taken_away_refuses_the_message(Permission denied, int status, int code)
    {
        await using var scene = await Scene.StartAsync();
        scene.General.DenyBot(denied);
        (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("hello"))).Is(status, code);
        Assert.Empty(scene.Broken);
        Assert.Contains(SheetRow.Permissions, scene.Server.Conduct.Exercised);
        (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("hello"))).Is(status, code);
        Assert.Equal([SheetRow.Permissions], scene.Broken);
    }

    [Fact]
    public async Task An_embed_without_the_right_is_dropped_or_refused_when_it_is_all()
    {
        await using var scene = await Scene.StartAsync();
        scene.General.DenyBot(Permission.EmbedLinks);
        var body = RawRest.Message("with text");
        body["embeds"] = new JsonArray(new JsonObject { ["title"] = "t" });
        (await scene.Rest.PostAsync(scene.Messages, body)).Is(200);
        Assert.Empty(Assert.Single(scene.General.Messages).Embeds);
        body.Remove("content");
        (await scene.Rest.PostAsync(scene.Messages, body)).Is(403, 50013);
    }

    [Fact]
    public async Task Without_the_history_nothing_is_read_and_no_reply_is_possible()
    {
        await using var scene = await Scene.StartAsync();
        var question = scene.Ana.Says(scene.General, "what changed?");
        scene.General.DenyBot(Permission.ReadMessageHistory);
        Assert.Empty((await scene.Rest.GetAsync(scene.Messages)).Is(200).Body!.AsArray());
        var body = RawRest.Message("this");
        body["message_reference"] = new JsonObject { ["message_id"] = question.Id.ToString() };
        (await scene.Rest.PostAsync(scene.Messages, body)).Is(400, 160002);
    }

    [Fact]
    public async Task A_closed_inbox_refuses_the_message_and_not_the_channel()
    {
        await using var scene = await Scene.StartAsync();
        scene.Ana.AcceptsDirectMessages = false;
        var opened = (await scene.Rest.PostAsync("users/@me/channels", new JsonObject { ["recipient_id"] = scene.Ana.Id.ToString() })).Is(200);
        (await scene.Rest.PostAsync($"channels/{opened.Body!["id"]}/messages", RawRest.Message("hello"))).Is(403, 50007);
        var stranger = scene.Server.CreateUser("stranger");
        var other = (await scene.Rest.PostAsync("users/@me/channels", new JsonObject { ["recipient_id"] = stranger.Id.ToString() })).Is(200);
        (await scene.Rest.PostAsync($"channels/{other.Body!["id"]}/messages", RawRest.Message("hello"))).Is(403, 50278);
    }

    [Fact]
    public async Task Opening_direct_channels_in_a_row_is_too_fast()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.SetBucket("POST users/@me/channels", 1000, TimeSpan.FromSeconds(1));
        for (var opened = 0; opened < 20; opened++)
            (await scene.Rest.PostAsync("users/@me/channels", new JsonObject { ["recipient_id"] = scene.Server.CreateUser($"user{opened}").Id.ToString() })).Is(200);
        (await scene.Rest.PostAsync("users/@me/channels", new JsonObject { ["recipient_id"] = scene.Ana.Id.ToString() })).Is(400, 40003);
    }

    [Fact]
    public async Task Overwrites_count_everyone_then_roles_then_the_member()
    {
        await using var scene = await Scene.StartAsync();
        var role = scene.Guild.CreateRole("reader");
        var ben = scene.Guild.AddMember("ben", role);
        scene.General.Overwrite(scene.Guild.Id, isRole: true, Permission.None, Permission.SendMessages);
        Assert.False(Permissions.Of(scene.Guild, ben, scene.General).HasFlag(Permission.SendMessages));
        scene.General.Overwrite(role.Id, isRole: true, Permission.SendMessages, Permission.None);
        Assert.True(Permissions.Of(scene.Guild, ben, scene.General).HasFlag(Permission.SendMessages));
        scene.General.Overwrite(ben.Id, isRole: false, Permission.None, Permission.ViewChannel);
        Assert.Equal(Permission.None, Permissions.Of(scene.Guild, ben, scene.General));
    }

    [Fact]
    public async Task What_is_unknown_has_its_own_code()
    {
        await using var scene = await Scene.StartAsync();
        (await scene.Rest.GetAsync("channels/1")).Is(404, 10003);
        (await scene.Rest.GetAsync("guilds/1/roles")).Is(404, 10004);
        (await scene.Rest.GetAsync($"{scene.Messages}/1")).Is(404, 10008);
        (await scene.Rest.GetAsync("users/1")).Is(404, 10013);
        scene.Server.RemoveBot(scene.Guild);
        (await scene.Rest.GetAsync($"guilds/{scene.Guild.Id}/roles")).Is(403, 50001);
        (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("hello"))).Is(403, 50001);
    }
}
