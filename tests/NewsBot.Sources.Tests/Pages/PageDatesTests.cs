using System.Globalization;
using NewsBot.Sources.Pages.Dating;

namespace NewsBot.Sources.Tests.Pages;

public sealed class PageDatesTests
{
    private const string Ld = "<script type=\"application/ld+json\">";

    [Theory]
    [InlineData(Ld + "{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-03T09:30:00+02:00\"}</script>", "2024-05-03 09:30 +02")]
    [InlineData(Ld + "{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-03T09:30:00Z\",\"broken\": }</script>", "2024-05-03 09:30 +00")]
    [InlineData("<meta property='article:published_time' content='2024-05-03T09:30:00+02:00'>", "2024-05-03 09:30 +02")]
    [InlineData("<meta name='DC.date.issued' content='2024-05-03'>", "2024-05-03 00:00 +00")]
    [InlineData("<meta name='parsely-pub-date' content='2024-05-03T09:30:00Z'>", "2024-05-03 09:30 +00")]
    [InlineData("<meta name='sailthru.date' content='Fri, 03 May 2024 09:30:00 -0400'>", "2024-05-03 09:30 -04")]
    [InlineData("<meta itemprop='datePublished' content='May 3, 2024'>", "2024-05-03 00:00 +00")]
    [InlineData("<meta name='pubdate' content='Fri May 03 09:30:00 EDT 2024'>", "2024-05-03 09:30 -04")]
    public void The_time_of_publication_comes_from_the_metadata(string head, string expected) => Assert.Equal(expected, Published(SamplePage.Html(head)));

    [Theory]
    [InlineData("<time itemprop='datePublished' datetime='2024-05-03T09:30:00+02:00'>Friday</time>", "2024-05-03 09:30 +02")]
    [InlineData("<time class='updated' datetime='2024-05-09'>9 May</time><time class='published' datetime='2024-05-03'>3 May</time>", "2024-05-03 00:00 +00")]
    [InlineData("<span class='post-date'>3 May 2024</span>", "2024-05-03 00:00 +00")]
    [InlineData("<p>Published 3rd May 2024</p>", "2024-05-03 00:00 +00")]
    [InlineData("<p>Veröffentlicht am 3. Mai 2024</p>", "2024-05-03 00:00 +00")]
    [InlineData("<p>Publicado el 3 de mayo de 2024</p>", "2024-05-03 00:00 +00")]
    [InlineData("<p>Опубликовано 3 мая 2024</p>", "2024-05-03 00:00 +00")]
    [InlineData("<p>2024年5月3日</p>", "2024-05-03 00:00 +00")]
    [InlineData("<relative-time datetime='2024-05-03T09:30:00Z'>a month ago</relative-time>", "2024-05-03 09:30 +00")]
    public void The_time_of_publication_comes_from_the_page_where_the_metadata_have_none(string line, string expected) =>
        Assert.Equal(expected, Published(SamplePage.Html(body: $"<article><h1>Council votes to rebuild ferry pier</h1>{line}{SamplePage.Paragraphs}</article>")));

    [Theory]
    [InlineData("https://news.example.org/2024/05/03/ferry-pier", "2024-05-03 00:00 +00")]
    [InlineData("https://news.example.org/2024/may/3/ferry-pier", "2024-05-03 00:00 +00")]
    [InlineData("https://news.example.org/local/20240503-ferry-pier.html", "2024-05-03 00:00 +00")]
    [InlineData("https://news.example.org/2024/99/03/ferry-pier", null)]
    [InlineData("https://news.example.org/items/20241399", null)]
    public void The_day_comes_from_the_address_where_nothing_else_says_it(string address, string? expected) =>
        Assert.Equal(expected, Published(SamplePage.Html(), new Uri(address)));

    [Fact]
    public void A_later_edition_does_not_move_the_day_of_the_address() =>
        Assert.Equal("2024-05-03 00:00 +00", Published(SamplePage.Html("<meta property='article:published_time' content='2024-05-20T08:00:00Z'>"), new Uri("https://news.example.org/2024/05/03/pier")));

    [Fact]
    public void A_time_within_a_day_of_the_address_stays_with_its_precision() =>
        Assert.Equal("2024-05-04 00:30 +00", Published(SamplePage.Html("<meta property='article:published_time' content='2024-05-04T00:30:00Z'>"), new Uri("https://news.example.org/2024/05/03/pier")));

    [Fact]
    public void Publication_and_change_are_told_apart()
    {
        var article = SamplePage.WithHead("<meta property='article:modified_time' content='2024-05-09T10:00:00Z'><meta property='article:published_time' content='2024-05-03T09:30:00Z'>");

        Assert.Equal(new DateOnly(2024, 5, 3), article.Published!.Value.Day);
        Assert.Equal(new DateOnly(2024, 5, 9), article.Modified!.Value.Day);
    }

    [Fact]
    public void A_change_before_the_publication_is_none() =>
        Assert.Null(SamplePage.WithHead("<meta property='article:modified_time' content='2024-05-03T09:00:00Z'><meta property='article:published_time' content='2024-05-03T09:30:00Z'>").Modified);

    [Theory]
    [InlineData("2044-05-03T09:30:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    public void A_date_that_cannot_be_true_is_left_out_and_noted(string date)
    {
        var article = SamplePage.WithHead($"<meta property='article:published_time' content='{date}'><meta name='date' content='2024-05-03'>");

        Assert.Equal(new DateOnly(2024, 5, 3), article.Published!.Value.Day);
        Assert.True(date[0] == '0' || article.Notes.Any(note => note.Contains(date[..10], StringComparison.Ordinal)), string.Join("; ", article.Notes));
    }

    [Fact]
    public void Dates_of_comments_and_of_other_articles_do_not_count() =>
        Assert.Null(Published(SamplePage.Html(body: $"<article><h1>Council votes to rebuild ferry pier</h1>{SamplePage.Paragraphs}</article><div class='comments'><time datetime='2024-05-05'>5 May</time></div><aside><time datetime='2024-05-06'>6 May 2024</time></aside>")));

    [Theory]
    [InlineData("05/03/2024", 'm', "2024-05-03")]
    [InlineData("05/03/2024", 'd', "2024-03-05")]
    [InlineData("25/03/2024", 'm', "2024-03-25")]
    [InlineData("3.5.2024", 'm', "2024-05-03")]
    [InlineData("on 3-May-2024 we", 'd', "2024-05-03")]
    [InlineData("Friday, May 3rd, 2024, 9:30", 'd', "2024-05-03")]
    [InlineData("3 de maio de 2024", 'd', "2024-05-03")]
    [InlineData("2 styczeń 2024", 'd', "2024-01-02")]
    [InlineData("3 Ağustos 2024", 'd', "2024-08-03")]
    [InlineData("2024. május 3.", 'd', "2024-05-03")]
    [InlineData("31 February 2024", 'd', null)]
    [InlineData("version 1.2.2024.5", 'd', null)]
    [InlineData("12 Monkeys 2024", 'd', null)]
    public void Dates_are_read_in_the_forms_that_readers_see(string text, char order, string? expected)
    {
        var found = DateText.All(text, order == 'm' ? DayOrder.MonthFirst : DayOrder.DayFirst).Select(d => d.Time.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).FirstOrDefault();

        Assert.Equal(expected, found);
    }

    private static string? Published(string html, Uri? address = null) =>
        SamplePage.Article(html, address).Published?.Instant.ToString("yyyy-MM-dd HH:mm zz", CultureInfo.InvariantCulture);
}
