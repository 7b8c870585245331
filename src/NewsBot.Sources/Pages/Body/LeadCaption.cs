using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Sources.Pages.Markup;

namespace NewsBot.Sources.Pages.Body;

/// <summary>
/// The caption of the picture that opens an article: the first one behind the headline that stands before the first
/// paragraph of some length, or as its first part.
/// </summary>
internal static partial class LeadCaption
{
    private const int ParagraphLength = 80;
    private const int Longest = 600;
    private const int LongestNames = 300;

    public static string? Of(IHtmlDocument document, Elsewhere elsewhere)
    {
        var isBehindHeadline = document.QuerySelector("h1") is null;
        foreach (var element in document.All)
        {
            if (element.LocalName == "h1")
                isBehindHeadline = true;
            if (element.LocalName == "p" && isBehindHeadline && element.TextContent.Length >= ParagraphLength && element.Closest("figure") is null && !elsewhere.Has(element))
                return null;
            if (isBehindHeadline && IsCaption(element) && !elsewhere.Has(element)
                && string.Join(' ', BodyBlocks.Of(element).Select(b => b.Text)) is { Length: > 3 and < Longest } text)
                return text;
        }

        return null;
    }

    private static bool IsCaption(IElement element)
    {
        if (element.LocalName is "figcaption")
            return true;
        if (element.LocalName is "h1" or "img" or "picture" or "figure" or "a" or "button" || string.IsNullOrEmpty(element.ClassName))
            return false;
        return Caption().IsMatch(element.ClassName.Length > LongestNames ? element.ClassName[..LongestNames] : element.ClassName);
    }

    [GeneratedRegex(@"caption|photo-?credit|image-?credit|image__meta|media-?credit", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Caption();
}
