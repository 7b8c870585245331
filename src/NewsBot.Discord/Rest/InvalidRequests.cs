namespace NewsBot.Discord.Rest;

/// <summary>
/// Counts refused requests (401, 403, 429 but not of a shared limit) over ten minutes. At 10 000 Discord blocks the address, so at a
/// limit well below requests stop until enough of them have aged. Counted in slots of ten seconds. For several threads.
/// </summary>
internal sealed class InvalidRequests(int limit, TimeProvider time)
{
    private const int Slots = 61;
    private static readonly TimeSpan SlotLength = TimeSpan.FromSeconds(10);

    private readonly long _origin = time.GetTimestamp();
    private readonly Lock _sync = new();
    private readonly int[] _counts = new int[Slots];
    private long _current;

    public int Count
    {
        get
        {
            lock (_sync)
            {
                Advance();
                return _counts.Sum();
            }
        }
    }

    /// <summary>Until when no request may be made; null when they may.</summary>
    public DateTimeOffset? BlockedUntil
    {
        get
        {
            lock (_sync)
            {
                Advance();
                var excess = _counts.Sum() - limit;
                if (excess < 0)
                    return null;
                for (var age = Slots - 1; age >= 0; age--)
                {
                    excess -= _counts[(int)((_current + Slots - age) % Slots)];
                    if (excess < 0)
                        return time.GetUtcNow() + ((Slots - age) * SlotLength);
                }

                return null;
            }
        }
    }

    public int Record()
    {
        lock (_sync)
        {
            Advance();
            _counts[(int)(_current % Slots)]++;
            return _counts.Sum();
        }
    }

    private void Advance()
    {
        var slot = time.GetElapsedTime(_origin).Ticks / SlotLength.Ticks;
        if (slot - _current >= Slots)
            Array.Clear(_counts);
        else
            for (var next = _current + 1; next <= slot; next++)
                _counts[(int)(next % Slots)] = 0;
        _current = Math.Max(_current, slot);
    }
}
