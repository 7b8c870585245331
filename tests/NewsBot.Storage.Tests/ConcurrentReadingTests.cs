using NewsBot.Storage.Tests.Support;

namespace NewsBot.Storage.Tests;

public sealed class ConcurrentReadingTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Readers_see_one_whole_revision_while_revisions_are_committed()
    {
        using var corpus = await TestCorpus.OpenAsync(_folder);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var seen = new HashSet<long>();
            while (!done.IsCancellationRequested)
            {
                using var snapshot = corpus.Acquire();
                await NumberedRevision.AssertWholeAsync(snapshot);
                seen.Add(snapshot.Revision);
            }

            return seen.Count;
        })).ToList();
        for (var n = 0; n < 25; n++)
            await NumberedRevision.CommitNextAsync(corpus);
        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), count => Assert.True(count > 1));
    }
}
