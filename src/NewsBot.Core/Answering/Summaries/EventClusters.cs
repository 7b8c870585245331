using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Summaries;

/// <summary>
/// Puts together the articles about one event: published within <see cref="MostDays"/> days of the cluster's first, and
/// with at least <see cref="LeastShared"/> of the terms of headline and lead (of the shorter one) in common.
/// </summary>
internal static class EventClusters
{
    private const int MostDays = 4;
    private const double LeastShared = 0.4;

    public static IReadOnlyList<IReadOnlyList<AnalyzedArticle>> Of(IReadOnlyList<AnalyzedArticle> articles)
    {
        var clusters = new List<(HashSet<string> Terms, List<AnalyzedArticle> Articles)>();
        foreach (var article in articles)
        {
            var terms = Terms(article);
            // A correction says what the reports had wrong; behind one of them it would be lost.
            var home = Corrections.Is(article.Article) ? default : clusters.FirstOrDefault(cluster => IsSame(cluster.Articles[0], article) && Shared(cluster.Terms, terms) >= LeastShared);
            if (home.Articles is null)
                clusters.Add((terms, [article]));
            else
                home.Articles.Add(article);
        }

        return [.. clusters.Select(cluster => (IReadOnlyList<AnalyzedArticle>)cluster.Articles)];
    }

    private static bool IsSame(AnalyzedArticle a, AnalyzedArticle b) =>
        Math.Abs(a.Article.Published.Day.DayNumber - b.Article.Published.Day.DayNumber) <= MostDays;

    private static double Shared(HashSet<string> a, HashSet<string> b) => (double)a.Count(b.Contains) / Math.Max(1, Math.Min(a.Count, b.Count));

    private static HashSet<string> Terms(AnalyzedArticle article)
    {
        var tokens = Tokenizer.Tokenize(article.Article.Title).AsEnumerable();
        if (ArticleSummary.Lead(article) is { } lead)
            tokens = tokens.Concat(Tokenizer.Tokenize(article.Article.Text, lead));
        return [.. tokens.Select(token => token.Term).Where(term => !StopWords.Contains(term))];
    }
}
