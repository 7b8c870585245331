using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Composition;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Digests;
using NewsBot.Discord.Menu;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Operation;
using NewsBot.Discord.State;

namespace NewsBot.Discord;

/// <summary>
/// The bot in Discord: waits for the lease of its token, connects, serves until it is stopped or refused, and then
/// finishes or marks what it has in hand before it says goodbye.
/// </summary>
internal sealed class DiscordFrontEnd(
    IDiscordClient client,
    DiscordSettings settings,
    DiscordEvents events,
    MenuRegistration registration,
    LeftoverCommands leftovers,
    Suggestions suggestions,
    RequestQueue queue,
    OpenInteractions open,
    Servers servers,
    SourceWatch sources,
    DigestPoster digests,
    BotState state,
    FrontEndOutcome outcome,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<DiscordFrontEnd> logger) : BackgroundService
{
    /// <summary>
    /// What is asked for: servers and their roles, messages that name the bot, direct messages. None is privileged;
    /// Discord hands over the text of such messages without.
    /// </summary>
    public const Intents Wanted = Intents.Guilds | Intents.GuildMessages | Intents.DirectMessages;

    /// <summary>Slash commands and buttons need nothing.</summary>
    private const Intents Least = Intents.Guilds;

    private static readonly TimeSpan LeaseAgain = TimeSpan.FromSeconds(2);
    /// <summary>Discord starts one session in five seconds.</summary>
    private static readonly TimeSpan NextSession = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan Finish = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Mark = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Housekeeping = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host has started before anything can stop it.
        try
        {
            using var lease = await TakeLeaseAsync(stoppingToken).ConfigureAwait(false);
            await ServeAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before there was anything to finish.
        }
        catch (UnauthorizedAccessException)
        {
            outcome.Failure = $"Discord: the lease folder {settings.LeaseFolder} cannot be written to.";
        }
        catch (Exception exception)
        {
            logger.LogCritical(exception, "The Discord front end failed");
            outcome.Failure = "Discord: the front end failed; the log says why.";
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private async Task<TokenLease> TakeLeaseAsync(CancellationToken stop)
    {
        while (TokenLease.TryTake(settings.LeaseFolder, settings.Token) is var lease)
        {
            if (lease is not null)
            {
                state.IsPassive = false;
                return lease;
            }

            if (!state.IsPassive)
                logger.LogWarning("Another process serves this token; this one stays passive until that one ends");
            state.IsPassive = true;
            await Task.Delay(LeaseAgain, time, stop).ConfigureAwait(false);
        }

        throw new InvalidOperationException();
    }

    private async Task ServeAsync(CancellationToken stop)
    {
        using var end = new CancellationTokenSource();
        var running = RunClientAsync(end.Token);
        var aside = Task.WhenAll(EndOpenInteractionsAsync(end.Token), registration.RunAsync(end.Token), leftovers.RunAsync(end.Token), sources.RunAsync(end.Token), digests.RunAsync(end.Token), KeepHouseAsync(end.Token));
        try
        {
            await running.WaitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await queue.CloseAsync(Finish, Mark).ConfigureAwait(false);
        }

        await end.CancelAsync().ConfigureAwait(false);
        await aside.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var stopped = await running.ConfigureAwait(false);
        if (stopped.Reason != StopReason.Requested)
            outcome.Failure = "Discord: " + stopped.Explanation;
    }

    /// <summary>Runs with fewer intents when some are refused.</summary>
    private async Task<DiscordStop> RunClientAsync(CancellationToken end)
    {
        state.Intents = Wanted;
        var stopped = await client.RunAsync(events, Wanted, end).ConfigureAwait(false);
        if (stopped.Reason != StopReason.DisallowedIntents)
            return stopped;
        state.Intents = Least;
        state.MissingIntents = "Discord refused to send messages: switch on the intents in the developer portal, page Bot, Privileged Gateway Intents";
        logger.LogError("{Problem}. Until then only slash commands, buttons and menus work", state.MissingIntents);
        await Task.Delay(NextSession, time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await client.RunAsync(events, Least, end).ConfigureAwait(false);
    }

    /// <summary>What a crash left "thinking" is ended, as far as Discord still takes it.</summary>
    private async Task EndOpenInteractionsAsync(CancellationToken end)
    {
        foreach (var handle in open.TakeAll().Where(handle => handle.ExpiresAt > time.GetUtcNow()))
            await client.EditOriginalAsync(handle, new MessageEdit { Content = "I was interrupted while I worked on this. Please ask again." }, end).ConfigureAwait(false);
    }

    private async Task KeepHouseAsync(CancellationToken end)
    {
        while (true)
        {
            try
            {
                servers.DeleteOutdated();
                await suggestions.RefreshAsync(end).ConfigureAwait(false);
            }
            catch (Exception exception) when (!end.IsCancellationRequested)
            {
                logger.LogError(exception, "Housekeeping failed; it is tried again later");
            }

            await Task.Delay(Housekeeping, time, end).ConfigureAwait(false);
        }
    }
}
