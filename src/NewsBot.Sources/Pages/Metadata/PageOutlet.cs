using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Pages.Metadata;

/// <summary>The outlet as it names itself in the metadata, else at the end of the page's title.</summary>
internal static partial class PageOutlet
{
    private const int Longest = 100;
    private const int MostWords = 5;

    public static string Of(IHtmlDocument document, MetaTags meta, LdArticle? article)
    {
        var given = meta.First("og:site_name") ?? article?.Publisher ?? meta.First("application-name", "dc.publisher", "twitter:app:name:iphone", "apple-mobile-web-app-title", "publisher");
        return SafeText.OneLine(System.Net.WebUtility.HtmlDecode(given is { } name && !name.Contains("://", StringComparison.Ordinal) ? name : InTitle(document)), Longest) ?? "";
    }

    private static string? InTitle(IHtmlDocument document) =>
        Separator().Split(document.Title ?? "") is { Length: > 1 } parts && parts[^1].Split(' ').Length <= MostWords ? parts[^1] : null;

    [GeneratedRegex(@"\s[|\-–—]\s|｜", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
