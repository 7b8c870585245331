using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Storage.Tests.Support;
using static NewsBot.Storage.Tests.Support.TestArticles;

namespace NewsBot.Storage.Tests;

/// <summary>What is looked up rather than ranked: articles, outlets, speakers and their quotes, times.</summary>
public sealed class LookupTests : CorpusTest
{
    [Fact]
    public async Task Articles_come_in_the_order_asked_for_and_exactly_as_they_were_put()
    {
        var first = Article("first", "\"We are closed,\" Ann Lee said on May 3.\n\nThe harbour has been shut since 2014.", source: "Wire");
        var second = Article("second", "The bridge is open.") with { };
        second = second with
        {
            Article = second.Article with
            {
                Url = "https://example.com/2",
                Author = "B. Writer",
                Language = "de",
                Published = new PublicationTime(new DateTimeOffset(2024, 3, 14, 1, 30, 15, TimeSpan.FromHours(5.5)), DatePrecision.Minute),
            },
        };
        await Corpus.PutAsync(first, second);
        using var snapshot = Corpus.Acquire();
        var ids = new[] { new ArticleId("second"), new ArticleId("nowhere"), new ArticleId("first") };
        for (var round = 0; round < 2; round++)
        {
            var read = await snapshot.ArticlesAsync(ids, CancellationToken.None);
            Assert.Equal([second.Article, first.Article], read.Select(article => article.Article));
            Assert.Equivalent(first.Analysis, read[1].Analysis, strict: true);
            Assert.Equal(second.Article.Published.Instant.Offset, read[0].Article.Published.Instant.Offset);
        }
    }

    [Fact]
    public async Task Every_character_of_a_text_keeps_its_place()
    {
        var text = "One \0 two \u0001, 日本語 and 🙂 and é e\u0301 three.\n\nFour\u2028five.";
        await Corpus.PutAsync(Article("odd", text, title: "Odd \0 title"));
        using var snapshot = Corpus.Acquire();
        var read = (await snapshot.ArticleAsync("odd"))!.Article;
        Assert.Equal((text, "Odd \0 title"), (read.Text, read.Title));
        Assert.Equal(["odd"], snapshot.Find("three"));
    }

    [Fact]
    public async Task Thousands_of_articles_are_read_at_once()
    {
        await Corpus.PutAsync([.. Enumerable.Range(0, 1200).Select(n => Article($"a{n}", $"Story {n}.").Bare())]);
        using var snapshot = Corpus.Acquire();
        var ids = Enumerable.Range(0, 1200).Select(n => new ArticleId($"a{n}")).Reverse().ToList();
        Assert.Equal(ids, (await snapshot.ArticlesAsync(ids, CancellationToken.None)).Select(article => article.Article.Id));
    }

    [Fact]
    public async Task Headers_come_newest_first_and_filtered()
    {
        await Corpus.PutAsync(
            Article("old", "One.", title: "Old", source: "Wire", published: "2023-01-01"),
            Article("new", "Two.", title: "New", source: "Coast", published: "2024-01-01"),
            Article("mid", "Three.", title: "Mid", source: "Wire", published: "2023-06-01"));
        using var snapshot = Corpus.Acquire();
        async Task<string[]> Titles(ArticleFilter filter, int count) =>
            [.. (await snapshot.HeadersAsync(filter, count, CancellationToken.None)).Select(header => header.Title)];
        Assert.Equal(["New", "Mid", "Old"], await Titles(ArticleFilter.All, 10));
        Assert.Equal(["New", "Mid"], await Titles(ArticleFilter.All, 2));
        Assert.Equal(["Mid", "Old"], await Titles(new ArticleFilter { Source = "WIRE" }, 10));
        Assert.Equal(["Mid"], await Titles(new ArticleFilter { Published = new DateInterval(new DateOnly(2023, 2, 1), new DateOnly(2023, 12, 31)) }, 10));
        Assert.Equal(["Old"], await Titles(new ArticleFilter { Articles = [new ArticleId("old"), new ArticleId("x")] }, 10));
        Assert.Empty(await Titles(new ArticleFilter { Articles = [] }, 10));
    }

