using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.FakeNews;

namespace NewsBot.Tests.Live;

public sealed class PageAndSitemapTests : IAsyncLifetime
{
    private const string More = "The council of Quarrow met for four hours before it voted, and the hall was full to the last seat.\n\n"
        + "\"We have waited for this bridge since the flood,\" said Mayor Ilda Renn, who has led the town for nine years. She thanked the engineers and the people who gave money.\n\n"
        + "Work begins in the spring and is to take two years. The bridge will carry trams, bicycles and people on foot, but no cars, which will go on using the tunnel.";

    private static readonly NewsStory Bridge = new("bridge", "Quarrow to build a new bridge", "Quarrow will build a new bridge, the council decided on Thursday.\n\n" + More);
    private static readonly NewsStory Ferry = new("ferry", "Ferry to Selm stops for a week", "The ferry to Selm stops for a week, the harbour office said.\n\n" + More.Replace("bridge", "ferry", StringComparison.Ordinal));

    private LiveArchive _archive = null!;

    private NewsSite Site => _archive.Site;

    public async Task InitializeAsync() => _archive = await LiveArchive.StartAsync();

    public async Task DisposeAsync() => await _archive.DisposeAsync();

    [Fact]
    public async Task Pages_are_read_each_as_an_article_of_its_own()
    {
        _archive.Configure("sources:\n  - pages:\n      - SITE/news/bridge\n      - SITE/news/ferry\n    language: en\n");
        Site.Publish("/feed", [Bridge, Ferry]);
        Assert.Equal(2, (await _archive.ReloadAsync()).Added.Count);
        Site.ForgetVisits();
        var again = await _archive.ReloadAsync();
        Assert.Equal(2, again.Unchanged);
        Assert.Equal([304, 304], Site.Visits.Select(visit => visit.Status));
        _archive.Configure("sources:\n  - pages: [SITE/news/ferry]\n");
        Assert.Single((await _archive.ReloadAsync()).Removed);
    }

    [Fact]
    public async Task A_page_that_is_gone_is_looked_at_twice_before_its_article_goes()
    {
        _archive.Configure("sources:\n  - page: SITE/news/bridge\n");
        Site.Publish("/feed", [Bridge]);
        await _archive.ReloadAsync();
        Site[Bridge.Path] = new Resource("gone") { Status = 410 };
        Assert.Empty((await _archive.ReloadAsync()).Removed);
        Assert.Single((await _archive.ReloadAsync()).Withdrawn);
        Assert.Empty(await _archive.TitlesAsync());
        Site.Publish("/feed", [Bridge]);
        Assert.Single((await _archive.ReloadAsync()).Added);
    }

    [Fact]
    public async Task An_edited_page_changes_its_article()
    {
        _archive.Configure("sources:\n  - page: SITE/news/bridge\n    name: Courier\n");
        Site.Publish("/feed", [Bridge]);
        var id = Assert.Single((await _archive.ReloadAsync()).Added);
        Site.Publish("/feed", [Bridge with { Title = "Quarrow to build two new bridges" }]);
        Assert.Equal(id, Assert.Single((await _archive.ReloadAsync()).Changed));
        Assert.Equal(("Courier", "Quarrow to build two new bridges"), (await _archive.ArticlesAsync()).Select(article => (article.Source, article.Title)).Single());
    }

    [Fact]
    public async Task A_page_and_a_feed_that_have_one_story_store_it_once()
    {
        _archive.Configure("sources:\n  - page: SITE/news/bridge\n  - feed: SITE/feed\n");
        Site.Publish("/feed", [Bridge]);
        await _archive.ReloadAsync();
        await _archive.ReloadAsync();
        Assert.Single(await _archive.TitlesAsync());
    }

    [Fact]
    public async Task A_news_sitemap_is_read_with_the_pages_it_lists()
    {
        _archive.Configure("sources:\n  - sitemap: SITE/news.xml\n    name: Courier\n");
        Site.Publish("/feed", [Bridge, Ferry]);
        Site["/news.xml"] = new Resource(Sitemap(Bridge, Ferry), "application/xml");
        var report = await _archive.ReloadAsync();
        Assert.Equal((2, 0), (report.Added.Count, report.Failures.Count));
        Assert.All(await _archive.ArticlesAsync(), article => Assert.Equal(Coverage.Full, article.Coverage));
        Site["/news.xml"] = new Resource(Sitemap(Ferry), "application/xml");
        Assert.Empty((await _archive.ReloadAsync()).Removed);
    }

