using NewsBot.Core.Articles;

namespace NewsBot.Storage.Vectors;

/// <summary>What is embedded of a passage: the headline, which tells what it is about, and the passage.</summary>
internal static class PassageText
{
    /// <summary>Far more than passages have; what runs on without an end of sentence is cut.</summary>
    private const int Longest = 8_000;

    public static string Of(Article article, Passage passage)
    {
        var text = $"{article.Title}\n{passage.Span.In(article.Text)}";
        return text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
    }
}
