using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Pages.Metadata;

/// <summary>
/// Who wrote the article: the authors of the JSON-LD, of the metadata, of marked elements, of a line that starts with "By". The
/// outlet itself counts as its author only where nobody else is named.
/// </summary>
internal static partial class PageByline
{
    private const int Longest = 300;
    private const int LongestName = 60;
    private const int MostWords = 7;
    private const int MostElements = 20_000;

    public static string? Of(IHtmlDocument document, MetaTags meta, LdArticle? article, string outlet)
    {
        string? anonymous = null;
        foreach (var source in Sources(document, meta, article))
        {
            var names = source.SelectMany(Names).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (names.Count == 0)
                continue;
            var line = SafeText.OneLine(string.Join(", ", names), Longest);
            if (!names.TrueForAll(name => IsOutlet(name, outlet)))
                return line;
            anonymous ??= line;
        }

        return anonymous;
    }

    private static IEnumerable<IEnumerable<string?>> Sources(IHtmlDocument document, MetaTags meta, LdArticle? article)
    {
        yield return article?.Authors ?? [];
        yield return meta.All("citation_author");
        foreach (var name in (string[])["author", "article:author", "article:author_name", "article.author", "parsely-author", "sailthru.author", "byl", "byline", "dc.creator", "dcterms.creator", "dc.contributor", "og:author", "authors", "creator", "cxenseparse:author", "rbauthors", "twitter:data1"])
            yield return meta.All(name).Where(v => name != "twitter:data1" || meta.First("twitter:label1")?.Contains("written", StringComparison.OrdinalIgnoreCase) == true);
        var elements = document.All.Take(MostElements).Where(e => !IsElsewhere(e)).ToList();
        foreach (var isWanted in (Func<IElement, bool>[])[IsMarkedName, IsMarkedAuthor, e => e.GetAttribute("rel") == "author", e => NameClass().IsMatch(Names(e)), e => BylineClass().IsMatch(Names(e))])
            yield return Outermost(elements.Where(isWanted)).Select(e => e.TextContent.Length < Longest * 4 ? Lines(e) : null).Take(MostWords);
    }

    private static bool IsMarkedName(IElement element) =>
        element.GetAttribute("itemprop")?.Contains("name", StringComparison.Ordinal) == true && element.Closest("[itemprop~='author'],[itemprop~='creator']") is { } author && author != element;

    private static bool IsMarkedAuthor(IElement element) => element.GetAttribute("itemprop") is "author" or "creator";

    /// <summary>The elements are in the order of the page, so that what is inside another one follows it.</summary>
    private static IEnumerable<IElement> Outermost(IEnumerable<IElement> elements)
    {
        IElement? last = null;
        foreach (var element in elements)
        {
            if (last is not null && element.IsDescendantOf(last))
                continue;
            last = element;
            yield return element;
        }
    }

    private static string Lines(IElement element) =>
        string.Join('\n', element.GetDescendants().OfType<IText>().Where(t => t.ParentElement?.LocalName is not ("script" or "style" or "time" or "button")).Select(t => t.Data.Trim()).Where(t => t.Length > 0));

    /// <summary>The names in a line such as "By Ann Example and Bo Sample, Staff Writers | 3 May 2019".</summary>
    internal static IEnumerable<string> Names(string? given)
    {
        if (string.IsNullOrWhiteSpace(given) || given.Contains("://", StringComparison.Ordinal))
            yield break;
        var text = Tag().Replace(WebUtility.HtmlDecode(given), "\n");
        foreach (var part in Separator().Split(text))
        {
            var name = By().Replace(part.Trim(), "");
            if (Ending().Match(name) is { Success: true } ending)
                name = name[..ending.Index];
            name = name.Trim(' ', '\t', '\u00a0', ',', ';', ':', '-', '–', '—', '|', '/', '·', '•', '(', ')', '[', ']');
            if (IsName(name))
                yield return string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private static bool IsName(string name) =>
        name.Length is > 1 and < LongestName
        && !name.AsSpan().ContainsAnyInRange('0', '9') && !name.Contains('@', StringComparison.Ordinal)
        && name.Count(c => c == ' ') < MostWords && !NoName().IsMatch(name) && name.Any(char.IsLetter);

    private static bool IsOutlet(string name, string outlet) =>
        outlet.Length > 0 && (outlet.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(outlet, StringComparison.OrdinalIgnoreCase));

    private static string Names(IElement element)
    {
        var names = $"{element.ClassName} {element.Id}";
        return names.Length > 300 ? names[..300] : names;
    }

    private static bool IsElsewhere(IElement element)
    {
        for (var e = element; e is not null && e.LocalName is not ("body" or "html"); e = e.ParentElement)
        {
            if (e.LocalName is "footer" or "nav" or "head" or "script" or "style" || ElsewhereClass().IsMatch(Names(e)))
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\r\n|;•·]+|\s(?:and|und|et|y|&|with)\s|,\s*(?:and\s)?|\s/\s|、", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:(?:written|posted|reported|published|article|story|text|review|words)?\s*by\b:?|von\b|par\b|por\b|door\b|di\b|af\b|av\b|autor(?:in)?:|author:|de la redacción|著者：|文：|文・)\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex By();

    [GeneratedRegex(@"\s(?:in|on|at|for|updated|published|posted)\s.*$|\s[-–—]\s.*$|\s*\(@?.*$|\s+@\w+.*$|\d.*$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d.*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(?:admin|administrator|staff|editor|author|authors?:?|by|share|follow|twitter|facebook|email|e-mail|instagram|linkedin|comments?|more|read more|view .*|see .*|updated|published|posted|contributors?|reporter|correspondent|editorial|(?:staff|senior|political|national|sports|business|news|freelance|contributing) (?:writer|reporter|editor|correspondent)s?|.*\bfollow\b.*|.*\bmore stories\b.*|.*\bsubscribe\b.*|.*\bprofile\b.*|null|undefined|none|unknown|anonymous|(?:mon|tues|wednes|thurs|fri|satur|sun)day|am|pm|min read|jr|sr)\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoName();

    [GeneratedRegex(@"(?:^|[\s_-])(?:author|byline|writer|contributor|autor)[\w-]*?[_-]{1,2}?name|(?:^|\s)(?:author-?link|author__?name|byline-?name|fn\b|authorname)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NameClass();

    [GeneratedRegex(@"(?:^|[\s_-])(?:by-?line|byl|author|autor|auteur|writer|writtenby|contributors?|p-author|c-byline)s?(?:$|[\s_-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BylineClass();

    [GeneratedRegex(@"comment|related|sidebar|widget|footer|recommend|popular|trending|disqus|promo|teaser|carousel|author-?bio|bio-|about-?the-?author", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ElsewhereClass();
}
