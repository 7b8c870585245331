using NewsBot.Core.Articles;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// A sentence as it stands in its article, with the speakers that it names only by a pronoun or a role explained in square
/// brackets: "he [Alexander Lukashenko] added". Only what the article's analysis resolved is explained.
/// </summary>
internal static class ExplainedSentence
{
    public static string Of(AnalyzedArticle article, TextSpan sentence)
    {
        var text = article.Article.Text;
        var shown = sentence.In(text);
        var explanations = article.Analysis.Quotes
            .Select(quote => quote.Speaker)
            .Where(speaker => speaker is { Name: not null, Span: { IsEmpty: false } span } && sentence.Contains(span))
            .Select(speaker => (speaker.Name, Span: speaker.Span!.Value))
            .DistinctBy(pair => pair.Span)
            .OrderByDescending(pair => pair.Span.Start);
        foreach (var (name, span) in explanations)
            if (!SharesWord(span.In(text), name!) && !shown.Contains(name!, StringComparison.OrdinalIgnoreCase))
                shown = shown.Insert(span.End - sentence.Start, $" [{name}]");
        return shown.ReplaceLineEndings(" ");
    }

    /// <summary>"Li" is name enough for Li Shangfu.</summary>
    private static bool SharesWord(string words, string name) =>
        words.Split(' ').Intersect(name.Split(' '), StringComparer.OrdinalIgnoreCase).Any();
}
