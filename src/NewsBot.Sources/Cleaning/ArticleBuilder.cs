using System.Diagnostics.CodeAnalysis;
using NewsBot.Core.Articles;
using NewsBot.Sources.Formats;
using NewsBot.Sources.Languages;

namespace NewsBot.Sources.Cleaning;

/// <summary>Turns a raw article into one that can be stored, or says which field stands in the way.</summary>
internal static class ArticleBuilder
{
    private const int LongestId = 200;
    private const int LongestTitle = 300;
    private const int LongestName = 200;
    private const int LongestUrl = 2048;

    /// <summary>
    /// A missing title is made from the lead, a missing outlet is the agency of the dateline. The publication time is the
    /// first there is of: the field, a dateline that has a year, the day that the surroundings give.
    /// </summary>
    public static bool TryBuild(RawArticle raw, [NotNullWhen(true)] out Article? article, [NotNullWhen(false)] out FieldFault? fault)
    {
        article = null;
        var text = SafeText.Clean(raw.Text);
        if (!text.AsSpan().ContainsAnyExcept(SafeText.Blank))
        {
            fault = new("text", "has no text");
            return false;
        }

        var dateline = Dateline.Find(text);
        var dateFault = Published(raw, dateline, out var published);
        var urlFault = Url(raw.Url, out var url);
        var idFault = Id(raw.Id, out var id);
        fault = dateFault ?? urlFault ?? idFault;
        if (fault is not null)
            return false;

        var title = SafeText.OneLine(raw.Title, LongestTitle) ?? LeadTitle.From(text, dateline);
        var source = SafeText.OneLine(raw.Source, LongestName) ?? SafeText.OneLine(dateline?.Agency, LongestName) ?? "";
        var author = SafeText.OneLine(raw.Author, LongestName);
        var language = LanguageTag.Normalize(raw.Language) ?? LanguageDetector.Detect(text);
        article = new Article
        {
            Id = id ?? ArticleIdentity.Derive(url, raw.PlaceKey),
            Title = title,
            Text = text,
            Source = source,
            Published = published,
            Url = url,
            Author = author,
            Language = language,
            Origin = raw.Origin,
            ContentHash = ArticleIdentity.ContentHash(title, text, source, published, url, author, language),
        };
        return true;
    }

    private static FieldFault? Published(RawArticle raw, Dateline? dateline, out PublicationTime published)
    {
        if (!string.IsNullOrWhiteSpace(raw.Published))
        {
            if (PublicationDate.TryParse(raw.Published, out published))
                return null;
            return new("published", $"has no usable date: published \"{SafeText.Excerpt(raw.Published)}\" should look like 2023-08-17 or 2023-08-17T09:30:00+03:00");
        }

        if ((dateline?.Day ?? raw.DayOfSource) is { } day)
        {
            published = PublicationTime.OnDay(day);
            return null;
        }

        published = default;
        return new("published", "has no usable date: published is missing");
    }

    /// <summary>The URL is stored as it was written, so that links to it stay what the source gave.</summary>
    private static FieldFault? Url(string? given, out string? url)
    {
        url = string.IsNullOrWhiteSpace(given) ? null : given.Trim();
        if (url is null)
            return null;
        if (url.Length > LongestUrl)
            return new("url", $"has a url of more than {LongestUrl} characters");
        var usable = Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && !url.AsSpan().ContainsAny(SafeText.NotInUrls);
        return usable ? null : new("url", $"has a url that is not an http or https address: \"{SafeText.Excerpt(url)}\"");
    }

    private static FieldFault? Id(string? given, out ArticleId? id)
    {
        id = string.IsNullOrWhiteSpace(given) ? null : new ArticleId(given);
        if (given?.Length > LongestId)
            return new("id", $"has an id of more than {LongestId} characters");
        return id is not null && given.AsSpan().ContainsAny(SafeText.Controls)
            ? new("id", "has control characters in its id")
            : null;
    }
}