    [Fact]
    public async Task Outlets_are_counted_under_their_most_used_spelling()
    {
        await Corpus.PutAsync(
            Article("a", "One.", source: "Wire", published: "2023-01-01"),
            Article("b", "Two.", source: "Coast Daily", published: "2024-01-01"),
            Article("c", "Three.", source: "COAST DAILY", published: "2023-06-01"),
            Article("d", "Four.", source: "Coast Daily", published: "2024-02-01"));
        using var snapshot = Corpus.Acquire();
        Assert.Equal(
            [new SourceSummary("Coast Daily", 3, new DateOnly(2023, 6, 1), new DateOnly(2024, 2, 1)), new SourceSummary("Wire", 1, new DateOnly(2023, 1, 1), new DateOnly(2023, 1, 1))],
            await snapshot.SourcesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Speakers_are_counted_with_their_most_used_title()
    {
        await PutQuotesAsync();
        using var snapshot = Corpus.Acquire();
        Assert.Equal(
            [new SpeakerCount("Ann Lee", "Mayor", 3, 2), new SpeakerCount("Bo Ek", null, 1, 1)],
            await snapshot.SpeakersAsync(CancellationToken.None));
        Assert.Equal(5, snapshot.Counts.Quotes);
    }

    [Fact]
    public async Task A_snapshot_counts_the_speakers_of_its_own_revision()
    {
        await PutQuotesAsync();
        using var old = Corpus.Acquire();
        await Corpus.UpdateAsync([Article("newest", "\"Hello,\" she said.").Bare().WithQuote("\"Hello,\"", "Cy Dahl")], ["new"]);
        Assert.Equal([("Ann Lee", 3), ("Bo Ek", 1)], (await old.SpeakersAsync(CancellationToken.None)).Select(speaker => (speaker.Name, speaker.Quotes)));
        using var current = Corpus.Acquire();
        Assert.Equal([("Ann Lee", 2), ("Cy Dahl", 1)], (await current.SpeakersAsync(CancellationToken.None)).Select(speaker => (speaker.Name, speaker.Quotes)));
    }

    [Fact]
    public async Task Quotes_by_a_speaker_come_newest_first_then_in_the_order_of_the_text()
    {
        await PutQuotesAsync();
        using var snapshot = Corpus.Acquire();
        async Task<string[]> By(string[] names, ArticleFilter filter, int count = 10) =>
            [.. (await snapshot.QuotesByAsync(names, filter, count, CancellationToken.None)).Select(quote => $"{quote.Article}/{quote.Ordinal}")];
        Assert.Equal(["new/0", "old/0", "old/2"], await By(["Ann Lee"], ArticleFilter.All));
        Assert.Equal(["new/0", "new/1", "old/0", "old/2"], await By(["Ann Lee", "Bo Ek"], ArticleFilter.All));
        Assert.Equal(["new/0", "old/0"], await By(["Ann Lee"], ArticleFilter.All, 2));
        Assert.Equal(["old/0", "old/2"], await By(["Ann Lee"], new ArticleFilter { Published = new DateInterval(null, new DateOnly(2023, 12, 31)) }));
        Assert.Empty(await By(["ann lee"], ArticleFilter.All));
    }

    [Fact]
    public async Task Quotes_are_found_by_the_words_of_their_content_alone()
    {
        await PutQuotesAsync();
        using var snapshot = Corpus.Acquire();
        var hits = snapshot.SearchQuotes(["bridg", "open"], ArticleFilter.All, 10);
        Assert.Equal(["old/2", "old/0"], hits.Select(hit => $"{hit.Article}/{hit.Ordinal}"));
        Assert.True(hits[0].Score > hits[1].Score);
        Assert.Empty(snapshot.SearchQuotes(["outsid"], ArticleFilter.All, 10));
        Assert.Empty(snapshot.SearchQuotes(["bridg"], new ArticleFilter { Source = "Nobody" }, 10));
        Assert.Empty(snapshot.SearchQuotes([], ArticleFilter.All, 10));
    }

    [Fact]
    public async Task Times_are_found_that_lie_in_the_days_asked_about_those_told_nearest_to_their_day_first()
    {
        var day = new DateOnly(2024, 5, 3);
        await Corpus.PutAsync(
            Article("a", "Dateline. On May 3. Since April. Until June. For three days.", published: "2024-05-04").Bare()
                .WithTime("Dateline", DateInterval.OnDay(day), TimeBasis.Dateline)
                .WithTime("May 3", DateInterval.OnDay(day))
                .WithTime("Since April", new DateInterval(new DateOnly(2024, 4, 1), null))
                .WithTime("Until June", new DateInterval(null, new DateOnly(2024, 6, 30)))
                .WithTime("three days", null),
            Article("b", "In 2023.", published: "2024-01-01").Bare().WithTime("In 2023", new DateInterval(new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31))));
        using var snapshot = Corpus.Acquire();
        async Task<string[]> In(DateInterval interval, ArticleFilter? filter = null, int count = 10) =>
            [.. (await snapshot.TimesInAsync(interval, filter ?? ArticleFilter.All, count, CancellationToken.None)).Select(time => $"{time.Article}/{time.Ordinal}")];
        Assert.Equal(["a/1"], await In(DateInterval.OnDay(day)));
        Assert.Equal(["a/1"], await In(new DateInterval(new DateOnly(2024, 5, 1), new DateOnly(2024, 5, 31))));
        Assert.Equal(["b/0"], await In(new DateInterval(new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31))));
        Assert.Empty(await In(new DateInterval(new DateOnly(2023, 1, 1), new DateOnly(2023, 6, 30))));
        Assert.Equal(["a/1", "a/2"], await In(new DateInterval(new DateOnly(2024, 4, 1), null)));
        Assert.Equal(["a/1", "a/2", "b/0", "a/3"], await In(default));
        Assert.Equal(["a/1", "a/2"], await In(default, null, 2));
        Assert.Equal(["b/0"], await In(default, new ArticleFilter { Articles = [new ArticleId("b")] }));
        Assert.Equal(6, snapshot.Counts.Times);
    }

    private Task PutQuotesAsync() => Corpus.PutAsync(
        Article("old", "\"The bridge stays shut,\" she said. \"No,\" he said. \"The bridge will open,\" the mayor said outside.", published: "2023-03-01").Bare()
            .WithQuote("\"The bridge stays shut,\"", "Ann Lee", "Mayor").WithQuote("\"No,\"", null).WithQuote("\"The bridge will open,\"", "Ann Lee", "Mayor"),
        Article("new", "\"We left,\" she said. \"So did I,\" he said.", published: "2024-03-01").Bare()
            .WithQuote("\"We left,\"", "Ann Lee", "Former mayor").WithQuote("\"So did I,\"", "Bo Ek"));
}
