using Microsoft.Data.Sqlite;
using NewsBot.Core.Corpus;
using NewsBot.Storage.Tests.Support;
using static NewsBot.Storage.Tests.Support.TestArticles;

namespace NewsBot.Storage.Tests;

public sealed class ReloadLogTests : CorpusTest
{
    private readonly ListReader _sources = new();

    [Fact]
    public async Task Reloads_are_remembered_with_who_when_and_what_became_of_them()
    {
        _sources.Items = [SourceItem.Read(Plain("a", "The harbour was closed.")), SourceItem.Failed("b.txt", null, "is empty")];
        await ReloadAsync("Ann");
        _sources.Before = _ => throw new OperationCanceledException();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReloadAsync("Bob"));
        _sources.Before = _ => throw new InvalidOperationException("A bug.");
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReloadAsync("Cem"));
        await ReopenAsync();

        var reloads = await Corpus.Reloads.LatestAsync(10, CancellationToken.None);
        Assert.Equal([ReloadEnd.Failed, ReloadEnd.Cancelled, ReloadEnd.Done], reloads.Select(reload => reload.End));
        Assert.Equal(["Cem", "Bob", "Ann"], reloads.Select(reload => reload.StartedBy));
        Assert.All(reloads, reload => Assert.Equal(TestCorpus.Time.GetUtcNow(), reload.Started));
        Assert.Equal((1, 0, 0, 0, 1), (reloads[2].Added, reloads[2].Changed, reloads[2].Removed, reloads[2].Unchanged, reloads[2].Failures));
        Assert.DoesNotContain("bug", reloads[0].Reason, StringComparison.Ordinal);
        Assert.Equal("Ann", (await Corpus.Reloads.LastDoneAsync(CancellationToken.None))!.StartedBy);
    }

    [Fact]
    public async Task Scheduled_reloads_that_find_nothing_new_are_not_remembered()
    {
        _sources.Has(Plain("a", "The harbour was closed."));
        await ReloadAsync("the schedule", isScheduled: true);
        for (var n = 0; n < 5; n++)
            await ReloadAsync("the schedule", isScheduled: true);
        await ReloadAsync("Ann");
        var reloads = await Corpus.Reloads.LatestAsync(10, CancellationToken.None);
        Assert.Equal(["Ann", "the schedule"], reloads.Select(reload => reload.StartedBy));
    }

    [Fact]
    public async Task A_reload_that_its_process_did_not_survive_is_found_interrupted()
    {
        await Corpus.Reloads.BeginAsync(ReloadKind.Reload, "Ann", CancellationToken.None);
        await ReopenAsync();
        Assert.Equal(ReloadEnd.Interrupted, Assert.Single(await Corpus.Reloads.LatestAsync(10, CancellationToken.None)).End);
        Assert.Null(await Corpus.Reloads.LastDoneAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_reload_whose_process_ended_after_its_revision_stood_is_found_done()
    {
        await Corpus.Reloads.BeginAsync(ReloadKind.Reload, "Ann", CancellationToken.None);
        await Corpus.PutAsync(Article("a", "The harbour was closed."), Article("b", "The bridge is open."));
        await ReopenAsync();
        var reload = Assert.Single(await Corpus.Reloads.LatestAsync(10, CancellationToken.None));
        Assert.Equal((ReloadEnd.Done, 1L, 2), (reload.End, reload.Revision, reload.Added));
    }

    [Fact]
    public async Task The_log_can_be_read_beside_the_process_that_holds_the_folder()
    {
        _sources.Has(Plain("a", "The harbour was closed."));
        await ReloadAsync("Ann");
        var (reloads, failure) = await ReloadHistory.ReadAsync(Path.GetDirectoryName(StorePath)!, 10, CancellationToken.None);
        Assert.Null(failure);
        Assert.Equal("Ann", Assert.Single(reloads!).StartedBy);
    }

    [Fact]
    public async Task A_reload_that_cannot_be_written_fails_in_words_and_leaves_the_old_revision()
    {
        _sources.Has(Plain("a", "The harbour was closed."));
        await ReloadAsync("Ann");
        var pages = long.Parse(await ScalarAsync("PRAGMA page_count"), System.Globalization.CultureInfo.InvariantCulture);
        Corpus.Store.LimitPages(pages + 20);
        _sources.Has([.. Enumerable.Range(0, 200).Select(n => Plain($"n{n}", string.Concat(Enumerable.Repeat($"The bridge number {n} is open. ", 100))))]);
        var outcome = await ReloadAsync("Bob");
        Assert.Equal("The archive cannot be written to; the disk may be full, or the data folder not writable.", outcome.Failure);
        Assert.Equal(["a"], Corpus.Find("harbour bridge"));

        Corpus.Store.LimitPages(pages * 1000);
        Assert.Equal(200, (await ReloadAsync("Bob")).Report!.Added.Count);
        Assert.Equal([ReloadEnd.Done, ReloadEnd.Failed, ReloadEnd.Done], (await Corpus.Reloads.LatestAsync(10, CancellationToken.None)).Select(reload => reload.End));
    }

    private async Task<string> ScalarAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    private Task<ReloadOutcome> ReloadAsync(string by, bool isScheduled = false) =>
        new Reloader(_sources, Corpus, TestCorpus.Time).ReloadAsync(new ReloadRequest([], by) { Scope = isScheduled ? ReadingScope.Due : ReadingScope.All }, null, CancellationToken.None);
}
