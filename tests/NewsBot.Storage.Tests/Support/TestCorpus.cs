using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Storage.Tests.Support;

internal static class TestCorpus
{
    public static readonly FakeTimeProvider Time = new(new DateTimeOffset(2024, 6, 1, 12, 0, 0, TimeSpan.Zero));

    public static Task<CorpusStore> OpenAsync(TestFolder folder) => OpenAsync(folder.Path);

    public static async Task<CorpusStore> OpenAsync(string folder)
    {
        var result = await CorpusStore.OpenAsync(folder, Time, NullLoggerFactory.Instance, CancellationToken.None);
        Assert.Null(result.Failure);
        return result.Corpus!;
    }

    /// <summary>One revision that puts these articles.</summary>
    public static Task<long> PutAsync(this ICorpus corpus, params AnalyzedArticle[] articles) => corpus.UpdateAsync(articles, []);

    public static Task<long> RemoveAsync(this ICorpus corpus, params string[] ids) => corpus.UpdateAsync([], ids);

    public static async Task<long> UpdateAsync(this ICorpus corpus, IEnumerable<AnalyzedArticle> put, IEnumerable<string> remove)
    {
        await using var update = await corpus.BeginUpdateAsync(CancellationToken.None);
        foreach (var article in put)
            await update.PutAsync(article, CancellationToken.None);
        foreach (var id in remove)
            await update.RemoveAsync(new ArticleId(id), CancellationToken.None);
        return await update.CommitAsync(CancellationToken.None);
    }

    public static PassageQuery Query(string words) =>
        new() { Terms = [.. Tokenizer.Tokenize(words).Select(token => new WeightedTerm(token.Term, 1))] };

    /// <summary>Ids of the articles whose passages are found, best first.</summary>
    public static string[] Find(this ICorpusSnapshot snapshot, PassageQuery query, int count = 10) =>
        [.. snapshot.SearchPassages(query, count).Select(hit => hit.Article.Value)];

    public static string[] Find(this ICorpusSnapshot snapshot, string words) => snapshot.Find(Query(words));

    public static string[] Find(this ICorpus corpus, string words)
    {
        using var snapshot = corpus.Acquire();
        return snapshot.Find(words);
    }

    public static async Task<AnalyzedArticle?> ArticleAsync(this ICorpusSnapshot snapshot, string id) =>
        (await snapshot.ArticlesAsync([new ArticleId(id)], CancellationToken.None)).SingleOrDefault();
}
