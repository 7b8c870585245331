namespace NewsBot.Discord.Rest;

/// <summary>
/// Holds requests back until Discord will take them: per bucket by what its answers say, per route after a refusal, and all but
/// interactions by the global limit. Nothing is hard-coded but the global limit's size. For several threads.
/// </summary>
internal sealed class RateLimiter(int globalPerSecond, TimeProvider time)
{
    /// <summary>Buckets and routes that are remembered; every interaction's token makes one of each.</summary>
    private const int MaxRemembered = 4096;

    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    private readonly long _origin = time.GetTimestamp();
    private readonly Lock _sync = new();
    private readonly Dictionary<string, string> _bucketOfRoute = [];
    private readonly Dictionary<(string Bucket, string Major), RateLimitBucket> _buckets = [];
    private readonly Dictionary<(string Route, string Major), TimeSpan> _heldUntil = [];
    private readonly SlidingWindow _global = new(globalPerSecond, TimeSpan.FromMilliseconds(1050));
    private TimeSpan _globalHeldUntil;

    private TimeSpan Now => time.GetElapsedTime(_origin);

    /// <summary>How many buckets are remembered.</summary>
    public int Remembered
    {
        get
        {
            lock (_sync)
                return _buckets.Count;
        }
    }

    /// <summary>
    /// Waits for the request's turn. Null when that would take longer than <paramref name="longest"/>. The place must be given back
    /// with <see cref="Complete"/>.
    /// </summary>
    public async Task<RateLimitBucket?> AcquireAsync(RestRequest request, TimeSpan longest, CancellationToken cancellationToken)
    {
        var until = Now + longest;
        while (true)
        {
            // A held route waits outside: others that share its bucket need not wait for it.
            if (!await WaitWhileHeldAsync(request, until, cancellationToken))
                return null;
            var bucket = Join(request);
            var taken = false;
            try
            {
                await bucket.Turn.WaitAsync(cancellationToken);
                try
                {
                    var outcome = await WaitForPlaceAsync(request, bucket, until, cancellationToken);
                    taken = outcome == Outcome.Taken;
                    if (outcome == Outcome.Taken)
                        return bucket;
                    if (outcome == Outcome.TooLong)
                        return null;
                }
                finally
                {
                    bucket.Turn.Release();
                }
            }
            finally
            {
                if (!taken)
                    Quit(bucket);
            }
        }
    }

    /// <summary>The request is over. A refusal holds its route, or everything when the limit is global.</summary>
    /// <param name="answer">Null when there was none.</param>
    public void Complete(RestRequest request, RateLimitBucket bucket, RestAnswer? answer)
    {
        lock (_sync)
        {
            if (answer is { IsTooMany: true, IsAddressBlock: false })
                Hold(request, answer);
            bucket.Leave();
            bucket.Users--;
            if (answer?.Limits is not { } headers)
                return;
            var named = bucket;
            if (headers.Bucket is { } name)
            {
                _bucketOfRoute[request.ToString()] = name;
                named = Find((name, request.Major));
            }

            // Whoever waits for the provisional bucket wakes at its Leave, and finds that the route has another now.
            named.Update(headers, Now);
        }
    }

    private enum Outcome
    {
        Taken,
        TooLong,
        StartOver,
    }

    private async Task<bool> WaitWhileHeldAsync(RestRequest request, TimeSpan until, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan now, held;
            lock (_sync)
                (now, held) = (Now, HeldUntil(request));
            if (held <= now)
                return true;
            if (held > until)
                return false;
            await Task.Delay(held - now, time, cancellationToken);
        }
    }

    private async Task<Outcome> WaitForPlaceAsync(RestRequest request, RateLimitBucket bucket, TimeSpan until, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wait;
            Task changed;
            lock (_sync)
            {
                var now = Now;
                if (Find(KeyOf(request)) != bucket || HeldUntil(request) > now)
                    return Outcome.StartOver;
                wait = request.Limit == LimitClass.Ordinary ? GlobalWait(now) : TimeSpan.Zero;
                if (wait <= TimeSpan.Zero && bucket.TryTake(now, out wait))
                {
                    if (request.Limit == LimitClass.Ordinary)
                        _global.Record(now);
                    return Outcome.Taken;
                }

                changed = bucket.Changed;
                if (now + wait > until && (wait = until - now) <= TimeSpan.Zero)
                    return Outcome.TooLong;
            }

            using var delay = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(changed, Task.Delay(wait, time, delay.Token));
            await delay.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void Hold(RestRequest request, RestAnswer refusal)
    {
        var until = Now + refusal.RetryAfter + Margin;
        if (refusal.IsGlobal)
            _globalHeldUntil = until > _globalHeldUntil ? until : _globalHeldUntil;
        else
            _heldUntil[(request.ToString(), request.Major)] = until;
    }

    private TimeSpan HeldUntil(RestRequest request) => _heldUntil.GetValueOrDefault((request.ToString(), request.Major));

    private TimeSpan GlobalWait(TimeSpan now)
    {
        var (held, window) = (_globalHeldUntil - now, _global.Wait(now));
        return held > window ? held : window;
    }

    private RateLimitBucket Join(RestRequest request)
    {
        lock (_sync)
        {
            var bucket = Find(KeyOf(request));
            bucket.Users++;
            return bucket;
        }
    }

    private void Quit(RateLimitBucket bucket)
    {
        lock (_sync)
            bucket.Users--;
    }

    private (string, string) KeyOf(RestRequest request) =>
        (_bucketOfRoute.GetValueOrDefault(request.ToString()) ?? request.ToString(), request.Major);

    private RateLimitBucket Find((string, string) key)
    {
        if (_buckets.TryGetValue(key, out var bucket))
            return bucket;
        if (_buckets.Count >= MaxRemembered)
            ForgetIdle();
        return _buckets[key] = new RateLimitBucket { LastUsed = Now };
    }

    /// <summary>Forgets what is idle; when that is not enough, the longest unused of those that nobody waits for.</summary>
    private void ForgetIdle()
    {
        var now = Now;
        foreach (var key in _buckets.Where(pair => pair.Value.IsIdle(now)).Select(pair => pair.Key).ToList())
            _buckets.Remove(key);
        if (_buckets.Count > MaxRemembered * 3 / 4)
            foreach (var key in _buckets.Where(pair => pair.Value.Users == 0).OrderBy(pair => pair.Value.LastUsed)
                .Take(MaxRemembered / 4).Select(pair => pair.Key).ToList())
                _buckets.Remove(key);
        foreach (var key in _heldUntil.Where(pair => pair.Value <= now).Select(pair => pair.Key).ToList())
            _heldUntil.Remove(key);
    }
}
