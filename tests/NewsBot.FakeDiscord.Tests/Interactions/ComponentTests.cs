using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Tests.Support;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Tests.Interactions;

public sealed class ComponentTests
{
    private static JsonObject WithButtons()
    {
        var body = RawRest.Message("an answer");
        body["components"] = JsonNode.Parse("""
            [{"type":1,"components":[{"type":2,"style":1,"label":"More","custom_id":"v1:more:7"},{"type":2,"style":2,"label":"Off","custom_id":"off","disabled":true},{"type":2,"style":5,"label":"Article","url":"https://example.org/"}]},
             {"type":1,"components":[{"type":3,"custom_id":"pick","options":[{"label":"One","value":"1"},{"label":"Two","value":"2"}]}]}]
            """);
        return body;
    }

    private static async Task<(Scene Scene, RawGateway Gateway, Message Message)> PostAsync()
    {
        var scene = await Scene.StartAsync();
        await scene.RegisterAsync();
        var gateway = await RawGateway.ReadyAsync(scene.Server);
        (await scene.Rest.PostAsync(scene.Messages, WithButtons())).Is(200);
        return (scene, gateway, await scene.General.WaitForBotAsync());
    }

    [Fact]
    public async Task A_click_carries_the_custom_id_and_the_message_and_may_update_it()
    {
        var (scene, gateway, message) = await PostAsync();
        await using var _ = scene;
        using var __ = gateway;
        var click = scene.Ana.Clicks(message, "More");
        var received = await gateway.EventAsync("INTERACTION_CREATE");
        Assert.Equal("v1:more:7", (string?)received["data"]!["custom_id"]);
        Assert.Equal(message.Id.ToString(), (string?)received["message"]!["id"]);
        (await scene.CallbackAsync(click, 7, RawRest.Message("more of it"))).Is(204);
        Assert.Equal("more of it", message.Content);
        Assert.Equal(message, await click.WaitForAnswerAsync());
        Assert.Empty(scene.Broken);
    }

    [Fact]
    public async Task A_click_may_be_acknowledged_silently_and_the_message_edited_later()
    {
        var (scene, gateway, message) = await PostAsync();
        await using var _ = scene;
        using var __ = gateway;
        var click = scene.Ana.Clicks(message, "v1:more:7");
        (await scene.CallbackAsync(click, 6)).Is(204);
        (await scene.Rest.PatchAsync($"{scene.Webhook(click)}/messages/@original", RawRest.Message("later"))).Is(200);
        Assert.Equal("later", message.Content);
        (await scene.Rest.PostAsync(scene.Webhook(click), RawRest.Message("and more"))).Is(200);
        Assert.Empty(scene.Broken);
    }

    [Fact]
    public async Task Links_and_disabled_buttons_cannot_be_clicked()
    {
        var (scene, gateway, message) = await PostAsync();
        await using var _ = scene;
        using var __ = gateway;
        Assert.Throws<InvalidOperationException>(() => scene.Ana.Clicks(message, "Article"));
        Assert.Throws<InvalidOperationException>(() => scene.Ana.Clicks(message, "Off"));
        Assert.Throws<InvalidOperationException>(() => scene.Ana.Clicks(message, "Nothing"));
    }

    [Fact]
    public async Task A_choice_from_a_menu_carries_its_values()
    {
        var (scene, gateway, message) = await PostAsync();
        await using var _ = scene;
        using var __ = gateway;
        scene.Ana.Selects(message, "pick", "2");
        var received = await gateway.EventAsync("INTERACTION_CREATE");
        Assert.Equal(3, (int?)received["data"]!["component_type"]);
        Assert.Equal("2", (string?)received["data"]!["values"]![0]);
    }

    [Fact]
    public async Task A_modal_opens_from_a_button_and_its_text_comes_back()
    {
        var (scene, gateway, message) = await PostAsync();
        await using var _ = scene;
        using var __ = gateway;
        var click = scene.Ana.Clicks(message, "More");
        var modal = (JsonObject)JsonNode.Parse("""{"custom_id":"fb","title":"Feedback","components":[{"type":18,"label":"Why?","component":{"type":4,"custom_id":"why","style":2,"max_length":10}}]}""")!;
        (await scene.CallbackAsync(click, 9, modal)).Is(204);
        await click.WaitForModalAsync();
        Assert.Throws<InvalidOperationException>(() => scene.Ana.Submits(click, ("why", "far too long a text")));
        var submitted = scene.Ana.Submits(click, ("why", "wrong"));
        var received = await gateway.EventAsync("INTERACTION_CREATE");
        while ((int?)received["type"] != 5)
            received = await gateway.EventAsync("INTERACTION_CREATE");
        Assert.Equal("wrong", (string?)received["data"]!["components"]![0]!["component"]!["value"]);
        Assert.Equal(message.Id.ToString(), (string?)received["message"]!["id"]);
        (await scene.CallbackAsync(submitted, 9, (JsonObject)modal.DeepClone())).Is(400, 50035);
        (await scene.CallbackAsync(submitted, 7, RawRest.Message("thanks"))).Is(204);
        Assert.Equal("thanks", message.Content);
    }

