namespace NewsBot.Discord.Rest;

/// <summary>
/// What is limited together: the routes that share a bucket, for one channel, server or webhook. Until Discord has named its limits
/// requests go one at a time. Not for several threads: <see cref="RateLimiter"/> holds its lock.
/// </summary>
internal sealed class RateLimitBucket
{
    /// <summary>What a wait of unknown length is cut to; the answer of a request under way ends it sooner.</summary>
    private static readonly TimeSpan UnknownWait = TimeSpan.FromSeconds(60);

    /// <summary>Windows end a little later than Discord says, for the way there.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan SameWindow = TimeSpan.FromMilliseconds(250);

    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _known;
    private int _limit = int.MaxValue;
    private int _remaining;
    private TimeSpan _resetAt = TimeSpan.MaxValue;
    private int _inFlight;

    /// <summary>Held by whoever is next, so that requests go in the order in which they were made.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Requests waiting or under way.</summary>
    public int Users { get; set; }

    /// <summary>When it was last used.</summary>
    public TimeSpan LastUsed { get; set; }

    /// <summary>Completes when an answer came in.</summary>
    public Task Changed => _changed.Task;

    /// <summary>Whether it can be forgotten without harm.</summary>
    public bool IsIdle(TimeSpan now) => Users == 0 && (!_known || now >= _resetAt || _remaining >= _limit);

    /// <summary>Takes one request's place; otherwise says how long to wait for it.</summary>
    public bool TryTake(TimeSpan now, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (_known && now >= _resetAt)
            (_remaining, _resetAt) = (Math.Max(0, _limit - _inFlight), TimeSpan.MaxValue);
        if (_known ? _remaining > 0 : _inFlight == 0)
        {
            _remaining--;
            _inFlight++;
            LastUsed = now;
            return true;
        }

        wait = _known && _resetAt != TimeSpan.MaxValue ? _resetAt - now : UnknownWait;
        return false;
    }

    /// <summary>The request that took a place is over.</summary>
    public void Leave()
    {
        _inFlight--;
        Signal();
    }

    /// <summary>Discord's word on the bucket; null headers leave it as it was, no bucket among them means that there is no limit.</summary>
    public void Update(RateLimitHeaders headers, TimeSpan now)
    {
        if (headers is { Limit: { } limit, Remaining: { } remaining, ResetAfter: { } resetAfter })
        {
            var resetAt = now + resetAfter + Margin;
            var others = _inFlight;
            _remaining = _known && (resetAt - _resetAt).Duration() < SameWindow
                ? Math.Min(_remaining, remaining)
                : Math.Max(0, remaining - others);
            (_known, _limit, _resetAt) = (true, Math.Max(1, limit), resetAt);
        }
        else if (!_known)
        {
            (_known, _remaining) = (true, int.MaxValue);
        }

        Signal();
    }

    private void Signal()
    {
        var changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.TrySetResult();
    }
}
