using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Sources.Pages.Body;

/// <summary>
/// Takes out of a page what is not the article, before the article is looked for: navigation, captions, sharing, sign-ups, lists of
/// other articles. It goes by elements and by words of classes and ids, and leaves everything alone that holds a good part
/// of the page's paragraphs, whatever it is called.
/// </summary>
internal static partial class PageFurniture
{
    /// <summary>An element with this share of the letters in paragraphs is not furniture.</summary>
    private const double LargestShare = 0.3;

    private const int FewestLetters = 200;
    private const int LongestNames = 300;

    private const string Always = "nav,button,select,input,textarea,iframe,object,embed,svg,canvas,audio,video,dialog,menu,figcaption,link,meta,[role='navigation'],[role='dialog'],[role='contentinfo'],[role='complementary'],[aria-hidden='true']";

    public static void RemoveFrom(IHtmlDocument document)
    {
        if (document.Body is not { } body)
            return;
        // Where paragraphs are not marked as such, any text counts.
        Func<IElement, int> count = Letters(body) >= FewestLetters ? Letters : element => element.TextContent.Length;
        foreach (var element in body.QuerySelectorAll("script,style,noscript,template").ToList())
            element.Remove();
        var letters = count(body);
        foreach (var element in body.QuerySelectorAll(Always).ToList())
        {
            if (count(element) <= letters * LargestShare)
                element.Remove();
        }

        foreach (var element in body.QuerySelectorAll("*").ToList())
        {
            if (IsFurniture(element) && IsIn(element, body) && count(element) <= letters * LargestShare)
                element.Remove();
        }
    }

    private static bool IsFurniture(IElement element) => element.LocalName switch
    {
        "body" or "main" or "article" or "h1" or "p" or "table" or "tr" or "td" or "tbody" or "ol" or "blockquote" or "em" or "strong" or "b" or "i" => IsNamedAs(element, Inner()),
        "footer" or "aside" => true,
        "figure" => element.QuerySelector("table,blockquote,pre") is null,
        "a" or "span" or "time" when element.ParentElement is { LocalName: "p" or "li" or "h2" or "h3" or "em" or "strong" or "b" or "i" or "td" or "blockquote" } => IsNamedAs(element, Inner()),
        _ => IsNamedAs(element, Outer()) || IsNamedAs(element, Inner()),
    };

    private static bool IsNamedAs(IElement element, Regex names)
    {
        var (ofClass, id) = (element.ClassName, element.Id);
        if (string.IsNullOrEmpty(ofClass) && string.IsNullOrEmpty(id))
            return false;
        var text = $"{ofClass} {id}";
        return names.IsMatch(text.Length > LongestNames ? text[..LongestNames] : text);
    }

    private static bool IsIn(IElement element, IElement body)
    {
        for (INode? node = element; node is not null; node = node.Parent)
        {
            if (node == body)
                return true;
        }

        return false;
    }

    /// <summary>Characters in paragraphs, or what stands for them.</summary>
    private static int Letters(IElement element) =>
        element.QuerySelectorAll("p").Sum(p => p.TextContent.Length) + (element.LocalName == "p" ? element.TextContent.Length : 0);

    /// <summary>Names of whole blocks.</summary>
    [GeneratedRegex(@"(?:^|[\s_-])(?:share|sharing|shares|sharebar|sharetools|social|socials|related|newsletter|newsletters|promo|promos|promobox|subscribe|subscription|sign-?up|signup|recirc|recirculation|recommend|recommended|recommendations|outbrain|taboola|comments?|disqus|respond|breadcrumbs?|bread-crumbs?|byline|by-line|authors?-?(?:bio|box|info|card|block)|bio|about-?author|advert|adverts|advertisement|ads?|adsbygoogle|sponsor|sponsored|banner|cookies?|consent|gdpr|gallery|slideshow|carousel|slider|pull-?quotes?|read-?(?:more|next)|more-?(?:on|stories|news|from|articles)|most-?(?:popular|read|viewed)|popular|trending|tags?|taglist|topics|toolbar|tools|print|skip|menu|nav|navbar|navigation|masthead|site-?header|site-?footer|footer|timestamp|post-?meta|entry-?meta|article-?meta|article-?info|publish-?date|post-?date|entry-?date|visually-?hidden|sr-only|screen-?reader-?text|hidden|modal|popup|overlay|paywall|login|search|sidebar|rail|widget|widgets|donate|donation|affiliate|disclaimer|footnotes?-?promo|follow|app-?promo|jp-relatedposts|sharedaddy|addthis\w*|video-?player|media-?player|inline-?video|correction-?link|print-?only|feedback|rating|rate|poll|quiz)(?:$|[\s_-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Outer();

    /// <summary>Names that mean furniture even inside a paragraph or for one.</summary>
    [GeneratedRegex(@"caption|(?:^|[\s_-])(?:photo-?|image-?|img-?|picture-?|media-?)(?:credits?|copyright|description|by)|(?:^|[\s_-])credits?(?:$|[\s_-])|(?:^|[\s_-])(?:advert(?:isement)?|newsletter\w*|related\w*|sharedaddy|visually-?hidden|sr-only|screen-?reader-?text|pull-?quote|pullquote|read-?more|promo)(?:$|[\s_-])|share-?(?:links|buttons|tools)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Inner();
}
