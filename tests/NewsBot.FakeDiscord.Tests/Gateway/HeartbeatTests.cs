using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Tests.Support;

namespace NewsBot.FakeDiscord.Tests.Gateway;

public sealed class HeartbeatTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(40);

    private static Task<Scene> StartAsync() => Scene.StartAsync(options => options with { HeartbeatInterval = Interval, SchedulingSlack = TimeSpan.Zero, ReactionTime = TimeSpan.Zero });

    /// <summary>Lets the clock run, beats, and waits for the acknowledgement.</summary>
    private static async Task BeatAfterAsync(Scene scene, RawGateway gateway, double seconds)
    {
        scene.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await gateway.BeatAsync();
        await gateway.OpcodeAsync(11);
    }

    private static async Task<RawGateway> ReadyAsync(Scene scene)
    {
        var gateway = await RawGateway.ReadyAsync(scene.Server);
        await gateway.EventAsync("GUILD_CREATE");
        return gateway;
    }

    [Fact]
    public async Task Heartbeats_on_their_schedule_break_no_rule()
    {
        await using var scene = await StartAsync();
        using var gateway = await ReadyAsync(scene);
        await BeatAfterAsync(scene, gateway, 17);
        await BeatAfterAsync(scene, gateway, 40);
        await BeatAfterAsync(scene, gateway, 44);
        Assert.Empty(scene.Server.Conduct.Violations);
        Assert.Contains(SheetRow.HeartbeatTiming, scene.Server.Conduct.Exercised);
    }

    [Theory]
    [InlineData(41, 0)]
    [InlineData(10, 30)]
    [InlineData(10, 50)]
    public async Task A_heartbeat_out_of_its_time_breaks_row_1(double first, double second)
    {
        await using var scene = await StartAsync();
        using var gateway = await ReadyAsync(scene);
        await BeatAfterAsync(scene, gateway, first);
        if (second > 0)
            await BeatAfterAsync(scene, gateway, second);
        Assert.Equal([SheetRow.HeartbeatTiming], scene.Broken);
    }

    [Fact]
    public async Task A_heartbeat_with_an_old_number_or_a_future_one_breaks_row_2()
    {
        await using var scene = await StartAsync();
        using var gateway = await ReadyAsync(scene);
        scene.Clock.Advance(TimeSpan.FromSeconds(10));
        await gateway.SendAsync(1, null);
        await gateway.OpcodeAsync(11);
        Assert.Equal([SheetRow.HeartbeatSequence], scene.Broken);

        scene.Server.Conduct.Clear();
        scene.Clock.Advance(Interval);
        await gateway.SendAsync(1, gateway.Sequence + 5);
        await gateway.OpcodeAsync(11);
        Assert.Equal([SheetRow.HeartbeatSequence], scene.Broken);
    }

    [Fact]
    public async Task A_heartbeat_before_any_event_carries_null()
    {
        await using var scene = await StartAsync();
        using var gateway = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
        await gateway.BeatAsync();
        await gateway.OpcodeAsync(11);
        Assert.Empty(scene.Server.Conduct.Violations);
    }

    [Fact]
    public async Task A_client_that_beats_on_without_an_ACK_breaks_row_3()
    {
        await using var scene = await StartAsync();
        using var gateway = await ReadyAsync(scene);
        scene.Server.GatewayFaults.WithholdAcks = true;
        await gateway.BeatAsync();
        scene.Clock.Advance(Interval);
        await gateway.BeatAsync();
        await scene.Server.WaitUntilAsync(() => scene.Server.Conduct.Of(SheetRow.MissingAck).Count == 1, "the violation");
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(4000, false)]
    public async Task A_client_that_leaves_a_dead_line_with_1000_breaks_row_3(int code, bool breaks)
    {
        await using var scene = await StartAsync();
        using var gateway = await ReadyAsync(scene);
        scene.Server.GatewayFaults.WithholdAcks = true;
        await gateway.BeatAsync();
        await scene.Server.WaitUntilAsync(() => scene.Server.Connections[0].Opcodes.Contains(1), "the beat");
        await gateway.LeaveAsync(code);
        await scene.Server.WaitUntilAsync(() => scene.Server.Connections[0].EndedAt is not null, "the end");
        Assert.Equal(breaks, scene.Broken.Contains(SheetRow.MissingAck));
        Assert.Contains(SheetRow.MissingAck, scene.Server.Conduct.Exercised);
    }

    [Fact]
    public async Task A_connection_without_heartbeats_is_closed_after_seven_quarters_of_the_interval()
    {
        await using var scene = await StartAsync();
        using var gateway = await ReadyAsync(scene);
        scene.Clock.Advance(TimeSpan.FromSeconds(69));
        Assert.Empty(scene.Server.Conduct.Violations);
        scene.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(4009, await gateway.EndAsync());
        Assert.Equal([SheetRow.MissingHeartbeat], scene.Broken);
    }

    [Fact]
    public async Task A_requested_heartbeat_that_comes_late_or_never_breaks_row_5()
    {
        await using var scene = await StartAsync();
        using var gateway = await ReadyAsync(scene);
        scene.Server.GatewayFaults.RequestHeartbeat();
        await BeatAfterAsync(scene, gateway, 2);
        Assert.Equal([SheetRow.RequestedHeartbeat], scene.Broken);
        scene.Server.GatewayFaults.RequestHeartbeat();
        scene.Clock.Advance(TimeSpan.FromSeconds(2));
        await gateway.LeaveAsync(4000);
        await scene.Server.WaitUntilAsync(() => scene.Server.Conduct.Of(SheetRow.RequestedHeartbeat).Count == 2, "the second violation");
    }

    [Fact]
    public async Task A_client_that_identifies_anew_after_a_missing_ACK_breaks_row_11()
    {
        await using var scene = await StartAsync();
        using var gateway = await ReadyAsync(scene);
        scene.Server.GatewayFaults.WithholdAcks = true;
        await gateway.BeatAsync();
        await scene.Server.WaitUntilAsync(() => scene.Server.Connections[0].Opcodes.Contains(1), "the beat");
        await gateway.LeaveAsync(4000);
        scene.Clock.Advance(TimeSpan.FromSeconds(6));
        using var fresh = await RawGateway.ReadyAsync(scene.Server);
        Assert.Equal([SheetRow.ConnectionEnds], scene.Broken);
    }

    [Fact]
    public async Task A_heartbeat_before_the_resume_carries_the_number_of_the_session()
    {
        await using var scene = await StartAsync();
        using var gateway = await ReadyAsync(scene);
        await gateway.LeaveAsync(4000);
        await scene.Server.WaitUntilAsync(() => scene.Server.Connections[0].EndedAt is not null, "the end");
        using var back = await RawGateway.OpenAsync(gateway.ResumeUrl!);
        await back.SendAsync(1, gateway.Sequence);
        await back.OpcodeAsync(11);
        await back.ResumeAsync(scene.Server.Token, gateway.SessionId!, gateway.Sequence!.Value);
        await back.EventAsync("RESUMED");
        Assert.Empty(scene.Broken);
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(40, true)]
    public async Task A_requested_heartbeat_leaves_the_schedule_as_it_was(double next, bool breaks)
    {
        await using var scene = await StartAsync();
        using var gateway = await ReadyAsync(scene);
        await BeatAfterAsync(scene, gateway, 20);
        scene.Clock.Advance(TimeSpan.FromSeconds(10));
        scene.Server.GatewayFaults.RequestHeartbeat();
        await gateway.OpcodeAsync(1);
        await BeatAfterAsync(scene, gateway, 0);
        await BeatAfterAsync(scene, gateway, next);
        Assert.Equal(breaks ? [SheetRow.RequestedHeartbeat] : [], scene.Broken);
        Assert.Contains(SheetRow.RequestedHeartbeat, scene.Server.Conduct.Exercised);
    }
}
