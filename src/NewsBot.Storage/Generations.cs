namespace NewsBot.Storage;

/// <summary>The current generation, and the earlier ones that snapshots still hold.</summary>
internal sealed class Generations(Generation first) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Generation, int> _held = new() { [first] = 0 };
    private Generation _current = first;

    public Generation Current
    {
        get
        {
            lock (_lock)
                return _current;
        }
    }

    /// <summary>The earliest revision that somebody still reads, the current one included.</summary>
    public long Oldest
    {
        get
        {
            lock (_lock)
                return _held.Keys.Min(generation => generation.Revision.Number);
        }
    }

    public Generation Acquire()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_held.Count == 0, this);
            _held[_current]++;
            return _current;
        }
    }

    public void Release(Generation generation)
    {
        lock (_lock)
            if (_held.ContainsKey(generation) && --_held[generation] == 0 && generation != _current)
                Drop(generation);
    }

    public void Swap(Generation next)
    {
        lock (_lock)
        {
            var before = _current;
            _current = next;
            _held.Add(next, 0);
            if (_held[before] == 0)
                Drop(before);
        }
    }

    public void Dispose()
    {
        lock (_lock)
            foreach (var generation in _held.Keys.ToList())
                Drop(generation);
    }

    private void Drop(Generation generation)
    {
        _held.Remove(generation);
        generation.Dispose();
    }
}
