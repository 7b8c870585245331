using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Commands.Summary;

/// <summary>Finds the one article that a text names: by its id, by its place in the list of articles with the newest first, or by its title.</summary>
internal static class NamedArticle
{
    public static async Task<AnalyzedArticle?> FindAsync(ICorpusSnapshot snapshot, string text, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var byId = await snapshot.ArticlesAsync([new ArticleId(text)], cancellationToken).ConfigureAwait(false);
        if (byId.Count == 1)
            return byId[0];
        if (int.TryParse(text.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= snapshot.Counts.Articles)
            return await NumberedAsync(snapshot, number, filter, cancellationToken).ConfigureAwait(false);
        return await TitleSearch.FindAsync(snapshot, text, filter, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<AnalyzedArticle?> NumberedAsync(ICorpusSnapshot snapshot, int number, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var headers = await snapshot.HeadersAsync(filter, number, cancellationToken).ConfigureAwait(false);
        if (headers.Count < number)
            return null;
        var articles = await snapshot.ArticlesAsync([headers[number - 1].Id], cancellationToken).ConfigureAwait(false);
        return articles.Count == 1 ? articles[0] : null;
    }
}
