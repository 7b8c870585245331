using System.Text;
using NewsBot.Sources.Pages;

namespace NewsBot.Sources.Tests.Pages;

/// <summary>
/// Pages made to hurt. Each is read to its end or refused with a reason; what comes out is bounded, is plain text and has
/// nothing of the attack in it.
/// </summary>
public sealed class HostilePagesTests
{
    private const string Mark = "PWNED";

    private static readonly Dictionary<string, Func<string>> Attacks = new()
    {
        ["a hundred thousand nested divs"] = () => Repeat("<div>", 100_000) + SamplePage.Paragraphs,
        ["a hundred thousand nested spans in a paragraph"] = () => "<p>" + Repeat("<span>", 100_000) + "deep",
        ["a hundred thousand nested lists"] = () => Repeat("<ul><li>", 50_000) + "deep",
        ["a hundred thousand nested tables"] = () => Repeat("<table><tr><td>", 30_000) + "deep",
        ["a hundred thousand nested quotations"] = () => Repeat("<blockquote>", 100_000) + "deep",
        ["a hundred thousand unclosed formattings"] = () => Repeat("<b>", 100_000) + SamplePage.Paragraphs,
        ["formatting that is opened anew in every paragraph"] = () => string.Concat(Enumerable.Range(0, 2000).Select(i => $"<font size='{i}'>")) + Repeat("<p>x", 5000),
        ["nested links"] = () => Repeat("<a href='#'>", 50_000) + "deep",
        ["nested forms"] = () => Repeat("<form>", 50_000) + SamplePage.Paragraphs,
        ["nested SVG"] = () => Repeat("<svg><g>", 50_000) + "</svg>" + SamplePage.Paragraphs,
        ["nested templates"] = () => Repeat("<template>", 20_000) + "deep",
        ["nested selects"] = () => Repeat("<select><option>", 20_000) + "deep",
        ["end tags without start"] = () => Repeat("</div></p></b>", 100_000) + SamplePage.Paragraphs,
        ["crossed formattings"] = () => Repeat("<b><i></b></i>", 20_000) + SamplePage.Paragraphs,
        ["half a million paragraphs"] = () => Repeat("<p>", 500_000),
        ["half a million empty elements"] = () => Repeat("<i></i>", 500_000),
        ["an attribute of a million characters"] = () => $"<div class='{new string('a', 1_000_000)}'>{SamplePage.Paragraphs}</div>",
        ["a class made to make patterns go back"] = () => $"<div class='{Repeat("share-by-line author - ", 20_000)}'>{SamplePage.Paragraphs}</div>",
        ["fifty thousand attributes"] = () => $"<div {string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}='1' "))}>{SamplePage.Paragraphs}</div>",
        ["fifty thousand metas"] = () => string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<meta name='author' content='n{i}'>")) + SamplePage.Paragraphs,
        ["a headline of a million characters"] = () => $"<h1>{new string('x', 1_000_000)}</h1>{SamplePage.Paragraphs}",
        ["a word of a million characters"] = () => $"<p>{new string('x', 1_000_000)}</p>",
        ["a million spaces"] = () => $"<p>{new string(' ', 1_000_000)}</p>{SamplePage.Paragraphs}",
        ["digits that look like dates"] = () => $"<p>{Repeat("12.12.12.", 50_000)}</p>{SamplePage.Paragraphs}",
        ["words that look like names"] = () => $"<p class='byline'>By {Repeat("and ", 50_000)}</p>{SamplePage.Paragraphs}",
        ["a comment that is not closed"] = () => SamplePage.Paragraphs + "<!-- " + Repeat("- ", 200_000),
        ["a script that is not closed"] = () => SamplePage.Paragraphs + $"<script>document.write('{Mark}');",
        ["a script in the text"] = () => $"<article><h1>Title of the page</h1>{SamplePage.Paragraphs}<p><script>alert('{Mark}')</script>End of it all.</p></article>",
        ["an event handler"] = () => $"<article><p onclick=\"alert('{Mark}')\">{SamplePage.First}</p>{SamplePage.Paragraphs}</article>",
        ["a script in the address of a link"] = () => $"<article>{SamplePage.Paragraphs}<p>See <a href=\"javascript:alert('{Mark}')\">the plan of the pier</a> for all the details of the work.</p></article>",
        ["a frame with a document in it"] = () => $"<article>{SamplePage.Paragraphs}<iframe srcdoc=\"<p>{Mark}</p>\"></iframe></article>",
        ["an object and an embed"] = () => $"<article>{SamplePage.Paragraphs}<object data='data:text/html,{Mark}'>{Mark}</object><embed src='{Mark}'></article>",
        ["a style that imports"] = () => $"<style>@import url(//evil.example/{Mark});</style>{SamplePage.Paragraphs}",
        ["a base that moves all links"] = () => $"<base href='javascript:{Mark}//'>{SamplePage.Paragraphs}",
        ["a redirect"] = () => $"<meta http-equiv='refresh' content='0;url=//evil.example/{Mark}'>{SamplePage.Paragraphs}",
        ["markup hidden in references"] = () => $"<article>{SamplePage.Paragraphs}<p>The sign says &#0;&#x110000;&#xD800;&#x80; and nothing else, as far as anyone could see.</p></article>",
        ["references without end"] = () => $"<p>{Repeat("&#38;", 100_000)}</p>{SamplePage.Paragraphs}",
        ["an XML document type with entities"] = () => $"<!DOCTYPE html [<!ENTITY a \"{Mark}\"><!ENTITY b \"&a;&a;\">]>{SamplePage.Paragraphs}<p>&b;</p>",
        ["JSON-LD nested without end"] = () => $"<script type='application/ld+json'>{Repeat("[", 200_000)}</script>{SamplePage.Paragraphs}",
        ["JSON-LD objects nested without end"] = () => $"<script type='application/ld+json'>{Repeat("{\"@graph\":", 200_000)}</script>{SamplePage.Paragraphs}",
        ["JSON-LD with a hundred thousand articles"] = () => $"<script type='application/ld+json'>[{Repeat("{\"@type\":\"NewsArticle\",\"author\":\"x y\"},", 100_000)}]</script>{SamplePage.Paragraphs}",
        ["JSON-LD of wrong types"] = () => $"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":[[[1]]],\"author\":{{\"name\":{{\"name\":{{}}}}}},\"datePublished\":{{}},\"articleBody\":7,\"publisher\":null}}</script>{SamplePage.Paragraphs}",
        ["JSON-LD with half a character"] = () => $"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800\",\"author\":\"\\udfff\"}}</script>{SamplePage.Paragraphs}",
        ["dates out of every range"] = () => $"<meta name='date' content='99999-99-99T99:99:99+99:99'><time datetime='-1'>0/0/0000</time>{SamplePage.Paragraphs}",
        ["a number as a date"] = () => $"<meta name='date' content='999999999999'><meta name='pubdate' content='9999999999999'>{SamplePage.Paragraphs}",
        ["control and direction characters"] = () => $"<article><h1>Title\u202e of\u0007 page</h1><p>\u0001\u0008{SamplePage.First}\u0000\u001b[31m</p>{SamplePage.Paragraphs}</article>",
        ["nothing but markup"] = () => Repeat("<div><br></div>", 1000),
        ["nothing but an open tag"] = () => "<" + new string('a', 100_000),
        ["quotes that are not closed"] = () => "<div class=\"" + SamplePage.Paragraphs + Repeat("<p class='x>", 10_000),
        ["a plain text file"] = () => Repeat("just some words without any markup at all. ", 2000),
        ["a frameset"] = () => "<frameset>" + Repeat("<frame src='x'>", 1000) + "</frameset>",
    };

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Hostile_page_is_harmless(string name)
    {
        var html = Attacks[name]();
        var reading = SamplePage.Read(html.Contains("<!DOCTYPE", StringComparison.Ordinal) ? html : $"<html><body>{html}");

        if (reading.Article is not { } article)
        {
            Assert.Matches("^(is|has) [a-z0-9 ]+", reading.Reason);
            return;
        }

        Assert.DoesNotContain(Mark, $"{article.Title}\n{article.Text}\n{article.Byline}\n{article.CanonicalUrl}", StringComparison.Ordinal);
        Assert.DoesNotContain("<p", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(article.Text, c => char.IsControl(c) && c is not '\n' and not '\t');
        Assert.True(article.Title.Length <= 301 && article.Byline is null or { Length: <= 301 });
        Assert.True(article.Text.Length <= html.Length + 1000);
    }

    [Theory]
    [InlineData("a hundred thousand nested divs", "nested too deeply")]
    [InlineData("a hundred thousand nested spans in a paragraph", "nested too deeply")]
    [InlineData("formatting that is opened anew in every paragraph", "elements")]
    [InlineData("half a million empty elements", "elements")]
    public void What_costs_too_much_is_refused_with_the_bound(string name, string reason) =>
        Assert.Contains(reason, SamplePage.Read($"<html><body>{Attacks[name]()}").Reason, StringComparison.Ordinal);

    public static TheoryData<string, byte[], string?> Bytes => new()
    {
        { "nothing", [], null },
        { "one zero byte", [0], null },
        { "zeros", new byte[10_000], null },
        { "a picture", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], "image/png" },
        { "half a UTF-16 mark", [0xff], null },
        { "only a UTF-16 mark", [0xff, 0xfe], null },
        { "UTF-16 that ends within a character", [0xff, 0xfe, 0x3c], null },
        { "UTF-32", [0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0], null },
        { "UTF-7", Encoding.ASCII.GetBytes("<html><body><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>"), "text/html; charset=utf-7" },
        { "a charset without end", Encoding.ASCII.GetBytes("<p>text</p>"), "text/html; charset=" + new string('a', 100_000) },
        { "random bytes", [.. Enumerable.Range(0, 100_000).Select(i => (byte)((i * 7919) >> 3))], "text/html" },
        { "broken UTF-8 under its own name", [.. Encoding.UTF8.GetBytes("<p>caf"), 0xc3, 0x28, .. Encoding.UTF8.GetBytes("</p>")], "text/html; charset=utf-8" },
    };

    [Theory]
    [MemberData(nameof(Bytes))]
    public void Hostile_bytes_are_harmless(string name, byte[] body, string? contentType)
    {
        var reading = PageReader.Read(body, contentType, SamplePage.Address, SamplePage.Now);

        Assert.True(reading.Article is null != reading.Reason is null, name);
        Assert.DoesNotContain("<script", reading.Article?.Text ?? "", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_page_longer_than_the_bound_is_refused() =>
        Assert.Contains("million characters", PageReader.Read(Encoding.ASCII.GetBytes(new string('x', 8_000_001)), null, SamplePage.Address, SamplePage.Now).Reason, StringComparison.Ordinal);

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
