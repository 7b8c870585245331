using System.Globalization;
using NewsBot.Core.Answering;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;

namespace NewsBot.Console;

/// <summary>The paragraph that a citation stands in, with the cited sentences marked <c>&gt;&gt; like this &lt;&lt;</c>.</summary>
internal static class CitedParagraph
{
    public static async Task<IReadOnlyList<TextLine>> ShowAsync(Answer? answer, string number, ICorpus corpus, CancellationToken cancellationToken)
    {
        if (answer is null)
            return [new TextLine("There is no answer with citations yet.", LineStyle.Problem)];
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || answer.Citations.FirstOrDefault(c => c.Number == n) is not { } citation)
            return [new TextLine(string.Create(CultureInfo.InvariantCulture, $"/open takes a citation of the last answer: 1 to {answer.Citations.Count}."), LineStyle.Problem)];

        using var snapshot = corpus.Acquire();
        var found = await snapshot.ArticlesAsync([citation.Article], cancellationToken).ConfigureAwait(false);
        if (found is not [var article] || citation.Span.End > article.Article.Text.Length || citation.Span.In(article.Article.Text) != citation.Passage)
            return [new TextLine("That article has changed or gone since the answer. Please ask again.", LineStyle.Problem)];
        return Lines(article, citation);
    }

    private static List<TextLine> Lines(AnalyzedArticle article, Citation citation)
    {
        var cited = article.Analysis.Sentences.Where(sentence => sentence.Span.Overlaps(citation.Span)).Select(sentence => sentence.Paragraph).ToHashSet();
        var lines = new List<TextLine>
        {
            new($"{citation.Title}", LineStyle.Headline),
            new($"{citation.Source}{(citation.Source.Length > 0 ? ", " : "")}{AnswerText.Day(citation.Published)}{(citation.Url is { } url ? "  " + url : "")}", LineStyle.Source),
        };
        foreach (var paragraph in article.Analysis.Sentences.Where(sentence => cited.Contains(sentence.Paragraph)).GroupBy(sentence => sentence.Paragraph))
        {
            var whole = new TextSpan(paragraph.First().Span.Start, paragraph.Last().Span.End);
            var marked = new TextSpan(Math.Max(whole.Start, citation.Span.Start), Math.Min(whole.End, citation.Span.End));
            var text = article.Article.Text;
            lines.Add(new TextLine(AnswerText.Visible($"{text[whole.Start..marked.Start]}>> {marked.In(text)} <<{text[marked.End..whole.End]}"), LineStyle.Statement));
        }

        return lines;
    }
}
