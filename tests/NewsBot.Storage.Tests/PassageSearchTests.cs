using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;
using NewsBot.Storage.Tests.Support;
using static NewsBot.Storage.Tests.Support.TestArticles;

namespace NewsBot.Storage.Tests;

public sealed class PassageSearchTests : CorpusTest
{
    [Fact]
    public async Task Passages_that_have_more_of_the_words_come_first()
    {
        await Corpus.PutAsync(
            Article("one", "The harbour was painted in green."),
            Article("both", "The harbour was closed by a storm."),
            Article("none", "Nothing of that kind was here."));
        Assert.Equal(["both", "one"], Corpus.Find("storm harbour"));
    }

    [Fact]
    public async Task Words_are_found_in_every_form_that_the_tokenizer_makes_one()
    {
        await Corpus.PutAsync(Article("a", "The ministers' agreements with the U.S. on 10,000 cafés stand."));
        foreach (var words in (string[])["minister", "AGREEMENT", "us", "10000", "cafe"])
            Assert.Equal(["a"], Corpus.Find(words));
    }

    [Fact]
    public async Task Title_outlet_and_date_are_found_as_well_as_the_text()
    {
        await Corpus.PutAsync(Article("a", "It was closed.", title: "Harbour news", source: "Coast Daily", published: "2024-03-14"), Article("b", "It was open.", title: "Hill news", source: "Wire", published: "2023-11-02"));
        foreach (var words in (string[])["harbour", "coast", "March", "2024", "2024-03-14"])
            Assert.Equal("a", Corpus.Find(words)[0]);
    }

