using System.Text;
using NewsBot.Core.Corpus;
using NewsBot.Sources.Configuration;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Live;

/// <summary>Reads one source on the network, whatever it is, and writes down how that went.</summary>
internal static class LiveSource
{
    private const int StartLooked = 2048;
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    public static async Task ReadAsync(SourceSettings source, LiveReading reading, SourceState before, Give give, CancellationToken cancellationToken)
    {
        var end = await ReadSourceAsync(source, reading, before, give, cancellationToken).ConfigureAwait(false);
        await give(SourceItem.Kept(source.Place), cancellationToken).ConfigureAwait(false);
        if ((end.Failure ?? end.Note) is { } problem)
            await give(SourceItem.Failed(source.Place, null, problem), cancellationToken).ConfigureAwait(false);
        reading.States[source.Place] = Ended(source, end, reading.Now);
    }

    /// <summary>What kind of source stands at an address.</summary>
    public static SourceKind KindOf(byte[] body)
    {
        var start = Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, StartLooked)).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.Contains("<html", StringComparison.OrdinalIgnoreCase))
            return SourceKind.Page;
        return SitemapReader.IsSitemap(body) ? SourceKind.Sitemap : SourceKind.Feed;
    }

    private static async Task<SourceEnd> ReadSourceAsync(SourceSettings source, LiveReading reading, SourceState before, Give give, CancellationToken cancellationToken)
    {
        var kind = source.Kind == SourceKind.Any ? before.Kind : source.Kind;
        if (kind == SourceKind.Page)
            return await new PageSource(source with { Kind = SourceKind.Page }, reading, before, give).ReadAsync(cancellationToken).ConfigureAwait(false);
        var stories = new StoryReader(source, reading, null);
        var request = new FetchRequest(new Uri(source.Place), FetchKind.Feed)
        {
            Validators = kind is not null && FeedSource.MayBeConditional(before, reading, stories) ? before.Validators : default,
        };
        var fetched = await reading.Fetcher.FetchAsync(request, cancellationToken).ConfigureAwait(false);
        if (fetched.Status == FetchStatus.Fetched && kind is null)
        {
            before = before with { Kind = KindOf(fetched.Body) };
            if (before.Kind == SourceKind.Page)
                return await ReadSourceAsync(source, reading, before, give, cancellationToken).ConfigureAwait(false);
        }

        return await new FeedSource(source, reading, before, give).ReadAsync(fetched, cancellationToken).ConfigureAwait(false);
    }

    private static SourceState Ended(SourceSettings source, SourceEnd end, DateTimeOffset now)
    {
        var failures = end.Failure is null ? 0 : end.State.FailuresInRow + 1;
        var due = end.IsComplete ? Schedule.Next(source.Refresh, failures, end.RetryAfter, now, Random.Shared.NextDouble()) : now + Soon;
        return end.Failure is { } reason
            ? end.State with { LastFailure = now, Reason = reason, FailuresInRow = failures, Due = due }
            : end.State with { LastSuccess = now, FailuresInRow = 0, Due = due };
    }
}
