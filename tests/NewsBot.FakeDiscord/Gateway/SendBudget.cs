namespace NewsBot.FakeDiscord.Gateway;

/// <summary>What one connection may send: 120 messages in 60 s, of which five presences in 20 s.</summary>
internal sealed class SendBudget(FakeDiscordOptions options)
{
    private const int MostPresences = 5;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PresenceWindow = TimeSpan.FromSeconds(20);
    private readonly Queue<DateTimeOffset> sends = new();
    private readonly Queue<DateTimeOffset> presences = new();

    /// <summary>Counts a message; false when it is one too many.</summary>
    public bool Take() => Take(sends, Window, options.GatewaySendLimit);

    /// <summary>Counts a presence; false when it is one too many.</summary>
    public bool TakePresence() => Take(presences, PresenceWindow, MostPresences);

    private bool Take(Queue<DateTimeOffset> queue, TimeSpan window, int limit)
    {
        var now = options.Time.GetUtcNow();
        while (queue.TryPeek(out var first) && now - first >= window)
            queue.Dequeue();
        queue.Enqueue(now);
        return queue.Count <= limit;
    }
}
