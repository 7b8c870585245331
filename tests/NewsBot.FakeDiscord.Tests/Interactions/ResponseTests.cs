using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Tests.Support;

namespace NewsBot.FakeDiscord.Tests.Interactions;

public sealed class ResponseTests
{
    [Fact]
    public async Task A_command_is_delivered_deferred_and_answered_by_an_edit()
    {
        await using var scene = await Scene.StartAsync();
        await scene.RegisterAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        var asked = scene.Ana.Runs(scene.General, "ask", ("question", "what changed?"));
        var received = await gateway.EventAsync("INTERACTION_CREATE");
        Assert.Equal("what changed?", (string?)received["data"]!["options"]![0]!["value"]);
        Assert.Equal("ana", (string?)received["member"]!["user"]!["username"]);

        (await scene.CallbackAsync(asked, 5)).Is(204);
        Assert.True(asked.Response!.Loading);
        (await scene.Rest.PatchAsync($"{scene.Webhook(asked)}/messages/@original", RawRest.Message("this"))).Is(200);
        Assert.Equal("this", (await asked.WaitForAnswerAsync()).Content);
        Assert.Empty(scene.Server.Conduct.Violations);
    }
}
