using System.Text;
using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Tests.Feeds;

/// <summary>Feeds made to hurt. Each is read, read in part, or refused with a reason; nothing outside of them is touched.</summary>
public sealed class HostileFeedsTests
{
    private const string Mark = "PWNED";
    private const string Item = "<item><title>Pier</title></item>";

    private static readonly Dictionary<string, Func<string>> Attacks = new()
    {
        ["an entity that names a file"] = () => $"<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>",
        ["an entity that names an address"] = () => $"<!DOCTYPE rss [<!ENTITY x SYSTEM \"http://127.0.0.1:1/{Mark}\">]><rss><channel><item><title>&x;</title></item></channel></rss>",
        ["a document type elsewhere"] = () => $"<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/{Mark}.dtd\"><rss><channel>{Item}</channel></rss>",
        ["a billion laughs"] = () => "<!DOCTYPE r [<!ENTITY a0 \"ha\">" + string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">")) + "]><rss><channel><item><title>&a30;</title></item></channel></rss>",
        ["a quadratic blow-up"] = () => $"<!DOCTYPE r [<!ENTITY a \"{new string('x', 100_000)}\">]><rss><channel><item><title>{Repeat("&a;", 10_000)}</title></item></channel></rss>",
        ["parameter entities"] = () => $"<!DOCTYPE r [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/{Mark}\"> %x;]><rss><channel>{Item}</channel></rss>",
        ["an XInclude"] = () => $"<rss xmlns:xi='http://www.w3.org/2001/XInclude'><channel><item><title><xi:include href='file:///etc/passwd' parse='text'/></title></item></channel></rss>",
        ["a stylesheet"] = () => $"<?xml-stylesheet href='http://127.0.0.1:1/{Mark}.xsl' type='text/xsl'?><rss><channel>{Item}</channel></rss>",
        ["a document type that does not end"] = () => "<!DOCTYPE rss [" + Repeat("<!ENTITY a \"b\">", 50_000),
        ["a hundred thousand nested elements"] = () => "<rss><channel><item>" + Repeat("<a>", 100_000),
        ["a hundred thousand nested elements that are closed"] = () => $"<rss><channel>{Item}<item>{Repeat("<a>", 100_000)}{Repeat("</a>", 100_000)}</item></channel></rss>",
        ["nested items"] = () => "<rss><channel>" + Repeat("<item>", 100_000),
        ["a million elements"] = () => $"<rss><channel>{Item}{Repeat("<a/>", 1_000_000)}</channel></rss>",
        ["a hundred thousand items"] = () => $"<rss><channel>{Repeat("<item/>", 100_000)}</channel></rss>",
        ["a title of a million characters"] = () => $"<rss><channel><item><title>{new string('x', 1_000_000)}</title></item></channel></rss>",
        ["an attribute of a million characters"] = () => $"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='http://p.example/{new string('x', 1_000_000)}'/></entry></feed>",
        ["fifty thousand attributes"] = () => $"<rss {string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}='1' "))}><channel>{Item}</channel></rss>",
        ["ten thousand undeclared prefixes"] = () => $"<rss><channel><item>{string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<p{i}:x/>"))}</item></channel></rss>",
        ["bases without end"] = () => Repeat("<a xml:base='x/'>", 200) + "<rss/>",
        ["a base that is a script"] = () => $"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='javascript:{Mark}/'><entry><link href='x'/></entry></feed>",
        ["a link that is a script"] = () => $"<rss><channel><item><link>javascript:{Mark}</link></item></channel></rss>",
        ["a link that is data"] = () => $"<rss><channel><item><link>data:text/html,{Mark}</link></item></channel></rss>",
        ["a link to a file"] = () => $"<rss><channel><item><link>file:///{Mark}</link></item></channel></rss>",
        ["a script in a title"] = () => $"<rss><channel><item><title>&lt;script&gt;{Mark}&lt;/script&gt;Pier</title></item></channel></rss>",
        ["markup nested in a title"] = () => $"<rss><channel><item><title><![CDATA[{Repeat("<b>", 100_000)}Pier]]></title></item></channel></rss>",
        ["Base64 that is none"] = () => "<feed xmlns='http://purl.org/atom/ns#'><entry><title mode='base64'>$$$$</title></entry></feed>",
        ["a CDATA section that is not closed"] = () => $"<rss><channel>{Item}<item><title><![CDATA[" + Repeat("]] ", 200_000),
        ["ampersands without end"] = () => $"<rss><channel><item><title>{new string('&', 200_000)}</title></item></channel></rss>",
        ["references without end"] = () => $"<rss><channel><item><title>{Repeat("&#x26;", 100_000)}</title></item></channel></rss>",
        ["references out of range"] = () => "<rss><channel><item><title>&#x110000;&#xD800;&#99999999;&#0;Pier</title></item></channel></rss>",
        ["dates without end"] = () => $"<rss><channel><item><pubDate>{Repeat("Mon, 1 Jan 2024 ", 10_000)}</pubDate></item></channel></rss>",
        ["dates out of range"] = () => "<rss><channel><item><pubDate>99 Jan 9999 99:99:99 +9999</pubDate><dc:date>9999-12-31T23:59:59+14:00</dc:date></item></channel></rss>",
        ["two roots"] = () => $"<rss><channel>{Item}</channel></rss><rss><channel>{Item}</channel></rss>",
        ["end tags that do not fit"] = () => $"<rss><channel>{Item}</item></rss></channel>",
        ["spaces without end"] = () => new string(' ', 1_000_000) + $"<rss><channel>{Item}</channel></rss>",
        ["JSON nested without end"] = () => Repeat("[", 200_000),
        ["JSON objects nested without end"] = () => Repeat("{\"items\":", 200_000),
        ["a JSON Feed of wrong types"] = () => "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":[],\"items\":[1,null,[],{\"id\":{},\"url\":7,\"title\":{},\"authors\":[1,{}],\"date_published\":[]}]}",
        ["a JSON Feed with half a character"] = () => "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"title\":\"\\ud800\",\"url\":\"\\udfff\"}]}",
        ["a JSON Feed of a hundred thousand items"] = () => "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[" + string.Join(',', Enumerable.Repeat("{}", 100_000)) + "]}",
    };

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Hostile_feed_is_harmless(string name)
    {
        var reading = SampleFeed.Read(Attacks[name]());

        Assert.True(reading.Feed is not null || reading.Fault is not null);
        if (reading.Fault is { } fault)
            Assert.Matches("^(is|has) [a-zA-Z0-9 ,-]+$", fault.Reason);
        foreach (var entry in reading.Feed?.Entries ?? [])
        {
            Assert.DoesNotContain(Mark, $"{entry.Title} {entry.Link}", StringComparison.Ordinal);
            Assert.DoesNotContain("root:", $"{entry.Title}", StringComparison.Ordinal);
            Assert.True(entry.Title is null or { Length: <= 501 } && entry.Link is null or { Length: <= 2048 });
        }

        Assert.True(reading.Feed is null or { Entries.Count: <= 10_000 });
    }

    [Theory]
    [InlineData("a hundred thousand nested elements", "is nested more than 256 levels deep")]
    [InlineData("a million elements", "has more than 500000 elements")]
    public void What_costs_too_much_is_refused_with_the_bound(string name, string reason) => Assert.Equal(reason, SampleFeed.Read(Attacks[name]()).Fault!.Reason);

    [Fact]
    public void Entities_that_a_feed_makes_stay_as_they_are_written() =>
        Assert.Equal("&x;", SampleFeed.Entry(Attacks["an entity that names a file"]()).Title);

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0xff, 0xfe })]
    [InlineData(new byte[] { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0 })]
    public void Bytes_that_are_no_text_are_refused(byte[] body) => Assert.NotNull(FeedReader.Read(body, null, SampleFeed.Address).Fault);

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
