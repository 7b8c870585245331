using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Tests.Support;

namespace NewsBot.Discord.Tests.Gateway;

public sealed class IdentifyGateTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Shards_of_one_key_start_five_seconds_apart_and_of_different_keys_at_once()
    {
        var gate = Gate(maxConcurrency: 2);
        await gate.PrepareAsync(CancellationToken.None);
        Assert.True(gate.TakeTurnAsync(0, CancellationToken.None).IsCompleted);
        Assert.True(gate.TakeTurnAsync(1, CancellationToken.None).IsCompleted);
        var third = gate.TakeTurnAsync(2, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(5));
        await Task.Yield();
        Assert.False(third.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1.5));
        await third.WaitAsync(Wait.Longest);
    }

    [Fact]
    public async Task More_sessions_than_the_daily_limit_wait_for_the_next_day()
    {
        var gate = Gate(maxPerDay: 3);
        await gate.PrepareAsync(CancellationToken.None);
        for (var i = 0; i < 3; i++)
        {
            Assert.True(gate.TakeTurnAsync(0, CancellationToken.None).IsCompleted);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        var fourth = gate.TakeTurnAsync(0, CancellationToken.None);
        _time.Advance(TimeSpan.FromHours(23));
        await Task.Yield();
        Assert.False(fourth.IsCompleted);
        _time.Advance(TimeSpan.FromHours(1));
        await fourth.WaitAsync(Wait.Longest);
    }

    [Fact]
    public async Task A_failing_address_is_asked_for_again_and_again_and_a_refused_token_is_not()
    {
        var asked = 0;
        var gate = new IdentifyGate(
            _ => Task.FromResult<DiscordResult<GatewayInfo>>(new DiscordFailure(++asked < 4 ? FailureKind.Unavailable : FailureKind.Unauthorized, "x")),
            200, _time, new SteadyRandom(0), NullLogger.Instance);
        var prepared = gate.PrepareAsync(CancellationToken.None);
        for (var i = 0; i < 1000 && !prepared.IsCompleted; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(60));
            await Task.Delay(5);
        }

        Assert.Equal(StopReason.InvalidToken, (await prepared.WaitAsync(Wait.Longest)).Stop!.Reason);
        Assert.Equal(4, asked);
    }

    private IdentifyGate Gate(int maxConcurrency = 1, int maxPerDay = 200) => new(
        _ => Task.FromResult<DiscordResult<GatewayInfo>>(
            new GatewayInfo { Url = "ws://x", SessionStartLimit = new SessionStartLimit { Remaining = 1000, MaxConcurrency = maxConcurrency } }),
        maxPerDay, _time, new SteadyRandom(0), NullLogger.Instance);
}
