using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Gateway;

/// <summary>
/// Leave to start sessions, for all shards of this process. Discord gives about 1000 a day, and resets the bot's token when they
/// are used up; and of shards with the same <c>id % max_concurrency</c> one may start every five seconds.
/// </summary>
internal sealed class IdentifyGate(
    Func<CancellationToken, Task<DiscordResult<GatewayInfo>>> ask, int maxPerDay, TimeProvider time, Random random, ILogger logger)
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5);

    private readonly long _origin = time.GetTimestamp();
    private readonly Lock _sync = new();
    private readonly Dictionary<int, TimeSpan> _nextSlots = [];
    private readonly SlidingWindow _day = new(maxPerDay, TimeSpan.FromHours(24));
    private int _maxConcurrency = 1;

    /// <summary>
    /// Waits until sessions may be started at all, and returns where. Discord is asked each time, since others may use the same
    /// token. Failures are waited out, but not a refused token.
    /// </summary>
    public async Task<(GatewayInfo? Info, DiscordStop? Stop)> PrepareAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var result = await ask(cancellationToken);
            if (result.Succeeded)
            {
                var limit = result.Value.SessionStartLimit ?? new SessionStartLimit();
                _maxConcurrency = Math.Clamp(limit.MaxConcurrency, 1, 10_000);
                if (limit.Remaining is null or > 0)
                    return (result.Value, null);
                var wait = TimeSpan.FromMilliseconds(Math.Clamp(limit.ResetAfter, 1000, 24 * 3_600_000));
                logger.LogError("Discord allows no more sessions for {Wait}; waiting.", wait);
                await Task.Delay(wait, time, cancellationToken);
                continue;
            }

            if (result.Failure.Kind == FailureKind.Unauthorized)
                return (null, new DiscordStop(StopReason.InvalidToken, "Discord does not accept the bot's token."));
            var pause = TimeSpan.FromSeconds((0.5 + (random.NextDouble() * 0.5)) * Math.Min(60, Math.Pow(2, Math.Min(attempt, 6))));
            logger.LogWarning("Discord's gateway address cannot be had: {Failure}. Next attempt in {Pause}.", result.Failure, pause);
            await Task.Delay(result.Failure.RetryAfter > pause ? result.Failure.RetryAfter.Value : pause, time, cancellationToken);
        }
    }

    /// <summary>Waits for this shard's turn.</summary>
    public async Task TakeTurnAsync(int shard, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_sync)
        {
            var now = time.GetElapsedTime(_origin);
            var key = shard % _maxConcurrency;
            var slot = _nextSlots.TryGetValue(key, out var next) && next > now ? next : now;
            var day = _day.Wait(now);
            if (day > slot - now)
            {
                logger.LogError("{Count} sessions were started in 24 hours, the limit set here; waiting {Wait}.", maxPerDay, day);
                slot = now + day;
            }

            // A little more than five seconds: what is sent five seconds apart may arrive closer together.
            _nextSlots[key] = slot + Spacing + TimeSpan.FromMilliseconds(250 + (1250 * random.NextDouble()));
            _day.Record(slot);
            wait = slot - now;
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
    }
}
