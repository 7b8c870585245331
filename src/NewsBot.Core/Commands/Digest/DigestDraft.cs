using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Summaries;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Commands.Digest;

/// <summary>What is new: the events that some articles tell of, those with most articles first chosen, a cited sentence each. Pure.</summary>
public static class DigestDraft
{
    private const int MostEvents = 8;

    /// <returns>Null where the articles have nothing to tell.</returns>
    public static AnswerDraft? Of(IReadOnlyList<AnalyzedArticle> articles)
    {
        var statements = TopicSummary.Of(articles, [], MostEvents);
        if (statements.Count == 0)
            return null;
        var more = TopicSummary.Of(articles, [], int.MaxValue).Count - statements.Count;
        var from = articles.Count == 1 ? "From one new article." : $"From {articles.Count} new articles.";
        return new AnswerDraft { Statements = statements, Notes = [more > 0 ? $"{from} They tell of {more} more {(more == 1 ? "event" : "events")}." : from] };
    }
}
