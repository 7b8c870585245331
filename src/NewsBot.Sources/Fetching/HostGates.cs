using System.Collections.Concurrent;

namespace NewsBot.Sources.Fetching;

/// <summary>Politeness: few requests to one host at a time, and some time between them.</summary>
internal sealed class HostGates(FetchOptions options, TimeProvider time)
{
    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for a turn, which ends when the result is disposed.</summary>
    public async Task<IDisposable> EnterAsync(string host, CancellationToken cancellationToken)
    {
        if (_gates.Count > MostKept)
            Tidy();
        while (true)
        {
            var gate = _gates.GetOrAdd(host, _ => new Gate(options.HostConcurrency));
            await gate.Places.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (_gates.TryGetValue(host, out var current) && current != gate)
            {
                gate.Places.Release(); // Tidied away while this one waited.
                continue;
            }

            try
            {
                var wait = gate.NextWait(time.GetUtcNow(), TimeSpan.FromSeconds(options.HostDelaySeconds));
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
                return new Turn(gate);
            }
            catch
            {
                gate.Places.Release();
                throw;
            }
        }
    }

    private void Tidy()
    {
        var now = time.GetUtcNow();
        foreach (var (host, gate) in _gates)
            if (gate.Places.CurrentCount == options.HostConcurrency && gate.IsIdle(now))
                _gates.TryRemove(host, out _);
    }

    private sealed class Gate(int places)
    {
        private readonly Lock _lock = new();
        private DateTimeOffset _next = DateTimeOffset.MinValue;

        public SemaphoreSlim Places { get; } = new(places);

        public bool IsIdle(DateTimeOffset now)
        {
            lock (_lock)
                return _next <= now;
        }

        public TimeSpan NextWait(DateTimeOffset now, TimeSpan delay)
        {
            lock (_lock)
            {
                var start = _next > now ? _next : now;
                _next = start + delay;
                return start - now;
            }
        }
    }

    private sealed class Turn(Gate gate) : IDisposable
    {
        public void Dispose() => gate.Places.Release();
    }
}
