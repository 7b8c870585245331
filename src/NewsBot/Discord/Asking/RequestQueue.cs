using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Asking;

/// <summary>
/// Requests that wait for one of a fixed number of workers. A place is taken before the request is acknowledged, so that
/// what was acknowledged is always worked on; when all places are taken the asker is told at once.
/// </summary>
internal sealed class RequestQueue : IDisposable
{
    private readonly int _capacity;
    private readonly TimeProvider _time;
    private readonly ILogger<RequestQueue> _logger;
    private readonly Channel<(Place Place, Func<CancellationToken, Task> Work)> _waiting;
    private readonly CancellationTokenSource _cutOff = new();
    private readonly Task _workers;
    private int _taken;
    private volatile bool _closed;

    public RequestQueue(DiscordSettings settings, TimeProvider time, ILogger<RequestQueue> logger)
    {
        _capacity = settings.QueueCapacity;
        _time = time;
        _logger = logger;
        _waiting = Channel.CreateBounded<(Place, Func<CancellationToken, Task>)>(settings.QueueCapacity);
        _workers = Task.WhenAll(Enumerable.Range(0, settings.Workers).Select(_ => Task.Run(WorkAsync)));
    }

    /// <summary>Requests that wait or are worked on.</summary>
    public int Taken => Volatile.Read(ref _taken);

    public int Capacity => _capacity;

    /// <summary>Whether the bot is going down and takes nothing more.</summary>
    public bool IsClosed => _closed;

    /// <returns>A place, to be used or given back; null when all are taken or the queue is closed.</returns>
    public Place? TryTakePlace()
    {
        if (_closed)
            return null;
        if (Interlocked.Increment(ref _taken) <= _capacity)
            return new Place(this);
        Interlocked.Decrement(ref _taken);
        return null;
    }

    /// <summary>Hands work to the workers. The place is given back when it is done.</summary>
    public void Enqueue(Place place, Func<CancellationToken, Task> work)
    {
        // Only a queue that was closed between the two refuses: then the work is told so, and marks itself.
        if (!_waiting.Writer.TryWrite((place, work)))
            _ = Task.Run(() => RunAsync(place, work));
    }

    /// <summary>Takes nothing more and lets the rest finish for a while; then cancels it, which marks what was not finished.</summary>
    /// <returns>When all work has ended, or <paramref name="mark"/> is over as well.</returns>
    public async Task CloseAsync(TimeSpan finish, TimeSpan mark)
    {
        _closed = true;
        var ends = _time.GetTimestamp();
        while (Taken > 0 && _time.GetElapsedTime(ends) < finish)
            await Task.Delay(TimeSpan.FromMilliseconds(20), _time).ConfigureAwait(false);
        await _cutOff.CancelAsync().ConfigureAwait(false);
        _waiting.Writer.TryComplete();
        await Task.WhenAny(_workers, Task.Delay(mark, _time)).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _closed = true;
        _cutOff.Cancel();
        _waiting.Writer.TryComplete();
    }

    /// <summary>Each worker goes on with what waits also after the cut-off, when all it does is mark it as not done.</summary>
    private async Task WorkAsync()
    {
        await foreach (var (place, work) in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
            await RunAsync(place, work).ConfigureAwait(false);
    }

    private async Task RunAsync(Place place, Func<CancellationToken, Task> work)
    {
        using (place)
        {
            try
            {
                await work(_cutOff.Token).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                _logger.LogError(exception, "A request failed outside the engine");
            }
        }
    }

    /// <summary>A place in the queue, given back when disposed.</summary>
    internal sealed class Place(RequestQueue queue) : IDisposable
    {
        private int _returned;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _returned, 1) == 0)
                Interlocked.Decrement(ref queue._taken);
        }
    }
}
