using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Storage.Tests.Support;
using static NewsBot.Storage.Tests.Support.TestArticles;

namespace NewsBot.Storage.Tests;

/// <summary>Copies of one story, as they come, change and go.</summary>
public sealed class StoryTests : CorpusTest
{
    private static readonly string Wire = Words(1, 300);

    [Fact]
    public async Task Copies_come_together_over_revisions_with_the_earliest_first()
    {
        await Corpus.PutAsync(Copy("copy", 0, "2024-03-02"), Other("x"));
        Assert.Empty(await StoriesAsync("copy", "x"));
        await Corpus.PutAsync(Copy("wire", 1, "2024-03-01"));
        await Corpus.PutAsync(Copy("later", 2, "2024-03-03"));
        Assert.Equal(["wire copy later"], await StoriesAsync("x", "later", "copy"));
    }

    [Fact]
    public async Task A_story_belongs_to_its_revision()
    {
        await Corpus.PutAsync(Copy("a", 0, "2024-03-01"), Copy("b", 1, "2024-03-02"));
        using var old = Corpus.Acquire();
        await Corpus.RemoveAsync("a");
        await Corpus.PutAsync(Other("x"));
        Assert.Equal(["a b"], await StoriesAsync(old, "a"));
        Assert.Empty(await StoriesAsync("b"));
    }

    [Fact]
    public async Task An_edited_article_leaves_its_story_or_joins_another()
    {
        await Corpus.PutAsync(Copy("a", 0, "2024-03-01"), Copy("b", 1, "2024-03-02"), Other("x"), Other("y"));
        Assert.Equal(["a b", "x y"], await StoriesAsync("a", "x"));
        await Corpus.PutAsync(Article("b", Words(77, 300), published: "2024-03-02"));
        Assert.Equal(["x y"], await StoriesAsync("a", "b", "x"));
        await Corpus.PutAsync(Article("b", Words(2, 300), published: "2024-04-02"));
        Assert.Equal(["x y b"], await StoriesAsync("a", "b"));
    }

    [Fact]
    public async Task Two_that_only_a_third_held_together_part_when_it_goes_and_meet_again_when_it_is_back()
    {
        string first = Words(5, 300), second = Words(6, 300);
        var link = Article("link", $"{first} {second}", published: "2024-03-03");
        await Corpus.PutAsync(Article("a", first, published: "2024-03-01"), Article("b", second, published: "2024-03-02"));
        Assert.Empty(await StoriesAsync("a", "b"));
        await Corpus.PutAsync(link);
        Assert.Equal(["a b link"], await StoriesAsync("a"));
        await Corpus.RemoveAsync("link");
        Assert.Empty(await StoriesAsync("a", "b"));
        await Corpus.PutAsync(link);
        Assert.Equal(["a b link"], await StoriesAsync("b"));
    }

    [Fact]
    public async Task The_stories_do_not_depend_on_the_order_of_arrival()
    {
        var articles = new List<AnalyzedArticle>();
        for (var story = 0; story < 6; story++)
            for (var copy = 0; copy < story; copy++)
                articles.Add(Article($"s{story}c{copy}", string.Join(' ', Words(100 + story, 300).Split(' ').Skip(copy * 10)), published: $"2024-03-{copy + 1:00}"));
        var random = new Random(4);
        string[]? expected = null;
        for (var round = 0; round < 5; round++)
        {
            await Corpus.RemoveAsync([.. articles.Select(article => article.Article.Id.Value)]);
            foreach (var some in articles.OrderBy(_ => random.Next()).Chunk(random.Next(1, 8)))
                await Corpus.PutAsync(some);
            var stories = (await StoriesAsync([.. articles.Select(article => article.Article.Id.Value)])).Order().ToArray();
            expected ??= stories;
            Assert.Equal(expected, stories);
        }

        Assert.Equal(4, expected!.Length);
        Assert.Contains("s3c0 s3c1 s3c2", expected);
    }

    [Fact]
    public async Task An_undo_brings_stories_back()
    {
        var sources = new ListReader();
        var reloader = new Reloader(sources, Corpus, TestCorpus.Time);
        sources.Has(Copy("a", 0, "2024-03-01").Article, Copy("b", 1, "2024-03-02").Article, Copy("c", 2, "2024-03-03").Article, Other("x").Article);
        var report = (await reloader.ReloadAsync(new ReloadRequest([], "Ann"), null, CancellationToken.None)).Report!;
        Assert.Equal(2, report.Copies);
        sources.Has(Copy("c", 2, "2024-03-03").Article, Other("x").Article);
        await reloader.ReloadAsync(new ReloadRequest([], "Ann"), null, CancellationToken.None);
        Assert.Empty(await StoriesAsync("c"));
        await reloader.UndoAsync("Ann", CancellationToken.None);
        Assert.Equal(["a b c"], await StoriesAsync("c", "x"));
        await reloader.UndoAsync("Ann", CancellationToken.None);
        Assert.Empty(await StoriesAsync("c", "x"));
    }

    [Fact]
    public async Task Nothing_of_purged_articles_stays()
    {
        await Corpus.PutAsync(Copy("a", 0, "2024-03-01"), Copy("b", 1, "2024-03-02"));
        await Corpus.RemoveAsync("a", "b");
        await Corpus.PutAsync(Other("x"));
        await Corpus.PutAsync(Other("y"));
        await using var connection = await Corpus.Store.Readers.OpenConnectionAsync();
        var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM story_sketch) || ' ' || (SELECT COUNT(DISTINCT article) FROM story_key) || ' ' || (SELECT COUNT(*) FROM story_member)";
        Assert.Equal("2 2 2", await command.ExecuteScalarAsync());
    }

    private static AnalyzedArticle Copy(string id, int cut, string published) =>
        Article(id, string.Join(' ', Wire.Split(' ').Skip(cut * 12)), title: $"Headline {id}", source: $"Outlet {id}", published: published);

    private static AnalyzedArticle Other(string id) => Article(id, Words(2, 300), published: "2024-03-20");

    private static string Words(int seed, int count)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, count).Select(n => $"word{random.Next(100_000)}{(n % 15 == 14 ? "." : "")}"));
    }

    private async Task<string[]> StoriesAsync(params string[] ids)
    {
        using var snapshot = Corpus.Acquire();
        return await StoriesAsync(snapshot, ids);
    }

    private static async Task<string[]> StoriesAsync(ICorpusSnapshot snapshot, params string[] ids) =>
        [.. (await snapshot.StoriesAsync([.. ids.Select(id => new ArticleId(id))], CancellationToken.None)).Select(story => string.Join(' ', story.Articles.Select(article => article.Id.Value)))];
}
