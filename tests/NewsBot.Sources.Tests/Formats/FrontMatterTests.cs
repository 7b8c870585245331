using NewsBot.Core.Dates;
using NewsBot.Sources.Tests.Fixtures;

namespace NewsBot.Sources.Tests.Formats;

public sealed class FrontMatterTests : IDisposable
{
    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.md", "\n")]
    [InlineData("a.txt", "\n")]
    [InlineData("a.txt", "\r\n")]
    public async Task All_fields_are_read(string name, string lineEnd)
    {
        var article = await _folder.ArticleAsync(name, """
            ---
            id: talks-1
            title: "Talks: they begin"
            published: 2023-08-17T09:30:00+03:00
            source: Reed News
            url: HTTPS://Reed.example/a?utm_source=x#top
            author: Ann Reed
            language: DE
            tags: [lake, water]
            more: {deep: [1, {er: 2}]}
            ---

            The talks have begun.
            """.ReplaceLineEndings(lineEnd));

        Assert.Equal("talks-1", article.Id.Value);
        Assert.Equal("Talks: they begin", article.Title);
        Assert.Equal(new DateTimeOffset(2023, 8, 17, 9, 30, 0, TimeSpan.FromHours(3)), article.Published.Instant);
        Assert.Equal(TimeSpan.FromHours(3), article.Published.Instant.Offset);
        Assert.Equal(DatePrecision.Minute, article.Published.Precision);
        Assert.Equal("Reed News", article.Source);
        Assert.Equal("HTTPS://Reed.example/a?utm_source=x#top", article.Url);
        Assert.Equal("Ann Reed", article.Author);
        Assert.Equal("de", article.Language);
        Assert.Equal("The talks have begun.", article.Text);
        Assert.Equal(_folder.At(name), article.Origin);
    }

    [Fact]
    public async Task Only_the_date_must_be_there()
    {
        var article = await _folder.ArticleAsync("a.md", "---\ndate: 2023-08-17\nurl: ~\nauthor:\n---\nLUTMERE (Reed News) — The talks have begun.");

        Assert.Equal(("The talks have begun", "Reed News"), (article.Title, article.Source));
        Assert.Null(article.Url);
        Assert.Null(article.Author);
    }

    [Fact]
    public async Task Several_authors_are_named_in_one_line()
    {
        var article = await _folder.ArticleAsync("a.md", "---\npublished: 2023-08-17\nauthor:\n  - Ann Reed\n  - Bo Lark\n---\nThe talks have begun.");

        Assert.Equal("Ann Reed, Bo Lark", article.Author);
    }

    [Fact]
    public async Task The_outlet_of_the_front_matter_goes_before_the_agency_of_the_dateline()
    {
        var article = await _folder.ArticleAsync("a.md", "---\npublished: 2023-08-17\nsource: The Lark\n---\nLUTMERE (Reed News) — The talks have begun.");

        Assert.Equal("The Lark", article.Source);
    }
}
