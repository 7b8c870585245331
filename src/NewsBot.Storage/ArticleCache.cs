using Microsoft.Extensions.Caching.Memory;
using NewsBot.Core.Articles;

namespace NewsBot.Storage;

/// <summary>Articles of one revision that were read lately, up to a number of characters in all.</summary>
internal sealed class ArticleCache : IDisposable
{
    /// <summary>About 32 MB of text, and a third as much again for what was found out about it.</summary>
    private const long MostCharacters = 16_000_000;

    private readonly MemoryCache _articles = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    public AnalyzedArticle? Find(ArticleId id) => _articles.TryGetValue(id, out AnalyzedArticle? article) ? article : null;

    public void Add(AnalyzedArticle article) =>
        _articles.Set(article.Article.Id, article, new MemoryCacheEntryOptions { Size = article.Article.Text.Length + 1 });

    public void Dispose() => _articles.Dispose();
}
