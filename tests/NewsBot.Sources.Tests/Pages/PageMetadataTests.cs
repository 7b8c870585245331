namespace NewsBot.Sources.Tests.Pages;

public sealed class PageMetadataTests
{
    private const string Ld = "<script type=\"application/ld+json\">";

    [Theory]
    [InlineData("<title>Council votes to rebuild ferry pier | The Wexmoor Post</title><meta property='og:site_name' content='The Wexmoor Post'>")]
    [InlineData("<title>The Wexmoor Post: Council votes to rebuild ferry pier</title><meta property='og:site_name' content='The Wexmoor Post'>")]
    [InlineData("<meta property='og:title' content='Council votes to rebuild ferry pier - The Wexmoor Post'><meta name='application-name' content='The Wexmoor Post'>")]
    [InlineData(Ld + "{\"@type\":\"NewsArticle\",\"headline\":\"Council votes to rebuild ferry pier\"}</script>")]
    [InlineData("<meta name='twitter:title' content='Council votes to rebuild ferry pier'>")]
    public void The_title_comes_from_the_metadata_without_the_outlet_where_no_headline_is_shown(string head)
    {
        var article = SamplePage.Article(SamplePage.Html(head, $"<div class='story'>{SamplePage.Paragraphs}</div>"));

        Assert.Equal("Council votes to rebuild ferry pier", article.Title);
    }

    [Fact]
    public void A_logo_in_the_first_heading_is_not_the_title()
    {
        var article = SamplePage.Article(SamplePage.Html(
            "<title>Council votes to rebuild ferry pier</title><meta property='og:site_name' content='The Wexmoor Post'>",
            $"<header><h1><a href='/'>The Wexmoor Post</a></h1></header><article><h1>Council votes to rebuild ferry pier</h1>{SamplePage.Paragraphs}</article>"));

        Assert.Equal("Council votes to rebuild ferry pier", article.Title);
        Assert.Equal("The Wexmoor Post", article.Outlet);
    }

    [Theory]
    [InlineData("<meta name='author' content='By Ann Example'>", "Ann Example")]
    [InlineData("<meta name='author' content='Ann Example and Bo Sample'>", "Ann Example, Bo Sample")]
    [InlineData("<meta name='author' content='Example, Ann'>", "Ann Example")]
    [InlineData("<meta property='article:author' content='https://social.example/ann'><meta name='parsely-author' content='Ann Example'>", "Ann Example")]
    [InlineData(Ld + "{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"Ann Example\"}}</script>", "Ann Example")]
    [InlineData(Ld + "{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ann Example\"},{\"name\":\"Bo Sample\"}]}</script>", "Ann Example, Bo Sample")]
    [InlineData(Ld + "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Post\"},{\"@type\":\"NewsArticle\",\"author\":\"Ann Example\"}]}</script>", "Ann Example")]
    [InlineData(Ld + "[{\"@type\":\"BreadcrumbList\"},{\"@type\":[\"Article\",\"NewsArticle\"],\"author\":\"Ann Example\",},]</script>", "Ann Example")]
    [InlineData(Ld + "/*<![CDATA[*/ {\"@type\":\"NewsArticle\",\"description\":\"one\ntwo\",\"author\":\"Ann Example\"}; /*]]>*/</script>", "Ann Example")]
    [InlineData("<meta name='author' content='The Wexmoor Post'><meta name='sailthru.author' content='Ann Example'><meta property='og:site_name' content='The Wexmoor Post'>", "Ann Example")]
    [InlineData("<meta name='author' content='The Wexmoor Post'><meta property='og:site_name' content='The Wexmoor Post'>", "The Wexmoor Post")]
    public void The_byline_comes_from_the_metadata(string head, string expected) => Assert.Equal(expected, SamplePage.WithHead(head).Byline);

    [Theory]
    [InlineData("<span itemprop='author' itemscope><span itemprop='name'>Ann Example</span></span>", "Ann Example")]
    [InlineData("<a rel='author' href='/people/ann'>Ann Example</a>", "Ann Example")]
    [InlineData("<a href='/staff/ann-example/'>Ann Example</a>", "Ann Example")]
    [InlineData("<p class='byline'>By <b>Ann Example</b> | 3 May 2024</p>", "Ann Example")]
    [InlineData("<div class='author'>Written by <a href='/ann'>Ann Example</a> in <a href='/l'>Local</a> on 3 May 2024</div>", "Ann Example")]
    [InlineData("<div><span>By</span> <span>Ann Example</span></div>", "Ann Example")]
    [InlineData("<p class='byline'>By Ann Example, Bo Sample and Cy Test, Staff Writers</p>", "Ann Example, Bo Sample, Cy Test")]
    public void The_byline_comes_from_the_page_where_the_metadata_have_none(string line, string expected)
    {
        var article = SamplePage.WithBody($"<article><h1>Council votes to rebuild ferry pier</h1>{line}{SamplePage.Paragraphs}</article>");

        Assert.Equal(expected, article.Byline);
    }

    [Fact]
    public void The_author_of_a_comment_or_of_another_article_is_not_the_author()
    {
        var article = SamplePage.WithBody($"""
            <article><h1>Council votes to rebuild ferry pier</h1>{SamplePage.Paragraphs}</article>
            <div class='comments'><div class='comment'><span class='author-name'>Angry Reader</span><p>No!</p></div></div>
            <div class='related'><a rel='author' href='/x'>Some Body</a></div>
            """);

        Assert.Null(article.Byline);
    }

    [Theory]
    [InlineData("<meta property='og:site_name' content='The Wexmoor Post'>", "The Wexmoor Post")]
    [InlineData(Ld + "{\"@type\":\"NewsArticle\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Wexmoor Post\"}}</script>", "The Wexmoor Post")]
    [InlineData("<title>Council votes to rebuild ferry pier | The Wexmoor Post</title>", "The Wexmoor Post")]
    [InlineData("", "")]
    public void The_outlet_is_the_name_that_the_page_gives_itself(string head, string expected) => Assert.Equal(expected, SamplePage.WithHead(head).Outlet);
}
