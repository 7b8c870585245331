using AngleSharp.Html.Parser;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Sources.Files;
using NewsBot.Sources.Formats;
using NewsBot.Sources.Languages;

namespace NewsBot.Sources.Pages;

/// <summary>Reads the article of a web page. Nothing is fetched and no script runs.</summary>
public static class PageReader
{
    /// <param name="body">The page as it was sent, decompressed.</param>
    /// <param name="contentType">The value of its Content-Type header, where it had one.</param>
    /// <param name="address">Where it was read, after redirects; relative links are resolved against it.</param>
    /// <param name="now">Dates after this are not believed.</param>
    public static PageReading Read(byte[] body, string? contentType, Uri address, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(address);
        if (!TextDecoder.TryDecode(body, out var html, out var reason))
            return PageReading.Failed(reason);
        var article = new SmartReader.Reader(address.AbsoluteUri, html).GetArticle();
        if (!article.Completed || string.IsNullOrWhiteSpace(article.TextContent))
            return PageReading.Failed("has no article that could be found");
        var text = Paragraphs.Join(Paragraphs.Split(article.TextContent));
        return PageReading.Read(new PageArticle
        {
            Title = article.Title,
            Byline = article.Byline ?? article.Author,
            Outlet = article.SiteName ?? "",
            Published = article.PublicationDate is { } date ? new PublicationTime(date, DatePrecision.Minute) : null,
            Language = LanguageTag.Normalize(article.Language) ?? LanguageDetector.Detect(text),
            Text = text,
        });
    }

    /// <summary>The text of a piece of HTML, such as the content of a feed's entry: paragraphs separated by one empty line.</summary>
    public static string TextOf(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body;
        return body is null ? "" : Paragraphs.Join(Paragraphs.Split(body.TextContent));
    }
}
