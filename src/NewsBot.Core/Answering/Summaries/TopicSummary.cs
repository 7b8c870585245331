using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Summaries;

/// <summary>
/// Summarises many articles: those about one event are put together (<see cref="EventClusters"/>), and each cluster gives
/// one sentence, the best for the topic, cited from every article of the cluster that says it, up to three; clusters stand
/// in the order of their first publication.
/// </summary>
internal static class TopicSummary
{
    private const int MostSources = 3;

    /// <param name="articles">The articles, best for the topic first.</param>
    /// <param name="sentences">Scored sentences of theirs; empty for a period without a topic, where each article's lead is taken.</param>
    /// <param name="length">How many sentences at most.</param>
    public static IReadOnlyList<DraftStatement> Of(IReadOnlyList<AnalyzedArticle> articles, IReadOnlyList<ScoredSentence> sentences, int length)
    {
        var best = sentences.GroupBy(sentence => sentence.Article.Article.Id).ToDictionary(group => group.Key, group => group.First());
        return
        [
            .. EventClusters.Of(articles)
                .Select(cluster => Best(cluster, best))
                .Where(entry => entry.Statement is not null)
                .OrderByDescending(entry => entry.Rank)
                .Take(length)
                .OrderBy(entry => entry.Day)
                .Select(entry => entry.Statement!),
        ];
    }

    private static (DraftStatement? Statement, double Rank, DateTimeOffset Day) Best(IReadOnlyList<AnalyzedArticle> cluster, Dictionary<ArticleId, ScoredSentence> best)
    {
        var day = cluster.Min(article => article.Article.Published.Instant);
        var spans = cluster
            .Select(article => (Article: article, Found: best.GetValueOrDefault(article.Article.Id)))
            .Select(pair => (pair.Article, Span: pair.Found?.Span ?? ArticleSummary.Lead(pair.Article), Score: pair.Found?.Score ?? 0))
            .Where(entry => entry.Span is { } span && ShownSentence.Of(entry.Article, span) is not null)
            .OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Article.Article.Published.Instant)
            .ToList();
        if (spans.Count == 0)
            return (null, 0, day);
        var statement = ShownSentence.Of(spans[0].Article, spans[0].Span!.Value)!.Statement;
        var evidence = statement.Evidence.Concat(spans.Skip(1).Take(MostSources - 1).Select(entry => new EvidenceSpan(entry.Article, entry.Span!.Value))).ToList();
        return (statement with { Evidence = evidence }, spans[0].Score + (0.1 * Math.Log(cluster.Count)), day);
    }
}
