using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Tests.Support;

namespace NewsBot.FakeDiscord.Tests.Gateway;

public sealed class EndingTests
{
    private static async Task<RawGateway> ReadyAsync(Scene scene)
    {
        var gateway = await RawGateway.ReadyAsync(scene.Server);
        await gateway.EventAsync("GUILD_CREATE");
        scene.Clock.Advance(TimeSpan.FromSeconds(6));
        return gateway;
    }

    private static async Task ComeBackAsync(Scene scene, RawGateway lost, bool resume)
    {
        using var back = await RawGateway.OpenAsync(resume ? scene.Server.ResumeGatewayUrl : scene.Server.GatewayUrl);
        if (resume)
            await back.ResumeAsync(scene.Server.Token, lost.SessionId!, lost.Sequence!.Value);
        else
            await back.IdentifyAsync(scene.Server.Token);
        while (true)
        {
            var payload = await back.ReceiveAsync();
            if ((int)payload["op"]! == 9 || (string?)payload["t"] is "READY" or "RESUMED")
                return;
        }
    }

    [Theory]
    [InlineData(4000, true, false)]
    [InlineData(4001, true, false)]
    [InlineData(4002, true, false)]
    [InlineData(4003, false, true)]
    [InlineData(4004, false, false)]
    [InlineData(4005, false, true)]
    [InlineData(4006, false, true)]
    [InlineData(4007, false, true)]
    [InlineData(4008, true, true)]
    [InlineData(4009, true, true)]
    [InlineData(4010, false, false)]
    [InlineData(4011, false, false)]
    [InlineData(4012, false, false)]
    [InlineData(4013, false, false)]
    [InlineData(4014, false, false)]
    [InlineData(1000, true, true)]
    [InlineData(1001, true, true)]
    [InlineData(4321, true, false)]
    public async Task Each_close_code_calls_for_its_own_next_step(int code, bool mayResume, bool mayIdentify)
    {
        foreach (var resume in (bool[])[true, false])
        {
            await using var scene = await Scene.StartAsync();
            using var gateway = await ReadyAsync(scene);
            scene.Server.GatewayFaults.Close(code);
            Assert.Equal(code, await gateway.EndAsync());
            await ComeBackAsync(scene, gateway, resume);
            Assert.Equal(resume ? mayResume : mayIdentify, !scene.Broken.Contains(SheetRow.ConnectionEnds));
            Assert.Contains(SheetRow.ConnectionEnds, scene.Server.Conduct.Exercised);
        }
    }

    [Fact]
    public async Task A_request_to_reconnect_is_followed_by_a_resume()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await ReadyAsync(scene);
        scene.Server.GatewayFaults.AskToReconnect();
        await gateway.OpcodeAsync(7);
        await gateway.LeaveAsync(4000);
        await ComeBackAsync(scene, gateway, resume: true);
        Assert.Empty(scene.Server.Conduct.Violations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invalid_session_is_resumed_or_started_anew_as_it_says(bool resumable)
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await ReadyAsync(scene);
        scene.Server.GatewayFaults.InvalidateSession(resumable);
        Assert.Equal(resumable, (bool?)(await gateway.OpcodeAsync(9))["d"]);
        await gateway.LeaveAsync(4000);
        await ComeBackAsync(scene, gateway, resume: resumable);
        Assert.Empty(scene.Server.Conduct.Violations);
    }

    [Fact]
    public async Task A_silent_line_is_open_and_what_happened_meanwhile_comes_with_the_resume()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await ReadyAsync(scene);
        scene.Server.GatewayFaults.Silence = true;
        Scripting.MessageActions.SaysDirectly(scene.Ana, "anybody there?");
        await gateway.LeaveAsync(4900);
        await scene.Server.WaitUntilAsync(() => scene.Server.Connections[0].EndedAt is not null, "the end");
        scene.Server.GatewayFaults.Silence = false;
        using var back = await RawGateway.OpenAsync(gateway.ResumeUrl!);
        await back.ResumeAsync(scene.Server.Token, gateway.SessionId!, gateway.Sequence!.Value);
        Assert.Equal("anybody there?", (string?)(await back.EventAsync("MESSAGE_CREATE"))["content"]);
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4014)]
    [InlineData(4000)]
    public async Task Handshakes_can_be_closed_with_any_code(int code)
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.GatewayFaults.CloseHandshakesWith = code;
        using var gateway = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await gateway.IdentifyAsync(scene.Server.Token);
        Assert.Equal(code, await gateway.EndAsync());
        scene.Server.GatewayFaults.CloseHandshakesWith = null;
        using var again = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await again.IdentifyAsync(scene.Server.Token);
        await again.EventAsync("READY");
        Assert.Equal(code == 4000 ? [] : [SheetRow.ConnectionEnds], scene.Broken);
    }

    [Fact]
    public async Task Connections_can_be_refused_and_greetings_withheld()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.GatewayFaults.RefuseConnections = 1;
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => RawGateway.ConnectAsync(scene.Server.GatewayUrl));
        scene.Server.GatewayFaults.NoReady = true;
        using var gateway = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await gateway.IdentifyAsync(scene.Server.Token);
        await gateway.BeatAsync();
        Assert.Equal(11, (int?)(await gateway.ReceiveAsync())["op"]);
        scene.Server.GatewayFaults.NoHello = true;
        using var mute = await RawGateway.ConnectAsync(scene.Server.GatewayUrl);
        await mute.BeatAsync();
        Assert.Equal(11, (int?)(await mute.ReceiveAsync())["op"]);
    }

    [Fact]
    public async Task A_request_to_reconnect_may_come_before_hello()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.GatewayFaults.ReconnectBeforeHello = 1;
        using var gateway = await RawGateway.ConnectAsync(scene.Server.GatewayUrl);
        Assert.Equal(7, (int?)(await gateway.ReceiveAsync())["op"]);
    }
}
