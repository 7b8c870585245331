using System.Diagnostics;
using System.Numerics.Tensors;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Storage.Vectors;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>
/// The search by vectors over as many made vectors as the corpus has passages, from the query's numbers to ranked passages,
/// against a scan of the same vectors as 32-bit floats in memory, taking turns. Vectors lie around a thousand centres, as
/// those of texts do around topics.
/// </summary>
internal sealed class VectorScenario : IScenario
{
    private const int Dimension = 384;
    private const int Centres = 1000;
    private const int PassagesEach = 5;
    private const int Queries = 100;
    private const int WarmUp = 20;
    private const int Turns = 3;
    private const int Best = 10;
    private const int Batch = 4096;

    public string Name => "vectors";

    public Task<IReadOnlyList<Measure>> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-vectors-").FullName;
        try
        {
            return Task.FromResult(Run(folder, workplace.Articles * PassagesEach, cancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<Measure> Run(string folder, int count, CancellationToken cancellationToken)
    {
        var random = new Random(3);
        var centres = Enumerable.Range(0, Centres).Select(_ => Unit(random, null)).ToArray();
        var floats = new float[count][];
        for (var n = 0; n < count; n++)
            floats[n] = Unit(random, centres[random.Next(Centres)]);
        var articles = Enumerable.Range(0, (count + PassagesEach - 1) / PassagesEach)
            .Select(n => new ArticlePassages(n, new ArticleId($"a{n}"), (UInt128)n, 738_000 + (n % 900), "outlet", "made", PassagesEach)).ToList();

        var path = Path.Combine(folder, "set");
        var clock = Stopwatch.StartNew();
        Fill(path, floats, articles, cancellationToken);
        var filled = clock.Elapsed;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        clock.Restart();
        using var set = VectorSet.Open(path)!;
        var opened = clock.Elapsed;
        clock.Restart();
        var view = new VectorView(set, 1, articles);
        var viewed = clock.Elapsed;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;

        Samples exactTimes = new(), searchTimes = new();
        double shared = 0;
        var query = new PassageQuery { Terms = [] };
        for (var n = 0; n < Queries + WarmUp; n++)
        {
            var vector = Unit(random, floats[random.Next(count)]);
            TimeSpan exactBest = TimeSpan.MaxValue, searchBest = exactBest;
            HashSet<(string, int)> exact = [];
            IReadOnlyList<PassageHit> hits = [];
            for (var turn = 0; turn < Turns; turn++)
            {
                exactBest = Least(exactBest, Time(() => exact = Exact(floats, vector)));
                searchBest = Least(searchBest, Time(() => hits = view.Search(vector, query, Best)));
            }

            if (n < WarmUp)
                continue;
            exactTimes.Add(exactBest);
            searchTimes.Add(searchBest);
            shared += hits.Count(hit => exact.Contains((hit.Article.Value, hit.Ordinal))) / (double)Best;
        }

        return
        [
            new("float scan, best of three, p50", exactTimes.Quantile(0.5), "ms"),
            new("search, best of three, p50", searchTimes.Quantile(0.5), "ms"),
            new("search, best of three, p95", searchTimes.Quantile(0.95), "ms"),
            new("search to float scan, p50", searchTimes.Quantile(0.5) / exactTimes.Quantile(0.5), "x", 0.35),
            new("same ten best", shared / Queries, "", 0.99, AtLeast: true),
            new("memory of set and view", memory / 1048576.0, "MB"),
            new("on disk", new DirectoryInfo(path).EnumerateFiles().Sum(file => file.Length) / 1048576.0, "MB"),
            new("store", filled.TotalMilliseconds * 1000 / count, "ms/1,000 vectors"),
            new("open", opened.TotalMilliseconds, "ms"),
            new("view of a revision", viewed.TotalMilliseconds, "ms"),
        ];
    }

    private static void Fill(string path, float[][] floats, List<ArticlePassages> articles, CancellationToken cancellationToken)
    {
        using var set = VectorSet.Create(path, new VectorStamp("made", "", "", floats[0]));
        for (var first = 0; first < floats.Length; first += Batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            set.Add(Enumerable.Range(first, Math.Min(Batch, floats.Length - first)).Select(n => ((UInt128)n, floats[n])));
        }

        foreach (var article in articles)
        {
            var from = (int)article.RowKey * PassagesEach;
            set.Place(article.Key, [.. Enumerable.Range(from, Math.Min(PassagesEach, floats.Length - from)).Select(n => (UInt128)n)]);
        }
    }

    private static HashSet<(string, int)> Exact(float[][] floats, float[] query)
    {
        var best = new PriorityQueue<int, float>();
        for (var n = 0; n < floats.Length; n++)
        {
            var score = TensorPrimitives.Dot<float>(query, floats[n]);
            if (best.Count < Best)
                best.Enqueue(n, score);
            else if (best.TryPeek(out _, out var worst) && score > worst)
                best.EnqueueDequeue(n, score);
        }

        return [.. best.UnorderedItems.Select(item => ($"a{item.Element / PassagesEach}", item.Element % PassagesEach))];
    }

    private static TimeSpan Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;

    /// <summary>A direction by chance, or one near a centre.</summary>
    private static float[] Unit(Random random, float[]? centre)
    {
        var vector = new float[Dimension];
        for (var i = 0; i < Dimension; i++)
            vector[i] = (float)((random.NextDouble() + random.NextDouble() + random.NextDouble()) - 1.5);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        if (centre is null)
            return vector;
        TensorPrimitives.Add(vector, centre, vector);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }
}
