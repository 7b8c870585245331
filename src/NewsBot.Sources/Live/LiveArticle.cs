using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Configuration;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Languages;

namespace NewsBot.Sources.Live;

/// <summary>What a source on the network says of an article; nothing is trusted yet.</summary>
internal sealed record LiveStory(string Title, string Text, PublicationTime Published)
{
    public string? Outlet { get; init; }

    public string? Url { get; init; }

    public string? Author { get; init; }

    public string? Language { get; init; }

    public PublicationTime? Modified { get; init; }

    public Coverage Coverage { get; init; }
}

/// <summary>Makes the article that is stored of a story.</summary>
internal static class LiveArticle
{
    private const int LongestTitle = 300;
    private const int LongestName = 200;
    private const int FewestCharactersOfItsOwn = 200;

    /// <summary>How far a clock abroad may be ahead before its date is called wrong.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    public static Article Build(LiveStory story, SourceSettings source, ArticleId id, DateTimeOffset now)
    {
        var text = SafeText.Clean(story.Text);
        var title = SafeText.OneLine(story.Title, LongestTitle) ?? "";
        var outlet = SafeText.OneLine(source.Name ?? story.Outlet, LongestName) ?? new Uri(source.Place).IdnHost;
        var published = At(story.Published, source.TimeZone, now);
        var author = SafeText.OneLine(story.Author, LongestName);
        var language = LanguageTag.Normalize(story.Language) ?? source.Language ?? LanguageDetector.Detect(text);
        var url = AddressRules.TryParse(story.Url, out var address, out _) ? address.AbsoluteUri : null;
        return new Article
        {
            Id = id,
            Title = title,
            Text = text,
            Source = outlet,
            Published = published,
            Modified = story.Modified is { } modified && modified.Instant > story.Published.Instant ? At(modified, source.TimeZone, now) : null,
            Coverage = story.Coverage,
            Url = url,
            Author = author,
            Language = language,
            Origin = source.Place,
            ContentHash = Marked(ArticleIdentity.ContentHash(title, text, outlet, published, url, author, language), story.Coverage, source),
        };
    }

    /// <summary>
    /// From the address where there is one, as for articles in files, so that an edit keeps it; a source that not everybody
    /// may see has articles of its own.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="url">The article's address.</param>
    /// <param name="key">Names the article within the source.</param>
    public static ArticleId IdOf(SourceSettings source, string? url, string key) =>
        ArticleIdentity.Derive(source.Servers.Count == 0 ? url : null, $"{source.Place} {url ?? key}");

    /// <summary>Names the words of a text wherever they stand; null for one too short to be one article's alone.</summary>
    public static string? TextHash(string text) =>
        text.Length < FewestCharactersOfItsOwn ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];

    /// <summary>The same instant by the outlet's clock, as the day counts there. A date in the future is now, and only its day is believed.</summary>
    private static PublicationTime At(PublicationTime time, TimeZoneInfo? zone, DateTimeOffset now)
    {
        if (time.Precision == DatePrecision.Day ? time.Day > DateOnly.FromDateTime(now.AddDays(1).UtcDateTime) : time.Instant > now + Ahead)
            time = new PublicationTime(now, DatePrecision.Day);
        return zone is null || time.Precision == DatePrecision.Day ? time : time with { Instant = TimeZoneInfo.ConvertTime(time.Instant, zone) };
    }

    private static string Marked(string hash, Coverage coverage, SourceSettings source) => coverage == Coverage.Full && source.Servers.Count == 0
        ? hash
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{hash} {coverage} {(source.Servers.Count == 0 ? "" : source.Place)}")));
}
