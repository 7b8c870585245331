using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval.Stories;
using NewsBot.Sources.Files;
using NewsBot.Storage.Index;
using NewsBot.Storage.Sql;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>
/// The first reload of the whole corpus through everything, and its parts one after the other on one thread over a
/// sample of the articles.
/// </summary>
internal sealed class IngestScenario : IScenario
{
    private const int SampleSize = 300;

    public string Name => "ingest";

    public async Task<IReadOnlyList<Measure>> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var measures = new List<Measure>();
        if (!Directory.Exists(workplace.DataFolder))
            measures.AddRange(await IngestAllAsync(workplace, cancellationToken));
        measures.AddRange(await PartsAsync(workplace, cancellationToken));
        return measures;
    }

    private static async Task<IReadOnlyList<Measure>> IngestAllAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var corpus = await OpenCorpus.AtAsync(workplace.DataFolder, cancellationToken);
        var reloader = new Reloader(new FileSourceReader(new FileSourceOptions()), corpus, TimeProvider.System);
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var outcome = await reloader.ReloadAsync(new ReloadRequest([workplace.SourceFile], "benchmark"), null, cancellationToken);
        processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
        var report = outcome.Report!;
        return
        [
            new("articles per second", report.Added.Count / report.Elapsed.TotalSeconds, "articles/s", 60, AtLeast: true),
            new("processor time per article", processor.TotalMilliseconds / report.Added.Count, "ms"),
            new("highest memory", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, "MB", 600),
            new("size on disk", corpus.SizeOnDisk() / 1048576.0, "MB"),
        ];
    }

    private static async Task<IReadOnlyList<Measure>> PartsAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var articles = new List<Article>();
        var clock = Stopwatch.StartNew();
        await foreach (var item in new FileSourceReader(new FileSourceOptions()).ReadAsync([workplace.SourceFile], cancellationToken))
        {
            articles.Add(item.Article!);
            if (articles.Count == SampleSize)
                break;
        }

        var read = clock.Elapsed;
        var sentences = Time(() => articles.ConvertAll(article => SentenceSplitter.Split(article.Text)), out var split);
        _ = Time(() => articles.Zip(sentences, (article, of) => PassageChunker.Chunk(article.Text, of)).ToList(), out var chunk);
        _ = Time(() => articles.Zip(sentences, (article, of) => QuoteExtractor.Extract(article.Text, of)).ToList(), out var quotes);
        _ = Time(() => articles.Zip(sentences, (article, of) => TimeTagger.Tag(article.Text, of, TimeAnchor.At(article.Published.Day))).ToList(), out var times);
        _ = Time(() => articles.ConvertAll(article => StorySketch.Of(article.Text)), out var sketch);
        var analyzed = articles.ConvertAll(ArticleAnalyzer.Analyze);
        var folder = Directory.CreateTempSubdirectory("newsbot-parts-").FullName;
        try
        {
            var store = Time(() => Store(folder, analyzed), out var stored);
            var index = Time(() => Index(folder, analyzed), out var indexed);
            Measure Part(string name, TimeSpan time) => new($"{name}, one thread", time.TotalMilliseconds / articles.Count, "ms/article");
            return
            [
                Part("read", read), Part("split sentences", split), Part("cut passages", chunk), Part("find quotes", quotes), Part("find times", times),
                Part("sketch", sketch), Part("store", stored), Part("index", indexed),
                new("bytes of analysis", store, "bytes/article"),
                new("passages", index, "passages/article"),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Store(string folder, List<AnalyzedArticle> articles)
    {
        using var store = ArticleStore.Open(Path.Combine(folder, "articles.db"), TimeProvider.System, NullLogger.Instance).Store!;
        using var writer = store.BeginRevision(store.Head());
        double bytes = 0;
        foreach (var article in articles)
        {
            var analysis = AnalysisEncoding.Encode(article.Article.Text, article.Analysis);
            bytes += analysis.Length;
            writer.Put(article, analysis, StorySketch.Of(article.Article.Text));
        }

        writer.Finish(TimeProvider.System.GetUtcNow());
        writer.Commit();
        return bytes / articles.Count;
    }

    private static double Index(string folder, List<AnalyzedArticle> articles)
    {
        using var index = LucenePassageIndex.Open(Path.Combine(folder, "index"), NullLogger.Instance);
        for (var key = 0; key < articles.Count; key++)
            index.Add(key, articles[key]);
        index.Prepare(new IndexStamp("parts", 1, IndexFormat.Current));
        index.Commit();
        return articles.Average(article => article.Analysis.Passages.Count);
    }

    private static T Time<T>(Func<T> work, out TimeSpan elapsed)
    {
        var clock = Stopwatch.StartNew();
        var result = work();
        elapsed = clock.Elapsed;
        return result;
    }
}
