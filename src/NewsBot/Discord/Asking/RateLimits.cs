using NewsBot.Discord.Model;

namespace NewsBot.Discord.Asking;

/// <summary>
/// How often users and servers may ask: so many requests in any minute. A request that is refused does not count. For
/// several threads; forgets who has not asked for a minute.
/// </summary>
internal sealed class RateLimits(DiscordSettings settings, TimeProvider time)
{
    private const int MostKeys = 20_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<(bool Server, Snowflake Id), Queue<DateTimeOffset>> _asked = [];
    private long _refused;

    /// <summary>Requests refused since the start.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <returns>Null when the request may go on; otherwise when the next one may.</returns>
    public DateTimeOffset? Check(Snowflake user, Snowflake? server)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (_asked.Count >= MostKeys)
                Forget(now);
            var own = Recent((false, user), now);
            var shared = server is { } id ? Recent((true, id), now) : null;
            var wait = Later(Until(own, settings.UserRequestsPerMinute), shared is null ? null : Until(shared, settings.ServerRequestsPerMinute));
            if (wait is not null)
            {
                Interlocked.Increment(ref _refused);
                return wait;
            }

            own.Enqueue(now);
            shared?.Enqueue(now);
            return null;
        }
    }

    private static DateTimeOffset? Until(Queue<DateTimeOffset> asked, int most) => asked.Count < most ? null : asked.ElementAt(asked.Count - most) + Window;

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a > b || b is null ? a : b;

    private Queue<DateTimeOffset> Recent((bool, Snowflake) key, DateTimeOffset now)
    {
        if (!_asked.TryGetValue(key, out var asked))
            _asked[key] = asked = new Queue<DateTimeOffset>();
        while (asked.TryPeek(out var first) && now - first >= Window)
            asked.Dequeue();
        return asked;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, asked) in _asked)
            if (asked.Count == 0 || now - asked.Last() >= Window)
                _asked.Remove(key);
    }
}
