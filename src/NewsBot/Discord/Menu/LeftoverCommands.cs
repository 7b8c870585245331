using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Commands;
using NewsBot.Discord.Model;
using NewsBot.Discord.State;

namespace NewsBot.Discord.Menu;

/// <summary>
/// Commands of this bot that were once registered for a single server, as one does to try them, stand in its menu beside the global
/// ones of the same name. They are taken out, each server looked at once in a while, one after the other.
/// </summary>
internal sealed class LeftoverCommands(IDiscordClient client, IEnumerable<ICommand> commands, Notices notices, TimeProvider time, ILogger<LeftoverCommands> logger)
{
    private const int MostWaiting = 10_000;
    private static readonly TimeSpan Every = TimeSpan.FromDays(7);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly Channel<Snowflake> _servers = System.Threading.Channels.Channel.CreateBounded<Snowflake>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The bot is in a server.</summary>
    public void Note(Snowflake server) => _servers.Writer.TryWrite(server);

    public async Task RunAsync(CancellationToken stop)
    {
        await foreach (var server in _servers.Reader.ReadAllAsync(stop).ConfigureAwait(false))
        {
            if (!notices.IsDue($"leftovers:{server}", Every))
                continue;
            await CleanAsync(server, stop).ConfigureAwait(false);
            await Task.Delay(Between, time, stop).ConfigureAwait(false);
        }
    }

    private async Task CleanAsync(Snowflake server, CancellationToken stop)
    {
        var registered = await client.GetCommandsAsync(server, stop).ConfigureAwait(false);
        if (!registered.Succeeded || registered.Value.Count == 0)
            return;
        var own = CommandMenu.Of(commands.Select(command => command.Definition)).Select(command => (command.Type, command.Name)).ToHashSet();
        var others = registered.Value.Where(command => !own.Contains((command.Type, command.Name)))
            .Select(command => command with { Id = null, Contexts = null, IntegrationTypes = null }).ToList(); // Which a server's commands do not have.
        if (others.Count == registered.Value.Count)
            return;
        logger.LogInformation("Server {Server} has {Count} commands of its own that are global as well; they are taken out", server, registered.Value.Count - others.Count);
        await client.OverwriteCommandsAsync(server, others, stop).ConfigureAwait(false);
    }
}
