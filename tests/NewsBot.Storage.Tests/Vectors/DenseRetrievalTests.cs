using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;
using NewsBot.FakeEmbeddings;
using NewsBot.Storage.Tests.Support;
using NewsBot.Storage.Vectors;

namespace NewsBot.Storage.Tests.Vectors;

public sealed class DenseRetrievalTests : IDisposable
{
    private static readonly AnalyzedArticle Doctor = TestArticles.Article("doctor", "The doctor of the island resigned.", "Island", "Agency", "2024-03-14");
    private static readonly AnalyzedArticle Fire = TestArticles.Article("fire", "A blaze gutted the old brewery.", "Brewery", "Ledger", "2024-04-02");
    private static readonly AnalyzedArticle Harvest = TestArticles.Article("harvest", "Farmers brought in the barley.", "Barley", "Ledger", "2024-03-20");

    private readonly TestFolder _folder = new();
    private readonly ScriptedEmbeddings _models = new(dimension: 128);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_paraphrase_without_a_common_word_finds_the_passage()
    {
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        await corpus.Corpus.PutAsync(Doctor, Fire, Harvest);
        Assert.Equal(RoundOutcome.Complete, await corpus.RoundAsync());

        Assert.Empty(corpus.Corpus.Find("physician quits"));
        Assert.Equal("doctor", (await corpus.FindAsync("physician quits"))[0]);
        Assert.Equal("fire", (await corpus.FindAsync("inferno devastated"))[0]);
    }

    [Fact]
    public async Task Without_a_configured_model_nothing_is_made_and_nothing_found_by_meaning()
    {
        using var corpus = await TestCorpus.OpenAsync(_folder);
        await corpus.PutAsync(Doctor);
        using var snapshot = corpus.Acquire();

        Assert.Empty(await VectorCorpus.FindAsync(snapshot, "physician quits"));
        Assert.Null(await snapshot.VectorsAsync(CancellationToken.None));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "vectors")));
    }

    [Fact]
    public async Task Only_articles_that_pass_the_filter_are_found()
    {
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        await corpus.Corpus.PutAsync(Doctor, Fire, Harvest);
        await corpus.RoundAsync();
        var none = new PassageQuery { Terms = [] };

        Assert.Equal(["fire", "harvest"], (await corpus.FindAsync("physician quits", none with { Filter = new ArticleFilter { Source = "LEDGER" } })).Order());
        Assert.Equal(["doctor", "harvest"], (await corpus.FindAsync("inferno", none with { Filter = new ArticleFilter { Published = new DateInterval(new DateOnly(2024, 3, 1), new DateOnly(2024, 3, 31)) } })).Order());
        Assert.Equal(["harvest"], await corpus.FindAsync("physician", none with { Filter = new ArticleFilter { Articles = [new ArticleId("harvest"), new ArticleId("unknown")] } }));
    }

    [Fact]
    public async Task What_is_hidden_is_not_found_by_meaning_either()
    {
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        await corpus.Corpus.PutAsync(
            ArticleAnalyzer.Analyze(TestArticles.Plain("doctor", "The doctor of the island resigned.", origin: "https://secret.example/feed")),
            Harvest);
        await corpus.RoundAsync();
        var hidden = new PassageQuery { Terms = [], Filter = new ArticleFilter { Hidden = new HiddenOrigins(["https://secret.example/feed"]) } };

        Assert.Contains("doctor", await corpus.FindAsync("physician quits"));
        Assert.DoesNotContain("doctor", await corpus.FindAsync("physician quits", hidden));
    }

    [Fact]
    public async Task The_named_outlet_and_day_move_their_passages_up_without_losing_others()
    {
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        await corpus.Corpus.PutAsync(
            TestArticles.Article("a", "The doctor resigned on the island.", source: "Agency", published: "2024-03-14"),
            TestArticles.Article("b", "The doctor resigned on the island, it is told.", source: "Ledger", published: "2024-03-15"),
            Harvest);
        await corpus.RoundAsync();
        var day = new DateInterval(new DateOnly(2024, 3, 15), new DateOnly(2024, 3, 15));

        Assert.Equal(["a", "b", "harvest"], await corpus.FindAsync("The physician quit on the island"));
        Assert.Equal(["b", "a", "harvest"], await corpus.FindAsync("The physician quit on the island", new PassageQuery { Terms = [], Sources = [new SourceBoost("ledger", 8)] }));
        Assert.Equal(["b", "a", "harvest"], await corpus.FindAsync("The physician quit on the island", new PassageQuery { Terms = [], Dates = [new DateBoost(day, 8)] }));
    }

    [Fact]
    public async Task A_snapshot_finds_what_its_revision_has_whatever_is_reloaded_meanwhile()
    {
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        await corpus.Corpus.PutAsync(Doctor, Fire);
        await corpus.RoundAsync();
        using var before = corpus.Corpus.Acquire();
        await corpus.Corpus.UpdateAsync([Harvest, TestArticles.Article("fire", "The brewery is to be a theatre.", "Brewery")], ["doctor"]);
        await corpus.RoundAsync();
        using var after = corpus.Corpus.Acquire();

        Assert.Equal(["doctor", "fire"], (await VectorCorpus.FindAsync(before, "physician quits")).Order());
        Assert.Equal(["fire", "harvest"], (await VectorCorpus.FindAsync(after, "physician quits")).Order());
        Assert.Equal("fire", (await VectorCorpus.FindAsync(after, "theatre"))[0]);
    }

    [Fact]
    public async Task An_article_without_vectors_yet_is_left_out_and_the_others_are_found()
    {
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        await corpus.Corpus.PutAsync(Doctor);
        await corpus.RoundAsync();
        await corpus.Corpus.PutAsync(Fire);

        Assert.Equal(["doctor"], await corpus.FindAsync("blaze"));
        Assert.Equal((1, "alpha", 128), await StateOf(corpus));
        await corpus.RoundAsync();
        Assert.Equal("fire", (await corpus.FindAsync("blaze"))[0]);
        Assert.Equal((2, "alpha", 128), await StateOf(corpus));
    }

    [Fact]
    public async Task The_same_text_in_two_articles_has_one_vector_and_both_are_found()
    {
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        await corpus.Corpus.PutAsync(
            TestArticles.Article("first", "The doctor of the island resigned.", source: "Agency"),
            TestArticles.Article("second", "The doctor of the island resigned.", source: "Ledger"));
        await corpus.RoundAsync();

        Assert.Equal(2, _models.Requests.Sum(request => request.Texts.Count)); // One of them is the probe.
        Assert.Equal(["first", "second"], (await corpus.FindAsync("physician quits")).Order());
        Assert.Equal(["second"], await corpus.FindAsync("physician quits", new PassageQuery { Terms = [], Filter = new ArticleFilter { Source = "Ledger" } }));
    }

    [Fact]
    public async Task Prefixes_stand_before_passages_and_questions()
    {
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models, with: options => options with { PassagePrefix = "passage: ", QueryPrefix = "query: " });
        await corpus.Corpus.PutAsync(Doctor);
        await corpus.RoundAsync();
        await corpus.FindAsync("physician quits");

        Assert.Equal("passage: Island\nThe doctor of the island resigned.", _models.Requests[1].Texts.Single());
        Assert.Equal("query: physician quits", _models.Requests[2].Texts.Single());
    }

    private static async Task<(int, string, int?)> StateOf(VectorCorpus corpus)
    {
        var state = await corpus.StateAsync();
        return (state.Passages, state.Model, state.Dimension);
    }
}
