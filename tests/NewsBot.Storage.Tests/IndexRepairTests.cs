using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Corpus;
using NewsBot.Storage.Index;
using NewsBot.Storage.Tests.Support;
using static NewsBot.Storage.Tests.Support.TestArticles;

namespace NewsBot.Storage.Tests;

/// <summary>Whatever became of the index, an opening makes it what the store says, down to the scores.</summary>
public sealed class IndexRepairTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _copy = new();

    public void Dispose()
    {
        _folder.Dispose();
        _copy.Dispose();
    }

    [Fact]
    public async Task A_missing_index_is_made_anew()
    {
        var expected = await CommitAndRankAsync();
        Directory.Delete(_folder.Index, recursive: true);
        Assert.Equal(expected, await RankAsync());
    }

    [Theory]
    [InlineData("segments_*")]
    [InlineData("*.cfs")]
    [InlineData("*.cfe")]
    [InlineData("*.si")]
    [InlineData("*.del")]
    public async Task A_damaged_index_is_made_anew(string files)
    {
        var expected = await CommitAndRankAsync();
        var damaged = Directory.GetFiles(_folder.Index, files);
        Assert.NotEmpty(damaged);
        foreach (var file in damaged)
        {
            await using var stream = File.OpenWrite(file);
            stream.SetLength(stream.Length / 2);
        }

        Assert.Equal(expected, await RankAsync());
        Assert.Equal(expected, await RankAsync());
    }

    [Fact]
    public async Task An_index_with_other_files_in_place_of_its_own_is_made_anew()
    {
        var expected = await CommitAndRankAsync();
        foreach (var file in Directory.EnumerateFiles(_folder.Index))
            await File.WriteAllTextAsync(file, "nonsense");
        Assert.Equal(expected, await RankAsync());
    }

    [Fact]
    public async Task An_index_whose_columns_are_overwritten_is_made_anew()
    {
        var expected = await CommitAndRankAsync();
        foreach (var file in Directory.GetFiles(_folder.Index, "*.cfs"))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            bytes.AsSpan(bytes.Length / 4, bytes.Length / 2).Fill(0xA5);
            await File.WriteAllBytesAsync(file, bytes);
        }

        Assert.Equal(expected, await RankAsync());
    }

    [Fact]
    public async Task An_index_of_another_text_analysis_is_made_anew()
    {
        var expected = await CommitAndRankAsync();
        using (var index = LucenePassageIndex.Open(_folder.Index, NullLogger.Instance))
        {
            index.RemoveAll();
            index.Add(1, Article("b1", "Harbours storms ships waiting, in terms of other days."));
            index.Prepare(index.Stamp! with { Format = "0-other" });
            index.Commit();
        }

        Assert.Equal(expected, await RankAsync());
    }

    [Fact]
    public async Task An_index_that_lacks_documents_under_the_right_stamp_is_made_anew()
    {
        var expected = await CommitAndRankAsync();
        using (var index = LucenePassageIndex.Open(_folder.Index, NullLogger.Instance))
        {
            index.Remove(7);
            index.Prepare(index.Stamp!);
            index.Commit();
        }

        Assert.Equal(expected, await RankAsync());
    }

    [Fact]
    public async Task An_index_some_revisions_behind_is_caught_up()
    {
        using (var corpus = await TestCorpus.OpenAsync(_folder))
            await CommitFirstAsync(corpus);
        CopyIndex(_folder, _copy);
        using (var corpus = await TestCorpus.OpenAsync(_folder))
            await CommitSecondAsync(corpus);
        var expected = await RankAsync();

        CopyIndex(_copy, _folder);
        Assert.Equal(expected, await RankAsync());
    }

    [Fact]
    public async Task An_index_from_before_what_was_purged_is_made_anew()
    {
        using (var corpus = await TestCorpus.OpenAsync(_folder))
            await CommitFirstAsync(corpus);
        CopyIndex(_folder, _copy);
        using (var corpus = await TestCorpus.OpenAsync(_folder))
        {
            await CommitSecondAsync(corpus);
            for (var n = 0; n < 3; n++)
                await corpus.PutAsync(Article("late", $"Something late about harbours, take {n}."));
        }

        var expected = await RankAsync();
        CopyIndex(_copy, _folder);
        Assert.Equal(expected, await RankAsync());
    }

    [Fact]
    public async Task An_index_ahead_of_the_store_is_made_anew()
    {
        using (var corpus = await TestCorpus.OpenAsync(_folder))
            await CommitFirstAsync(corpus);
        var expected = await RankAsync();
        File.Copy(_folder.Store, _copy.Store);
        using (var corpus = await TestCorpus.OpenAsync(_folder))
            await CommitSecondAsync(corpus);

        foreach (var file in Directory.EnumerateFiles(_folder.Path, "articles.db*"))
            File.Delete(file);
        File.Copy(_copy.Store, _folder.Store);
        Assert.Equal(expected, await RankAsync());
    }

    [Fact]
    public async Task The_index_of_another_store_at_the_same_revision_is_not_taken()
    {
        using (var corpus = await TestCorpus.OpenAsync(_copy))
            await corpus.PutAsync(Article("x", "Another harbour in another store."));
        using (var corpus = await TestCorpus.OpenAsync(_folder))
            await corpus.PutAsync(Article("a", "The harbour was closed."));
        CopyIndex(_copy, _folder);
        using var reopened = await TestCorpus.OpenAsync(_folder);
        Assert.Equal(["a"], reopened.Find("harbour"));
    }

    [Fact]
    public async Task Scores_do_not_depend_on_how_the_index_came_to_be()
    {
        using (var corpus = await TestCorpus.OpenAsync(_folder))
        {
            await CommitFirstAsync(corpus);
            for (var n = 0; n < 12; n++)
                await corpus.UpdateAsync([Article($"a{n % 7}", $"The harbour at berth {n} was closed by the storm, and {n} ships wait outside for the harbour.")], [$"b{n}"]);
        }

        var grown = await RankAsync();
        Directory.Delete(_folder.Index, recursive: true);
        Assert.Equal(await RankAsync(), grown);
    }

    private async Task<IReadOnlyList<PassageHit>> CommitAndRankAsync()
    {
        using (var corpus = await TestCorpus.OpenAsync(_folder))
        {
            await CommitFirstAsync(corpus);
            await CommitSecondAsync(corpus);
        }

        return await RankAsync();
    }

    private static Task CommitFirstAsync(ICorpus corpus) => corpus.PutAsync(
        [.. Enumerable.Range(0, 30).Select(n => Article($"b{n}", $"Storm {n} closed the harbour for {n} days, and the ships of the harbour company wait.", published: $"2024-03-{n + 1:00}"))]);

    private static Task CommitSecondAsync(ICorpus corpus) => corpus.UpdateAsync(
        [Article("b3", "The harbour is open again."), Article("c", "A harbour pilot tells of the storm.")], ["b5", "b6"]);

    private async Task<IReadOnlyList<PassageHit>> RankAsync()
    {
        using var corpus = await TestCorpus.OpenAsync(_folder);
        using var snapshot = corpus.Acquire();
        var hits = snapshot.SearchPassages(TestCorpus.Query("harbour storm ships wait 7"), 100);
        Assert.Equal(snapshot.Counts.Passages, hits.Count);
        return hits;
    }

    private static void CopyIndex(TestFolder from, TestFolder to)
    {
        if (Directory.Exists(to.Index))
            Directory.Delete(to.Index, recursive: true);
        Directory.CreateDirectory(to.Index);
        foreach (var file in Directory.EnumerateFiles(from.Index))
            File.Copy(file, Path.Combine(to.Index, Path.GetFileName(file)));
    }
}
