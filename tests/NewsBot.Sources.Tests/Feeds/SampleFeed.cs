using System.Text;
using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Tests.Feeds;

internal static class SampleFeed
{
    public static readonly Uri Address = new("https://news.example.org/feeds/all.xml");

    public static FeedReading Read(string text, string? contentType = null) => FeedReader.Read(Encoding.UTF8.GetBytes(text), contentType, Address);

    public static Feed Feed(string text)
    {
        var reading = Read(text);
        Assert.Null(reading.Fault);
        return reading.Feed!;
    }

    public static FeedEntry Entry(string text) => Assert.Single(Feed(text).Entries);

    public static string Rss(string item, string channel = "<title>The Wexmoor Post</title>") =>
        $"<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel>{channel}<item>{item}</item></channel></rss>";

    public static string Atom(string entry, string feed = "<title>The Wexmoor Post</title>") =>
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\">{feed}<entry>{entry}</entry></feed>";
}