    [Fact]
    public async Task An_index_leads_to_its_sitemaps()
    {
        _archive.Configure("sources:\n  - sitemap: SITE/index.xml\n");
        Site.Publish("/feed", [Bridge]);
        Site["/news.xml"] = new Resource(Sitemap(Bridge), "application/xml");
        Site["/index.xml"] = new Resource(
            $"<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>{Site.At("/news.xml")}</loc></sitemap></sitemapindex>", "application/xml");
        Assert.Single((await _archive.ReloadAsync()).Added);
    }

    [Fact]
    public async Task An_address_of_which_nothing_is_said_is_read_as_what_it_is()
    {
        Site.Publish("/feed", [Bridge]);
        Site.Publish("/other", [Ferry]);
        foreach (var place in (string[])["/feed", Ferry.Path])
        {
            var outcome = await _archive.Get<Reloader>().ReloadAsync(new ReloadRequest([Site.At(place).ToString()], "tester"), null, CancellationToken.None);
            Assert.Single(outcome.Report!.Added);
            Assert.Empty(outcome.Report.Failures);
        }
    }

    [Theory]
    [InlineData("an empty answer", "", "application/xml")]
    [InlineData("not XML at all", "hello", "text/plain")]
    [InlineData("a document type with an entity", "<!DOCTYPE x [<!ENTITY a \"b\">]><urlset>&a;</urlset>", "application/xml")]
    [InlineData("an external entity", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><urlset><url><loc>&a;</loc></url></urlset>", "application/xml")]
    [InlineData("entities of entities", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><urlset>&b;</urlset>", "application/xml")]
    [InlineData("XML that breaks off", "<urlset><url><loc>http://a.example/", "application/xml")]
    [InlineData("another document", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "application/xml")]
    [InlineData("an index of itself", "<sitemapindex><sitemap><loc>SITE/news.xml</loc></sitemap></sitemapindex>", "application/xml")]
    [InlineData("an index of nothing", "<sitemapindex/>", "application/xml")]
    [InlineData("an index that leads inside", "<sitemapindex><sitemap><loc>http://169.254.169.254/</loc></sitemap></sitemapindex>", "application/xml")]
    [InlineData("addresses that are none", "<urlset><url><loc>javascript:alert(1)</loc></url><url><loc>file:///etc/passwd</loc></url></urlset>", "application/xml")]
    [InlineData("addresses that lead inside", "<urlset><url><loc>http://192.168.0.1/</loc><news><title>Router</title><publication_date>2024-03-14</publication_date></news></url></urlset>", "application/xml")]
    public async Task A_hostile_sitemap_gives_no_article_and_a_reason_or_nothing(string name, string body, string type)
    {
        _archive.Configure("sources:\n  - sitemap: SITE/news.xml\n");
        Site["/news.xml"] = new Resource(body.Replace("SITE", Site.Root.ToString().TrimEnd('/'), StringComparison.Ordinal), type);
        var report = await _archive.ReloadAsync();
        Assert.All(await _archive.ArticlesAsync(), article => Assert.True(article.Coverage == Coverage.HeadlineOnly, name));
        Assert.DoesNotContain("root:", string.Join(' ', (await _archive.ArticlesAsync()).Select(article => article.Text)), StringComparison.Ordinal);
        Assert.All(report.Failures, failure => Assert.DoesNotContain("Exception", failure.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a billion laughs", "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><rss version=\"2.0\"><channel><title>&c;</title></channel></rss>")]
    [InlineData("an external entity", "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><item><title>&x;</title><link>SITE/a</link></item></channel></rss>")]
    [InlineData("a link to the metadata service", "<rss version=\"2.0\"><channel><item><title>Title</title><link>http://169.254.169.254/latest/</link><pubDate>Thu, 14 Mar 2024 09:00:00 GMT</pubDate></item></channel></rss>")]
    [InlineData("a link to a file", "<rss version=\"2.0\"><channel><item><title>Title</title><link>file:///etc/passwd</link><pubDate>Thu, 14 Mar 2024 09:00:00 GMT</pubDate></item></channel></rss>")]
    [InlineData("a link to a router", "<rss version=\"2.0\"><channel><item><title>Title</title><link>http://192.168.0.1/admin?reboot=1</link><pubDate>Thu, 14 Mar 2024 09:00:00 GMT</pubDate></item></channel></rss>")]
    [InlineData("a link with a password", "<rss version=\"2.0\"><channel><item><title>Title</title><link>http://a:b@127.0.0.1/</link><pubDate>Thu, 14 Mar 2024 09:00:00 GMT</pubDate></item></channel></rss>")]
    [InlineData("a script as link", "<rss version=\"2.0\"><channel><item><title>Title</title><link>javascript:alert(1)</link><pubDate>Thu, 14 Mar 2024 09:00:00 GMT</pubDate></item></channel></rss>")]
    [InlineData("no entries", "<rss version=\"2.0\"><channel><title>Empty</title></channel></rss>")]
    [InlineData("entries without anything", "<rss version=\"2.0\"><channel><item/><item/><item/></channel></rss>")]
    [InlineData("a script in the text", "<rss version=\"2.0\"><channel><item><title>Title</title><description>&lt;script&gt;steal()&lt;/script&gt;Words of the article.</description><pubDate>Thu, 14 Mar 2024 09:00:00 GMT</pubDate><guid>1</guid></item></channel></rss>")]
    [InlineData("control characters", "<rss version=\"2.0\"><channel><item><title>Ti\u0001tle</title></item></channel></rss>")]
    [InlineData("a feed that breaks off", "<rss version=\"2.0\"><channel><item><title>Title</title>")]
    [InlineData("JSON that is no feed", "{\"hello\": 1}")]
    [InlineData("JSON that breaks off", "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{")]
    [InlineData("text", "just some words")]
    public async Task A_hostile_feed_does_no_harm(string name, string body)
    {
        _archive.Configure("sources:\n  - feed: SITE/feed\n");
        Site["/feed"] = new Resource(body.Replace("SITE", Site.Root.ToString().TrimEnd('/'), StringComparison.Ordinal), "application/rss+xml");
        await _archive.ReloadAsync();
        var articles = await _archive.ArticlesAsync();
        Assert.True(articles.Count <= 1, name);
        Assert.All(articles, article =>
        {
            Assert.DoesNotContain("root:", article.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("steal()", article.Text, StringComparison.Ordinal);
            Assert.True(article.Url is null || article.Url.StartsWith("http", StringComparison.Ordinal), name);
        });
    }

    [Fact]
    public async Task A_feed_nested_a_hundred_thousand_deep_does_no_harm()
    {
        _archive.Configure("sources:\n  - feed: SITE/feed\n  - feed: SITE/good\n");
        Site["/feed"] = new Resource("<rss><channel>" + string.Concat(Enumerable.Repeat("<a>", 100_000)), "application/rss+xml");
        Site.Publish("/good", [Bridge]);
        Assert.Single((await _archive.ReloadAsync()).Added);
    }

    [Fact]
    public async Task A_page_nested_a_hundred_thousand_deep_does_no_harm()
    {
        _archive.Configure("sources:\n  - page: SITE/deep\n  - feed: SITE/good\n");
        Site["/deep"] = new Resource("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "words");
        Site.Publish("/good", [Bridge]);
        Assert.Contains("Quarrow to build a new bridge", await AddedAsync());
    }

    private async Task<string[]> AddedAsync()
    {
        await _archive.ReloadAsync();
        return await _archive.TitlesAsync();
    }

    private string Sitemap(params NewsStory[] stories) =>
        "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">"
        + string.Concat(stories.Select(story => $"<url><loc>{Site.At(story.Path)}</loc><news:news><news:publication><news:name>Courier</news:name><news:language>en</news:language></news:publication>"
            + $"<news:publication_date>{story.Published:yyyy-MM-ddTHH:mm:sszzz}</news:publication_date><news:title>{story.Title}</news:title></news:news></url>"))
        + "</urlset>";
}
