using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Storage.Tests.Support;
using static NewsBot.Storage.Tests.Support.TestArticles;

namespace NewsBot.Storage.Tests;

public sealed class RevisionTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_corpus_is_empty_at_revision_0()
    {
        using var corpus = await TestCorpus.OpenAsync(_folder);
        using var snapshot = corpus.Acquire();
        Assert.Equal(0, snapshot.Revision);
        Assert.Equal(new CorpusCounts(0, 0, 0, 0), snapshot.Counts);
        Assert.Equal(default, snapshot.Reach);
        Assert.Empty(snapshot.Find("anything"));
        Assert.Empty(await snapshot.SpeakersAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_commit_shows_its_articles_under_the_next_revision()
    {
        using var corpus = await TestCorpus.OpenAsync(_folder);
        var revision = await corpus.PutAsync(
            Article("a", "The harbour was closed on Monday after the storm.", published: "2024-03-01"),
            Article("b", "The mountain road is open again.", published: "2024-03-05"));
        Assert.Equal(1, revision);
        using var snapshot = corpus.Acquire();
        Assert.Equal(1, snapshot.Revision);
        Assert.Equal(2, snapshot.Counts.Articles);
        Assert.Equal(2, snapshot.Counts.Passages);
        Assert.Equal(new CorpusReach(new DateOnly(2024, 3, 1), new DateOnly(2024, 3, 5)), snapshot.Reach);
        Assert.Equal(["a"], snapshot.Find("harbour"));
        Assert.Equal("The mountain road is open again.", (await snapshot.ArticleAsync("b"))!.Article.Text);
    }

    [Fact]
    public async Task An_update_without_changes_keeps_the_revision()
    {
        using var corpus = await TestCorpus.OpenAsync(_folder);
        await corpus.PutAsync(Article("a", "The harbour was closed."));
        Assert.Equal(1, await corpus.RemoveAsync("not there"));
        using var snapshot = corpus.Acquire();
        Assert.Equal(1, snapshot.Revision);
    }

    [Fact]
    public async Task An_update_that_is_not_committed_never_was()
    {
        using var corpus = await TestCorpus.OpenAsync(_folder);
        await corpus.PutAsync(Article("a", "The harbour was closed."));
        await using (var update = await corpus.BeginUpdateAsync(CancellationToken.None))
        {
            await update.PutAsync(Article("b", "The mountain road is open."), CancellationToken.None);
            await update.RemoveAsync(new ArticleId("a"), CancellationToken.None);
        }

        Assert.Equal(["a"], corpus.Find("harbour"));
        Assert.Empty(corpus.Find("mountain"));
        Assert.Equal(2, await corpus.PutAsync(Article("c", "A bridge fell.")));
        Assert.Empty(corpus.Find("mountain"));
        Assert.Equal(["a"], corpus.Find("harbour"));
    }

    [Fact]
    public async Task Of_several_puts_of_one_article_the_last_counts_and_a_removal_undoes_them()
    {
        using var corpus = await TestCorpus.OpenAsync(_folder);
        await corpus.PutAsync(Article("a", "The harbour was closed."), Article("b", "The mountain is high."));
        await corpus.UpdateAsync(
            [Article("a", "The airport was closed."), Article("a", "The station was closed."), Article("b", "The mountain is low."), Article("c", "A bridge fell.")],
            ["b", "c"]);
        Assert.Equal(["a"], corpus.Find("closed"));
        Assert.Equal(["a"], corpus.Find("station airport harbour mountain bridge"));
        using var snapshot = corpus.Acquire();
        Assert.Equal(1, snapshot.Counts.Articles);
        Assert.Equal("The station was closed.", (await snapshot.ArticleAsync("a"))!.Article.Text);
        Assert.Null(await snapshot.ArticleAsync("b"));
    }

    [Fact]
    public async Task Only_one_update_is_under_way_at_a_time()
    {
        using var corpus = await TestCorpus.OpenAsync(_folder);
        await using (await corpus.BeginUpdateAsync(CancellationToken.None))
            await Assert.ThrowsAsync<InvalidOperationException>(() => corpus.BeginUpdateAsync(CancellationToken.None));
        await using var next = await corpus.BeginUpdateAsync(CancellationToken.None);
        Assert.Empty(next.Known);
    }

    [Fact]
    public async Task A_snapshot_stays_whole_while_revisions_go_by()
    {
        using var corpus = await TestCorpus.OpenAsync(_folder);
        await corpus.PutAsync(Article("a", "The harbour was closed."), Article("b", "The mountain road is open."));
        using var old = corpus.Acquire();
        await corpus.UpdateAsync([Article("a", "The airport was closed.")], ["b"]);
        await corpus.PutAsync(Article("a", "The station was closed."));
        await corpus.PutAsync(Article("c", "A bridge fell."));

        Assert.Equal(1, old.Revision);
        Assert.Equal(["a"], old.Find("harbour"));
        Assert.Equal(["b"], old.Find("mountain"));
        Assert.Empty(old.Find("airport station bridge"));
        Assert.Equal("The harbour was closed.", (await old.ArticleAsync("a"))!.Article.Text);
        Assert.Equal("The mountain road is open.", (await old.ArticleAsync("b"))!.Article.Text);
        Assert.Equal(2, (await old.HeadersAsync(ArticleFilter.All, 10, CancellationToken.None)).Count);

        using var current = corpus.Acquire();
        Assert.Equal(4, current.Revision);
        Assert.Empty(current.Find("harbour mountain airport"));
        Assert.Equal("The station was closed.", (await current.ArticleAsync("a"))!.Article.Text);
        Assert.Null(await current.ArticleAsync("b"));
    }

    [Fact]
    public async Task A_removed_article_is_gone_from_every_search_with_the_swap()
    {
        using var corpus = await TestCorpus.OpenAsync(_folder);
        var article = Article("a", "\"The harbour is closed,\" Ann Lee said on May 3, 2024.").Bare()
            .WithQuote("\"The harbour is closed,\"", "Ann Lee").WithTime("May 3, 2024", new(new DateOnly(2024, 5, 3), new DateOnly(2024, 5, 3)));
        await corpus.PutAsync(article, Article("b", "Nothing else happened here.").Bare());
        await corpus.RemoveAsync("a");
        using var snapshot = corpus.Acquire();
        Assert.Empty(snapshot.Find("harbour"));
        Assert.Empty(snapshot.SearchQuotes(["harbour"], ArticleFilter.All, 10));
        Assert.Equal(0, snapshot.PassageFrequency("harbour"));
        Assert.Null(await snapshot.ArticleAsync("a"));
        Assert.Empty(await snapshot.SpeakersAsync(CancellationToken.None));
        Assert.Empty(await snapshot.QuotesByAsync(["Ann Lee"], ArticleFilter.All, 10, CancellationToken.None));
        Assert.Empty(await snapshot.TimesInAsync(default, ArticleFilter.All, 10, CancellationToken.None));
        Assert.Equal("b", Assert.Single(await snapshot.HeadersAsync(ArticleFilter.All, 10, CancellationToken.None)).Id.Value);
        Assert.Equal(1, Assert.Single(await snapshot.SourcesAsync(CancellationToken.None)).Articles);
    }

    [Fact]
    public async Task The_text_before_an_edit_is_kept_for_one_revision()
    {
        using var corpus = await TestCorpus.OpenAsync(_folder);
        await corpus.PutAsync(Article("a", "The harbour was closed."), Article("b", "The mountain is high."));
        await corpus.UpdateAsync([Article("a", "The airport was closed.")], ["b"]);
        using (var snapshot = corpus.Acquire())
        {
            Assert.Equal("The harbour was closed.", (await snapshot.EarlierAsync(new ArticleId("a"), CancellationToken.None))!.Article.Text);
            Assert.Equal("The mountain is high.", (await snapshot.EarlierAsync(new ArticleId("b"), CancellationToken.None))!.Article.Text);
            Assert.Null(await snapshot.EarlierAsync(new ArticleId("c"), CancellationToken.None));
        }

        await corpus.PutAsync(Article("c", "A bridge fell."));
        using var later = corpus.Acquire();
        Assert.Null(await later.EarlierAsync(new ArticleId("a"), CancellationToken.None));
    }

    [Fact]
    public async Task Everything_is_there_after_closing_and_opening_again()
    {
        using (var corpus = await TestCorpus.OpenAsync(_folder))
            await corpus.PutAsync(Article("a", "The harbour was closed."), Article("b", "The mountain road is open."));
        using var reopened = await TestCorpus.OpenAsync(_folder);
        using var snapshot = reopened.Acquire();
        Assert.Equal(1, snapshot.Revision);
        Assert.Equal(["a"], snapshot.Find("harbour"));
        Assert.Equal(2, snapshot.Counts.Articles);
        Assert.Equal(2, await reopened.PutAsync(Article("c", "A bridge fell.")));
    }
}
