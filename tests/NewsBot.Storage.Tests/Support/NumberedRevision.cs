using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;

namespace NewsBot.Storage.Tests.Support;

/// <summary>
/// A corpus whose whole content follows from its revision number, so that a mixture of two revisions is seen: one article
/// that every revision changes, and one more for each of the latest revisions, the oldest of them removed.
/// </summary>
internal static class NumberedRevision
{
    private const int Kept = 20;

    public static async Task<long> CommitNextAsync(ICorpus corpus)
    {
        await using var update = await corpus.BeginUpdateAsync(CancellationToken.None);
        long number;
        using (var snapshot = corpus.Acquire())
            number = snapshot.Revision + 1;
        await update.PutAsync(Counter(number), CancellationToken.None);
        await update.PutAsync(One(number), CancellationToken.None);
        await update.RemoveAsync(new ArticleId(NameOf(number - Kept)), CancellationToken.None);
        return await update.CommitAsync(CancellationToken.None);
    }

    public static async Task AssertWholeAsync(ICorpusSnapshot snapshot)
    {
        var number = snapshot.Revision;
        var expected = Enumerable.Range(0, Kept).Select(back => number - back).Where(n => n > 0).Select(NameOf).Append("counter").ToHashSet();
        if (number == 0)
            expected.Clear();
        var headers = await snapshot.HeadersAsync(ArticleFilter.All, 1000, CancellationToken.None);
        Assert.Equal(expected, headers.Select(header => header.Id.Value).ToHashSet());
        Assert.Equal(expected, snapshot.Find(TestCorpus.Query("ledger"), 1000).ToHashSet());
        Assert.Equal(expected.Count, snapshot.Counts.Articles);
        Assert.Equal(expected.Count, snapshot.PassageFrequency("ledger"));
        if (number == 0)
            return;
        Assert.Equal(["counter"], snapshot.Find($"count{number}"));
        Assert.Empty(snapshot.Find($"count{number - 1} count{number + 1}"));
        Assert.Equal(Counter(number).Article.Text, (await snapshot.ArticleAsync("counter"))!.Article.Text);
        var quotes = await snapshot.QuotesByAsync(["Ann Lee"], ArticleFilter.All, 10, CancellationToken.None);
        Assert.Equal(new QuoteRef(new ArticleId("counter"), 0), Assert.Single(quotes));
    }

    private static string NameOf(long number) => $"article-{number}";

    private static AnalyzedArticle Counter(long number)
    {
        var words = $"\"We are at count{number},\"";
        return TestArticles.Article("counter", $"{words} said Ann Lee, reading from the ledger.").Bare().WithQuote(words, "Ann Lee");
    }

    private static AnalyzedArticle One(long number) => TestArticles.Article(NameOf(number), $"The ledger has a page with the word page{number}.").Bare();
}
