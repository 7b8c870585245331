using System.Text;
using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Tests.Feeds;

public sealed class FeedReaderTests
{
    [Theory]
    [InlineData("RSS 0.90", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>Post</title><link>http://p.example/</link></channel><item><title>Pier</title><link>http://p.example/1</link></item></rdf:RDF>")]
    [InlineData("RSS 0.91 with its document type", "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\"><rss version='0.91'><channel><title>Post</title><link>http://p.example/</link><item><title>Pier</title><link>http://p.example/1</link></item></channel></rss>")]
    [InlineData("RSS 1.0", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel rdf:about='http://p.example/'><title>Post</title><link>http://p.example/</link></channel><item rdf:about='http://p.example/1'><title>Pier</title><link>http://p.example/1</link></item></rdf:RDF>")]
    [InlineData("RSS 2.0", "<rss version='2.0'><channel><title>Post</title><link>http://p.example/</link><item><title>Pier</title><link>http://p.example/1</link></item></channel></rss>")]
    [InlineData("RSS 2.0 in a namespace", "<rss version='2.0' xmlns='http://backend.userland.com/rss2'><channel><title>Post</title><link>http://p.example/</link><item><title>Pier</title><link>http://p.example/1</link></item></channel></rss>")]
    [InlineData("Atom 0.3", "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Post</title><link rel='alternate' type='text/html' href='http://p.example/'/><entry><title>Pier</title><link rel='alternate' href='http://p.example/1'/></entry></feed>")]
    [InlineData("Atom 1.0 under a prefix", "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>Post</a:title><a:link href='http://p.example/'/><a:entry><a:title>Pier</a:title><a:link href='http://p.example/1'/></a:entry></a:feed>")]
    [InlineData("Atom in a namespace of its own", "<feed xmlns='http://feeds.example/own#'><title>Post</title><link href='http://p.example/'/><entry><title>Pier</title><link href='http://p.example/1'/></entry></feed>")]
    [InlineData("JSON Feed", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Post\",\"home_page_url\":\"http://p.example/\",\"items\":[{\"id\":\"1\",\"title\":\"Pier\",\"url\":\"http://p.example/1\"}]}")]
    public void Every_format_gives_its_title_and_its_entries(string format, string text)
    {
        var feed = SampleFeed.Feed(text);

        Assert.True(feed is { Title: "Post", Link: "http://p.example/" }, format);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("Pier", "http://p.example/1"), (entry.Title, entry.Link));
    }

    [Theory]
    [InlineData("<guid>http://p.example/7</guid>", "http://p.example/7", "a guid is an address")]
    [InlineData("<guid isPermaLink='false'>http://p.example/7</guid>", null, "unless it says that it is none")]
    [InlineData("<guid isPermaLink='true'>http://p.example/7</guid><link>http://p.example/8</link>", "http://p.example/8", "a link goes before a guid")]
    [InlineData("<guid>post-7</guid>", null, "or does not look like one")]
    [InlineData("<link>/local/7</link>", "https://news.example.org/local/7", "links are made absolute")]
    [InlineData("<atom:link rel='self' href='http://p.example/self'/><atom:link rel='alternate' href='http://p.example/7'/>", "http://p.example/7", "only the alternate one is the page")]
    [InlineData("<link>javascript:alert(1)</link>", null, "only addresses of the web are links")]
    [InlineData("<link>\n  http://p.example/7\n</link>", "http://p.example/7", "white space is no part of a link")]
    public void The_link_of_an_RSS_item(string elements, string? expected, string because) =>
        Assert.True(SampleFeed.Entry(SampleFeed.Rss(elements)).Link == expected, because);

    [Fact]
    public void Relative_links_are_resolved_against_every_base_around_them()
    {
        var entry = SampleFeed.Entry("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://p.example/a/'><entry xml:base='b/'><link href='c'/></entry></feed>");

        Assert.Equal("http://p.example/a/b/c", entry.Link);
    }

    [Theory]
    [InlineData("<title>Two &gt; one</title>", "Two > one")]
    [InlineData("<title type='html'>&lt;b&gt;Pier&lt;/b&gt; &amp;amp; quay</title>", "Pier & quay")]
    [InlineData("<title type='text'>&lt;b&gt;Pier&lt;/b&gt;</title>", "<b>Pier</b>")]
    [InlineData("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>The <em>old</em> pier</div></title>", "The old pier")]
    [InlineData("<title type='application/octet-stream' mode='base64'>UGllcg==</title>", "Pier")]
    [InlineData("<title><![CDATA[Pier &#8217;s <i>end</i>]]></title>", "Pier ’s end")]
    [InlineData("<title>Pier\n   and   quay</title>", "Pier and quay")]
    public void Titles_are_plain_text_whatever_type_they_have(string title, string expected) => Assert.Equal(expected, SampleFeed.Entry(SampleFeed.Atom(title)).Title);

    [Fact]
    public void The_article_and_its_teaser_are_told_apart()
    {
        var rss = SampleFeed.Entry(SampleFeed.Rss("<description>Short &lt;b&gt;one&lt;/b&gt;</description><content:encoded><![CDATA[<p>Long one</p>]]></content:encoded>"));
        var atom = SampleFeed.Entry(SampleFeed.Atom("<summary>Short one</summary><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Long <a href='x'>one</a></p></div></content>"));

        Assert.Equal(("Short <b>one</b>", "<p>Long one</p>"), (rss.SummaryHtml, rss.ContentHtml));
        Assert.Equal(("Short one", "<p>Long <a href=\"x\">one</a></p>"), (atom.SummaryHtml, atom.ContentHtml));
    }

    [Fact]
    public void Content_that_lies_elsewhere_is_none() =>
        Assert.Null(SampleFeed.Entry(SampleFeed.Atom("<content type='video/mp4' src='http://p.example/v.mp4'/>")).ContentHtml);

    [Theory]
    [InlineData("<author>ann@example.org (Ann Example)</author>", "Ann Example")]
    [InlineData("<dc:creator>Ann Example</dc:creator><dc:creator>Bo Sample</dc:creator>", "Ann Example, Bo Sample")]
    [InlineData("<author>Ann Example &lt;ann@example.org&gt;</author>", "Ann Example")]
    [InlineData("<author>ann@example.org</author>", "ann@example.org")]
    [InlineData("<atom:author><atom:name>Ann Example</atom:name></atom:author>", "Ann Example")]
    [InlineData("<title>none</title>", null)]
    public void Authors_are_names(string elements, string? expected) => Assert.Equal(expected, SampleFeed.Entry(SampleFeed.Rss(elements)).Author);

    [Fact]
    public void Fields_that_RSS_leaves_out_come_from_other_vocabularies()
    {
        var entry = SampleFeed.Entry(SampleFeed.Rss("<media:title>Pier</media:title><dc:date>2024-05-03T09:30:00Z</dc:date><media:description>Short</media:description>"));

        Assert.Equal(("Pier", "Short", 3), (entry.Title, entry.SummaryHtml, entry.Published!.Value.Day.Day));
    }

    [Fact]
    public void The_title_of_a_picture_is_not_the_title_of_the_feed()
    {
        var feed = SampleFeed.Feed(SampleFeed.Rss("<title>Pier</title>", "<image><title>Logo</title><link>http://p.example/logo</link></image><title>The Wexmoor Post</title><link>http://p.example/</link>"));

        Assert.Equal(("The Wexmoor Post", "http://p.example/"), (feed.Title, feed.Link));
    }

    [Fact]
    public void Publication_and_change_are_told_apart()
    {
        var entry = SampleFeed.Entry(SampleFeed.Atom("<published>2024-05-03T09:30:00Z</published><updated>2024-05-04T10:00:00+02:00</updated>"));

        Assert.Equal(new DateTimeOffset(2024, 5, 3, 9, 30, 0, TimeSpan.Zero), entry.Published!.Value.Instant);
        Assert.Equal(new DateTimeOffset(2024, 5, 4, 8, 0, 0, TimeSpan.Zero), entry.Updated!.Value.Instant);
    }

    [Theory]
    [InlineData("an entity of HTML", "<title>Pier&nbsp;&eacute;</title>", "Pier é")]
    [InlineData("a bare ampersand", "<title>Pier & quay, AT&T</title>", "Pier & quay, AT&T")]
    [InlineData("an undeclared prefix", "<title>Pier</title><foo:bar>x</foo:bar>", "Pier")]
    [InlineData("a control character", "<title>Pier\u0001\u0008</title>", "Pier")]
    [InlineData("a reference to a control character", "<title>Pier&#1;</title>", "Pier")]
    [InlineData("an unknown entity", "<title>Pier &unknown;</title>", "Pier &unknown;")]
    public void Small_faults_are_read_over(string what, string item, string title)
    {
        var entry = SampleFeed.Entry(SampleFeed.Rss(item));

        Assert.True(entry.Title == title, $"{what}: {entry.Title}");
    }

    [Fact]
    public void Text_before_the_declaration_is_read_over() => Assert.Equal("Pier", SampleFeed.Entry("\n\n warning: x\n" + SampleFeed.Rss("<title>Pier</title>")).Title);

    [Fact]
    public void CDATA_keeps_its_ampersands_when_the_rest_is_mended() =>
        Assert.Equal("http://p.example/?a=1&b=2", SampleFeed.Entry(SampleFeed.Rss("<title>A & B</title><link><![CDATA[http://p.example/?a=1&b=2]]></link>")).Link);

    [Fact]
    public void A_feed_that_breaks_off_gives_what_stands_before_the_break_and_its_line()
    {
        var reading = SampleFeed.Read("<rss version='2.0'>\n<channel><title>Post</title>\n<item><title>One</title></item>\n<item><title>Two</title></item>\n<item><title>Th");

        Assert.Equal(["One", "Two"], reading.Feed!.Entries.Take(2).Select(e => e.Title));
        Assert.Equal(new FeedFault(5, "is not well-formed XML"), reading.Fault);
    }

    [Theory]
    [InlineData("", null, "is empty")]
    [InlineData("just words", null, "is neither XML nor JSON")]
    [InlineData("<html><body><p>Hello</p></body></html>", null, "is a web page, not a feed")]
    [InlineData("<catalog><book/></catalog>", null, "is XML, but not a feed")]
    [InlineData("{\"a\":1}", null, "is JSON, but not a JSON Feed")]
    [InlineData("{\n\"version\":\"https://jsonfeed.org/version/1\",\n\"items\":[}", 3, "is not valid JSON")]
    [InlineData("\n<rss><", 2, "is not well-formed XML")]
    public void What_is_no_feed_is_refused_with_the_reason(string text, int? line, string reason)
    {
        var reading = SampleFeed.Read(text);

        Assert.Null(reading.Feed);
        Assert.Equal(new FeedFault(line, reason), reading.Fault);
    }

    [Theory]
    [InlineData("windows-1251", "<?xml version='1.0' encoding='windows-1251'?>", null)]
    [InlineData("koi8-r", "<?xml version='1.0'?>", "application/rss+xml; charset=koi8-r")]
    [InlineData("utf-16", "<?xml version='1.0' encoding='utf-16'?>", null)]
    [InlineData("utf-8", "<?xml version='1.0' encoding='iso-8859-1'?>", null)]
    [InlineData("utf-8", "<?xml version='1.1'?>", null)]
    public void Entries_are_the_same_in_every_encoding(string encoding, string declaration, string? contentType)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var writer = Encoding.GetEncoding(encoding);
        var text = $"{declaration}<rss version='2.0'><channel><title>Вексмурский вестник</title><item><title>Совет решил построить причал</title></item></channel></rss>";
        byte[] body = [.. encoding == "utf-16" ? writer.GetPreamble() : [], .. writer.GetBytes(text)];

        var feed = FeedReader.Read(body, contentType, SampleFeed.Address).Feed!;

        Assert.Equal("Вексмурский вестник", feed.Title);
        Assert.Equal("Совет решил построить причал", feed.Entries[0].Title);
    }

    [Fact]
    public void JSON_Feed_gives_dates_authors_and_text()
    {
        var entry = SampleFeed.Entry("""{"version":"https://jsonfeed.org/version/1","title":"Post","author":{"name":"Ann Example"},"language":"en-GB","items":[{"id":7,"external_url":"http://p.example/7","content_text":"1 < 2","summary":"Short","date_published":"2024-05-03T09:30:00Z"}]}""");

        Assert.Equal(("7", "http://p.example/7", "Ann Example", "en-GB"), (entry.Id, entry.Link, entry.Author, entry.Language));
        Assert.Equal(("1 &lt; 2", "Short", 3), (entry.ContentHtml, entry.SummaryHtml, entry.Published!.Value.Day.Day));
    }

    [Fact]
    public void The_language_of_an_entry_goes_before_that_of_the_feed()
    {
        var feed = SampleFeed.Feed("<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en-us'><entry xml:lang='fr'><title>Un</title></entry><entry><title>Two</title></entry></feed>");

        Assert.Equal(["fr", "en-us"], feed.Entries.Select(e => e.Language));
    }
}
