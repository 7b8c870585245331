using NewsBot.Core.Articles;

namespace NewsBot.Core.Dates;

/// <summary>Finds the time expressions of a text and resolves them.</summary>
public static class TimeTagger
{
    /// <returns>Expressions in the order of the text; their spans do not overlap.</returns>
    public static IReadOnlyList<TimeExpression> Tag(string text, IReadOnlyList<Sentence> sentences, TimeAnchor anchor) => [];
}
