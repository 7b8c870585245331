using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Commands.Reload;
using NewsBot.Core.Corpus;
using NewsBot.Sources;

namespace NewsBot.Refreshing;

/// <summary>
/// Reads the sources on the network when they are due, as long as the bot serves. How each did is in its state, which
/// decides when it is due again; here is only the clock.
/// </summary>
internal sealed class ScheduledRefresh(
    ISourceSchedule schedule, Reloader reloader, ReloadSources sources, TimeProvider time, ILogger<ScheduledRefresh> logger) : BackgroundService
{
    /// <summary>How long a change of the configuration can go unnoticed.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    /// <summary>Sources that are due within this time are read together.</summary>
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host has started before anything is read.
        while (true)
        {
            var wait = LongestSleep;
            try
            {
                if (schedule.NextDue() is { } due)
                {
                    wait = due - time.GetUtcNow();
                    if (wait <= TimeSpan.Zero && !await RefreshAsync(stoppingToken).ConfigureAwait(false))
                        wait = LongestSleep;
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "The scheduled reading of the sources failed; it is tried again");
                wait = LongestSleep;
            }

            wait = wait < ShortestSleep ? ShortestSleep : wait > LongestSleep ? LongestSleep : wait;
            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(false);
        }
    }

    /// <returns>Whether the sources were read: not while somebody else reads them, or after an undo.</returns>
    private async Task<bool> RefreshAsync(CancellationToken stop)
    {
        var outcome = await reloader.ReloadAsync(new ReloadRequest(sources.Paths, "the schedule") { Scope = ReadingScope.Due }, null, stop).ConfigureAwait(false);
        if (outcome.Report is { } report && report.Added.Count + report.Changed.Count + report.Removed.Count > 0)
            logger.LogInformation("Scheduled reading: {Report}", ChangeReportText.Of(report));
        foreach (var failure in outcome.Report?.Failures ?? [])
            logger.LogInformation("Scheduled reading: {Failure}", failure);
        return outcome.Report is not null;
    }
}
