using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Text;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>Queries of consecutive terms, stop words left out, from random spots of random passages.</summary>
internal static class RandomQueries
{
    public static async Task<IReadOnlyList<(string[] Terms, AnalyzedArticle From)>> MakeAsync(
        ICorpusSnapshot snapshot, int count, int terms, int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var headers = await snapshot.HeadersAsync(ArticleFilter.All, int.MaxValue, cancellationToken);
        var queries = new List<(string[], AnalyzedArticle)>();
        while (queries.Count < count)
        {
            var article = (await snapshot.ArticlesAsync([headers[random.Next(headers.Count)].Id], cancellationToken))[0];
            var passage = article.Analysis.Passages[random.Next(article.Analysis.Passages.Count)];
            var topics = Tokenizer.Tokenize(article.Article.Text, passage.Span).Select(token => token.Term).Where(term => !StopWords.Contains(term)).ToList();
            if (topics.Count > terms)
                queries.Add((topics.GetRange(random.Next(topics.Count - terms), terms).Distinct().ToArray(), article));
        }

        return queries;
    }
}
