using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Events;

/// <summary>
/// Leads events to the handler on two bounded lanes: interactions side by side, all else one after another. Taking an event never
/// waits. When a lane is full the new event is told to the handler as lost, and dropped.
/// </summary>
internal sealed class EventLanes(IDiscordEventHandler handler, DiscordOptions options, RecentIds recent, ILogger logger)
{
    private readonly Channel<DiscordEvent> _interactions = Channel.CreateBounded<DiscordEvent>(options.QueueCapacity);
    private readonly Channel<DiscordEvent> _others = Channel.CreateBounded<DiscordEvent>(
        new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true });

    private long _dropped;

    public int Length => _interactions.Reader.Count + _others.Reader.Count;

    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Takes an event. False when it was dropped; a repetition is taken and forgotten.</summary>
    public bool Post(DiscordEvent discordEvent)
    {
        var id = discordEvent switch
        {
            InteractionReceived { Interaction.Handle.Id: var interaction } => interaction,
            MessageCreated { Message.Id: var message } => message,
            _ => default,
        };
        if (id.Value != 0 && !recent.Add(id))
            return true;
        var lane = discordEvent is InteractionReceived ? _interactions : _others;
        if (lane.Writer.TryWrite(discordEvent))
            return true;
        Interlocked.Increment(ref _dropped);
        try
        {
            handler.OnOverflow(discordEvent);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The handler failed on an overflow.");
        }

        return false;
    }

    /// <summary>Handles events until stopped. What still waits then is dropped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.InteractionConcurrency, CancellationToken = stop };
        await Task.WhenAll(
            IgnoreStop(Parallel.ForEachAsync(_interactions.Reader.ReadAllAsync(stop), parallel, HandleAsync)),
            IgnoreStop(HandleOthersAsync()));

        async Task HandleOthersAsync()
        {
            await foreach (var discordEvent in _others.Reader.ReadAllAsync(stop))
                await HandleAsync(discordEvent, stop);
        }

        async Task IgnoreStop(Task task)
        {
            try
            {
                await task;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // That is how it ends.
            }
        }
    }

    private async ValueTask HandleAsync(DiscordEvent discordEvent, CancellationToken cancellationToken)
    {
        try
        {
            await handler.HandleAsync(discordEvent, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The handler failed on {Event}.", discordEvent.GetType().Name);
        }
    }
}
