using System.Xml;
using System.Xml.Linq;
using NewsBot.Core.Articles;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Live;

/// <summary>
/// Reads a sitemap (sitemaps.org) with the news extension as a list of entries, newest first; of an index the sitemaps that
/// changed last. An address counts when it has a news title, or changed in the last week of the sitemap.
/// </summary>
internal sealed class SitemapReader(IFetcher fetcher)
{
    private const int MostSitemaps = 3;
    private const int MostEntries = 300;
    private static readonly TimeSpan Latest = TimeSpan.FromDays(7);

    public async Task<(Feed? Feed, string? Fault)> ReadAsync(FetchResult fetched, CancellationToken cancellationToken)
    {
        if (Load(fetched.Body) is not { } root)
            return (null, "is not well-formed XML");
        if (root.Name.LocalName == "urlset")
            return (Feed(root.Elements()), null);
        if (root.Name.LocalName != "sitemapindex")
            return (null, "is not a sitemap");
        var maps = root.Elements().Where(map => map.Name.LocalName == "sitemap")
            .Select(map => (Address: AddressRules.TryParse(Value(map, "loc"), out var address, out _) ? address : null, Changed: Instant(Value(map, "lastmod"))))
            .Where(map => map.Address is not null)
            .OrderByDescending(map => map.Address!.AbsolutePath.Contains("news", StringComparison.OrdinalIgnoreCase)).ThenByDescending(map => map.Changed?.Instant)
            .Take(MostSitemaps);
        var addresses = new List<XElement>();
        string? problem = null;
        foreach (var (address, _) in maps)
        {
            var map = await fetcher.FetchAsync(new FetchRequest(address!, FetchKind.Feed) { NamedBy = fetched.Address }, cancellationToken).ConfigureAwait(false);
            if (map.Status != FetchStatus.Fetched)
                problem ??= $"names {address}, which {map.Reason}";
            else if (Load(map.Body) is { Name.LocalName: "urlset" } set)
                addresses.AddRange(set.Elements());
        }

        return addresses.Count > 0 ? (Feed(addresses), problem) : (null, problem ?? "is an index without sitemaps");
    }

    /// <summary>Whether a document is a sitemap or an index, from its root.</summary>
    public static bool IsSitemap(byte[] body) => Load(body) is { Name.LocalName: "urlset" or "sitemapindex" };

    private static Feed Feed(IEnumerable<XElement> addresses)
    {
        var entries = addresses.Where(address => address.Name.LocalName == "url").Select(Entry).Where(entry => entry.Link is not null)
            .OrderByDescending(When).ToList();
        var latest = entries.Count > 0 ? When(entries[0]) : null;
        return new Feed { Entries = [.. entries.Where(entry => entry.Title is not null || When(entry) >= latest - Latest).Take(MostEntries)] };
    }

    private static DateTimeOffset? When(FeedEntry entry) => (entry.Published ?? entry.Updated)?.Instant;

    private static FeedEntry Entry(XElement address)
    {
        var news = address.Elements().FirstOrDefault(element => element.Name.LocalName == "news");
        return new FeedEntry
        {
            Link = Value(address, "loc"),
            Title = news is null ? null : Value(news, "title"),
            Published = news is null ? null : Instant(Value(news, "publication_date")),
            Updated = Instant(Value(address, "lastmod")),
            Language = news?.Elements().FirstOrDefault(element => element.Name.LocalName == "publication") is { } publication ? Value(publication, "language") : null,
        };
    }

    private static PublicationTime? Instant(string? value) => value is not null && PublicationDate.TryParse(value, out var time) ? time : null;

    private static string? Value(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } value ? value : null;

    private static XElement? Load(byte[] body)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 100_000_000 };
            using var reader = XmlReader.Create(new MemoryStream(Unpacked(body)), settings);
            return XDocument.Load(reader).Root;
        }
        catch (Exception fault) when (fault is XmlException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Sitemaps are often files .xml.gz, which no header tells.</summary>
    private static byte[] Unpacked(byte[] body) => body is [0x1f, 0x8b, ..] ? BoundedBody.Unzip(body) ?? [] : body;
}
