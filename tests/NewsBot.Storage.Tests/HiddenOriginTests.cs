using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Storage.Tests.Support;
using static NewsBot.Storage.Tests.Support.TestArticles;

namespace NewsBot.Storage.Tests;

/// <summary>Nothing that a snapshot gives comes from what is hidden, whichever way it is asked.</summary>
public sealed class HiddenOriginTests : CorpusTest
{
    private const string Feed = "https://secret.example/feed";
    private static readonly HiddenOrigins Hidden = new([Feed, "/articles/secret"]);

    [Theory]
    [InlineData(Feed, true)]
    [InlineData("https://secret.example/feed2", false)]
    [InlineData("/articles/secret/a.txt", true)]
    [InlineData("/articles/secret/deep/a.jsonl#7", true)]
    [InlineData("/articles/secretly/a.txt", false)]
    [InlineData("/articles/open/a.txt", false)]
    public async Task An_article_is_hidden_by_its_origin(string origin, bool isHidden)
    {
        await PutAsync("a", origin);
        using var snapshot = Corpus.Acquire(Hidden);
        Assert.Equal(isHidden, Hidden.Hides(origin));
        Assert.Equal(isHidden ? [] : ["a"], snapshot.Find("harbour"));
        Assert.Equal(isHidden, (await snapshot.HeadersAsync(ArticleFilter.All, 10, CancellationToken.None)).Count == 0);
        Assert.Equal(isHidden, await snapshot.ArticleAsync("a") is null);
    }

    [Fact]
    public async Task What_is_hidden_shows_nowhere()
    {
        await PutAsync("open", "/articles/open/a.txt", "Wire", "2024-03-14", "Bo Ek");
        await PutAsync("secret", Feed, "Secret Post", "2020-01-01", "Ann Lee");
        using var snapshot = Corpus.Acquire(Hidden);
        Assert.Equal(["open"], snapshot.Find("harbour"));
        Assert.Equal(["open"], snapshot.SearchQuotes(["close"], ArticleFilter.All, 10).Select(hit => hit.Article.Value));
        Assert.Equal(["Wire"], (await snapshot.SourcesAsync(CancellationToken.None)).Select(source => source.Source));
        Assert.Equal(["Bo Ek"], (await snapshot.SpeakersAsync(CancellationToken.None)).Select(speaker => speaker.Name));
        Assert.Equal(new DateOnly(2024, 3, 14), snapshot.Reach.Earliest);
        Assert.Empty(await snapshot.QuotesByAsync(["Ann Lee"], ArticleFilter.All, 10, CancellationToken.None));
        Assert.Equal("open", Assert.Single(await snapshot.TimesInAsync(new DateInterval(new DateOnly(2014, 1, 1), new DateOnly(2014, 12, 31)), ArticleFilter.All, 10, CancellationToken.None)).Article.Value);
        Assert.Empty(await snapshot.HeadersAsync(new ArticleFilter { Source = "Secret Post" }, 10, CancellationToken.None));
    }

    [Fact]
    public async Task A_copy_that_is_hidden_is_not_told_of()
    {
        var story = string.Join(' ', Enumerable.Range(1, 80).Select(i => $"The harbour master of pier {i} counted {i * 7} boats in the storm."));
        await Corpus.PutAsync(
            ArticleAnalyzer.Analyze(Plain("open", story, source: "Wire", origin: "/articles/open/a.txt")),
            ArticleAnalyzer.Analyze(Plain("secret", story, source: "Secret Post", published: "2024-03-15", origin: Feed)));
        using var all = Corpus.Acquire();
        Assert.Equal(["open", "secret"], Assert.Single(await all.StoriesAsync([new ArticleId("open")], CancellationToken.None)).Articles.Select(article => article.Id.Value));
        using var snapshot = Corpus.Acquire(Hidden);
        Assert.DoesNotContain((await snapshot.StoriesAsync([new ArticleId("open")], CancellationToken.None)).SelectMany(told => told.Articles), article => article.Id.Value == "secret");
    }

    [Fact]
    public async Task Others_see_all_of_the_same_revision()
    {
        await PutAsync("open", "/articles/open/a.txt");
        await PutAsync("secret", Feed, "Secret Post", "2020-01-01", "Ann Lee");
        using var hidden = Corpus.Acquire(Hidden);
        Assert.Single(hidden.Find("harbour"));
        using var snapshot = Corpus.Acquire();
        Assert.Equal(2, snapshot.Find("harbour").Length);
        Assert.Equal(2, (await snapshot.SourcesAsync(CancellationToken.None)).Count);
        Assert.Equal(new DateOnly(2020, 1, 1), snapshot.Reach.Earliest);
    }

    private async Task PutAsync(string id, string origin, string source = "Wire", string published = "2024-03-14", string speaker = "Bo Ek")
    {
        const string text = "\"We are closed,\" somebody said of the harbour in 2014.";
        var article = Article(id, text, source: source, published: published).Bare().WithQuote("\"We are closed,\"", speaker)
            .WithTime("2014", new DateInterval(new DateOnly(2014, 1, 1), new DateOnly(2014, 12, 31)));
        await Corpus.PutAsync(article with { Article = article.Article with { Origin = origin, ContentHash = id + origin } });
    }
}
