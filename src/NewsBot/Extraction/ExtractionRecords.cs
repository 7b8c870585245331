using System.Globalization;
using System.Text.Json.Serialization;
using NewsBot.Batch;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Pages;

namespace NewsBot.Extraction;

/// <summary>
/// The output of <c>extract</c>. Times are as precise as the page says: 2019-05-03, or 2019-05-03T09:30:00+02:00;
/// <see cref="Precision"/> is that of <see cref="Published"/>.
/// </summary>
internal sealed record ExtractedArticle(
    string Title, string? Byline, string? Outlet, string? Published, string? Modified, string? Precision, string Language, string? Url,
    bool HeadlineOnly, bool Paywalled, IReadOnlyList<string>? Notes, string Text)
{
    public static ExtractedArticle Of(PageArticle article) => new(
        article.Title, article.Byline, article.Outlet.Length > 0 ? article.Outlet : null, Times.Text(article.Published), Times.Text(article.Modified),
        article.Published?.Precision.ToString().ToLowerInvariant(), article.Language, article.CanonicalUrl, article.HeadlineOnly, article.Paywalled,
        article.Notes.Count > 0 ? article.Notes : null, article.Text);
}

/// <summary>One line of the output of <c>feed</c>.</summary>
internal sealed record ExtractedEntry(
    string? Feed, string? Id, string? Link, string? Title, string? Published, string? Updated, string? Author, string? Language, string? Summary, string? Content)
{
    public static ExtractedEntry Of(Feed feed, FeedEntry entry) => new(
        feed.Title, entry.Id, entry.Link, entry.Title, Times.Text(entry.Published), Times.Text(entry.Updated), entry.Author, entry.Language, entry.SummaryHtml, entry.ContentHtml);
}

internal static class Times
{
    public static string? Text(PublicationTime? time) => time is not { } known ? null : known.Precision switch
    {
        DatePrecision.Year => known.Instant.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => known.Instant.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Day => known.Instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => known.Instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
    };
}

[JsonSerializable(typeof(ExtractedArticle))]
[JsonSerializable(typeof(ExtractedEntry))]
internal sealed partial class ExtractionJson : JsonSerializerContext
{
    public static readonly ExtractionJson Readable = new(ReadableJson.NewOptions());
}
