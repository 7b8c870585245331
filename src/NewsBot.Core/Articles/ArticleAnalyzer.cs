using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Articles;

/// <summary>Finds out about an article what answers need: sentences, passages, quotes and time expressions. Pure.</summary>
public static class ArticleAnalyzer
{
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
