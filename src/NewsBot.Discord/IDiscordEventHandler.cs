using NewsBot.Discord.Events;

namespace NewsBot.Discord;

/// <summary>
/// Receives what happens. Two lanes lead here from bounded queues (<see cref="DiscordOptions.QueueCapacity"/>), and none of them
/// holds up the connection:
/// <list type="bullet">
/// <item>interactions, up to <see cref="DiscordOptions.InteractionConcurrency"/> at once, in no order;</item>
/// <item>all other events one after another, in the order in which they came.</item>
/// </list>
/// The same interaction or new message is given once per client, however often Discord repeats it.
/// </summary>
public interface IDiscordEventHandler
{
    /// <summary>Handles one event. Long work belongs elsewhere: the lane waits. Exceptions are logged and end nothing.</summary>
    /// <param name="cancellationToken">Cancelled when the client stops.</param>
    Task HandleAsync(DiscordEvent discordEvent, CancellationToken cancellationToken);

    /// <summary>The event's queue was full, so it is dropped after this call, which must return at once.</summary>
    void OnOverflow(DiscordEvent discordEvent);
}
