using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Tests.Support;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Tests.Rest;

public sealed class ThreadTests
{
    private static JsonObject Named(string name, int minutes = 1440) => new() { ["name"] = name, ["auto_archive_duration"] = minutes };

    [Fact]
    public async Task A_thread_takes_the_id_of_its_message_and_exists_once()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        var message = scene.Ana.Says(scene.General, "what changed?");
        var made = (await scene.Rest.PostAsync($"{scene.Messages}/{message.Id}/threads", Named("Q: what changed?"))).Is(201);
        Assert.Equal(message.Id.ToString(), (string?)made.Body!["id"]);
        Assert.Equal(11, (int?)made.Body["type"]);
        (await scene.Rest.PostAsync($"{scene.Messages}/{message.Id}/threads", Named("again"))).Is(400, 160004);
        Assert.Contains(SheetRow.Threads, scene.Server.Conduct.Exercised);

        Assert.Equal(message.Id.ToString(), (string?)(await gateway.EventAsync("THREAD_CREATE"))["id"]);
        scene.Ana.Says(message.Thread!, $"{scene.Server.Bot.Mention} more");
        Assert.Equal(message.Id.ToString(), (string?)(await gateway.EventAsync("MESSAGE_CREATE"))["channel_id"]);
        (await scene.Rest.PostAsync($"channels/{message.Id}/messages", RawRest.Message("in the thread"))).Is(200);
        Assert.Empty(scene.Broken);
    }

    [Fact]
    public async Task Sending_opens_an_archived_thread_and_a_locked_one_stays_shut()
    {
        await using var scene = await Scene.StartAsync();
        var thread = scene.General.StartThread(scene.Ana.Says(scene.General, "topic"), "topic");
        thread.Archive(locked: false);
        (await scene.Rest.PostAsync($"channels/{thread.Id}/messages", RawRest.Message("hello"))).Is(200);
        Assert.False(thread.Archived);
        thread.Archive(locked: true);
        (await scene.Rest.PostAsync($"channels/{thread.Id}/messages", RawRest.Message("hello"))).Is(400, 160005);
    }

    [Fact]
    public async Task In_a_thread_only_its_own_right_to_send_counts()
    {
        await using var scene = await Scene.StartAsync();
        var thread = scene.General.StartThread(scene.Ana.Says(scene.General, "topic"), "topic");
        scene.General.DenyBot(Permission.SendMessages);
        (await scene.Rest.PostAsync($"channels/{thread.Id}/messages", RawRest.Message("hello"))).Is(200);
        scene.General.DenyBot(Permission.SendMessagesInThreads);
        (await scene.Rest.PostAsync($"channels/{thread.Id}/messages", RawRest.Message("again"))).Is(403, 50013);
        (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("outside"))).Is(200);
    }

    [Fact]
    public async Task Starting_a_thread_needs_a_right_a_name_and_a_known_duration()
    {
        await using var scene = await Scene.StartAsync();
        var message = scene.Ana.Says(scene.General, "topic");
        var path = $"{scene.Messages}/{message.Id}/threads";
        Assert.NotNull((await scene.Rest.PostAsync(path, Named(new string('x', 101)))).Is(400, 50035).ErrorAt("name"));
        Assert.NotNull((await scene.Rest.PostAsync(path, Named("x", minutes: 7))).Is(400, 50035).ErrorAt("auto_archive_duration"));
        Assert.Equal([SheetRow.Threads], scene.Broken);
        scene.General.DenyBot(Permission.CreatePublicThreads);
        (await scene.Rest.PostAsync(path, Named("x"))).Is(403, 50013);
    }
}
