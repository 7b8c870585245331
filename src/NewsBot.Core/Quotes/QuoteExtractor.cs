using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>Finds the quotes of a text and whose they are.</summary>
public static class QuoteExtractor
{
    /// <returns>The quotes in the order of their first content span.</returns>
    public static IReadOnlyList<Quote> Extract(string text, IReadOnlyList<Sentence> sentences) => [];
}
