using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Configuration;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Live;

/// <summary>
/// Reads a list of articles: a feed or a sitemap. New and changed entries are read; articles whose entries have rolled off
/// stay; the pages of recent articles are looked at again for edits and for what was taken back.
/// </summary>
internal sealed class FeedSource(SourceSettings source, LiveReading reading, SourceState before, Give give)
{
    private const int MostEntries = 500;

    /// <summary>Pages of new entries in one reading; the rest come with the next.</summary>
    private const int MostNewPages = 60;
    private const int MostSecondLooks = 20;
    private const int MostRemembered = 20_000;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);
    private static readonly TimeSpan SoonestLook = TimeSpan.FromHours(1);

    private readonly Dictionary<string, EntryState> _entries = new(before.Entries, StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private int _pageProblems;
    private string? _firstProblem;

    /// <param name="fetched">What the place has; also "not modified" or why not.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<SourceEnd> ReadAsync(FetchResult fetched, CancellationToken cancellationToken)
    {
        if (fetched.Status is not (FetchStatus.Fetched or FetchStatus.NotModified))
            return new SourceEnd(before, fetched.Reason, fetched.RetryAfter);
        var state = before;
        var (isComplete, problem) = (true, (string?)null);
        if (fetched.Status == FetchStatus.Fetched)
        {
            var (feed, fault) = await ParseAsync(fetched, cancellationToken).ConfigureAwait(false);
            if (feed is null)
                return new SourceEnd(before, fault);
            problem = fault;
            state = state with { Outlet = before.Outlet ?? SafeText.OneLine(feed.Title, 100) };
            isComplete = await ReadEntriesAsync(new StoryReader(source, reading, source.Name ?? state.Outlet), feed, cancellationToken).ConfigureAwait(false) && fault is null;
            state = isComplete ? state with { ETag = fetched.Validators.ETag, LastModified = fetched.Validators.LastModified } : state with { ETag = null, LastModified = null };
        }

        await LookAgainAsync(new StoryReader(source, reading, source.Name ?? state.Outlet), cancellationToken).ConfigureAwait(false);
        if (_pageProblems > 0)
            problem ??= _pageProblems == 1 ? _firstProblem : $"{_firstProblem} (and {_pageProblems - 1} more of its pages)";
        return new SourceEnd(state with { Entries = Remembered() }, IsComplete: isComplete) { Note = problem };
    }

    /// <summary>Whether the server may answer "not modified": the archive has all that the feed had, and no story waits for another source that is gone.</summary>
    public static bool MayBeConditional(SourceState state, LiveReading reading, StoryReader stories) => state.Entries.Values.All(entry =>
        entry.Owner is { } owner ? reading.Places.Contains(owner) : entry.IsWithdrawn || entry.Article.Length == 0 || stories.IsStored(entry) || reading.Now - entry.FirstSeen > Recent);

    private async Task<(Feed? Feed, string? Fault)> ParseAsync(FetchResult fetched, CancellationToken cancellationToken)
    {
        if ((before.Kind ?? source.Kind) == SourceKind.Sitemap)
            return await new SitemapReader(reading.Fetcher).ReadAsync(fetched, cancellationToken).ConfigureAwait(false);
        var (feed, fault) = FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address!);
        return (feed, fault is null ? null : fault.Line is { } line ? $"{fault.Reason} (line {line})" : fault.Reason);
    }

    /// <returns>Whether all entries were read.</returns>
    private async Task<bool> ReadEntriesAsync(StoryReader stories, Feed feed, CancellationToken cancellationToken)
    {
        var newPages = 0;
        var byAddress = _entries.Where(known => known.Value.Identity is not null).DistinctBy(known => known.Value.Identity)
            .ToDictionary(known => known.Value.Identity!, known => known.Key, StringComparer.Ordinal);
        foreach (var entry in feed.Entries.Take(MostEntries))
        {
            if (IsOutdated(entry) || KeyOf(entry) is not { } key || !_read.Add(key))
                continue;
            var known = _entries.GetValueOrDefault(key) ?? Renamed(key, entry, byAddress);
            if (known is not null && IsSettled(known, entry, stories))
                continue;
            if (known?.Owner is not null || known?.IsWithdrawn == true)
                known = null; // Its story is free again, or its entry says something new.
            if (++newPages > MostNewPages)
                return false;
            await TakeAsync(key, await stories.ReadAsync(key, entry, known, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>An entry that comes under another id, but with an address that is known, is the same article.</summary>
    private EntryState? Renamed(string key, FeedEntry entry, Dictionary<string, string> byAddress)
    {
        if (!AddressRules.TryParse(entry.Link, out var link, out _) || !byAddress.TryGetValue(CanonicalUrl.Of(link.AbsoluteUri), out var before) || _read.Contains(before))
            return null;
        _entries.Remove(before, out var known);
        _read.Add(before);
        if (known is not null)
            _entries[key] = known;
        return known;
    }

    private bool IsSettled(EntryState known, FeedEntry entry, StoryReader stories)
    {
        var isSame = known.FeedHash == StoryReader.HashOf(entry);
        var isStored = stories.IsStored(known) || (source.KeepCount is not null && known.Article.Length > 0); // Or gone because there are newer ones.
        return known.Owner is { } owner ? reading.Places.Contains(owner) : isSame && (known.IsWithdrawn || isStored);
    }

    private bool IsOutdated(FeedEntry entry) => source.KeepAge is { } age && (entry.Published ?? entry.Updated)?.Instant < reading.Now - age;

    /// <summary>The pages of recent articles, those first that seemed gone, then those not looked at for longest.</summary>
    private async Task LookAgainAsync(StoryReader stories, CancellationToken cancellationToken)
    {
        var due = _entries.Where(entry => entry.Value is { Owner: null, IsWithdrawn: false, Url: not null } state && stories.IsStored(state) && IsDue(state) && state.PageRead != reading.Now)
            .OrderByDescending(entry => entry.Value.GoneSince is not null).ThenByDescending(entry => _read.Contains(entry.Key)).ThenBy(entry => entry.Value.PageRead ?? entry.Value.FirstSeen)
            .Take(MostSecondLooks).ToList();
        foreach (var (key, entry) in due)
            await TakeAsync(key, await stories.LookAgainAsync(key, entry, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The older an article, the rarer its page is looked at: after a quarter of its age, an hour at least.</summary>
    private bool IsDue(EntryState entry)
    {
        var age = reading.Now - entry.FirstSeen;
        if (age > Recent || entry.FirstSeen == reading.Now)
            return false;
        if (entry.GoneSince is not null)
            return GonePage.IsConfirmed(entry, reading);
        var wait = age / 4 > SoonestLook ? age / 4 : SoonestLook;
        return source.FullText != false && (reading.IsByHand || reading.Now - (entry.PageRead ?? entry.FirstSeen) >= wait);
    }

    private async Task TakeAsync(string key, StoryReader.Outcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.State is { } state)
            _entries[key] = state;
        if (outcome.Problem is { } problem && ++_pageProblems == 1)
            _firstProblem = $"{_entries.GetValueOrDefault(key)?.Url ?? key} {problem}";
        if (outcome.Item is { } item)
            await give(item, cancellationToken).ConfigureAwait(false);
    }

    private Dictionary<string, EntryState> Remembered() => _entries.Count <= MostRemembered
        ? _entries
        : _entries.OrderByDescending(entry => _read.Contains(entry.Key)).ThenByDescending(entry => entry.Value.FirstSeen).Take(MostRemembered).ToDictionary(StringComparer.Ordinal);

    private static string? KeyOf(FeedEntry entry)
    {
        var key = entry.Id ?? (AddressRules.TryParse(entry.Link, out var link, out _) ? CanonicalUrl.Of(link.AbsoluteUri) : entry.Title);
        return string.IsNullOrWhiteSpace(key) ? null : key.Length <= AddressRules.Longest ? key.Trim() : key[..AddressRules.Longest];
    }
}
