using System.Text;
using NewsBot.Core.Dates;
using NewsBot.Sources.Pages;

namespace NewsBot.Sources.Tests.Pages;

public sealed class PageReaderTests
{
    [Fact]
    public void A_plain_page_gives_its_headline_and_its_paragraphs()
    {
        var article = SamplePage.Article(SamplePage.Html());

        Assert.Equal("Council votes to rebuild ferry pier", article.Title);
        Assert.Equal($"{SamplePage.First}\n\n{SamplePage.Second}\n\n{SamplePage.Third}", article.Text);
        Assert.Equal("en", article.Language);
        Assert.False(article.HeadlineOnly);
        Assert.False(article.Paywalled);
        Assert.Null(article.Published);
    }

    [Theory]
    [InlineData("navigation", "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport results</a></li></ul></nav>")]
    [InlineData("sharing buttons", "<div class='share-tools'><a href='#'>Share this on every network</a></div>")]
    [InlineData("a sign-up", "<div class='newsletter-signup'><p>Get our letter every morning in your inbox, free of charge.</p></div>")]
    [InlineData("related articles", "<aside class='related'><h3>Related</h3><ul><li><a href='/a'>Fishing fleet returns early this year</a></li></ul></aside>")]
    [InlineData("a sub-caption", "<figure><img src='x.jpg'><figcaption>The pier seen from the north</figcaption></figure>")]
    [InlineData("comments", "<section id='comments'><h3>2 comments</h3><p>About time too, if you ask me, they should have done this years ago.</p></section>")]
    [InlineData("an advertisement", "<p class='advertisement'>Advertisement</p>")]
    [InlineData("a link to read more", "<p><a href='/more'>READ MORE: TEN PIERS THAT FELL INTO THE SEA</a></p>")]
    [InlineData("a video player", "<div class='video-player'><p>Media playback is unsupported on your device</p></div>")]
    public void Furniture_between_paragraphs_is_left_out(string what, string furniture)
    {
        var article = SamplePage.WithBody($"<article><h1>Council votes to rebuild ferry pier</h1><p>{SamplePage.First}</p><p>{SamplePage.Second}</p>{furniture}<p>{SamplePage.Third}</p></article>");

        Assert.True(article.Text == $"{SamplePage.First}\n\n{SamplePage.Second}\n\n{SamplePage.Third}", $"{what} stayed: {article.Text}");
    }

