using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Interactions;
using NewsBot.FakeDiscord.Rest;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Tests.Support;

namespace NewsBot.FakeDiscord.Tests.Interactions;

public sealed class AcknowledgementTests
{
    private static async Task<(Scene Scene, RawGateway Gateway, FakeInteraction Asked)> AskAsync()
    {
        var scene = await Scene.StartAsync();
        await scene.RegisterAsync();
        var gateway = await RawGateway.ReadyAsync(scene.Server);
        var asked = scene.Ana.Runs(scene.General, "ask", ("question", "what changed?"));
        await gateway.EventAsync("INTERACTION_CREATE");
        return (scene, gateway, asked);
    }

    [Fact]
    public async Task An_interaction_not_acknowledged_in_three_seconds_is_late_and_dead()
    {
        var (scene, gateway, asked) = await AskAsync();
        await using var _ = scene;
        using var __ = gateway;
        scene.Clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Equal(0, scene.Server.LateAcknowledgements);
        scene.Clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(1, scene.Server.LateAcknowledgements);
        Assert.True(asked.Failed);
        (await scene.CallbackAsync(asked, 5)).Is(404, 10062);
        Assert.Equal([SheetRow.AcknowledgeInTime], scene.Broken);
    }

    [Fact]
    public async Task An_interaction_that_nobody_could_receive_is_not_counted_as_late()
    {
        await using var scene = await Scene.StartAsync();
        await scene.RegisterAsync();
        var asked = scene.Ana.Runs(scene.General, "ask", ("question", "what changed?"));
        scene.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.True(asked.Failed);
        Assert.Equal((0, 1), (scene.Server.LateAcknowledgements, scene.Server.UndeliverableInteractions));
        Assert.Empty(scene.Broken);
    }

    [Fact]
    public async Task A_second_acknowledgement_is_refused()
    {
        var (scene, gateway, asked) = await AskAsync();
        await using var _ = scene;
        using var __ = gateway;
        (await scene.CallbackAsync(asked, 5)).Is(204);
        (await scene.CallbackAsync(asked, 5)).Is(400, 40060);
        Assert.Equal([SheetRow.AcknowledgeInTime], scene.Broken);
    }

    [Fact]
    public async Task A_second_acknowledgement_is_no_mistake_when_the_answer_to_the_first_was_lost()
    {
        var (scene, gateway, asked) = await AskAsync();
        await using var _ = scene;
        using var __ = gateway;
        scene.Server.RestFaults.Add("POST interactions/{interaction}/{token}/callback", RestFault.ErrorAfterStoring(502));
        Assert.Equal(502, (await scene.CallbackAsync(asked, 5)).Status);
        (await scene.CallbackAsync(asked, 5)).Is(400, 40060);
        Assert.Empty(scene.Broken);
    }

    [Fact]
    public async Task The_response_cannot_be_edited_before_it_exists()
    {
        var (scene, gateway, asked) = await AskAsync();
        await using var _ = scene;
        using var __ = gateway;
        (await scene.Rest.PatchAsync($"{scene.Webhook(asked)}/messages/@original", RawRest.Message("early"))).Is(404, 10015);
        Assert.Equal([SheetRow.InteractionToken], scene.Broken);
    }

