using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Articles;

/// <summary>Finds out about an article what answers need: sentences, passages, quotes and time expressions. Pure.</summary>
public static class ArticleAnalyzer
{
    /// <summary>To be raised with every change by which stored articles should be analysed anew; the next reload then does so.</summary>
    public const int Version = 3;

    /// <summary>Analyses an article against its own publication time, in the zone that this is given in.</summary>
    public static AnalyzedArticle Analyze(Article article)
    {
        var (instant, precision) = article.Published;
        var zone = instant.Offset == TimeSpan.Zero ? TimeZoneInfo.Utc : TimeZoneInfo.CreateCustomTimeZone("outlet", instant.Offset, null, null);
        TimeOnly? time = precision >= DatePrecision.Hour ? TimeOnly.FromDateTime(instant.DateTime) : null;
        return new AnalyzedArticle(article, Analyze(article.Text, new TimeAnchor(article.Published.Day, zone, time)));
    }

    /// <param name="text">The article's text.</param>
    /// <param name="anchor">Its publication day, which relative dates are resolved against.</param>
    public static ArticleAnalysis Analyze(string text, TimeAnchor anchor)
    {
        var sentences = SentenceSplitter.Split(text);
        return new ArticleAnalysis(
            sentences,
            PassageChunker.Chunk(text, sentences),
            QuoteExtractor.Extract(text, sentences),
            TimeTagger.Tag(text, sentences, anchor));
    }
}
