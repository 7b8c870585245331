using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands.Summary;

/// <summary>Finds the one article that a text names: by its id, by its place in the list of articles with the newest first, or by its title.</summary>
internal static class NamedArticle
{
    private const double SameTitle = 0.8;
    private const int Looked = 20;

    public static async Task<AnalyzedArticle?> FindAsync(ICorpusSnapshot snapshot, string text, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var byId = await snapshot.ArticlesAsync([new ArticleId(text)], cancellationToken).ConfigureAwait(false);
        if (byId.Count == 1)
            return byId[0];
        if (int.TryParse(text.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= snapshot.Counts.Articles)
            return await NumberedAsync(snapshot, number, filter, cancellationToken).ConfigureAwait(false);
        return await TitledAsync(snapshot, text, filter, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<AnalyzedArticle?> NumberedAsync(ICorpusSnapshot snapshot, int number, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var headers = await snapshot.HeadersAsync(filter, number, cancellationToken).ConfigureAwait(false);
        if (headers.Count < number)
            return null;
        var articles = await snapshot.ArticlesAsync([headers[number - 1].Id], cancellationToken).ConfigureAwait(false);
        return articles.Count == 1 ? articles[0] : null;
    }

    /// <summary>Four fifths of the words of text and title are the same, both ways.</summary>
    private static async Task<AnalyzedArticle?> TitledAsync(ICorpusSnapshot snapshot, string text, ArticleFilter filter, CancellationToken cancellationToken)
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
