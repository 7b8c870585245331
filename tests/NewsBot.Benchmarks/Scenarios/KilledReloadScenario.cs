using System.Globalization;
using System.Runtime.CompilerServices;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>
/// A process that does nothing but reload, each time with other words in every article, is killed at a random moment, and
/// what it left is opened and looked at, fifty times. Nothing that was reported done may be lost, and every article must be
/// of one revision, in the store as in the index.
/// </summary>
internal sealed class KilledReloadScenario : IScenario
{
    private const int Rounds = 50;
    private const int Articles = 40;
    private const int LongestWait = 700;

    public string Name => "killed reloads";

    public async Task<IReadOnlyList<Measure>> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-killed-").FullName;
        var random = new Random(20240601);
        int lost = 0, mixed = 0, interrupted = 0;
        long revision = 0;
        var opening = new Samples();
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                var reported = Math.Max(revision, await KillOneAsync(folder, random.Next(LongestWait), cancellationToken));
                var clock = System.Diagnostics.Stopwatch.StartNew();
                using var corpus = await OpenCorpus.AtAsync(folder, cancellationToken);
                opening.Add(clock.Elapsed);
                using var snapshot = corpus.Acquire();
                revision = snapshot.Revision;
                lost += revision < reported ? 1 : 0;
                mixed += await IsWholeAsync(snapshot, cancellationToken) ? 0 : 1;
                interrupted += (await corpus.Reloads.LatestAsync(1, cancellationToken)) is [{ End: ReloadEnd.Interrupted }] ? 1 : 0;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return
        [
            new("rounds", Rounds, "kills"),
            new("in the middle of a reload", interrupted, "kills"),
            new("revisions lost", lost, "", 0),
            new("revisions mixed", mixed, "", 0),
            new("revisions that stood", revision, ""),
            new("opening what was left, p95", opening.Quantile(0.95), "ms"),
        ];
    }

    /// <summary>What the process that is killed does.</summary>
    public static async Task<int> RunChildAsync(string folder, CancellationToken cancellationToken)
    {
        using var corpus = await OpenCorpus.AtAsync(folder, cancellationToken);
        System.Console.WriteLine("open");
        while (true)
        {
            long next;
            using (var snapshot = corpus.Acquire())
                next = snapshot.Revision + 1;
            var outcome = await new Reloader(new Generation(next), corpus, TimeProvider.System).ReloadAsync(new ReloadRequest([], "child"), null, cancellationToken);
            System.Console.WriteLine(outcome.Report!.Revision);
        }
    }

    /// <returns>The last revision that the process reported; 0 for none.</returns>
    private static async Task<long> KillOneAsync(string folder, int milliseconds, CancellationToken cancellationToken)
    {
        using var child = OwnProcess.Start("reload-forever", folder);
        if (await child.StandardOutput.ReadLineAsync(cancellationToken) != "open")
            throw new InvalidOperationException("The process that is to be killed did not begin.");
        await Task.Delay(milliseconds, cancellationToken);
        child.Kill();
        var printed = await child.StandardOutput.ReadToEndAsync(cancellationToken);
        await child.WaitForExitAsync(cancellationToken);
        // A number whose line did not end may be cut.
        var whole = printed[..(printed.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return whole.Length == 0 ? 0 : long.Parse(whole[^1], CultureInfo.InvariantCulture);
    }

    private static async Task<bool> IsWholeAsync(ICorpusSnapshot snapshot, CancellationToken cancellationToken)
    {
        var revision = snapshot.Revision;
        if (revision == 0)
            return snapshot.Counts.Articles == 0;
        var headers = await snapshot.HeadersAsync(ArticleFilter.All, int.MaxValue, cancellationToken);
        var articles = await snapshot.ArticlesAsync([.. headers.Select(header => header.Id)], cancellationToken);
        var expected = Generation.Ids(revision).ToHashSet();
        return articles.Select(article => article.Article.Id).ToHashSet().SetEquals(expected)
            && articles.All(article => article.Article.Text.Contains(Generation.Word(revision), StringComparison.Ordinal))
            && Found(snapshot, revision) == expected.Count && Found(snapshot, revision - 1) + Found(snapshot, revision + 1) == 0;
    }

    private static int Found(ICorpusSnapshot snapshot, long revision) =>
        snapshot.SearchPassages(new PassageQuery { Terms = [new WeightedTerm(Tokenizer.TermOf(Generation.Word(revision)), 1)] }, 10 * Articles).Select(hit => hit.Article).Distinct().Count();

    /// <summary>A source whose content follows from the revision that it is read for.</summary>
    private sealed class Generation(long revision) : ISourceReader
    {
        public static string Word(long revision) => $"generation{revision}x";

        /// <summary>One article more and one less with every revision.</summary>
        public static IEnumerable<ArticleId> Ids(long revision) =>
            Enumerable.Range(0, Articles).Select(n => new ArticleId($"a{revision + n}"));

        public async IAsyncEnumerable<SourceItem> ReadAsync(IReadOnlyList<string> sources, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var id in Ids(revision))
            {
                await Task.Yield();
                yield return SourceItem.Read(new Article
                {
                    Id = id,
                    Title = $"Report {id}",
                    Text = $"\"This is {Word(revision)},\" Mayor Ann Lee said on May 3, 2024. The ledger of {id} has a page for {Word(revision)}.",
                    Source = "Fiction Wire",
                    Published = PublicationTime.OnDay(new DateOnly(2024, 5, 4)),
                    Language = "en",
                    Origin = $"/made/{id}",
                    ContentHash = $"{id} {revision}",
                });
            }
        }
    }
}
