using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Configuration;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Files;

namespace NewsBot.Sources.Live;

/// <summary>
/// Reads all that is configured: files one after the other, then the sources on the network, a few at a time. A source
/// that fails is reported, and the others go on.
/// </summary>
internal sealed class NewsSourceReader(
    FileSourceReader files, SourceCatalog catalog, SourceStates states, IFetcher fetcher, TimeProvider time, ILogger<NewsSourceReader> logger) : ISourceReader
{
    private const int SourcesAtOnce = 8;

    /// <summary>Articles that may wait to be taken.</summary>
    private const int Waiting = 16;

    private LiveReading? _last;

    public IAsyncEnumerable<SourceItem> ReadAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken) =>
        ReadAsync(new Reading(sources, ReadingScope.All, new Dictionary<ArticleId, KnownArticle>()), cancellationToken);

    public async IAsyncEnumerable<SourceItem> ReadAsync(Reading reading, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _last = null;
        var set = catalog.Read(reading.Sources);
        foreach (var fault in set.Faults)
            yield return SourceItem.Failed(fault.File, fault.Line, fault.Reason);
        foreach (var source in set.Sources.Where(source => source.KeepAge is not null || source.KeepCount is not null))
            yield return SourceItem.Limited(FileGlob.FolderOf(source.Place), new RetentionRule(source.KeepAge, source.KeepCount));
        await foreach (var item in ReadFilesAsync(set.Sources, cancellationToken).ConfigureAwait(false))
            yield return item;

        var live = set.Sources.Where(source => source.IsLive).ToList();
        var places = live.Select(source => source.Place).ToHashSet(StringComparer.Ordinal);
        var claims = new StoryClaims(live.Select(source => (source.Place, source.Servers.Count > 0, states.Of(source.Place))));
        var shared = new LiveReading(fetcher, reading.Scope, reading.Known, places, claims, time.GetUtcNow());
        var asked = live.Where(source => IsAsked(source, shared)).ToList();
        foreach (var source in live.Except(asked))
            yield return SourceItem.Kept(source.Place);
        await foreach (var item in ReadLiveAsync(asked, shared, cancellationToken).ConfigureAwait(false))
            yield return item;
        _last = shared;
    }

    /// <summary>Only files can be counted without reading them.</summary>
    public Task<int?> CountAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var set = catalog.Read(sources);
        return set.Sources.All(IsPlain)
            ? ((ISourceReader)files).CountAsync([.. set.Sources.Select(source => source.Place)], cancellationToken)
            : Task.FromResult<int?>(null);
    }

    public Task CommittedAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _last, null) is not { } reading)
            return Task.CompletedTask;
        try
        {
            states.Write(reading.States.Values);
            states.KeepOnly(reading.Places);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The revision stands; the next reading only looks at more than it needs to.
            logger.LogError(fault, "The states of the sources could not be written");
        }

        return Task.CompletedTask;
    }

    private bool IsAsked(SourceSettings source, LiveReading reading) => !source.Paused && reading.Scope switch
    {
        ReadingScope.All => true,
        ReadingScope.Due => Schedule.IsDue(source, states.Of(source.Place), reading.Now),
        _ => states.Of(source.Place).WasNeverRead,
    };

    private async IAsyncEnumerable<SourceItem> ReadLiveAsync(
        IReadOnlyList<SourceSettings> sources, LiveReading reading, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<SourceItem>(Waiting);
        var options = new ParallelOptions { MaxDegreeOfParallelism = SourcesAtOnce, CancellationToken = stop.Token };
        var working = Task.Run(
            async () =>
            {
                try
                {
                    await Parallel.ForEachAsync(sources, options, (source, token) => ReadOneAsync(source, reading, channel.Writer.WriteAsync, token)).ConfigureAwait(false);
                    channel.Writer.Complete();
                }
                catch (Exception exception)
                {
                    channel.Writer.Complete(exception);
                }
            },
            CancellationToken.None);
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return item;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A mistake of ours in reading one source must not stop the others either.</summary>
    private async ValueTask ReadOneAsync(SourceSettings source, LiveReading reading, Give give, CancellationToken cancellationToken)
    {
        try
        {
            await LiveSource.ReadAsync(source, reading, states.Of(source.Place), give, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "The source {Source} could not be read", source.Place);
            await give(SourceItem.Failed(source.Place, null, "could not be read because of a mistake in this program; its log has more"), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Those about which nothing else is said in one go, so that a file that two of them have is read once.</summary>
    private async IAsyncEnumerable<SourceItem> ReadFilesAsync(IReadOnlyList<SourceSettings> sources, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in files.ReadAsync([.. sources.Where(IsPlain).Select(source => source.Place)], cancellationToken).ConfigureAwait(false))
            yield return item;
        foreach (var source in sources.Where(source => !source.IsLive && !IsPlain(source)))
        {
            var folder = FileGlob.FolderOf(source.Place);
            var paths = source.Paused ? [] : FileGlob.IsGlob(source.Place) ? FileGlob.Find(source.Place) : [source.Place];
            if (source.Paused)
                yield return SourceItem.Kept(folder);
            else if (paths.Count == 0)
                yield return SourceItem.Failed(folder, null, $"has no files like {Path.GetRelativePath(folder, source.Place)}");
            await foreach (var item in files.ReadAsync(paths, cancellationToken).ConfigureAwait(false))
                yield return item.Article is { } article ? SourceItem.Read(Completed(article, source)) : item;
        }
    }

    private static bool IsPlain(SourceSettings source) =>
        source is { IsLive: false, Paused: false, Name: null, Language: null } && !FileGlob.IsGlob(source.Place);

    /// <summary>What the source is configured to say of articles that do not say it themselves.</summary>
    private static Article Completed(Article article, SourceSettings source)
    {
        var outlet = article.Source.Length == 0 && source.Name is { } name ? name : article.Source;
        var language = article.Language == "und" && source.Language is { } configured ? configured : article.Language;
        return outlet == article.Source && language == article.Language
            ? article
            : article with
            {
                Source = outlet,
                Language = language,
                ContentHash = ArticleIdentity.ContentHash(article.Title, article.Text, outlet, article.Published, article.Url, article.Author, language),
            };
    }
}
