using NewsBot.Sources.Tests.Fixtures;

namespace NewsBot.Sources.Tests.Formats;

public sealed class MarkdownTests : IDisposable
{
    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private async Task<string> TextOf(string markdown) =>
        (await _folder.ArticleAsync("a.md", "---\ntitle: Talks\npublished: 2023-08-17\n---\n" + markdown)).Text;

    [Theory]
    [InlineData("The **talks** have _begun_ in `room` ~9~.", "The talks have begun in room ~9~.")]
    [InlineData("See [the ***town* hall**](https://a.example \"x\") and <https://b.example>.", "See the town hall and https://b.example.")]
    [InlineData("See [the hall][1].\n\n[1]: https://a.example", "See the hall.")]
    [InlineData("One ![a picture](p.png) line.", "One line.")]
    [InlineData("Wrapped\nlines are  \njoined\\\nalways.", "Wrapped lines are joined always.")]
    [InlineData("A &amp; B cost 5 \\* 3 and &lt;6.", "A & B cost 5 * 3 and <6.")]
    [InlineData("> The lake\n> is low.\n>\n> It is dry.", "The lake is low.\n\nIt is dry.")]
    [InlineData("- one\n- two\n  more\n\n  again\n- three\n  - deep", "one\n\ntwo more\n\nagain\n\nthree\n\ndeep")]
    [InlineData("1984. A year to remember.\n\nAnd after.", "1984. A year to remember.\n\nAnd after.")]
    [InlineData("2. two\n3. three", "2. two\n\n3. three")]
    [InlineData("First.\n\n## Later\n\nSecond.\n\n***\n\nThird.", "First.\n\nLater\n\nSecond.\n\nThird.")]
    [InlineData("First.\n\n    kept as it is\n\n```\nand\nthis\n```", "First.\n\nkept as it is\n\nand this")]
    [InlineData("A <b>bold</b> word<br/>here.", "A bold wordhere.")]
    [InlineData("<p>A whole &eacute;dition</p>\n\n<!-- a\n\nnote --> \n\nText.\n\n<script>\nalert(1)\n</script>", "A whole édition\n\nText.")]
    public async Task Marks_are_taken_away_and_paragraphs_stay(string markdown, string text)
    {
        Assert.Equal(text, await TextOf(markdown));
    }

    [Fact]
    public async Task The_first_heading_is_the_title_when_no_other_is_given()
    {
        var article = await _folder.ArticleAsync("a.md", "---\npublished: 2023-08-17\n---\n# Talks *begin*\n\nThe talks have begun.");

        Assert.Equal(("Talks begin", "The talks have begun."), (article.Title, article.Text));
    }

    [Fact]
    public async Task A_heading_that_repeats_the_title_is_no_part_of_the_text()
    {
        Assert.Equal("The talks have begun.", await TextOf("# Talks\n\nThe talks have begun."));
    }

    [Fact]
    public async Task A_heading_that_says_something_else_than_the_title_is_kept()
    {
        Assert.Equal("From the town hall\n\nThe talks have begun.", await TextOf("# From the town hall\n\nThe talks have begun."));
    }
}