    [Fact]
    public async Task Every_passage_of_a_long_article_is_a_hit_of_its_own()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 4).Select(part => string.Join(' ', Enumerable.Repeat($"Part {part} of the long story of the town goes on for quite a while here.", 10)) + $" Mark{part} ends it."));
        var article = Article("long", text);
        await Corpus.PutAsync(article);
        using var snapshot = Corpus.Acquire();
        Assert.True(article.Analysis.Passages.Count >= 4);
        Assert.Equal(article.Analysis.Passages.Count, snapshot.Counts.Passages);
        foreach (var passage in article.Analysis.Passages)
        {
            var own = Tokenizer.Tokenize(text, passage.Span).Select(token => token.Term).First(term => term.StartsWith("mark", StringComparison.Ordinal));
            Assert.Equal(passage.Ordinal, Assert.Single(snapshot.SearchPassages(TestCorpus.Query(own), 10)).Ordinal);
        }
    }

    [Fact]
    public async Task Equal_scores_are_ordered_by_newest_day_then_id()
    {
        const string text = "The harbour was closed.";
        await Corpus.PutAsync(Article("d", text, published: "2024-03-01"));
        await Corpus.PutAsync(Article("b", text, published: "2024-03-03"), Article("a", text, published: "2024-03-02"));
        await Corpus.PutAsync(Article("c", text, published: "2024-03-02"), Article("e", text, published: "2024-03-02"));
        using var snapshot = Corpus.Acquire();
        var query = TestCorpus.Query("harbour closed");
        Assert.Equal(["b", "a", "c", "e", "d"], snapshot.Find(query));
        Assert.Single(snapshot.SearchPassages(query, 10).Select(hit => hit.Score).Distinct());
        for (var count = 1; count < 5; count++)
            Assert.Equal(((string[])["b", "a", "c", "e", "d"])[..count], snapshot.Find(query, count));
    }

    [Fact]
    public async Task The_weight_of_a_term_is_a_factor_on_its_score()
    {
        await Corpus.PutAsync(Article("harbour", "The harbour was painted."), Article("bridge", "The bridge was painted."));
        using var snapshot = Corpus.Acquire();
        var heavy = Weighted(("harbour", 1), ("bridg", 3));
        var hits = snapshot.SearchPassages(heavy, 10);
        Assert.Equal(["bridge", "harbour"], hits.Select(hit => hit.Article.Value));
        Assert.Equal(3, hits[0].Score / hits[1].Score, 3);
    }

    [Fact]
    public async Task A_phrase_lifts_the_passage_where_its_words_stand_together()
    {
        await Corpus.PutAsync(
            Article("apart", "The house that is white has a garden and it has a wall."),
            Article("together", "The garden has a wall and it has that is a White House."),
            Article("near", "The garden has a wall and the white old small house stays."));
        using var snapshot = Corpus.Acquire();
        PassageQuery Query(int slop) => Weighted(("white", 1), ("hous", 1)) with { Phrases = [new WeightedPhrase(["white", "hous"], slop, 2)] };
        var plain = Scores(snapshot, Weighted(("white", 1), ("hous", 1)));
        var strict = Scores(snapshot, Query(0));
        Assert.Equal(plain["apart"], strict["apart"], 4);
        Assert.Equal(plain["near"], strict["near"], 4);
        Assert.True(strict["together"] > plain["together"] + 0.5);
        var loose = Scores(snapshot, Query(2));
        Assert.True(loose["near"] > plain["near"] + 0.1);
        Assert.True(loose["together"] > loose["near"]);
        Assert.Equal(plain["apart"], loose["apart"], 4);
    }

    [Fact]
    public async Task No_phrase_reaches_from_the_title_into_what_follows_it()
    {
        await Corpus.PutAsync(Article("a", "Prices fell.", title: "White", source: "House Weekly"));
        using var snapshot = Corpus.Acquire();
        var plain = Scores(snapshot, Weighted(("white", 1), ("hous", 1)));
        var phrase = Scores(snapshot, Weighted(("white", 1), ("hous", 1)) with { Phrases = [new WeightedPhrase(["white", "hous"], 5, 2)] });
        Assert.Equal(plain["a"], phrase["a"]);
    }

    [Fact]
    public async Task Boosts_for_outlet_and_days_add_their_score_and_find_nothing_by_themselves()
    {
        await Corpus.PutAsync(
            Article("plain", "The harbour was closed.", source: "Wire", published: "2024-03-01"),
            Article("outlet", "The harbour was closed.", source: "Coast Daily", published: "2024-03-01"),
            Article("both", "The harbour was closed.", source: "Coast Daily", published: "2024-05-01"),
            Article("other", "A bridge was painted.", source: "Coast Daily", published: "2024-05-01"));
        using var snapshot = Corpus.Acquire();
        var query = TestCorpus.Query("harbour");
        var boosted = query with
        {
            Sources = [new SourceBoost("COAST daily", 8), new SourceBoost("Nobody", 100)],
            Dates = [new DateBoost(new DateInterval(new DateOnly(2024, 5, 1), null), 4)],
        };
        var plain = Scores(snapshot, query);
        var scores = Scores(snapshot, boosted);
        Assert.Equal(["both", "outlet", "plain"], snapshot.Find(boosted));
        Assert.Equal(plain["plain"], scores["plain"], 4);
        Assert.Equal(plain["outlet"] + 8, scores["outlet"], 4);
        Assert.Equal(plain["both"] + 12, scores["both"], 4);
        Assert.Equal(["both"], snapshot.Find(boosted, 1));
    }

    [Fact]
    public async Task Filters_leave_out_other_outlets_days_and_articles()
    {
        await Corpus.PutAsync(
            Article("a", "The harbour was closed.", source: "Wire", published: "2024-03-01"),
            Article("b", "The harbour was closed.", source: "Coast Daily", published: "2024-03-02"));
        await Corpus.PutAsync(Article("c", "The harbour was closed.", source: "coast daily", published: "2024-03-03"));
        using var snapshot = Corpus.Acquire();
        string[] Find(ArticleFilter filter) => snapshot.Find(TestCorpus.Query("harbour") with { Filter = filter });
        Assert.Equal(["c", "b"], Find(new ArticleFilter { Source = "Coast DAILY" }));
        Assert.Empty(Find(new ArticleFilter { Source = "Nobody" }));
        Assert.Equal(["b", "a"], Find(new ArticleFilter { Published = new DateInterval(null, new DateOnly(2024, 3, 2)) }));
        Assert.Equal(["b"], Find(new ArticleFilter { Published = DateInterval.OnDay(new DateOnly(2024, 3, 2)) }));
        Assert.Equal(["c", "a"], Find(new ArticleFilter { Articles = [new ArticleId("a"), new ArticleId("c"), new ArticleId("x")] }));
        Assert.Equal(["c"], Find(new ArticleFilter { Source = "coast daily", Published = new DateInterval(new DateOnly(2024, 3, 3), null) }));
        Assert.Empty(Find(new ArticleFilter { Articles = [] }));
    }

    [Fact]
    public async Task Frequencies_count_the_passages_that_are_there_now()
    {
        await Corpus.PutAsync(Article("a", "The harbour was closed."), Article("b", "A harbour opens."), Article("c", "A bridge opens."));
        using (var snapshot = Corpus.Acquire())
        {
            Assert.Equal(2, snapshot.PassageFrequency("harbour"));
            Assert.Equal(0, snapshot.PassageFrequency("nowhere"));
        }

        await Corpus.UpdateAsync([Article("b", "A bridge opens too.")], []);
        using var after = Corpus.Acquire();
        Assert.Equal(1, after.PassageFrequency("harbour"));
        Assert.Equal(2, after.PassageFrequency("bridg"));
    }

    [Fact]
    public async Task Terms_that_are_spelled_nearly_alike_are_found()
    {
        await Corpus.PutAsync(Article("a", "Lukas met Marlow in Quarrow. Quarry works stopped."), Article("b", "Lukan left."));
        using (var snapshot = Corpus.Acquire())
        {
            Assert.Equal(["quarrow"], snapshot.CloseTerms("quarow", 1, 8));
            Assert.Equal(["marlow"], snapshot.CloseTerms("malrow", 1, 8));
            Assert.Equal(["lukan"], snapshot.CloseTerms("lukann", 1, 8));
            Assert.Empty(snapshot.CloseTerms("varlow", 1, 8));
            Assert.Empty(snapshot.CloseTerms("nowhere", 2, 8));
        }

        await Corpus.UpdateAsync([Article("b", "Nobody left.")], []);
        using var after = Corpus.Acquire();
        Assert.DoesNotContain("lukan", after.CloseTerms("lukann", 1, 8));
    }

    [Fact]
    public async Task A_query_of_thousands_of_terms_is_answered()
    {
        await Corpus.PutAsync(Article("a", "The harbour was closed."));
        var terms = Enumerable.Range(0, 5000).Select(n => ($"term{n}", 1f)).Prepend(("harbour", 1f)).ToArray();
        using var snapshot = Corpus.Acquire();
        Assert.Equal(["a"], snapshot.Find(Weighted(terms)));
    }

    [Fact]
    public async Task Nothing_asked_is_nothing_found()
    {
        await Corpus.PutAsync(Article("a", "The harbour was closed."));
        using var snapshot = Corpus.Acquire();
        Assert.Empty(snapshot.Find(Weighted()));
        Assert.Empty(snapshot.Find(TestCorpus.Query("harbour"), 0));
    }

    private static PassageQuery Weighted(params (string Term, float Weight)[] terms) =>
        new() { Terms = [.. terms.Select(term => new WeightedTerm(term.Term, term.Weight))] };

    private static Dictionary<string, double> Scores(ICorpusSnapshot snapshot, PassageQuery query) =>
        snapshot.SearchPassages(query, 100).ToDictionary(hit => hit.Article.Value, hit => hit.Score);
}
