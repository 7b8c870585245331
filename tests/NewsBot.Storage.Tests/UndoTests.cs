using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Storage.Tests.Support;
using static NewsBot.Storage.Tests.Support.TestArticles;

namespace NewsBot.Storage.Tests;

public sealed class UndoTests : CorpusTest
{
    private readonly ListReader _sources = new();

    [Fact]
    public async Task An_undo_brings_back_what_the_revision_before_had_under_a_new_number()
    {
        await ReloadTwiceAsync();
        var report = (await UndoAsync()).Report!;
        Assert.Equal((3L, ReloadKind.Undo), (report.Revision, report.Kind));
        Assert.Equal([new ArticleId("b")], report.Added);
        Assert.Equal([new ArticleId("a")], report.Changed);
        Assert.Equal([new ArticleId("d")], report.Removed);
        Assert.Equal(1, report.Unchanged);
        await AssertFirstAsync();
    }

    [Fact]
    public async Task A_second_undo_is_a_redo_and_a_third_an_undo_again()
    {
        await ReloadTwiceAsync();
        await UndoAsync();
        var redo = (await UndoAsync()).Report!;
        Assert.Equal((4L, ReloadKind.Redo), (redo.Revision, redo.Kind));
        Assert.Equal(["a", "c", "d"], Ids());
        Assert.Equal(["a"], Corpus.Find("airport"));
        var again = (await UndoAsync()).Report!;
        Assert.Equal((5L, ReloadKind.Undo), (again.Revision, again.Kind));
        await AssertFirstAsync();
    }

    [Fact]
    public async Task The_first_revision_cannot_be_undone()
    {
        Assert.Equal("There is no earlier revision to go back to.", (await UndoAsync()).Failure);
        _sources.Has(Plain("a", "The harbour was closed."));
        await ReloadAsync();
        Assert.Equal("There is no earlier revision to go back to.", (await UndoAsync()).Failure);
        Assert.Equal(["a"], Ids());
    }

    [Fact]
    public async Task An_undone_revision_is_there_after_opening_again_and_in_an_index_made_anew()
    {
        await ReloadTwiceAsync();
        await UndoAsync();
        await ReopenAsync();
        await AssertFirstAsync();
        await ReopenAsync(withoutIndex: true);
        await AssertFirstAsync();
    }

    [Fact]
    public async Task A_reload_by_hand_after_an_undo_reads_the_sources_again_and_can_itself_be_undone()
    {
        await ReloadTwiceAsync();
        await UndoAsync();
        Assert.Equal(4, (await ReloadAsync()).Report!.Revision);
        Assert.Equal(["a", "c", "d"], Ids());
        Assert.Equal(ReloadKind.Undo, (await UndoAsync()).Report!.Kind);
        await AssertFirstAsync();
    }

    [Fact]
    public async Task After_an_undo_scheduled_reloads_wait_until_somebody_reloads_or_undoes_the_undo()
    {
        await ReloadTwiceAsync();
        await UndoAsync();
        var held = (await ReloadAsync(isScheduled: true)).Held!;
        Assert.Equal("Bob", held.StartedBy);
        await AssertFirstAsync();

        await UndoAsync();
        Assert.NotNull((await ReloadAsync(isScheduled: true)).Report);
        await UndoAsync();
        Assert.NotNull((await ReloadAsync(isScheduled: true)).Held);
        await ReloadAsync();
        Assert.NotNull((await ReloadAsync(isScheduled: true)).Report);
    }

    [Fact]
    public async Task A_reader_of_the_undone_revision_reads_on()
    {
        await ReloadTwiceAsync();
        using var before = Corpus.Acquire();
        await UndoAsync();
        await UndoAsync();
        Assert.Equal(["a"], before.Find("airport"));
        Assert.Equal("The airport was closed.", (await before.ArticleAsync("a"))!.Article.Text);
        Assert.Null(await before.ArticleAsync("b"));
    }

    private async Task ReloadTwiceAsync()
    {
        _sources.Has(Plain("a", "The harbour was closed."), Plain("b", "\"The bridge is open,\" Ann Lee said on May 3, 2024."), Plain("c", "The road is long."));
        await ReloadAsync();
        _sources.Has(Plain("a", "The airport was closed."), Plain("c", "The road is long."), Plain("d", "A tower fell."));
        await ReloadAsync();
    }

    private async Task AssertFirstAsync()
    {
        using var snapshot = Corpus.Acquire();
        Assert.Equal(["a", "b", "c"], Ids());
        Assert.Equal(3, snapshot.Counts.Articles);
        Assert.Equal(["a"], snapshot.Find("harbour"));
        Assert.Equal(["b"], snapshot.Find("bridge"));
        Assert.Empty(snapshot.Find("airport tower"));
        Assert.Equal("The harbour was closed.", (await snapshot.ArticleAsync("a"))!.Article.Text);
        Assert.Single(await snapshot.QuotesByAsync(["Ann Lee"], ArticleFilter.All, 10, CancellationToken.None));
        Assert.NotEmpty(await snapshot.TimesInAsync(new(new DateOnly(2024, 5, 3), new DateOnly(2024, 5, 3)), ArticleFilter.All, 10, CancellationToken.None));
    }

    private string[] Ids()
    {
        using var snapshot = Corpus.Acquire();
        return [.. snapshot.HeadersAsync(ArticleFilter.All, 100, CancellationToken.None).Result.Select(header => header.Id.Value)];
    }

    private Task<ReloadOutcome> ReloadAsync(bool isScheduled = false) =>
        new Reloader(_sources, Corpus, TestCorpus.Time).ReloadAsync(new ReloadRequest([], "Ann") { Scope = isScheduled ? ReadingScope.Due : ReadingScope.All }, null, CancellationToken.None);

    private Task<ReloadOutcome> UndoAsync() => new Reloader(_sources, Corpus, TestCorpus.Time).UndoAsync("Bob", CancellationToken.None);
}
