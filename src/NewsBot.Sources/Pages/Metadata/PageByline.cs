using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Pages.Body;
using NewsBot.Sources.Pages.Markup;

namespace NewsBot.Sources.Pages.Metadata;

/// <summary>
/// Who wrote the article: the authors of the JSON-LD, of the metadata, of marked elements, of links to an author's page, of a
/// line near the headline that starts with "By". The outlet itself counts as its author only where nobody else is named.
/// </summary>
internal static partial class PageByline
{
    private const int Longest = 300;
    private const int LongestByline = 600;
    private const int MostElements = 20_000;
    private const int MostNames = 20;
    private const int LinesAfterHeadline = 25;
    private const int LongestNames = 300;

    private static readonly string[] MetaNames =
    [
        "author", "article:author", "article:author_name", "article.author", "parsely-author", "sailthru.author", "byl", "byline", "dc.creator", "dcterms.creator",
        "dc.contributor", "og:author", "og:article:author", "authors", "creator", "cxenseparse:author", "rbauthors", "dcsext.author", "article_author",
    ];

    public static string? Of(IHtmlDocument document, MetaTags meta, LdArticle? article, Elsewhere elsewhere, string outlet)
    {
        string[] outlets = [outlet, article?.Publisher ?? "", meta.First("copyright", "dc.publisher", "dc.rights", "publisher") ?? ""];
        string? anonymous = null;
        foreach (var source in Sources(document, meta, article, elsewhere))
        {
            var names = source.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            var people = names.Where(name => !AuthorNames.IsOutlet(name, outlets)).ToList();
            if (people.Count > 1)
                people.RemoveAll(AuthorNames.IsAgency);
            if (people.Count > 0)
                return SafeText.OneLine(string.Join(", ", people.Take(MostNames)), Longest);
            if (names.Count > 0)
                anonymous ??= SafeText.OneLine(names[0], Longest);
        }

        return anonymous;
    }

    private static IEnumerable<IEnumerable<string>> Sources(IHtmlDocument document, MetaTags meta, LdArticle? article, Elsewhere elsewhere)
    {
        yield return (article?.Authors ?? []).SelectMany(AuthorNames.In);
        yield return meta.All("citation_author").SelectMany(AuthorNames.In);
        foreach (var name in MetaNames)
            yield return meta.All(name).SelectMany(AuthorNames.In);
        var elements = document.All.Take(MostElements).Where(e => IsCandidate(e) && !elsewhere.Has(e)).ToList();
        yield return elements.Where(IsMarkedName).SelectMany(InElement);
        yield return elements.Where(e => e.GetAttribute("itemprop") is "author" or "creator").SelectMany(InElement);
        foreach (var isWanted in (Func<IElement, bool>[])[e => e.GetAttribute("rel") == "author", IsLinkToAuthor, e => NameClass().IsMatch(Names(e)), e => BylineClass().IsMatch(Names(e))])
            yield return FirstGroup(elements.Where(isWanted));
        yield return NearHeadline(document, elsewhere);
    }

    /// <summary>The first element that names anybody and those beside it: what comes later on the page is somebody else's.</summary>
    private static IEnumerable<string> FirstGroup(IEnumerable<IElement> elements)
    {
        var found = elements.Select(e => (Element: e, Names: InElement(e).ToList())).Where(e => e.Names.Count > 0).ToList();
        if (found.Count == 0)
            return [];
        var first = found[0].Element;
        return found.Where(f => !f.Element.IsDescendantOf(first) && (f.Element == first || AreBeside(f.Element, first))).SelectMany(f => f.Names);
    }

    private static bool AreBeside(IElement left, IElement right) =>
        left.ParentElement == right.ParentElement
        || (left.ParentElement is { LocalName: "li" or "span" or "a" } && left.ParentElement.ParentElement is { } grandparent && grandparent == right.ParentElement?.ParentElement);

    /// <summary>The first line that names anybody; a line that starts with "By" comes before the others.</summary>
    private static IEnumerable<string> InElement(IElement element)
    {
        if (element.GetAttribute("content") is { Length: > 0 and < Longest } content && element.LocalName == "meta")
            return AuthorNames.In(content);
        if (element.TextContent.Length > LongestByline)
            return [];
        var lines = BodyBlocks.Of(element).Select(b => b.Text).ToList();
        return lines.OrderByDescending(AuthorNames.StartsWithBy).Select(line => AuthorNames.In(line).ToList()).FirstOrDefault(names => names.Count > 0) ?? [];
    }

    private static IEnumerable<string> NearHeadline(IHtmlDocument document, Elsewhere elsewhere)
    {
        if (document.Body is not { } body || elsewhere.Headline is not { } headline)
            return [];
        var lines = body.GetDescendants().OfType<IText>().SkipWhile(t => t.ParentElement is not { } p || !(p == headline || p.IsDescendantOf(headline)))
            .Where(t => t.ParentElement is { LocalName: not ("script" or "style" or "noscript") } p && !elsewhere.Has(p) && t.Data.Trim().Length > 1)
            .Take(LinesAfterHeadline).Select(t => t.Data.Trim()).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!AuthorNames.StartsWithBy(lines[i]) || lines[i].Length > Longest)
                continue;
            var names = AuthorNames.In(lines[i]).Concat(i + 1 < lines.Count && AuthorNames.IsBy(lines[i]) ? AuthorNames.In(lines[i + 1]) : []).ToList();
            if (names.Count > 0)
                return names;
        }

        return [];
    }

    private static bool IsCandidate(IElement element) => element.LocalName is not ("script" or "style" or "link" or "svg" or "img" or "body" or "html");

    private static bool IsMarkedName(IElement element) =>
        element.GetAttribute("itemprop")?.Contains("name", StringComparison.Ordinal) == true && element.ParentElement?.Closest("[itemprop~='author'],[itemprop~='creator']") is not null;

    private static bool IsLinkToAuthor(IElement element) => element.LocalName == "a" && element.GetAttribute("href") is { Length: < 1000 } href && AuthorPage().IsMatch(href);

    private static string Names(IElement element)
    {
        var names = $"{element.ClassName} {element.Id}";
        return names.Length > LongestNames ? names[..LongestNames] : names;
    }

    [GeneratedRegex(@"/(?:[\w-]*authors?|staff|editors?|contributors?|people|profiles?|by|\w*reporters?|columnists?|writers?|journalists?|autor|autore|autores|auteur)/", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AuthorPage();

    [GeneratedRegex(@"(?:^|[\s_-])(?:author|byline|writer|contributor|autor)[\w-]*?[_-]{1,2}?name|(?:^|\s)(?:author-?link|author__?name|byline-?name|fn\b|authorname)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NameClass();

    [GeneratedRegex(@"(?:^|[\s_-])(?:by-?line|byl|author|autor|auteur|writer|writtenby|contributor|p-author|c-byline)s?(?:$|[\s_-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BylineClass();
}
