using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Summaries;

/// <summary>
/// Summarises many articles: those about one event are put together (<see cref="EventClusters"/>), and each cluster gives
/// one sentence, the best for the topic, cited from every article of the cluster that says it, up to three. A cluster whose
/// sentence says much the same as a better one's is left out. Clusters stand in the order of publication, each
/// with its day before it where the days differ.
/// </summary>
internal static class TopicSummary
{
    private const int MostSources = 3;

    /// <summary>Share of the words of the shorter of two sentences from which they tell the same.</summary>
    private const double Same = 0.5;

    /// <param name="articles">The articles, best for the topic first.</param>
    /// <param name="sentences">Scored sentences of theirs; empty for a period without a topic, where each article's lead is taken.</param>
    /// <param name="length">How many sentences at most.</param>
    public static IReadOnlyList<DraftStatement> Of(IReadOnlyList<AnalyzedArticle> articles, IReadOnlyList<ScoredSentence> sentences, int length)
    {
        var best = sentences
            .Where(sentence => SummarySentences.IsUsable(sentence.Article, sentence.Index) && !SummarySentences.LeansBack(sentence.Article, sentence.Span))
            .GroupBy(sentence => sentence.Article.Article.Id).ToDictionary(group => group.Key, group => group.First());
        var chosen = new List<Entry>();
        foreach (var entry in EventClusters.Of(articles).Select(cluster => Best(cluster, best)).OfType<Entry>().OrderByDescending(entry => entry.Rank))
            if (chosen.Count < length && !chosen.Exists(other => TellSame(entry, other)))
                chosen.Add(entry);
        chosen = [.. chosen.OrderBy(entry => entry.Published.Instant)];
        var isDated = chosen.Select(entry => entry.Published.Day).Distinct().Count() > 1;
        return chosen.ConvertAll(entry => isDated ? Dated(entry) : entry.Statement);
    }

    private static DraftStatement Dated(Entry entry) => entry.Statement with
    {
        Text = $"[{DatePhrase.Of(DateInterval.OnDay(entry.Published.Day), DatePrecision.Day)}] {entry.Statement.Text}",
    };

    private static Entry? Best(IReadOnlyList<AnalyzedArticle> cluster, Dictionary<ArticleId, ScoredSentence> best)
    {
        var found = cluster
            .Select(article => (Article: article, Index: best.GetValueOrDefault(article.Article.Id)?.Index ?? SummarySentences.Lead(article), Score: best.GetValueOrDefault(article.Article.Id)?.Score ?? 0))
            .Where(entry => entry.Index is not null)
            .Select(entry => (entry.Article, entry.Article.Analysis.Sentences[entry.Index!.Value].Span, entry.Score))
            .OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Article.Article.Published.Instant)
            .ToList();
        if (found.Count == 0 || ShownSentence.Told(found[0].Article, found[0].Span) is not { } shown)
            return null;
        var evidence = shown.Statement.Evidence.Concat(found.Skip(1).Take(MostSources - 1).Select(entry => new EvidenceSpan(entry.Article, entry.Span))).ToList();
        return new Entry(
            shown.Statement with { Evidence = evidence },
            found[0].Score + (0.1 * Math.Log(cluster.Count)),
            found[0].Article.Article.Published,
            SummarySentences.Terms(found[0].Article, shown.Span));
    }

    private static bool TellSame(Entry one, Entry other) => one.Terms.Count(other.Terms.Contains) >= Same * Math.Min(one.Terms.Count, other.Terms.Count);

    /// <param name="Statement">The sentence of a cluster.</param>
    /// <param name="Rank">How well it fits.</param>
    /// <param name="Published">When its article was published.</param>
    /// <param name="Terms">Its content terms.</param>
    private sealed record Entry(DraftStatement Statement, double Rank, PublicationTime Published, HashSet<string> Terms);
}
