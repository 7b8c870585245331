using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Pages.Body;
using NewsBot.Sources.Pages.Markup;

namespace NewsBot.Sources.Pages.Metadata;

/// <summary>
/// The headline. The heading that readers see is the title, unless there are several or it does not share its words with the
/// metadata and is too short to be a headline (a logo); else the metadata's, without the outlet's name at its end.
/// </summary>
internal static partial class PageTitle
{
    private const int Longest = 300;
    private const int MostHeadings = 30;

    /// <summary>A heading with this share of its words, or of the other's, in common is the same headline.</summary>
    private const double SameHeadline = 0.5;

    /// <summary>A heading of this many letters or words is a headline where nothing speaks against it.</summary>
    private const int HeadlineLength = 20;
    private const int HeadlineWords = 4;

    public static string? Of(IHtmlDocument document, MetaTags meta, LdArticle? article, string outlet)
    {
        var given = new[] { article is { IsArticle: true } ? article.Headline : null, meta.First("og:title"), meta.First("twitter:title"), meta.First("dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline", "title"), document.Title }
            .Select(t => Line(t)).OfType<string>().ToList();
        var heading = Heading(document, given, outlet);
        return heading ?? given.Select(t => WithoutOutlet(t, outlet)).FirstOrDefault(t => t.Length > 0);
    }

    private static string? Heading(IHtmlDocument document, List<string> given, string outlet)
    {
        var headings = document.QuerySelectorAll("h1").Concat(document.QuerySelectorAll("[itemprop~='headline']").Where(e => e.LocalName is "h2" or "h3" or "div" or "span" or "p"))
            .Take(MostHeadings).Where(h => !IsHidden(h)).Select(h => (Text: Line(TextOf(h)), Element: h)).Where(h => h.Text is not null && !IsOutlet(h.Text, outlet)).ToList();
        if (headings.Count == 0)
            return null;
        var best = headings.Select(h => (h.Text, Share: given.Count == 0 ? 0 : given.Max(g => Share(h.Text!, g)))).MaxBy(h => h.Share);
        if (best.Share >= SameHeadline)
            return best.Text;
        return headings.Count == 1 && IsLong(headings[0].Text!) && headings[0].Element.LocalName == "h1" ? headings[0].Text : null;
    }

    private static bool IsLong(string heading) => heading.Length >= HeadlineLength || TextWords.InOrder(heading).Count >= HeadlineWords;

    private static string TextOf(IElement heading) => string.Join(' ', BodyBlocks.Of(heading).Select(b => b.Text));

    private static bool IsHidden(IElement element) => element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsOutlet(string heading, string outlet) => outlet.Length > 0 && heading.Equals(outlet, StringComparison.OrdinalIgnoreCase);

    /// <summary>The share of the shorter one's words that the other has too.</summary>
    private static double Share(string left, string right)
    {
        var (a, b) = (TextWords.Of(left), TextWords.Of(right));
        if (a.Count == 0 || b.Count == 0)
            return 0;
        var both = a.Count(b.Contains);
        // A heading of one word that the headline happens to have is not the headline.
        return both / (double)(a.Count < 3 ? Math.Max(a.Count, b.Count) : Math.Min(a.Count, b.Count));
    }

    /// <summary>"Headline | Outlet", "Headline - Outlet" and "Outlet: Headline".</summary>
    private static string WithoutOutlet(string title, string outlet)
    {
        if (outlet.Length > 0)
        {
            foreach (Match mark in Separator().Matches(title).Reverse())
            {
                if (IsNamed(title[(mark.Index + mark.Length)..], outlet))
                    return title[..mark.Index].TrimEnd();
                if (IsNamed(title[..mark.Index], outlet))
                    return title[(mark.Index + mark.Length)..].TrimStart();
            }
        }

        var last = Separator().Matches(title).LastOrDefault(m => m.Value.Contains('|', StringComparison.Ordinal));
        return last is { Index: >= HeadlineLength } ? title[..last.Index].TrimEnd() : title;
    }

    private static bool IsNamed(string part, string outlet)
    {
        var (a, b) = (part.Replace(" ", "", StringComparison.Ordinal), outlet.Replace(" ", "", StringComparison.Ordinal));
        return a.Length > 2 && (a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase));
    }

    private static string? Line(string? text) => SafeText.OneLine(System.Net.WebUtility.HtmlDecode(text), Longest);

    [GeneratedRegex(@"\s*(?:\s[|\-–—:·•»«]\s|[|｜]|:\s)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
