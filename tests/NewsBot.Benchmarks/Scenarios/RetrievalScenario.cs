using System.Diagnostics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;
using NewsBot.Storage;
using NewsBot.Storage.Index;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>
/// One retrieval (ten terms, a phrase, boosts for an outlet and a month, the articles of the ten best passages read)
/// against the engine's own OR query of the same terms on the same reader, taking turns. The ratio is between the best of
/// three turns each, so that other work on the machine does not decide it; the first try counts everything.
/// </summary>
internal sealed class RetrievalScenario : IScenario
{
    private const int Queries = 300;
    private const int WarmUp = 60;
    private const int Best = 10;
    private const int Turns = 3;

    public string Name => "retrieval";

    public async Task<IReadOnlyList<Measure>> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        IReadOnlyList<(PassageQuery Query, string[] Terms)> queries;
        using (var made = await OpenCorpus.AtAsync(workplace.DataFolder, cancellationToken))
        using (var before = made.Acquire())
            queries = [.. (await RandomQueries.MakeAsync(before, Queries + WarmUp, 10, seed: 7, cancellationToken)).Select(query => (Query(query.Terms, query.From), query.Terms))];

        // Opened anew, as the articles that the queries were made from would be in its cache.
        using var corpus = await OpenCorpus.AtAsync(workplace.DataFolder, cancellationToken);
        using var view = corpus.Index.Open(null);
        var raw = new IndexSearcher(((LuceneIndexView)view).Reader) { Similarity = new BM25Similarity() };
        using var snapshot = corpus.Acquire();
        Samples rawTimes = new(), searchTimes = new(), filterTimes = new(), readTimes = new(), allTimes = new(), firstTimes = new();
        for (var n = 0; n < queries.Count; n++)
        {
            var (query, terms) = queries[n];
            var filtered = query with { Filter = new ArticleFilter { Published = query.Dates[0].Published } };
            var first = await TimeAsync(() => RetrieveAsync(snapshot, query, cancellationToken));
            TimeSpan rawBest = TimeSpan.MaxValue, searchBest = rawBest, filterBest = rawBest, readBest = rawBest;
            for (var turn = 0; turn < Turns; turn++)
            {
                IReadOnlyList<PassageHit> hits = [];
                rawBest = Least(rawBest, await TimeAsync(() => Task.FromResult(raw.Search(Raw(terms), Best))));
                searchBest = Least(searchBest, await TimeAsync(() => Task.FromResult(hits = snapshot.SearchPassages(query, Best))));
                readBest = Least(readBest, await TimeAsync(() => ReadUncachedAsync(corpus, hits, cancellationToken)));
                filterBest = Least(filterBest, await TimeAsync(() => Task.FromResult(snapshot.SearchPassages(filtered, Best))));
            }

            if (n < WarmUp)
                continue;
            firstTimes.Add(first);
            rawTimes.Add(rawBest);
            searchTimes.Add(searchBest);
            readTimes.Add(readBest);
            filterTimes.Add(filterBest);
            allTimes.Add(searchBest + readBest);
        }

        return
        [
            new("search and read 10, first try, p50", firstTimes.Quantile(0.5), "ms"),
            new("search and read 10, first try, p95", firstTimes.Quantile(0.95), "ms"),
            new("raw OR query, best of three, p50", rawTimes.Quantile(0.5), "ms"),
            new("search, best of three, p50", searchTimes.Quantile(0.5), "ms"),
            new("read 10 articles uncached, best of three, p50", readTimes.Quantile(0.5), "ms"),
            new("search with a month as filter, best of three, p50", filterTimes.Quantile(0.5), "ms"),
            new("search and read 10 to raw, p50", allTimes.Quantile(0.5) / rawTimes.Quantile(0.5), "x", snapshot.Counts.Passages >= 1_000_000 ? 1.6 : snapshot.Counts.Passages >= 100_000 ? 2.5 : null),
        ];
    }

    private static async Task<IReadOnlyList<AnalyzedArticle>> RetrieveAsync(ICorpusSnapshot snapshot, PassageQuery query, CancellationToken cancellationToken) =>
        await snapshot.ArticlesAsync([.. snapshot.SearchPassages(query, Best).Select(hit => hit.Article).Distinct()], cancellationToken);

    private static Task<List<AnalyzedArticle>> ReadUncachedAsync(CorpusStore corpus, IReadOnlyList<PassageHit> hits, CancellationToken cancellationToken)
    {
        var generation = corpus.Readers.Current;
        return generation.Queries.ArticlesAsync(generation.Revision.Number, [.. hits.Select(hit => hit.Article.Value).Distinct()], cancellationToken);
    }

    private static async Task<TimeSpan> TimeAsync<T>(Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static PassageQuery Query(string[] terms, AnalyzedArticle from)
    {
        var day = from.Article.Published.Day;
        var month = new DateInterval(new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1));
        return new PassageQuery
        {
            Terms = [.. terms.Select(term => new WeightedTerm(term, 1))],
            Phrases = terms.Length > 1 ? [new WeightedPhrase(terms[..2], 2, 0.5f)] : [],
            Sources = [new SourceBoost(from.Article.Source, 8)],
            Dates = [new DateBoost(month, 8)],
        };
    }

    private static BooleanQuery Raw(string[] terms)
    {
        var query = new BooleanQuery();
        foreach (var term in terms)
            query.Add(new TermQuery(new Term(PassageFields.Text, term)), Occur.SHOULD);
        return query;
    }
}
