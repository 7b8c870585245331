using System.Globalization;
using System.Security;
using System.Text;

namespace NewsBot.FakeNews;

/// <summary>A story as a test tells it: its page and its entry in a feed are made from it.</summary>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Title">The headline.</param>
/// <param name="Text">Paragraphs, separated by empty lines.</param>
public sealed record NewsStory(string Slug, string Title, string Text)
{
    public DateTimeOffset Published { get; init; } = new(2024, 3, 14, 9, 30, 0, TimeSpan.Zero);

    public string Path => "/news/" + Slug;

    /// <summary>The page, as the outlets of the web build them, with something around the article that is none of it.</summary>
    public string Page()
    {
        var paragraphs = string.Concat(Text.Split("\n\n").Select(paragraph => $"<p>{SecurityElement.Escape(paragraph)}</p>\n"));
        return $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>{{SecurityElement.Escape(Title)}} - The Kelmar Courier</title>
            <meta property="og:site_name" content="The Kelmar Courier"><meta property="og:type" content="article">
            <meta property="article:published_time" content="{{Published.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)}}">
            </head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
            <main><article><h1>{{SecurityElement.Escape(Title)}}</h1>
            {{paragraphs}}</article></main>
            <footer><p>All rights reserved. Terms of use. Contact.</p></footer></body></html>
            """;
    }

    /// <summary>An RSS item.</summary>
    /// <param name="root">The site.</param>
    /// <param name="isWhole">Whether it carries the whole text.</param>
    public string Item(Uri root, bool isWhole) =>
        $"<item><title>{SecurityElement.Escape(Title)}</title><link>{new Uri(root, Path)}?utm_source=rss</link><guid isPermaLink=\"false\">courier-{Slug}</guid>"
        + $"<pubDate>{Published.ToString("R", CultureInfo.InvariantCulture)}</pubDate><description>{SecurityElement.Escape(Text.Split(". ")[0])}.</description>"
        + (isWhole ? $"<content:encoded><![CDATA[{string.Concat(Text.Split("\n\n").Select(paragraph => $"<p>{SecurityElement.Escape(paragraph)}</p>"))}]]></content:encoded>" : "")
        + "</item>";
}

/// <summary>Puts stories on a site.</summary>
public static class NewsStories
{
    /// <summary>Sets the pages of the stories, and an RSS feed of them.</summary>
    public static void Publish(this NewsSite site, string feed, IEnumerable<NewsStory> stories, bool isWhole = false, string? etag = null)
    {
        var list = stories.ToList();
        foreach (var story in list)
            site[story.Path] = new Resource(story.Page()) { ETag = $"\"{story.Text.Length}-{story.Title.Length}\"" };
        site[feed] = new Resource(Rss(site.Root, list, isWhole), "application/rss+xml") { ETag = etag };
    }

    public static string Rss(Uri root, IEnumerable<NewsStory> stories, bool isWhole)
    {
        var items = new StringBuilder();
        foreach (var story in stories)
            items.Append(story.Item(root, isWhole));
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Kelmar Courier</title>
            <link>{root}</link><description>News of Kelmar</description><language>en</language>{items}</channel></rss>
            """;
    }
}
