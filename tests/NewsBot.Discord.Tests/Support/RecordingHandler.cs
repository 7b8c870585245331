using System.Collections.Concurrent;
using System.Threading.Channels;
using NewsBot.Discord.Events;

namespace NewsBot.Discord.Tests.Support;

/// <summary>Keeps what it is given.</summary>
internal sealed class RecordingHandler : IDiscordEventHandler
{
    private readonly Channel<DiscordEvent> _events = Channel.CreateUnbounded<DiscordEvent>();

    public ConcurrentQueue<DiscordEvent> Overflown { get; } = new();

    /// <summary>What to do with each event before it is kept.</summary>
    public Func<DiscordEvent, CancellationToken, Task> OnEvent { get; set; } = (_, _) => Task.CompletedTask;

    public async Task HandleAsync(DiscordEvent discordEvent, CancellationToken cancellationToken)
    {
        await OnEvent(discordEvent, cancellationToken);
        await _events.Writer.WriteAsync(discordEvent, cancellationToken);
    }

    public void OnOverflow(DiscordEvent discordEvent) => Overflown.Enqueue(discordEvent);

    /// <summary>The next event of a kind; others before it are passed over.</summary>
    public async Task<T> NextAsync<T>()
        where T : DiscordEvent
    {
        using var timeout = new CancellationTokenSource(Wait.Longest);
        while (true)
            if (await _events.Reader.ReadAsync(timeout.Token) is T wanted)
                return wanted;
    }

    public IReadOnlyList<DiscordEvent> Drain()
    {
        var all = new List<DiscordEvent>();
        while (_events.Reader.TryRead(out var one))
            all.Add(one);
        return all;
    }
}
