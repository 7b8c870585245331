namespace NewsBot.Discord;

/// <summary>At most <paramref name="limit"/> things in any stretch of <paramref name="period"/>. Times are measured from any fixed start. Not for several threads.</summary>
internal sealed class SlidingWindow(int limit, TimeSpan period)
{
    private readonly Queue<TimeSpan> _times = new();

    /// <summary>How many there were in the period before now.</summary>
    public int Count(TimeSpan now)
    {
        while (_times.TryPeek(out var oldest) && now - oldest >= period)
            _times.Dequeue();
        return _times.Count;
    }

    /// <summary>How long until the next is allowed; zero for now.</summary>
    public TimeSpan Wait(TimeSpan now) => Count(now) < limit ? TimeSpan.Zero : _times.Peek() + period - now;

    /// <summary>Notes one, allowed or not. The memory is bounded: of more than the limit the oldest is forgotten.</summary>
    public void Record(TimeSpan now)
    {
        if (_times.Count >= limit)
            _times.Dequeue();
        _times.Enqueue(now);
    }
}
