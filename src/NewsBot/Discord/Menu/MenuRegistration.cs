using Microsoft.Extensions.Logging;
using NewsBot.Core.Commands;
using NewsBot.Discord.Commands;

namespace NewsBot.Discord.Menu;

/// <summary>Brings Discord's menu to the engine's commands; writes only when they differ.</summary>
internal sealed class MenuRegistration(IDiscordClient client, IEnumerable<ICommand> commands, TimeProvider time, ILogger<MenuRegistration> logger)
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(2);

    /// <summary>How the registration stands, for the status.</summary>
    public string State { get; private set; } = "not yet";

    /// <summary>Until it has succeeded, or was refused for good; commands registered before work meanwhile.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var wanted = CommandMenu.Of(commands.Select(command => command.Definition));
        while (await TryAsync(wanted, stop).ConfigureAwait(false) is { } failure)
        {
            State = $"failed: {failure.Kind}";
            if (failure.Kind is FailureKind.Unauthorized)
                return; // The gateway says so as well, and ends the program.
            logger.LogWarning("The commands could not be registered: {Failure}", failure);
            if (failure.Kind is FailureKind.Invalid or FailureKind.Forbidden)
                return;
            await Task.Delay(Again, time, stop).ConfigureAwait(false);
        }
    }

    private async Task<DiscordFailure?> TryAsync(IReadOnlyList<ApplicationCommand> wanted, CancellationToken stop)
    {
        var registered = await client.GetCommandsAsync(null, stop).ConfigureAwait(false);
        if (!registered.Succeeded)
            return registered.Failure;
        if (!CommandSet.Same(wanted, registered.Value))
        {
            var written = await client.OverwriteCommandsAsync(null, wanted, stop).ConfigureAwait(false);
            if (!written.Succeeded)
                return written.Failure;
        }

        State = $"{wanted.Count} commands, global";
        return null;
    }
}
