using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>Finds the article whose headline a text is.</summary>
internal static class TitleSearch
{
    private const double SameTitle = 0.8;
    private const int Looked = 20;

    /// <summary>Four fifths of the words of text and title are the same, both ways.</summary>
    public static async Task<AnalyzedArticle?> FindAsync(ICorpusSnapshot snapshot, string text, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var asked = Terms(text);
        if (asked.Count < 2)
            return null;
        var query = new PassageQuery { Terms = [.. asked.Select(term => new WeightedTerm(term, 1))], Filter = filter };
        var ids = snapshot.SearchPassages(query, Looked).Select(hit => hit.Article).Distinct().ToList();
        var articles = await snapshot.ArticlesAsync(ids, cancellationToken).ConfigureAwait(false);
        return articles
            .Select(article => (Article: article, Likeness: Likeness(asked, Terms(article.Article.Title))))
            .Where(pair => pair.Likeness >= SameTitle)
            .OrderByDescending(pair => pair.Likeness).ThenByDescending(pair => pair.Article.Article.Published.Instant)
            .Select(pair => pair.Article)
            .FirstOrDefault();
    }

    private static double Likeness(HashSet<string> a, HashSet<string> b)
    {
        var shared = (double)a.Count(b.Contains);
        return shared == 0 ? 0 : shared / Math.Max(a.Count, b.Count);
    }

    private static HashSet<string> Terms(string text) => [.. Tokenizer.Tokenize(text).Select(token => token.Term).Where(term => !StopWords.Contains(term))];
}
