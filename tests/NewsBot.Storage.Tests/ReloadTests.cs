using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Storage.Tests.Support;
using static NewsBot.Storage.Tests.Support.TestArticles;

namespace NewsBot.Storage.Tests;

/// <summary>The reload over a real corpus.</summary>
public sealed class ReloadTests : CorpusTest
{
    private readonly ListReader _sources = new();

    [Fact]
    public async Task A_first_reload_adds_what_the_sources_have_analysed()
    {
        _sources.Items = [Read(Plain("a", "\"We are closed,\" Mayor Ann Lee said on May 3, 2024.")), Read(Plain("b", "The bridge is open."))];
        var report = await ReloadAsync();
        Assert.Equal(1, report.Revision);
        Assert.Equal([new ArticleId("a"), new ArticleId("b")], report.Added);
        Assert.Empty(report.Failures);
        using var snapshot = Corpus.Acquire();
        Assert.Equal(["a"], snapshot.Find("closed"));
        Assert.NotEmpty((await snapshot.ArticleAsync("a"))!.Analysis.Times);
    }

    [Fact]
    public async Task An_unchanged_reload_changes_neither_rows_nor_revision()
    {
        _sources.Items = [Read(Plain("a", "The harbour was closed.")), Read(Plain("b", "The bridge is open."))];
        await ReloadAsync();
        var before = await File.ReadAllBytesAsync(StorePath);
        var report = await ReloadAsync();
        Assert.Equal((1L, 2), (report.Revision, report.Unchanged));
        Assert.Empty(report.Added.Concat(report.Changed).Concat(report.Removed));
        Assert.Equal(before, await File.ReadAllBytesAsync(StorePath));
    }

    [Fact]
    public async Task Changes_additions_and_removals_come_in_one_revision()
    {
        _sources.Items = [Read(Plain("a", "The harbour was closed.")), Read(Plain("b", "The bridge is open.")), Read(Plain("c", "The road is long."))];
        await ReloadAsync();
        _sources.Items = [Read(Plain("a", "The airport was closed.")), Read(Plain("c", "The road is long.")), Read(Plain("d", "A tower fell."))];
        var report = await ReloadAsync();
        Assert.Equal(2, report.Revision);
        Assert.Equal([new ArticleId("d")], report.Added);
        Assert.Equal([new ArticleId("a")], report.Changed);
        Assert.Equal([new ArticleId("b")], report.Removed);
        Assert.Equal(1, report.Unchanged);
        Assert.Empty(Corpus.Find("harbour bridge"));
        Assert.Equal(["a"], Corpus.Find("airport"));
    }

    [Fact]
    public async Task What_failed_to_be_read_stays_as_it_was()
    {
        _sources.Items = [Read(Plain("a", "The harbour was closed.", origin: "news/many.jsonl#1")), Read(Plain("b", "The bridge is open.", origin: "news/many.jsonl#2")), Read(Plain("c", "The road is long."))];
        await ReloadAsync();
        _sources.Items = [SourceItem.Failed("news/many.jsonl", 1, "is no JSON"), Read(Plain("b", "The bridge is shut.", origin: "news/many.jsonl#2"))];
        var report = await ReloadAsync();
        Assert.Equal([new ArticleId("b")], report.Changed);
        Assert.Equal([new ArticleId("c")], report.Removed);
        Assert.Equal("news/many.jsonl:1: is no JSON", Assert.Single(report.Failures).ToString());
        Assert.Equal(["a"], Corpus.Find("harbour"));
    }

    [Fact]
    public async Task A_reload_that_is_cancelled_leaves_the_old_revision()
    {
        _sources.Items = [Read(Plain("a", "The harbour was closed."))];
        await ReloadAsync();
        using var cancel = new CancellationTokenSource();
        _sources.Items = [Read(Plain("b", "The bridge is open.")), Read(Plain("c", "The road is long."))];
        _sources.Before = async n =>
        {
            if (n == 1)
                await cancel.CancelAsync();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NewReloader().ReloadAsync(new ReloadRequest([], "Ann"), null, cancel.Token));
        Assert.Equal(["a"], Corpus.Find("harbour bridge road"));
        _sources.Before = _ => Task.CompletedTask;
        Assert.Equal(2, (await ReloadAsync()).Revision);
    }

