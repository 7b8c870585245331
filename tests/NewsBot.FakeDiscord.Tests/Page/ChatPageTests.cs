using System.Text;
using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Tests.Support;

namespace NewsBot.FakeDiscord.Tests.Page;

public sealed class ChatPageTests
{
    private static async Task<JsonNode> ActAsync(HttpClient http, Scene scene, string kind, string fields)
    {
        var act = (JsonObject)JsonNode.Parse(fields)!;
        act["kind"] = kind;
        act["user"] = scene.Ana.Id.ToString();
        act["channel"] ??= scene.General.Id.ToString();
        using var content = new StringContent(act.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync($"{scene.Server.HttpUrl}/page/act", content);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    [Fact]
    public async Task The_page_is_one_file_without_anything_from_elsewhere()
    {
        await using var scene = await Scene.StartAsync();
        using var http = new HttpClient();
        var html = await http.GetStringAsync(scene.Server.HttpUrl + "/");
        Assert.Contains("EventSource", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script src", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_writes_as_a_user_and_mentions_the_bot_by_name()
    {
        await using var scene = await Scene.StartAsync();
        using var http = new HttpClient();
        Assert.Null((await ActAsync(http, scene, "say", """{"text":"@newsbot what changed?"}"""))["error"]);
        Assert.Equal($"{scene.Server.Bot.Mention} what changed?", Assert.Single(scene.General.Messages).Content);
        Assert.NotNull((await ActAsync(http, scene, "command", """{"command":"nothing"}"""))["error"]);
    }

    [Fact]
    public async Task A_channel_is_shown_as_its_user_sees_it()
    {
        await using var scene = await Scene.StartAsync();
        using var http = new HttpClient();
        await scene.RegisterAsync();
        var ben = scene.Guild.AddMember("ben");
        var asked = scene.Ana.Runs(scene.General, "ask", ("question", "what changed?"));
        var hidden = RawRest.Message("for ana");
        hidden["flags"] = 64;
        (await scene.CallbackAsync(asked, 4, hidden)).Is(204);
        async Task<JsonNode> View(World.User user) => JsonNode.Parse(await http.GetStringAsync($"{scene.Server.HttpUrl}/page/channel?user={user.Id}&channel={scene.General.Id}"))!;
        var own = await View(scene.Ana);
        Assert.True((bool?)own["messages"]![0]!["ephemeral"]);
        Assert.Equal(["ask", "Check this"], own["commands"]!.AsArray().Select(command => (string?)command!["name"]));
        Assert.Empty((await View(ben))["messages"]!.AsArray());
    }

    [Fact]
    public async Task A_command_run_on_the_page_takes_its_options_as_text_and_shows_the_modal_that_it_opens()
    {
        await using var scene = await Scene.StartAsync();
        using var http = new HttpClient();
        await scene.RegisterAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        var act = ActAsync(http, scene, "command", """{"command":"ask","options":{"question":"what changed?","private":"true","source":""}}""");
        var received = await gateway.EventAsync("INTERACTION_CREATE");
        Assert.True((bool?)received["data"]!["options"]!.AsArray().Single(option => (string?)option!["name"] == "private")!["value"]);
        Assert.Equal(2, received["data"]!["options"]!.AsArray().Count);
        var modal = JsonNode.Parse("""{"type":9,"data":{"custom_id":"m","title":"More","components":[{"type":18,"label":"Why?","component":{"type":4,"custom_id":"why","style":1}}]}}""");
        (await scene.Rest.PostAsync($"interactions/{received["id"]}/{received["token"]}/callback", modal)).Is(204);
        Assert.Equal("More", (string?)(await act)["modal"]!["title"]);
    }

    [Fact]
    public async Task A_change_is_told_to_the_open_page()
    {
        await using var scene = await Scene.StartAsync();
        using var http = new HttpClient();
        using var events = new StreamReader(await http.GetStreamAsync(scene.Server.HttpUrl + "/page/events"));
        Assert.Equal("data: changed", await events.ReadLineAsync());
        scene.Ana.Says(scene.General, "hello");
        Assert.Equal("", await events.ReadLineAsync());
        Assert.Equal("data: changed", await events.ReadLineAsync());
    }
}
