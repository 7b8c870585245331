using System.Text.Json;
using NewsBot.EndToEnd.Tests.Support;

namespace NewsBot.EndToEnd.Tests;

/// <summary>The verbs that show what is read from a page or a feed.</summary>
public sealed class ExtractionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Extract_prints_the_article_of_a_saved_page_as_one_JSON_object()
    {
        var page = Write("page.html", """
            <html lang="en"><head><meta property="og:site_name" content="The Wexmoor Post"><meta property="article:published_time" content="2024-05-03T09:30:00+02:00"></head>
            <body><nav><a href="/">Home</a></nav><article><h1>Council votes to rebuild ferry pier</h1><p class="byline">By Ann Example</p>
            <p>The harbour council of Wexmoor voted on Tuesday to rebuild the old ferry pier, ending a dispute that had lasted for almost nine years.</p>
            <p>Work begins in the spring, and the first section will be open to walkers by May, said Maren Holt, who leads the council and its works.</p></article></body></html>
            """);

        var run = await BotProcess.RunAsync(["extract", page, "--url", "https://news.example.org/pier"]);

        Assert.True(run.ExitCode == 0, run.Error);
        using var json = JsonDocument.Parse(run.Output);
        string Field(string name) => json.RootElement.GetProperty(name).ToString();
        Assert.Equal(
            ("Council votes to rebuild ferry pier", "Ann Example", "The Wexmoor Post", "2024-05-03T09:30:00+02:00", "minute", "en", "False"),
            (Field("title"), Field("byline"), Field("outlet"), Field("published"), Field("precision"), Field("language"), Field("headlineOnly")));
        Assert.StartsWith("The harbour council", Field("text"), StringComparison.Ordinal);
        Assert.DoesNotContain("Home", Field("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_prints_one_JSON_object_a_line_and_tells_where_a_broken_feed_breaks()
    {
        var whole = Write("whole.xml", "<rss version='2.0'><channel><title>Post</title><item><title>One</title><link>http://p.example/1</link><pubDate>Fri, 03 May 2024 09:30:00 GMT</pubDate></item><item><title>Two</title></item></channel></rss>");
        var broken = Write("broken.xml", "<rss version='2.0'><channel>\n<item><title>One</title></item>\n<item");

        var read = await BotProcess.RunAsync(["feed", whole]);
        var partly = await BotProcess.RunAsync(["feed", broken]);

        Assert.Equal(0, read.ExitCode);
        var lines = read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal("2024-05-03T09:30:00+00:00", first.RootElement.GetProperty("published").GetString());
        Assert.Contains("\"title\":\"One\"", partly.Output, StringComparison.Ordinal);
        Assert.Contains("broken.xml:3: is not well-formed XML", partly.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "extract", "no-such-file.html")]
    [InlineData(1, "feed", "no-such-file.xml")]
    [InlineData(1, "extract", "page.html", "--url", "nonsense")]
    [InlineData(2, "extract", "empty.html")]
    [InlineData(1, "feed", "page.html")]
    public async Task What_cannot_be_read_ends_with_one_line_and_its_exit_code(int code, params string[] arguments)
    {
        Write("page.html", "<html><body><p>Hello</p></body></html>");
        Write("empty.html", "<html><body></body></html>");

        var run = await BotProcess.RunAsync([arguments[0], Path.Combine(_folder.Path, arguments[1]), .. arguments[2..]]);

        Assert.Equal(code, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
