using NewsBot.Core.Articles;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Tests.Fixtures;

namespace NewsBot.Sources.Tests.Cleaning;

public sealed class IdentityTests : IDisposable
{
    private const string Story = "date 2024-01-02 The lake has risen.";

    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<Article> WithUrl(string name, string url, string text = "The lake has risen.") =>
        _folder.ArticleAsync(name, $"---\npublished: 2024-01-02\nurl: {url}\n---\n{text}");

    [Theory]
    [InlineData("https://wire.example/a")]
    [InlineData("HTTP://Wire.Example:80/a/")]
    [InlineData("https://wire.example/a?utm_source=feed&utm_medium=rss#top")]
    [InlineData("https://wire.example/a?fbclid=1&gclid=2")]
    public async Task Spellings_of_one_address_are_one_article(string url)
    {
        var plain = await WithUrl("a.md", "https://wire.example/a");

        Assert.Equal(plain.Id, (await WithUrl("b.md", url)).Id);
    }

    [Theory]
    [InlineData("https://wire.example/A")]
    [InlineData("https://wire.example/a?page=2")]
    [InlineData("https://wire.example:8080/a")]
    [InlineData("https://fire.example/a")]
    public async Task Other_addresses_are_other_articles(string url)
    {
        var plain = await WithUrl("a.md", "https://wire.example/a");

        Assert.NotEqual(plain.Id, (await WithUrl("a.md", url)).Id);
    }

    [Fact]
    public void Parameters_that_matter_stay_in_the_canonical_address()
    {
        Assert.Equal("wire.example/a?id=7&q=x%20y", CanonicalUrl.Of("https://WIRE.example/a/?utm_campaign=z&id=7&q=x%20y&_ga=1#end"));
    }

    [Fact]
    public async Task An_edited_article_keeps_its_id_and_changes_its_hash()
    {
        var before = await WithUrl("a.md", "https://wire.example/a");
        var after = await WithUrl("a.md", "https://wire.example/a", "The lake has fallen.");
        var again = await WithUrl("a.md", "https://wire.example/a");

        Assert.Equal(before.Id, after.Id);
        Assert.NotEqual(before.ContentHash, after.ContentHash);
        Assert.Equal(before.ContentHash, again.ContentHash);
    }

    [Fact]
    public async Task A_folder_that_is_moved_keeps_the_ids_of_its_articles()
    {
        var before = Assert.Single(await SourceFolder.ReadAsync([Path.GetDirectoryName(_folder.Write("here/news/a.txt", Story))!])).Article!;
        var after = Assert.Single(await SourceFolder.ReadAsync([Path.GetDirectoryName(_folder.Write("there/news/a.txt", Story))! + "/"])).Article!;

        Assert.Equal(before.Id, after.Id);
        Assert.Equal(before.ContentHash, after.ContentHash);
    }

    [Fact]
    public async Task A_file_has_one_id_whether_it_is_named_or_its_folder()
    {
        var file = _folder.Write("news/a.txt", Story);

        var named = Assert.Single(await SourceFolder.ReadAsync([file])).Article!;
        var found = Assert.Single(await SourceFolder.ReadAsync([_folder.At("news")])).Article!;

        Assert.Equal(named.Id, found.Id);
    }

    [Fact]
    public async Task Files_of_one_name_in_two_folders_are_two_articles()
    {
        _folder.Write("one/a.txt", Story);
        _folder.Write("two/a.txt", Story);

        var items = await SourceFolder.ReadAsync([_folder.At("one"), _folder.At("two")]);

        Assert.Equal(2, items.Select(item => item.Article!.Id).Distinct().Count());
        Assert.Single(items.Select(item => item.Article!.ContentHash).Distinct());
    }

    [Fact]
    public async Task A_JSON_line_keeps_its_id_when_lines_are_added_above_it_or_its_text_changes()
    {
        const string line = """{"title":"Lake","text":"It has risen.","published":"2024-01-02"}""";
        var before = await _folder.ArticleAsync("a.jsonl", line);
        _folder.Write("a.jsonl", """{"title":"Town","text":"It is dry.","published":"2024-01-02"}""" + "\n" + line.Replace("risen", "fallen", StringComparison.Ordinal));

        var after = (await _folder.ReadAsync())[1].Article!;

        Assert.Equal(before.Id, after.Id);
        Assert.NotEqual(before.ContentHash, after.ContentHash);
    }

    [Fact]
    public async Task JSON_lines_of_one_title_and_day_are_told_apart()
    {
        const string line = """{"title":"Lake","text":"It has risen.","published":"2024-01-02"}""";
        _folder.Write("a.jsonl", $"{line}\n{line.Replace("risen", "fallen", StringComparison.Ordinal)}\n{line}");

        var items = await _folder.ReadAsync();

        Assert.Equal(3, items.Select(item => item.Article!.Id).Distinct().Count());
    }

    [Fact]
    public void Every_field_counts_in_the_hash_and_words_cannot_move_between_fields()
    {
        var day = PublicationTime.OnDay(new DateOnly(2024, 1, 2));
        string[] hashes =
        [
            ArticleIdentity.ContentHash("a", "b", "c", day, "d", "e", "en"),
            ArticleIdentity.ContentHash("x", "b", "c", day, "d", "e", "en"),
            ArticleIdentity.ContentHash("a", "x", "c", day, "d", "e", "en"),
            ArticleIdentity.ContentHash("a", "b", "x", day, "d", "e", "en"),
            ArticleIdentity.ContentHash("a", "b", "c", PublicationTime.OnDay(new DateOnly(2024, 1, 3)), "d", "e", "en"),
            ArticleIdentity.ContentHash("a", "b", "c", day with { Precision = Core.Dates.DatePrecision.Minute }, "d", "e", "en"),
            ArticleIdentity.ContentHash("a", "b", "c", day, "x", "e", "en"),
            ArticleIdentity.ContentHash("a", "b", "c", day, "d", "x", "en"),
            ArticleIdentity.ContentHash("a", "b", "c", day, "d", "e", "de"),
            ArticleIdentity.ContentHash("ab", "", "c", day, "d", "e", "en"),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Theory]
    [InlineData("https://Wire.example/A?utm_source=feed", "https://wire.example/A")]
    [InlineData("https://wire.example/a?id=7&utm_medium=rss&q=x%20y#end", "https://wire.example/a?id=7&q=x%20y#end")]
    [InlineData("https://wire.example/a/?id=7", "https://wire.example/a/?id=7")]
    [InlineData("http://wire.example:8080/a?fbclid=1", "http://wire.example:8080/a")]
    public void A_link_loses_what_tells_where_a_reader_came_from_and_nothing_else(string given, string link) =>
        Assert.Equal(link, CanonicalUrl.WithoutTracking(new Uri(given)).AbsoluteUri);
}
