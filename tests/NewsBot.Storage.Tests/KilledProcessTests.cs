using System.Globalization;
using NewsBot.Storage.Tests.Support;

namespace NewsBot.Storage.Tests;

public sealed class KilledProcessTests : IDisposable
{
    private const int Rounds = 12;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_process_killed_at_any_moment_loses_nothing_acknowledged_and_mixes_no_revisions()
    {
        var random = new Random(20240601);
        long acknowledged = 0;
        for (var round = 0; round < Rounds; round++)
        {
            using (var child = await ChildProcess.StartAsync("write", _folder.Path))
            {
                var printed = new List<string>();
                for (var lines = random.Next(6); lines > 0; lines--)
                    printed.Add(await child.ReadLineAsync());
                await Task.Delay(random.Next(60)); // Some moment in the next commit or two.
                printed.AddRange(await child.KillAsync());
                if (printed.Count > 0)
                    acknowledged = long.Parse(printed[^1], CultureInfo.InvariantCulture);
            }

            using var corpus = await TestCorpus.OpenAsync(_folder);
            using var snapshot = corpus.Acquire();
            Assert.InRange(snapshot.Revision, acknowledged, acknowledged + 1);
            await NumberedRevision.AssertWholeAsync(snapshot);
            acknowledged = snapshot.Revision;
        }

        Assert.True(acknowledged > Rounds);
    }

    [Fact]
    public async Task A_second_process_is_told_who_holds_the_folder_and_gets_it_when_that_one_is_killed()
    {
        using var child = await ChildProcess.StartAsync("hold", _folder.Path);
        var refused = await CorpusStore.OpenAsync(_folder.Path, TestCorpus.Time, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, CancellationToken.None);
        Assert.Null(refused.Corpus);
        Assert.Equal($"The data folder {_folder.Path} is in use by process {child.Id}.", refused.Failure);
        await child.KillAsync();
        using var corpus = await TestCorpus.OpenAsync(_folder);
        Assert.Equal(1, await corpus.PutAsync(TestArticles.Article("a", "The harbour was closed.")));
    }
}
