using NewsBot.Core.Answering;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;

namespace NewsBot.Discord.Answers;

/// <summary>An article that an answer cites, as it was then.</summary>
/// <param name="Article">Its id.</param>
/// <param name="Hash">Its <see cref="Core.Articles.Article.ContentHash"/>.</param>
internal sealed record CitedArticle(ArticleId Article, string Hash)
{
    /// <summary>The articles of citations as a revision has them; those that it does not have are left out.</summary>
    public static async Task<IReadOnlyList<CitedArticle>> OfAsync(ICorpusSnapshot snapshot, IEnumerable<Citation> citations, CancellationToken cancellationToken)
    {
        var ids = citations.Select(citation => citation.Article).Distinct().ToList();
        if (ids.Count == 0)
            return [];
        var articles = await snapshot.ArticlesAsync(ids, cancellationToken).ConfigureAwait(false);
        return [.. articles.Select(article => new CitedArticle(article.Article.Id, article.Article.ContentHash))];
    }

    /// <summary>Those that are not any more what they were, and what became of them.</summary>
    public static async Task<IReadOnlyDictionary<CitedArticle, OutdatedSource>> ChangedAsync(
        ICorpusSnapshot snapshot, IReadOnlyCollection<CitedArticle> cited, CancellationToken cancellationToken)
    {
        if (cited.Count == 0)
            return new Dictionary<CitedArticle, OutdatedSource>();
        var articles = await snapshot.ArticlesAsync([.. cited.Select(article => article.Article).Distinct()], cancellationToken).ConfigureAwait(false);
        var hashes = articles.ToDictionary(article => article.Article.Id, article => article.Article.ContentHash);
        return cited.Distinct()
            .Where(article => hashes.GetValueOrDefault(article.Article) != article.Hash)
            .ToDictionary(article => article, article => new OutdatedSource(article.Article, IsGone: !hashes.ContainsKey(article.Article)));
    }
}

/// <summary>A cited article that has changed since the answer, or is no longer in the archive.</summary>
internal sealed record OutdatedSource(ArticleId Article, bool IsGone);
