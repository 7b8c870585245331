using System.Xml.Linq;
using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Feeds;

/// <summary>
/// Reads RSS and Atom. Feeds mix their vocabularies, so that every field is asked for in all of them: its own first, then Dublin
/// Core, then those of media and podcasts.
/// </summary>
internal static class XmlFeed
{
    private const int LongestName = 300;
    private const int LongestId = 2000;

    public static FeedReading Read(string text, Uri address)
    {
        var (root, fault) = XmlTree.Parse(text);
        if (root is null)
            return new FeedReading(null, fault);
        if (Channel(root) is not { } channel)
            return new FeedReading(null, fault ?? new FeedFault(null, root.Name.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase) ? "is a web page, not a feed" : "is XML, but not a feed"));
        var items = channel.Elements().Concat(channel == root ? [] : root.Elements()).Where(IsEntry).Take(FeedReader.MostEntries);
        var language = Language(channel);
        var feed = new Feed
        {
            Title = TextConstruct.Line(Own(channel, "title", "dc:title", "itunes:title", "media:title")),
            Link = Link(channel, address),
            Language = language,
            Updated = FeedDate.Of(channel.Text("updated", "modified", "lastbuilddate", "dcterms:modified", "pubdate", "dc:date", "published")),
            Entries = [.. items.Select(item => Entry(item, address, language))],
        };
        return new FeedReading(fault is not null && feed.Entries.Count == 0 ? null : feed, fault);
    }

    private static XElement? Channel(XElement root)
    {
        var name = Vocabulary.NameOf(root);
        return name is "rss" or "rdf:rdf" or "rdf" ? root.All("channel").FirstOrDefault() ?? root
            : name is "feed" or "channel" or "atom" ? root
            : IsEntry(root) ? new XElement("feed", root)
            : null;
    }

    private static bool IsEntry(XElement element) => Vocabulary.NameOf(element) is "item" or "entry" or "rdf:item";

    private static FeedEntry Entry(XElement item, Uri address, string? feedLanguage)
    {
        var content = Content(item);
        var summary = Own(item, "description", "summary", "dc:description", "itunes:summary", "media:description") ?? item.All("media:group").Select(g => Own(g, "media:description")).FirstOrDefault();
        return new FeedEntry
        {
            Id = SafeText.OneLine(item.Text("id", "guid") ?? item.Attributes().FirstOrDefault(a => a.Name.LocalName == "about")?.Value ?? item.Text("dc:identifier"), LongestId),
            Link = Link(item, address) ?? PermanentId(item, address),
            Title = TextConstruct.Line(Own(item, "title", "dc:title", "itunes:title", "media:title")),
            Published = FeedDate.Of(item.Text("pubdate", "published", "issued", "dcterms:issued", "dcterms:created", "created", "dc:date")),
            Updated = FeedDate.Of(item.Text("updated", "modified", "dcterms:modified", "lastbuilddate")),
            Author = Author(item),
            ContentHtml = TextConstruct.Html(content),
            SummaryHtml = TextConstruct.Html(summary),
            Language = Language(item) ?? feedLanguage,
        };
    }

    /// <summary>The first of these elements that has something in it; of several, the last that the vocabulary itself defines.</summary>
    private static XElement? Own(XElement parent, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (parent.All(name).FirstOrDefault(e => e.HasElements || !string.IsNullOrWhiteSpace(e.Value)) is { } element)
                return element;
        }

        return null;
    }

    private static XElement? Content(XElement item) =>
        Own(item, "content:encoded", "content", "xhtml:body", "body", "fullitem") is { } content && content.Attribute("src") is null ? content : null;

    /// <summary>
    /// The page of a feed or an entry: the link without a relation (of several the last, as other readers have it), else the
    /// alternate one, if there is a choice the one to HTML.
    /// </summary>
    private static string? Link(XElement parent, Uri address)
    {
        var links = parent.All("link").Select(l => (Element: l, Target: l.Attribute("href")?.Value is { Length: > 0 } href ? href : l.Value, Rel: l.Attribute("rel")?.Value.Trim().ToLowerInvariant()))
            .Where(l => !string.IsNullOrWhiteSpace(l.Target)).ToList();
        var chosen = links.LastOrDefault(l => string.IsNullOrEmpty(l.Rel));
        if (chosen.Element is null)
            chosen = links.Where(l => l.Rel == "alternate" || l.Rel?.EndsWith("/alternate", StringComparison.Ordinal) == true).OrderByDescending(l => l.Element.Attribute("type")?.Value is null or "text/html" or "application/xhtml+xml").FirstOrDefault();
        return Absolute(chosen.Element, chosen.Target, address);
    }

    /// <summary>A guid is an address unless it says that it is none (RSS 2.0).</summary>
    private static string? PermanentId(XElement item, Uri address)
    {
        var guid = item.All("guid").FirstOrDefault(e => !string.IsNullOrWhiteSpace(e.Value));
        if (guid is not null && !guid.Attributes().Any(a => a.Name.LocalName.Equals("ispermalink", StringComparison.OrdinalIgnoreCase) && a.Value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase)))
            return guid.Value.Trim().StartsWith("http", StringComparison.OrdinalIgnoreCase) ? Absolute(guid, guid.Value, address) : null;
        return null;
    }

    private static string? Absolute(XElement? element, string? link, Uri address)
    {
        if (element is null || string.IsNullOrWhiteSpace(link))
            return null;
        return FeedLink.Resolve(link, Base(element, address));
    }

    /// <summary>The bases of the elements around, from the outermost in, each resolved against the one before.</summary>
    private static Uri Base(XElement element, Uri address) =>
        element.AncestorsAndSelf().Reverse().Select(e => e.Attribute(XNamespace.Xml + "base")?.Value)
            .Where(given => !string.IsNullOrWhiteSpace(given))
            .Aggregate(address, (at, given) => Uri.TryCreate(at, given!.Trim(), out var next) ? next : at);

    private static string? Author(XElement item)
    {
        var names = item.All("author").Concat(item.All("dc:creator")).Concat(item.All("dc:author")).Concat(item.All("itunes:author"))
            .Select(author => PersonText.NameOf(author.Text("name") ?? author.Text("email") ?? (author.HasElements ? null : author.Value)))
            .OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return names.Count > 0 ? SafeText.OneLine(string.Join(", ", names), LongestName) : null;
    }

    private static string? Language(XElement element) =>
        Languages.LanguageTag.Normalize(element.Text("language", "dc:language") ?? element.AncestorsAndSelf().Select(e => e.Attribute(XNamespace.Xml + "lang")?.Value).FirstOrDefault(l => !string.IsNullOrEmpty(l)));
}
