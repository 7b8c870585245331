using NewsBot.Core.Corpus;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>The articles nearest to words that were not answered, for a decline.</summary>
public static class NearestArticles
{
    private const int Most = 3;

    /// <returns>At most three, newest first; none where no word of the question is in the archive.</returns>
    public static async Task<IReadOnlyList<ArticleHeader>> FindAsync(ICorpusSnapshot snapshot, string words, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var terms = Tokenizer.Tokenize(words).Select(token => token.Term).Where(term => !StopWords.Contains(term)).Distinct(StringComparer.Ordinal);
        var query = new PassageQuery { Terms = [.. terms.Select(term => new WeightedTerm(term, 1))], Filter = filter };
        if (query.Terms.Count == 0)
            return [];
        var ids = snapshot.SearchPassages(query, 12).Select(hit => hit.Article).Distinct().Take(Most).ToList();
        var articles = await snapshot.ArticlesAsync(ids, cancellationToken).ConfigureAwait(false);
        return
        [
            .. articles.Select(article => article.Article)
                .OrderByDescending(article => article.Published.Instant)
                .Select(ArticleHeader.Of),
        ];
    }
}
