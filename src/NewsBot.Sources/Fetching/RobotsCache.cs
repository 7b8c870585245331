using System.Collections.Concurrent;

namespace NewsBot.Sources.Fetching;

/// <summary>
/// The robots.txt of sites that were asked, for as long as they may be remembered. After RFC 9309 a site without one (4xx)
/// allows all, and one that cannot be reached (5xx, no connection) allows nothing for the time being.
/// </summary>
/// <param name="fetch">Gets a file without asking robots.txt for it.</param>
/// <param name="options">How long a file is remembered.</param>
/// <param name="time">The clock.</param>
internal sealed class RobotsCache(Func<FetchRequest, CancellationToken, Task<FetchResult>> fetch, FetchOptions options, TimeProvider time)
{
    private const int MostSites = 1000;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Known> _sites = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _program = options.UserAgent.Split('/', ' ')[0];

    /// <returns>Null when the address may be read, else why not.</returns>
    public async Task<string?> ProblemAsync(Uri address, CancellationToken cancellationToken)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (!_sites.TryGetValue(site, out var known) || known.Until <= time.GetUtcNow())
            known = await ReadAsync(new Uri(site + "/robots.txt"), site, cancellationToken).ConfigureAwait(false);
        return known.File.Allows(address.PathAndQuery) ? null : known.Problem;
    }

    private async Task<Known> ReadAsync(Uri address, string site, CancellationToken cancellationToken)
    {
        var result = await fetch(new FetchRequest(address, FetchKind.Text), cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var lasting = now + TimeSpan.FromSeconds(options.RobotsSeconds);
        const string closed = "is closed to this program by the robots.txt of the site";
        var known = result.Status switch
        {
            FetchStatus.Fetched => new Known(RobotsFile.Parse(result.Body, _program), closed, lasting),
            FetchStatus.Gone or FetchStatus.Refused => new Known(RobotsFile.AllowsAll, closed, lasting),
            _ => new Known(RobotsFile.AllowsNothing, $"is left alone, as the robots.txt of the site {result.Reason}", now + AfterFailure),
        };
        if (_sites.Count >= MostSites)
            _sites.Clear();
        return _sites[site] = known;
    }

    private sealed record Known(RobotsFile File, string Problem, DateTimeOffset Until);
}
