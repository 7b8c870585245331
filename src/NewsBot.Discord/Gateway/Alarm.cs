namespace NewsBot.Discord.Gateway;

/// <summary>A wait for a time that may be moved; only the latest is kept.</summary>
internal sealed class Alarm(TimeProvider time) : IDisposable
{
    /// <summary>Longer waits are cut to this and asked for again; a timer takes no more than 49 days.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly long _origin = time.GetTimestamp();
    private CancellationTokenSource? _cancellation;
    private Task _task = Task.CompletedTask;
    private TimeSpan _due = TimeSpan.MinValue;

    /// <summary>A task that ends after <paramref name="wait"/>, to the millisecond; the same task while the time is the same.</summary>
    public Task At(TimeSpan wait)
    {
        wait = wait > Longest ? Longest : wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
        var due = time.GetElapsedTime(_origin) + wait;
        if (!_task.IsCompleted && (due - _due).Duration() < TimeSpan.FromMilliseconds(1))
            return _task;
        _cancellation?.Cancel();
        _cancellation?.Dispose();
        _cancellation = new CancellationTokenSource();
        _due = due;

        // Timers count whole milliseconds and may end a little early: one more makes sure that the time has come.
        return _task = Task.Delay(wait + TimeSpan.FromMilliseconds(1), time, _cancellation.Token);
    }

    public void Dispose()
    {
        _cancellation?.Cancel();
        _cancellation?.Dispose();
    }
}
