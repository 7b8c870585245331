using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Corpus;
using NewsBot.Core.Commands.Reload;
using NewsBot.Sources;

namespace NewsBot.Refreshing;

/// <summary>Reads the sources when files change that are to be watched, once they have been quiet for a moment.</summary>
internal sealed class WatchedFiles(
    ISourceSchedule schedule, Reloader reloader, ReloadSources sources, TimeProvider time, ILogger<WatchedFiles> logger) : BackgroundService
{
    /// <summary>How long a change of the configuration can go unnoticed.</summary>
    private static readonly TimeSpan ConfigurationAgain = TimeSpan.FromMinutes(1);

    /// <summary>Files are often written in pieces, and many together.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);

    public override void Dispose()
    {
        foreach (var watcher in _watchers.Values)
            watcher.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host has started before anything is read.
        while (true)
        {
            Watch(schedule.Watched());
            if (!await ChangedAsync(ConfigurationAgain, stoppingToken).ConfigureAwait(false))
                continue;
            while (await ChangedAsync(Quiet, stoppingToken).ConfigureAwait(false))
            {
                // Still being written to.
            }

            await ReloadAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task ReloadAsync(CancellationToken stop)
    {
        try
        {
            var outcome = await reloader.ReloadAsync(new ReloadRequest(sources.Paths, "a change of files") { Scope = ReadingScope.New }, null, stop).ConfigureAwait(false);
            if (outcome.Busy is not null)
                _changes.Writer.TryWrite(true); // What is under way may have read them already, or not.
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            logger.LogError(exception, "Changed files could not be read; the next change or reload reads them");
        }
    }

    private void Watch(IReadOnlyList<string> places)
    {
        foreach (var (place, watcher) in _watchers.Where(watched => !places.Contains(watched.Key)).ToList())
        {
            watcher.Dispose();
            _watchers.Remove(place);
        }

        foreach (var place in places.Where(place => !_watchers.ContainsKey(place)))
            if (WatcherOf(place) is { } watcher)
                _watchers.Add(place, watcher);
    }

    /// <returns>Null where there is nothing to watch yet.</returns>
    private FileSystemWatcher? WatcherOf(string place)
    {
        var isFile = File.Exists(place);
        var folder = isFile ? Path.GetDirectoryName(place)! : place;
        if (!Directory.Exists(folder))
            return null;
        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = !isFile };
            if (isFile)
                watcher.Filter = Path.GetFileName(place);
            watcher.Changed += Noticed;
            watcher.Created += Noticed;
            watcher.Deleted += Noticed;
            watcher.Renamed += Noticed;
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException fault)
        {
            logger.LogWarning(fault, "{Folder} cannot be watched; a reload reads it", folder);
            return null;
        }
    }

    private void Noticed(object sender, FileSystemEventArgs change) => _changes.Writer.TryWrite(true);

    /// <returns>Whether something changed within the time.</returns>
    private async Task<bool> ChangedAsync(TimeSpan within, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await _changes.Reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