    [Fact]
    public async Task The_token_dies_after_fifteen_minutes_and_the_bots_own_lives()
    {
        var (scene, gateway, asked) = await AskAsync();
        await using var _ = scene;
        using var __ = gateway;
        (await scene.CallbackAsync(asked, 5)).Is(204);
        scene.Clock.Advance(TimeSpan.FromMinutes(14.9));
        (await scene.Rest.PatchAsync($"{scene.Webhook(asked)}/messages/@original", RawRest.Message("in time"))).Is(200);
        scene.Clock.Advance(TimeSpan.FromMinutes(0.2));
        (await scene.Rest.PatchAsync($"{scene.Webhook(asked)}/messages/@original", RawRest.Message("late"))).Is(401, 50027);
        (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("instead"))).Is(200);
        Assert.Contains(SheetRow.InteractionToken, scene.Server.Conduct.Exercised);
        Assert.DoesNotContain(SheetRow.InteractionToken, scene.Broken);
    }

    [Fact]
    public async Task A_followup_after_a_defer_fills_the_placeholder_and_breaks_row_26()
    {
        var (scene, gateway, asked) = await AskAsync();
        await using var _ = scene;
        using var __ = gateway;
        (await scene.CallbackAsync(asked, 5)).Is(204);
        var sent = (await scene.Rest.PostAsync(scene.Webhook(asked), RawRest.Message("answer"))).Is(200);
        Assert.Equal(asked.Response!.Id.ToString(), (string?)sent.Body!["id"]);
        Assert.Equal("answer", asked.Response.Content);
        Assert.Equal([SheetRow.FollowupAfterDefer], scene.Broken);
        (await scene.Rest.PostAsync(scene.Webhook(asked), RawRest.Message("more"))).Is(200);
        Assert.Equal("more", (await asked.WaitForFollowupAsync()).Content);
    }

    [Fact]
    public async Task A_followup_stored_twice_after_a_lost_answer_breaks_row_30()
    {
        var (scene, gateway, asked) = await AskAsync();
        await using var _ = scene;
        using var __ = gateway;
        (await scene.CallbackAsync(asked, 4, RawRest.Message("answer"))).Is(204);
        scene.Server.RestFaults.Add("POST webhooks/{application}/{token}", RestFault.ErrorAfterStoring(500));
        Assert.Equal(500, (await scene.Rest.PostAsync(scene.Webhook(asked), RawRest.Message("more"))).Status);
        (await scene.Rest.PostAsync(scene.Webhook(asked), RawRest.Message("more"))).Is(200);
        Assert.Equal([SheetRow.FaultsAfterStoring], scene.Broken);
    }

    [Fact]
    public async Task An_ephemeral_response_is_seen_by_its_user_alone_and_reached_only_by_the_token()
    {
        var (scene, gateway, asked) = await AskAsync();
        await using var _ = scene;
        using var __ = gateway;
        var ben = scene.Guild.AddMember("ben");
        (await scene.CallbackAsync(asked, 5, new JsonObject { ["flags"] = 64 })).Is(204);
        (await scene.Rest.PatchAsync($"{scene.Webhook(asked)}/messages/@original", RawRest.Message("for you"))).Is(200);
        Assert.Contains(asked.Response!, scene.Ana.SeesIn(scene.General));
        Assert.DoesNotContain(asked.Response!, ben.SeesIn(scene.General));
        Assert.Empty(scene.Broken);
        Assert.Contains(SheetRow.Ephemeral, scene.Server.Conduct.Exercised);

        Assert.Empty((await scene.Rest.GetAsync(scene.Messages)).Is(200).Body!.AsArray());
        (await scene.Rest.PatchAsync($"{scene.Messages}/{asked.Response!.Id}", RawRest.Message("by the bot"))).Is(404, 10008);
        Assert.Equal([SheetRow.Ephemeral], scene.Broken);
    }

    [Fact]
    public async Task Whether_it_is_ephemeral_is_settled_by_the_first_response()
    {
        var (scene, gateway, asked) = await AskAsync();
        await using var _ = scene;
        using var __ = gateway;
        (await scene.CallbackAsync(asked, 5)).Is(204);
        var hidden = RawRest.Message("now hidden");
        hidden["flags"] = 64;
        (await scene.Rest.PatchAsync($"{scene.Webhook(asked)}/messages/@original", hidden)).Is(200);
        Assert.False(asked.Response!.IsEphemeral);
        Assert.Equal([SheetRow.Ephemeral], scene.Broken);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    [InlineData(7, false)]
    [InlineData(8, false)]
    [InlineData(9, true)]
    [InlineData(77, false)]
    public async Task A_command_takes_only_the_responses_that_fit_it(int type, bool fits)
    {
        var (scene, gateway, asked) = await AskAsync();
        await using var _ = scene;
        using var __ = gateway;
        var data = type == 9 ? Modal() : type == 5 ? new JsonObject() : RawRest.Message("x");
        (await scene.CallbackAsync(asked, type, data)).Is(fits ? 204 : 400, fits ? 0 : 50035);
        Assert.Equal(fits ? [] : [SheetRow.CallbackKinds], scene.Broken);
        Assert.Contains(SheetRow.CallbackKinds, scene.Server.Conduct.Exercised);
    }

    [Fact]
    public async Task A_deferred_response_takes_no_flag_but_ephemeral_and_no_modal_after_it()
    {
        var (scene, gateway, asked) = await AskAsync();
        await using var _ = scene;
        using var __ = gateway;
        (await scene.CallbackAsync(asked, 5, new JsonObject { ["flags"] = 4 })).Is(400, 50035);
        Assert.Equal([SheetRow.CallbackKinds], scene.Broken);
        (await scene.CallbackAsync(asked, 5, new JsonObject { ["flags"] = 64 })).Is(204);
        (await scene.CallbackAsync(asked, 9, Modal())).Is(400, 40060);
    }

    private static JsonObject Modal() => (JsonObject)JsonNode.Parse("""
        {"custom_id":"fb","title":"Feedback","components":[{"type":18,"label":"What was wrong?","component":{"type":4,"custom_id":"why","style":2,"max_length":10,"required":true}}]}
        """)!;

    [Fact]
    public async Task A_short_history_forgets_what_is_done_and_nothing_that_is_still_to_be_answered()
    {
        await using var scene = await Scene.StartAsync(options => options with { HistoryKept = 2 });
        await scene.RegisterAsync();
        var asked = Enumerable.Range(0, 6).Select(number => scene.Ana.Runs(scene.General, "ask", ("question", $"what changed {number}?"))).ToList();
        foreach (var one in asked)
        {
            (await scene.CallbackAsync(one, 5)).Is(204);
            (await scene.Rest.PatchAsync($"{scene.Webhook(one)}/messages/@original", RawRest.Message("this"))).Is(200);
        }

        scene.Ana.Runs(scene.General, "ask", ("question", "and now?"));
        Assert.Equal(2, scene.Server.Interactions.Count);
        Assert.Equal(2, scene.General.Messages.Count);
        (await scene.CallbackAsync(asked[0], 5)).Is(404, 10062);
    }

    [Fact]
    public async Task The_callback_tells_of_the_message_when_asked()
    {
        var (scene, gateway, asked) = await AskAsync();
        await using var _ = scene;
        using var __ = gateway;
        var reply = (await scene.CallbackAsync(asked, 4, RawRest.Message("answer"), "?with_response=true")).Is(200);
        Assert.Equal(asked.Response!.Id.ToString(), (string?)reply.Body!["interaction"]!["response_message_id"]);
        Assert.Equal("answer", (string?)reply.Body["resource"]!["message"]!["content"]);
    }
}
