using System.Diagnostics;
using System.Text.Json;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>
/// A new process that opens the data folder and searches once, and then many times: the time from its start to the first
/// hits, and the memory that it takes. The files may be in the page cache; what is cold is the process.
/// </summary>
internal sealed class ColdStartScenario : IScenario
{
    private const int Rounds = 3;
    private const int Queries = 300;

    public string Name => "cold start";

    public async Task<IReadOnlyList<Measure>> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var first = new Samples();
        Memory memory = new(0, 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            using var child = OwnProcess.Start("cold-start", workplace.DataFolder);
            await child.StandardOutput.ReadLineAsync(cancellationToken);
            first.Add(clock.Elapsed);
            memory = JsonSerializer.Deserialize<Memory>((await child.StandardOutput.ReadLineAsync(cancellationToken))!)!;
            await child.WaitForExitAsync(cancellationToken);
        }

        return
        [
            new("start of the process to first hits", first.Quantile(0.5), "ms", 3000),
            new("memory after the first search", memory.First, "MB"),
            new($"memory after {Queries} searches with their articles", memory.Later, "MB", 300),
            new("managed heap then", memory.Heap, "MB"),
        ];
    }

    /// <summary>What the new process does.</summary>
    public static async Task<int> RunChildAsync(string folder, CancellationToken cancellationToken)
    {
        using var corpus = await OpenCorpus.AtAsync(folder, cancellationToken);
        using var snapshot = corpus.Acquire();
        var header = (await snapshot.HeadersAsync(ArticleFilter.All, 1, cancellationToken))[0];
        await RetrieveAsync(snapshot, Core.Text.Tokenizer.Tokenize(header.Title).Select(token => token.Term).ToArray(), cancellationToken);
        System.Console.WriteLine("first");
        var first = WorkingSet();
        foreach (var (terms, _) in await RandomQueries.MakeAsync(snapshot, Queries, 10, seed: 11, cancellationToken))
            await RetrieveAsync(snapshot, terms, cancellationToken);
        System.Console.WriteLine(JsonSerializer.Serialize(new Memory(first, WorkingSet(), GC.GetTotalMemory(forceFullCollection: false) / 1048576.0)));
        return 0;
    }

    private static async Task RetrieveAsync(ICorpusSnapshot snapshot, string[] terms, CancellationToken cancellationToken)
    {
        var hits = snapshot.SearchPassages(new PassageQuery { Terms = [.. terms.Select(term => new WeightedTerm(term, 1))] }, 10);
        await snapshot.ArticlesAsync([.. hits.Select(hit => hit.Article).Distinct()], cancellationToken);
    }

    private static double WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1048576.0;
    }

    private sealed record Memory(double First, double Later, double Heap);
}