    [Theory]
    [InlineData("""{"custom_id":"m","title":"TITLE","components":[{"type":18,"label":"l","component":{"type":4,"custom_id":"a","style":1}}]}""", "data.title")]
    [InlineData("""{"custom_id":"m","title":"t","components":[]}""", "data.components")]
    [InlineData("""{"custom_id":"m","title":"t","components":[{"type":18,"label":"TITLE","component":{"type":4,"custom_id":"a","style":1}}]}""", "data.components.0.label")]
    [InlineData("""{"custom_id":"m","title":"t","components":[{"type":18,"label":"l","component":{"type":4,"custom_id":"a","style":3}}]}""", "data.components.0.component.style")]
    [InlineData("""{"custom_id":"m","title":"t","components":[{"type":18,"label":"l"}]}""", "data.components.0.component")]
    [InlineData("""{"custom_id":"m","title":"t","components":[{"type":2,"label":"l"}]}""", "data.components.0.type")]
    public async Task A_modal_over_its_limits_is_refused_at_its_path(string json, string path)
    {
        var (scene, gateway, message) = await PostAsync();
        await using var _ = scene;
        using var __ = gateway;
        var click = scene.Ana.Clicks(message, "More");
        var modal = (JsonObject)JsonNode.Parse(json.Replace("TITLE", new string('x', 46), StringComparison.Ordinal))!;
        var refused = (await scene.CallbackAsync(click, 9, modal)).Is(400, 50035);
        Assert.True(refused.ErrorAt(path) is not null, refused.Text);
        Assert.Equal([SheetRow.Lengths], scene.Broken);
    }

    [Fact]
    public async Task Letters_in_an_option_ask_for_at_most_25_suggestions()
    {
        var (scene, gateway, _) = await PostAsync();
        await using var __ = scene;
        using var ___ = gateway;
        var typed = scene.Ana.Types(scene.General, "ask", "source", "reu");
        var received = await gateway.EventAsync("INTERACTION_CREATE");
        Assert.Equal(4, (int?)received["type"]);
        Assert.True((bool?)received["data"]!["options"]![0]!["focused"]);
        static JsonObject Choices(int count) => new() { ["choices"] = new JsonArray([.. Enumerable.Range(0, count).Select(number => (JsonNode)new JsonObject { ["name"] = $"Source {number}", ["value"] = $"s{number}" })]) };
        (await scene.CallbackAsync(typed, 8, Choices(26))).Is(400, 50035);
        Assert.Equal([SheetRow.CallbackKinds], scene.Broken);
        (await scene.CallbackAsync(typed, 5)).Is(400, 50035);
        (await scene.CallbackAsync(typed, 8, Choices(25))).Is(204);
        Assert.Equal(("Source 0", "s0"), (await typed.WaitForChoicesAsync())[0]);
    }

    [Fact]
    public async Task A_message_command_carries_its_target_with_content()
    {
        var (scene, gateway, _) = await PostAsync();
        await using var __ = scene;
        using var ___ = gateway;
        var claim = scene.Ana.Says(scene.General, "Taxes fell by half, said the minister.");
        scene.Ana.UsesOn(claim, "Check this");
        var received = await gateway.EventAsync("INTERACTION_CREATE");
        var id = (string)received["data"]!["target_id"]!;
        Assert.Equal(claim.Content, (string?)received["data"]!["resolved"]!["messages"]![id]!["content"]);
    }

    [Fact]
    public async Task Discords_own_client_hides_and_checks_commands()
    {
        var (scene, gateway, _) = await PostAsync();
        await using var __ = scene;
        using var ___ = gateway;
        Assert.Throws<InvalidOperationException>(() => scene.Ana.Runs(scene.General, "nothing"));
        Assert.Throws<InvalidOperationException>(() => scene.Ana.Runs(scene.General, "ask"));
        Assert.Throws<InvalidOperationException>(() => scene.Ana.Runs(scene.General, "ask", ("question", "ab")));
        Assert.Throws<InvalidOperationException>(() => scene.Ana.Runs(scene.General, "ask", ("question", 5)));
        Assert.Throws<InvalidOperationException>(() => scene.Ana.Runs(scene.General, "admin"));
        Assert.Throws<InvalidOperationException>(() => scene.Ana.Runs(scene.Ana.DirectChannel(), "admin"));
        scene.Ana.RunsHidden(scene.General, "admin");
        var admin = scene.Guild.AddMember("boss", scene.Guild.CreateRole("admins", Permission.ManageGuild));
        admin.Runs(scene.General, "admin");
        var received = await gateway.EventAsync("INTERACTION_CREATE");
        Assert.Equal(0UL, ulong.Parse((string)received["member"]!["permissions"]!) & 32);
        received = await gateway.EventAsync("INTERACTION_CREATE");
        Assert.NotEqual(0UL, ulong.Parse((string)received["member"]!["permissions"]!) & 32);
    }

    [Fact]
    public async Task In_a_direct_channel_the_user_stands_where_the_member_would()
    {
        var (scene, gateway, _) = await PostAsync();
        await using var __ = scene;
        using var ___ = gateway;
        scene.Ana.Runs(scene.Ana.DirectChannel(), "ask", ("question", "what changed?"));
        var received = await gateway.EventAsync("INTERACTION_CREATE");
        Assert.Equal("ana", (string?)received["user"]!["username"]);
        Assert.Equal(1, (int?)received["context"]);
        Assert.False(received.ContainsKey("member") || received.ContainsKey("guild_id"));
    }
}
