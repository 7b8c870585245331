using AngleSharp.Html.Dom;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Formats;
using NewsBot.Sources.Languages;
using NewsBot.Sources.Pages.Body;
using NewsBot.Sources.Pages.Dating;
using NewsBot.Sources.Pages.Markup;
using NewsBot.Sources.Pages.Metadata;

namespace NewsBot.Sources.Pages;

/// <summary>Reads the article of a web page. Nothing is fetched and no script runs.</summary>
public static class PageReader
{
    /// <summary>Fewer characters than this are a teaser, not an article; one that is a word or a syllable counts as several.</summary>
    private const int ShortestArticle = 200;
    private const int LettersPerIdeograph = 3;

    /// <param name="body">The page as it was sent, decompressed.</param>
    /// <param name="contentType">The value of its Content-Type header, where it had one.</param>
    /// <param name="address">Where it was read, after redirects; relative links are resolved against it.</param>
    /// <param name="now">Dates after this are not believed.</param>
    public static PageReading Read(byte[] body, string? contentType, Uri address, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(address);
        if (!TryParse(body, contentType, out var document, out var reason))
            return PageReading.Failed(reason);
        using (document)
            return Read(document!, () => TryParse(body, contentType, out var again, out _) ? again : null, address, now);
    }

    /// <summary>The text of a piece of HTML, such as the content of a feed's entry: paragraphs separated by one empty line.</summary>
    public static string TextOf(string html)
    {
        if (!BoundedHtml.TryParse(html, out var document, out _))
            return "";
        using (document)
            return document.Body is { } body ? Paragraphs.Join(BodyBlocks.Of(body).Select(b => b.Text)) : "";
    }

    /// <summary>The date of publication alone, with what says so.</summary>
    internal static PageDate? DateOf(byte[] body, string? contentType, Uri address, DateTimeOffset now)
    {
        if (!TryParse(body, contentType, out var document, out _))
            return null;
        using (document)
            return PageDates.Of(document!, MetaTags.Of(document!), JsonLd.Articles(document!), new Elsewhere(document!), address, Language(document!, MetaTags.Of(document!)), now).Published;
    }

    private static bool TryParse(byte[] body, string? contentType, out IHtmlDocument? document, out string reason)
    {
        document = null;
        reason = "is empty";
        if (body.Length == 0)
            return false;
        reason = "is not text";
        return MarkupDecoder.Decode(body, contentType) is { } html && BoundedHtml.TryParse(html, out document, out reason);
    }

    private static PageReading Read(IHtmlDocument document, Func<IHtmlDocument?> again, Uri address, DateTimeOffset now)
    {
        var meta = MetaTags.Of(document);
        var described = JsonLd.Articles(document);
        var main = described.Count > 0 ? described[0] : null;
        var elsewhere = new Elsewhere(document);
        var declared = Language(document, meta);
        var outlet = PageOutlet.Of(document, meta, main);
        var title = PageTitle.Of(document, meta, main, outlet);
        var byline = PageByline.Of(document, meta, main, elsewhere, outlet);
        var dates = PageDates.Of(document, meta, described, elsewhere, address, declared, now);
        var canonical = Canonical(document, meta, address);
        var description = meta.First("og:description", "description", "twitter:description");
        // The body comes last: finding it takes the page apart.
        var text = PageBody.Of(document, again, main?.Body, title);
        if (text.Length == 0 && title is null)
            return PageReading.Failed("has no article that could be found");
        var isTeaser = text.Length + (text.Count(c => c >= '\u3040') * (LettersPerIdeograph - 1)) < ShortestArticle;
        if (text.Length == 0)
            text = description ?? title!;
        return PageReading.Read(new PageArticle
        {
            Title = title ?? LeadTitle.From(text, null),
            Byline = byline,
            Outlet = outlet,
            Published = dates.Published?.Time,
            Modified = dates.Modified?.Time,
            Language = LanguageOf(text, declared),
            CanonicalUrl = canonical,
            Text = SafeText.Clean(text),
            HeadlineOnly = isTeaser,
            Paywalled = described.Any(a => a.IsFree == false) || meta.First("article:content_tier")?.Equals("locked", StringComparison.OrdinalIgnoreCase) == true,
            Notes = dates.Notes,
        });
    }

    private static string? Language(IHtmlDocument document, MetaTags meta) =>
        LanguageTag.Normalize(document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang"))
        ?? LanguageTag.Normalize(meta.First("og:locale", "content-language", "dc.language", "language", "inlanguage"));

    /// <summary>What the text is written in; templates often declare another language than their articles have.</summary>
    private static string LanguageOf(string text, string? declared)
    {
        var detected = LanguageDetector.Detect(text);
        return declared is null || (detected != LanguageDetector.Undetermined && !declared.StartsWith(detected, StringComparison.Ordinal)) ? detected : declared;
    }

    private static string? Canonical(IHtmlDocument document, MetaTags meta, Uri address)
    {
        foreach (var given in (ReadOnlySpan<string?>)[document.QuerySelector("link[rel~='canonical']")?.GetAttribute("href"), meta.First("og:url")])
        {
            if (given is { Length: > 0 and < 2048 } && Uri.TryCreate(address, given.Trim(), out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps))
                return url.AbsoluteUri;
        }

        return null;
    }
}
