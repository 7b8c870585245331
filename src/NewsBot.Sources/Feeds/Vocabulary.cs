using System.Xml.Linq;

namespace NewsBot.Sources.Feeds;

/// <summary>
/// Names elements by the prefixes that their namespaces usually have ("dc:creator"), whatever prefix a feed uses. The elements
/// of RSS and Atom themselves have no prefix, so that both are asked alike.
/// </summary>
internal static class Vocabulary
{
    private static readonly (string Start, string Prefix)[] Namespaces =
    [
        ("http://www.w3.org/2005/atom", ""),
        ("http://purl.org/atom/", ""),
        ("http://purl.org/rss/1.0/modules/content", "content:"),
        ("http://purl.org/rss/1.0/modules/", "module:"),
        ("http://purl.org/rss/", ""),
        ("http://purl.org/net/rss1.1", ""),
        ("http://my.netscape.com/", ""),
        ("http://channel.netscape.com/", ""),
        ("http://backend.userland.com/", ""),
        ("http://blogs.law.harvard.edu/", ""),
        ("http://cyber.law.harvard.edu/", ""),
        ("http://my.userland.com/", ""),
        ("http://www.rssboard.org/", ""),
        ("http://purl.org/dc/terms", "dcterms:"),
        ("http://purl.org/dc/elements/", "dc:"),
        ("http://search.yahoo.com/mrss", "media:"),
        ("http://www.itunes.com/", "itunes:"),
        ("http://example.com/dtds/podcast", "itunes:"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf:"),
        ("http://www.w3.org/1999/xhtml", "xhtml:"),
        ("http://rssnamespace.org/feedburner/", "feedburner:"),
    ];

    /// <summary>The namespace that a prefix usually stands for, for feeds that use it without declaring it.</summary>
    public static string UsualNamespace(string prefix) => prefix switch
    {
        "atom" or "atom10" or "a10" => "http://www.w3.org/2005/Atom",
        "content" => "http://purl.org/rss/1.0/modules/content/",
        "dc" => "http://purl.org/dc/elements/1.1/",
        "dcterms" => "http://purl.org/dc/terms/",
        "media" => "http://search.yahoo.com/mrss/",
        "itunes" => "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "rdf" => "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        _ => $"urn:undeclared:{prefix}",
    };

    public static bool IsKnown(string uri) => uri.Length == 0 || Array.Exists(Namespaces, n => uri.StartsWith(n.Start, StringComparison.OrdinalIgnoreCase));

    public static string NameOf(XElement element)
    {
        var uri = element.Name.NamespaceName;
        if (uri.Length == 0)
            return element.Name.LocalName.ToLowerInvariant();
        foreach (var (start, prefix) in Namespaces)
        {
            if (uri.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return prefix + element.Name.LocalName.ToLowerInvariant();
        }

        return "other:" + element.Name.LocalName.ToLowerInvariant();
    }

    public static IEnumerable<XElement> All(this XElement parent, string name) => parent.Elements().Where(e => NameOf(e) == name);

    /// <summary>The text of the first of these names that has any, as written.</summary>
    public static string? Text(this XElement parent, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var element in parent.Elements())
            {
                if (NameOf(element) == name && element.Value is { } value && !string.IsNullOrWhiteSpace(value))
                    return value.Trim();
            }
        }

        return null;
    }
}
