using NewsBot.Discord.Model;

namespace NewsBot.Discord.Asking;

/// <summary>Keeps edits of one message at least a second apart. Who waits is let through in the end, so the last edit lands.</summary>
internal sealed class EditPacer(TimeProvider time)
{
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(1.1);
    private const int Remembered = 4096;
    private readonly Lock _lock = new();
    private readonly Dictionary<Snowflake, DateTimeOffset> _next = [];

    /// <summary>Waits for this edit's turn.</summary>
    /// <param name="message">The message, or the interaction that has it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WaitTurnAsync(Snowflake message, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        DateTimeOffset turn;
        lock (_lock)
        {
            if (_next.Count >= Remembered)
                foreach (var old in _next.Where(pair => pair.Value <= now).Select(pair => pair.Key).ToList())
                    _next.Remove(old);
            turn = _next.TryGetValue(message, out var next) && next > now ? next : now;
            _next[message] = turn + Apart;
        }

        if (turn > now)
            await Task.Delay(turn - now, time, cancellationToken).ConfigureAwait(false);
    }
}
