using NewsBot.Core.Articles;
using NewsBot.Core.Commands.Source;
using NewsBot.Core.Corpus;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Configuration;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Live;

/// <summary>Reads an address as a source would be read, only its first articles, and keeps nothing.</summary>
internal sealed class SourceTrials(IFetcher fetcher, TimeProvider time)
{
    private const int MostShown = 3;

    public async Task<SourceTrial> TryAsync(string typed, CancellationToken cancellationToken)
    {
        if (SourceFields.At(SourceKind.Any, typed, out var fault) is not { } source)
            return Nothing(fault);
        var fetched = await fetcher.FetchAsync(new FetchRequest(new Uri(source.Place), FetchKind.Feed), cancellationToken).ConfigureAwait(false);
        if (fetched.Status != FetchStatus.Fetched)
            return Nothing(fetched.Reason);
        var reading = new LiveReading(
            fetcher, ReadingScope.All, new Dictionary<ArticleId, KnownArticle>(), new HashSet<string>(StringComparer.Ordinal), new StoryClaims([]), time.GetUtcNow());
        var kind = LiveSource.KindOf(fetched.Body);
        source = source with { Kind = kind };
        if (kind == SourceKind.Page)
        {
            var page = await ShownAsync(source, reading, null, new FeedEntry { Link = source.Place }, cancellationToken).ConfigureAwait(false);
            return page.Article is null ? Nothing(page.Problem ?? "has no article") : new SourceTrial("page", null, [page], 1);
        }

        var (feed, problem) = kind == SourceKind.Sitemap
            ? await new SitemapReader(fetcher).ReadAsync(fetched, cancellationToken).ConfigureAwait(false)
            : Parse(fetched);
        if (feed is null)
            return Nothing(problem ?? "is neither a feed nor a page");
        var shown = new List<TrialArticle>();
        foreach (var entry in feed.Entries.Take(MostShown))
            shown.Add(await ShownAsync(source, reading, SafeText.OneLine(feed.Title, 100), entry, cancellationToken).ConfigureAwait(false));
        return new SourceTrial(kind == SourceKind.Sitemap ? "sitemap" : "feed", feed.Entries.Count == 0 ? "has no entries now" : problem, shown, feed.Entries.Count);
    }

    private static (Feed? Feed, string? Problem) Parse(FetchResult fetched)
    {
        var (feed, fault) = FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address!);
        return (feed, fault is null ? null : fault.Line is { } line ? $"{fault.Reason} (line {line})" : fault.Reason);
    }

    private static async Task<TrialArticle> ShownAsync(SourceSettings source, LiveReading reading, string? outlet, FeedEntry entry, CancellationToken cancellationToken)
    {
        var outcome = await new StoryReader(source, reading, outlet).ReadAsync(entry.Link ?? "", entry, null, cancellationToken).ConfigureAwait(false);
        return new TrialArticle(outcome.Item?.Article, entry.Link ?? entry.Title ?? "an entry", outcome.Problem);
    }

    private static SourceTrial Nothing(string problem) => new(null, problem, [], 0);
}
