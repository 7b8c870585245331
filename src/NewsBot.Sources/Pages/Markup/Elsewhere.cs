using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Sources.Pages.Markup;

/// <summary>
/// Tells which elements belong to something beside the article: comments, lists of other articles, footers. What has the
/// headline or a good part of the page's text in it does not, whatever it is called.
/// </summary>
internal sealed partial class Elsewhere(IHtmlDocument document)
{
    private const double LargestShare = 0.4;
    private const int HeadlineLength = 15;
    private const int LongestNames = 300;

    /// <summary>A footer or an aside with these holds the byline and the date of the article.</summary>
    private const string OfTheArticle = "[rel='author'],[itemprop~='author'],[itemprop~='datePublished']";

    private readonly Dictionary<IElement, bool> _known = [];
    private readonly List<IElement> _headings = [.. document.QuerySelectorAll("h1").Where(h => h.TextContent.AsSpan().Trim().Length >= HeadlineLength)];
    private int? _paragraphs;
    private int? _text;

    /// <summary>The first heading that is long enough to be a headline, else the first.</summary>
    public IElement? Headline => _headings.FirstOrDefault() ?? document.QuerySelector("h1");

    public bool Has(IElement element)
    {
        var path = new Stack<IElement>();
        var isElsewhere = false;
        for (var e = element; e is not null && e != document.Body; e = e.ParentElement)
        {
            if (_known.TryGetValue(e, out isElsewhere))
                break;
            path.Push(e);
        }

        while (path.TryPop(out var next))
            _known[next] = isElsewhere = isElsewhere || IsOther(next);
        return isElsewhere;
    }

    private bool IsOther(IElement element)
    {
        if (!IsNamedSo(element) && !(element.LocalName is "footer" or "nav" or "aside" && element.QuerySelector(OfTheArticle) is null))
            return false;
        if (_headings.Exists(heading => element == heading || heading.IsDescendantOf(element)))
            return false;
        if (document.Body is not { } body)
            return true;
        _paragraphs ??= Paragraphs(body);
        _text ??= Text(body);
        return Paragraphs(element) <= _paragraphs * LargestShare && Text(element) <= _text * LargestShare;
    }

    private static int Paragraphs(IElement element) => element.QuerySelectorAll("p").Sum(p => p.TextContent.Length);

    private static int Text(IElement element) =>
        element.GetDescendants().OfType<IText>().Where(t => t.ParentElement is { LocalName: not ("script" or "style" or "noscript") }).Sum(t => t.Data.Length);

    private static bool IsNamedSo(IElement element)
    {
        if (string.IsNullOrEmpty(element.ClassName) && string.IsNullOrEmpty(element.Id))
            return false;
        var names = $"{element.ClassName} {element.Id}";
        return Names().IsMatch(names.Length > LongestNames ? names[..LongestNames] : names);
    }

    [GeneratedRegex(@"comment|related|sidebar|side-bar|widget|footer|recommend|most-?(?:read|popular)|trending|popular|latest|recent|disqus|promo|teaser|carousel|ticker|read-?next|more-?(?:news|stories)|menu|\bnav", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Names();
}