    [Fact]
    public async Task A_second_reload_is_told_who_started_the_first_and_when()
    {
        var gate = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        _sources.Items = [Read(Plain("a", "The harbour was closed."))];
        _sources.Before = _ =>
        {
            reached.TrySetResult();
            return gate.Task;
        };
        var reloader = NewReloader();
        var first = reloader.ReloadAsync(new ReloadRequest([], "Ann"), null, CancellationToken.None);
        await reached.Task;
        var second = await reloader.ReloadAsync(new ReloadRequest([], "Bob"), null, CancellationToken.None);
        Assert.Null(second.Report);
        Assert.Equal(new RunningReload("Ann", TestCorpus.Time.GetUtcNow()), second.Busy);
        gate.SetResult();
        Assert.Equal(1, (await first).Report!.Revision);
        Assert.NotNull((await reloader.ReloadAsync(new ReloadRequest([], "Ann"), null, CancellationToken.None)).Report);
    }

    [Fact]
    public async Task Progress_is_told_at_the_start_and_then_every_two_seconds_and_counts_to_the_end()
    {
        _sources.Items = [.. Enumerable.Range(0, 20).Select(n => Read(Plain($"a{n}", $"Story number {n}.")))];
        var progress = new LastProgress();
        await NewReloader().ReloadAsync(new ReloadRequest([], "Ann"), progress, CancellationToken.None);
        Assert.Equal((20, 20, 20), (progress.Last.Read, progress.Last.Analyzed, progress.Last.Total));
        Assert.Equal(2, progress.Told);
    }

    [Fact]
    public async Task A_reload_can_be_cancelled_by_somebody_else_and_leaves_the_old_revision()
    {
        _sources.Items = [Read(Plain("a", "The harbour was closed."))];
        await ReloadAsync();
        var reloader = NewReloader();
        Assert.Null(reloader.Cancel());
        _sources.Items = [Read(Plain("b", "The bridge is open.")), Read(Plain("c", "The road is long."))];
        RunningReload? cancelled = null;
        _sources.Before = n =>
        {
            if (n == 1)
                cancelled = reloader.Cancel();
            return Task.CompletedTask;
        };
        var outcome = await reloader.ReloadAsync(new ReloadRequest([], "Ann"), null, CancellationToken.None);
        Assert.Equal(cancelled, outcome.Cancelled);
        Assert.Equal("Ann", cancelled!.StartedBy);
        Assert.Null(reloader.Running);
        Assert.Equal(["a"], Corpus.Find("harbour bridge road"));
    }

    [Fact]
    public async Task Modification_and_coverage_are_stored_and_shown()
    {
        var modified = new PublicationTime(new DateTimeOffset(2024, 3, 15, 9, 30, 0, TimeSpan.FromHours(2)), Core.Dates.DatePrecision.Minute);
        _sources.Items = [Read(Plain("a", "The harbour was closed.") with { Modified = modified, Coverage = Coverage.Paywalled }), Read(Plain("b", "The bridge is open."))];
        await ReloadAsync();
        using var snapshot = Corpus.Acquire();
        var article = (await snapshot.ArticleAsync("a"))!.Article;
        Assert.Equal((modified, Coverage.Paywalled), (article.Modified, article.Coverage));
        var headers = await snapshot.HeadersAsync(ArticleFilter.All, 10, CancellationToken.None);
        Assert.Equal([(modified, Coverage.Paywalled), (null, Coverage.Full)], headers.Select(header => (header.Modified, header.Coverage)));
    }

    private static SourceItem Read(Article article) => SourceItem.Read(article);

    private Reloader NewReloader() => new(_sources, Corpus, TestCorpus.Time);

    private async Task<ChangeReport> ReloadAsync() => (await NewReloader().ReloadAsync(new ReloadRequest([], "Ann"), null, CancellationToken.None)).Report!;

    private sealed class LastProgress : IProgress<ReloadProgress>
    {
        public ReloadProgress Last { get; private set; }

        public int Told { get; private set; }

        public void Report(ReloadProgress value) => (Last, Told) = (value, Told + 1);
    }
}
