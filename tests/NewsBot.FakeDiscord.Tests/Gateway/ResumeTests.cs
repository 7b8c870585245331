using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Tests.Support;

namespace NewsBot.FakeDiscord.Tests.Gateway;

public sealed class ResumeTests
{
    /// <summary>A session whose line is cut after everything was read.</summary>
    private static async Task<RawGateway> CutAsync(Scene scene)
    {
        var gateway = await RawGateway.ReadyAsync(scene.Server);
        await gateway.EventAsync("GUILD_CREATE");
        scene.Server.GatewayFaults.Drop();
        Assert.Null(await gateway.EndAsync());
        return gateway;
    }

    private static async Task<RawGateway> ResumedAsync(Scene scene, RawGateway lost, long? sequence = null, string? url = null, string query = "/?v=10&encoding=json")
    {
        var gateway = await RawGateway.OpenAsync(url ?? lost.ResumeUrl!, query);
        await gateway.ResumeAsync(scene.Server.Token, lost.SessionId!, sequence ?? lost.Sequence!.Value);
        return gateway;
    }

    [Fact]
    public async Task A_resume_replays_what_was_missed_in_order_and_then_says_so()
    {
        await using var scene = await Scene.StartAsync();
        using var lost = await CutAsync(scene);
        foreach (var word in (string[])["one", "two", "three"])
            scene.Ana.SaysDirectly(word);
        using var back = await ResumedAsync(scene, lost);
        Assert.Equal("one", (string?)(await back.ReceiveAsync())["d"]!["content"]);
        Assert.Equal("two", (string?)(await back.ReceiveAsync())["d"]!["content"]);
        Assert.Equal("three", (string?)(await back.ReceiveAsync())["d"]!["content"]);
        var last = await back.ReceiveAsync();
        Assert.Equal("RESUMED", (string?)last["t"]);
        Assert.Equal(lost.Sequence + 4, (long?)last["s"]);
        Assert.Empty(scene.Server.Conduct.Violations);
        Assert.Contains(SheetRow.Resume, scene.Server.Conduct.Exercised);
    }

    [Fact]
    public async Task A_resume_from_the_future_closes_with_4007()
    {
        await using var scene = await Scene.StartAsync();
        using var lost = await CutAsync(scene);
        using var back = await ResumedAsync(scene, lost, sequence: 1000);
        Assert.Equal(4007, await back.EndAsync());
        Assert.Equal([SheetRow.Resume], scene.Broken);
    }

    [Fact]
    public async Task A_resume_of_an_unknown_session_gets_op_9_and_calls_for_an_identify_at_the_base_address()
    {
        await using var scene = await Scene.StartAsync();
        using var lost = await CutAsync(scene);
        scene.Server.GatewayFaults.ForgetSessions();
        using var back = await ResumedAsync(scene, lost);
        Assert.False((bool)(await back.OpcodeAsync(9))["d"]!);
        Assert.Empty(scene.Server.Conduct.Violations);

        using var wrong = await RawGateway.OpenAsync(scene.Server.ResumeGatewayUrl);
        await wrong.IdentifyAsync(scene.Server.Token);
        await wrong.OpcodeAsync(9);
        Assert.Contains(SheetRow.ResumeUrl, scene.Broken);
    }

    [Fact]
    public async Task A_resume_with_a_wrong_token_is_fatal()
    {
        await using var scene = await Scene.StartAsync();
        using var lost = await CutAsync(scene);
        using var back = await RawGateway.OpenAsync(lost.ResumeUrl!);
        await back.ResumeAsync("wrong", lost.SessionId!, lost.Sequence!.Value);
        Assert.Equal(4004, await back.EndAsync());
        Assert.Equal([SheetRow.Resume], scene.Broken);
    }

    [Fact]
    public async Task A_resume_at_the_base_address_breaks_row_9()
    {
        await using var scene = await Scene.StartAsync();
        using var lost = await CutAsync(scene);
        using var back = await ResumedAsync(scene, lost, url: scene.Server.GatewayUrl);
        await back.EventAsync("RESUMED");
        Assert.Equal([SheetRow.ResumeUrl], scene.Broken);
    }

    [Fact]
    public async Task A_resume_with_another_query_breaks_row_8()
    {
        await using var scene = await Scene.StartAsync();
        using var lost = await CutAsync(scene);
        using var back = await ResumedAsync(scene, lost, query: "/?v=10&encoding=json&compress=zlib-stream");
        await back.EventAsync("RESUMED");
        Assert.Equal([SheetRow.GatewayUrl], scene.Broken);
    }

    [Fact]
    public async Task A_session_is_forgotten_some_minutes_after_its_line_was_lost()
    {
        await using var scene = await Scene.StartAsync();
        using var lost = await CutAsync(scene);
        scene.Clock.Advance(TimeSpan.FromMinutes(4));
        using var back = await ResumedAsync(scene, lost);
        Assert.False((bool)(await back.OpcodeAsync(9))["d"]!);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, true)]
    [InlineData(4000, false)]
    public async Task A_session_that_the_client_closed_with_1000_or_1001_is_gone(int code, bool gone)
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        await gateway.EventAsync("GUILD_CREATE");
        await gateway.LeaveAsync(code);
        await scene.Server.WaitUntilAsync(() => scene.Server.Connections[0].EndedAt is not null, "the end");
        using var back = await ResumedAsync(scene, gateway);
        if (gone)
            await back.OpcodeAsync(9);
        else
            await back.EventAsync("RESUMED");
        Assert.Equal(gone ? [SheetRow.ClientClose] : [], scene.Broken);
    }

    [Fact]
    public async Task When_the_resume_address_is_down_an_identify_is_right()
    {
        await using var scene = await Scene.StartAsync();
        using var lost = await CutAsync(scene);
        scene.Server.GatewayFaults.ResumeHostDown = true;
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => RawGateway.ConnectAsync(lost.ResumeUrl!));
        scene.Clock.Advance(TimeSpan.FromSeconds(6));
        using var fresh = await RawGateway.ReadyAsync(scene.Server);
        Assert.Empty(scene.Server.Conduct.Violations);
    }
}
