using NewsBot.Core.Answering.Voices;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Answering.Coverage;

/// <summary>An independent report with its copies.</summary>
/// <param name="Article">The earliest article that has it.</param>
/// <param name="Copies">Later articles that carry the same text.</param>
internal sealed record TopicReport(AnalyzedArticle Article, IReadOnlyList<ArticleHeader> Copies)
{
    /// <summary>Everybody who has it, in the order of publication.</summary>
    public IEnumerable<ArticleHeader> Headers => Copies.Prepend(ArticleHeader.Of(Article.Article));
}

/// <summary>
/// The reports on a topic, copies counted as one, in the order of their publication. A report is on a topic when half of
/// the topic's weight stands in its headline and lead, and most of it there or, for less, anywhere in it: an article
/// that only mentions it is none.
/// </summary>
/// <param name="Reports">Earliest first.</param>
/// <param name="IsCut">Whether there may be more than were looked at.</param>
internal sealed record TopicReports(IReadOnlyList<TopicReport> Reports, bool IsCut)
{
    private const int MostPassages = 150;
    private const double LeastInOpening = 0.5;
    private const double LeastShare = 0.7;
    private const double BodyCredit = 0.4;

    public static async Task<TopicReports> FindAsync(ICorpusSnapshot snapshot, AskedTopic topic, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var hits = snapshot.SearchPassages(topic.Query(filter), MostPassages);
        var articles = await snapshot.ArticlesAsync([.. hits.Select(hit => hit.Article).Distinct()], cancellationToken).ConfigureAwait(false);
        var about = articles.Where(article => IsOn(article, topic)).ToList();
        var stories = await snapshot.StoriesAsync([.. about.Select(article => article.Article.Id)], cancellationToken).ConfigureAwait(false);
        var byStory = stories.SelectMany(story => story.Articles, (story, article) => (article.Id, Story: story)).DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id, pair => pair.Story);
        var firsts = about.Select(article => byStory.TryGetValue(article.Article.Id, out var story) ? story.Articles.FirstOrDefault(filter.Passes)?.Id ?? article.Article.Id : article.Article.Id).Distinct().ToList();
        var originals = await snapshot.ArticlesAsync(firsts, cancellationToken).ConfigureAwait(false);
        var reports = originals
            .OrderBy(article => article.Article.Published.Instant).ThenBy(article => article.Article.Id.Value, StringComparer.Ordinal)
            .Select(article => new TopicReport(article, byStory.TryGetValue(article.Article.Id, out var story) ? [.. story.Articles.Where(copy => copy.Id != article.Article.Id && filter.Passes(copy))] : []));
        return new TopicReports([.. reports], hits.Count == MostPassages && about.Count == articles.Count);
    }

    private static bool IsOn(AnalyzedArticle article, AskedTopic topic)
    {
        var opening = topic.OpeningShare(article);
        return opening >= LeastInOpening && opening + (BodyCredit * (topic.WholeShare(article) - opening)) >= LeastShare;
    }
}
