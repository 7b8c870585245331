using System.Diagnostics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;
using NewsBot.Storage.Index;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>
/// One retrieval (ten terms, a phrase, boosts for an outlet and a month, the articles of the ten best passages read)
/// against the engine's own OR query of the same terms on the same reader, taking turns.
/// </summary>
internal sealed class RetrievalScenario : IScenario
{
    private const int Queries = 300;
    private const int WarmUp = 60;
    private const int Best = 10;

    public string Name => "retrieval";

    public async Task<IReadOnlyList<Measure>> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        IReadOnlyList<(PassageQuery Query, string[] Terms)> queries;
        using (var made = await OpenCorpus.AtAsync(workplace.DataFolder, cancellationToken))
        using (var snapshot = made.Acquire())
            queries = [.. (await RandomQueries.MakeAsync(snapshot, Queries + WarmUp, 10, seed: 7, cancellationToken)).Select(query => (Query(query.Terms, query.From), query.Terms))];

        // Opened anew, as the articles that the queries were made from would be in its cache.
        using var corpus = await OpenCorpus.AtAsync(workplace.DataFolder, cancellationToken);
        using var view = corpus.Index.Open(null);
        var raw = new IndexSearcher(((LuceneIndexView)view).Reader) { Similarity = new BM25Similarity() };
        Samples rawTimes = new(), searchTimes = new(), allTimes = new(), filteredTimes = new();
        using (var snapshot = corpus.Acquire())
            for (var n = 0; n < queries.Count; n++)
            {
                var (query, terms) = queries[n];
                var start = Stopwatch.GetTimestamp();
                raw.Search(Raw(terms), Best);
                var rawTime = Stopwatch.GetElapsedTime(start);

                start = Stopwatch.GetTimestamp();
                var hits = snapshot.SearchPassages(query, Best);
                var searchTime = Stopwatch.GetElapsedTime(start);
                await snapshot.ArticlesAsync([.. hits.Select(hit => hit.Article).Distinct()], cancellationToken);
                var allTime = Stopwatch.GetElapsedTime(start);

                start = Stopwatch.GetTimestamp();
                snapshot.SearchPassages(query with { Filter = new ArticleFilter { Published = query.Dates[0].Published } }, Best);
                var filteredTime = Stopwatch.GetElapsedTime(start);
                if (n < WarmUp)
                    continue;
                rawTimes.Add(rawTime);
                searchTimes.Add(searchTime);
                allTimes.Add(allTime);
                filteredTimes.Add(filteredTime);
            }

        return
        [
            new("raw OR query, p50", rawTimes.Quantile(0.5), "ms"),
            new("raw OR query, p95", rawTimes.Quantile(0.95), "ms"),
            new("search, p50", searchTimes.Quantile(0.5), "ms"),
            new("search, p95", searchTimes.Quantile(0.95), "ms"),
            new("search with a month as filter, p50", filteredTimes.Quantile(0.5), "ms"),
            new("search and read 10, p50", allTimes.Quantile(0.5), "ms"),
            new("search and read 10, p95", allTimes.Quantile(0.95), "ms"),
            new("search and read 10 to raw, p50", allTimes.Quantile(0.5) / rawTimes.Quantile(0.5), "x", workplace.Passages >= 100_000 ? 2.5 : null),
        ];
    }

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