    [Theory]
    [InlineData("<p>By Ann Example</p>")]
    [InlineData("<p>Updated: May 3, 2024 at 6:30 pm</p>")]
    [InlineData("<h2>Council votes to rebuild the ferry pier</h2>")]
    [InlineData("<p>Posted Fri, May 3, 2024</p>")]
    public void Lines_about_the_article_before_its_text_are_left_out(string line)
    {
        var article = SamplePage.WithBody($"<article><h1>Council votes to rebuild ferry pier</h1>{line}{SamplePage.Paragraphs}</article>");

        Assert.StartsWith(SamplePage.First, article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Reporting by Bo Sample; editing by Cy Test</p>")]
    [InlineData("<h3>More from Wexmoor</h3><p>Ten piers of the coast, ranked by the people who fish from them every week of the year.</p>")]
    [InlineData("<p>Follow Ann Example on Twitter</p>")]
    [InlineData("<p>© 2024 The Wexmoor Post. All rights reserved.</p>")]
    public void Lines_about_something_else_behind_the_text_are_left_out(string lines)
    {
        var article = SamplePage.WithBody($"<article><h1>Council votes to rebuild ferry pier</h1>{SamplePage.Paragraphs}{lines}</article>");

        Assert.EndsWith(SamplePage.Third, article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_caption_of_the_opening_picture_comes_first_unless_the_text_has_a_dateline()
    {
        const string picture = "<figure><img src='x.jpg'><figcaption>The pier at low tide last week.</figcaption></figure>";

        var withCaption = SamplePage.WithBody($"<article><h1>Council votes to rebuild ferry pier</h1>{picture}{SamplePage.Paragraphs}</article>");
        var withDateline = SamplePage.WithBody($"<article><h1>Council votes to rebuild ferry pier</h1>{picture}<p>WEXMOOR, May 3 (Reuters) - {SamplePage.First}</p><p>{SamplePage.Second}</p></article>");

        Assert.StartsWith("The pier at low tide last week.\n\n" + SamplePage.First, withCaption.Text, StringComparison.Ordinal);
        Assert.StartsWith("WEXMOOR, May 3", withDateline.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_tables_and_quotations_keep_their_text_and_order()
    {
        var article = SamplePage.WithBody($"""
            <article><h1>Council votes to rebuild ferry pier</h1><p>{SamplePage.First}</p>
            <ul><li>The first section will be open to walkers by May.</li><li>The second section follows in autumn, with a new crane.</li></ul>
            <blockquote><p>“Nobody here believed that this day would come, not even the ones who voted for it.”</p></blockquote>
            <table><tr><th>Year</th><th>Passengers carried</th></tr><tr><td>2022</td><td>18,400 people</td></tr></table>
            <p>{SamplePage.Second}</p><p>{SamplePage.Third}</p></article>
            """);

        string[] parts = [SamplePage.First, "The first section will be open", "The second section follows", "“Nobody here believed", "2022 | 18,400 people", SamplePage.Second];
        var places = parts.Select(part => article.Text.IndexOf(part, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Two_line_breaks_end_a_paragraph_and_one_does_not()
    {
        var article = SamplePage.WithBody($"<article><h1>Council votes to rebuild ferry pier</h1><div>{SamplePage.First}<br><br>{SamplePage.Second}<br>{SamplePage.Third}</div></article>");

        Assert.Equal($"{SamplePage.First}\n\n{SamplePage.Second} {SamplePage.Third}", article.Text);
    }

    [Theory]
    [InlineData("utf-8", "text/html; charset=utf-8", "")]
    [InlineData("windows-1252", "text/html; charset=iso-8859-1", "")]
    [InlineData("windows-1252", null, "<meta charset=\"windows-1252\">")]
    [InlineData("windows-1252", null, "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-1\">")]
    [InlineData("utf-8", "text/html; charset=iso-8859-1", "")]
    [InlineData("utf-8", null, "")]
    [InlineData("utf-16", "text/html", "")]
    [InlineData("windows-1252", "text/html; charset=no-such-thing", "")]
    public void The_text_is_the_same_in_every_encoding_and_under_wrong_declarations(string encoding, string? contentType, string head)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string text = "Die Bürgermeisterin sagte am Dienstag, die Fähre über den Sund müsse größer werden, denn schon im nächsten Frühjahr kämen mehr Gäste als je zuvor an die Küste.";
        var writer = Encoding.GetEncoding(encoding);
        var html = $"<html lang=\"de\"><head>{head}</head><body><article><h1>Größere Fähre für den Sund</h1><p>{text}</p><p>{text[..^1]} und müssten übersetzen.</p></article></body></html>";
        byte[] body = [.. encoding == "utf-16" ? writer.GetPreamble() : [], .. writer.GetBytes(html)];

        var article = PageReader.Read(body, contentType, SamplePage.Address, SamplePage.Now).Article!;

        Assert.Equal("Größere Fähre für den Sund", article.Title);
        Assert.StartsWith(text, article.Text, StringComparison.Ordinal);
        Assert.Equal("de", article.Language);
    }

    [Fact]
    public void The_body_of_the_metadata_stands_in_where_the_page_shows_none()
    {
        var article = SamplePage.Article(SamplePage.Html(
            $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Council votes to rebuild ferry pier","articleBody":"{{SamplePage.First}}\n{{SamplePage.Second}}\n{{SamplePage.Third}}"}</script>""",
            "<div id='app'></div>"));

        Assert.Equal("Council votes to rebuild ferry pier", article.Title);
        Assert.Equal($"{SamplePage.First}\n\n{SamplePage.Second}\n\n{SamplePage.Third}", article.Text);
    }

    [Fact]
    public void The_body_of_the_metadata_drops_what_is_not_in_it_where_the_two_agree()
    {
        var article = SamplePage.Article(SamplePage.Html(
            $$"""<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{SamplePage.First}} {{SamplePage.Second}} {{SamplePage.Third}}"}</script>""",
            $"<article><h1>Council votes to rebuild ferry pier</h1><p>{SamplePage.First}</p><p>Our summer contest has begun and every reader can win a weekend at sea.</p><p>{SamplePage.Second}</p><p>{SamplePage.Third}</p></article>"));

        Assert.DoesNotContain("contest", article.Text, StringComparison.Ordinal);
        Assert.Contains(SamplePage.Third, article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_with_only_a_headline_and_a_teaser_says_so()
    {
        var article = SamplePage.Article(SamplePage.Html("<meta property='og:description' content='The council voted on Tuesday.'>", "<h1>Council votes to rebuild ferry pier</h1><p>Please log in.</p>"));

        Assert.True(article.HeadlineOnly);
        Assert.Equal("Council votes to rebuild ferry pier", article.Title);
    }

    [Fact]
    public void A_short_report_in_Japanese_is_a_whole_article()
    {
        const string text = "港の議会は火曜日、古いフェリー桟橋を再建することを決めた。約九年続いた争いはこれで終わる。工事は来年の春に始まり、最初の区間は五月までに開通する予定だと議長は述べた。";

        var article = SamplePage.Article(SamplePage.Html(lang: "ja", body: $"<article><h1>議会、桟橋の再建を決定</h1><p>{text}</p></article>"));

        Assert.False(article.HeadlineOnly);
        Assert.Equal(text, article.Text);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("\"False\"")]
    public void A_page_that_is_not_free_is_marked_as_paywalled(string free)
    {
        var article = SamplePage.WithHead($$"""<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":{{free}}}</script>""");

        Assert.True(article.Paywalled);
    }

    [Fact]
    public void A_wrongly_declared_language_gives_way_to_that_of_the_text()
    {
        var article = SamplePage.Article(SamplePage.Html(lang: "en", body: "<article><h1>El consejo vota el muelle</h1><p>El consejo del puerto votó el martes a favor de reconstruir el viejo muelle, según dijo la presidenta, que no ha querido dar más detalles sobre los costes de la obra ni sobre la fecha en que se abrirá para los barcos.</p><p>Los vecinos de la ciudad, que ya han esperado nueve años, creen que esta vez es la definitiva y que no habrá más retrasos por las obras de la carretera.</p></article>"));

        Assert.Equal("es", article.Language);
    }

    [Theory]
    [InlineData("<link rel='canonical' href='/local/pier'>", "https://news.example.org/local/pier")]
    [InlineData("<meta property='og:url' content='https://news.example.org/pier'>", "https://news.example.org/pier")]
    [InlineData("<link rel='canonical' href='javascript:alert(1)'>", null)]
    public void The_canonical_address_is_absolute_and_of_the_web(string head, string? expected) =>
        Assert.Equal(expected, SamplePage.WithHead(head).CanonicalUrl);

    [Fact]
    public void A_fragment_of_HTML_becomes_paragraphs() =>
        Assert.Equal("One & two.\n\nThree.", PageReader.TextOf("<p>One &amp; <b>two</b>.</p><script>x()</script><p>Three.</p>"));

    [Fact]
    public void A_date_that_is_only_a_day_keeps_that_precision()
    {
        var article = SamplePage.WithHead("<meta property='article:published_time' content='2024-05-03'>");

        Assert.Equal(DatePrecision.Day, article.Published!.Value.Precision);
        Assert.Equal(new DateOnly(2024, 5, 3), article.Published.Value.Day);
    }
}
