using NewsBot.Core.Articles;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.Sources.Files;

namespace NewsBot.EndToEnd.Tests.Golden;

/// <summary>The shipped articles by the name of their file.</summary>
internal static class ShippedArticles
{
    public static async Task<ILookup<string, Article>> ReadAsync()
    {
        var articles = new List<Article>();
        await foreach (var item in new FileSourceReader(new FileSourceOptions()).ReadAsync([SeededBot.Seeds], CancellationToken.None))
            articles.Add(item.Article ?? throw new InvalidOperationException(item.Failure!.ToString()));
        return articles.ToLookup(article => Path.GetFileName(article.Origin.Split('#')[0]));
    }
}
