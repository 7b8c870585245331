using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Answering;

/// <summary>A paragraph of an article with what is cited of it: the whole text is the three one after another.</summary>
public readonly record struct CitedParagraph(string Before, string Cited, string After)
{
    /// <summary>The paragraphs that a citation stands in, as they are in a revision.</summary>
    /// <returns>Null when the article has changed or gone since the answer.</returns>
    public static async Task<IReadOnlyList<CitedParagraph>?> FindAsync(ICorpusSnapshot snapshot, Citation citation, CancellationToken cancellationToken)
    {
        var found = await snapshot.ArticlesAsync([citation.Article], cancellationToken).ConfigureAwait(false);
        return found is [var article] && citation.Span.End <= article.Article.Text.Length && citation.Span.In(article.Article.Text) == citation.Passage
            ? Of(article, citation.Span)
            : null;
    }

    private static List<CitedParagraph> Of(AnalyzedArticle article, TextSpan span)
    {
        var text = article.Article.Text;
        var cited = article.Analysis.Sentences.Where(sentence => sentence.Span.Overlaps(span)).Select(sentence => sentence.Paragraph).ToHashSet();
        return
        [
            .. article.Analysis.Sentences.Where(sentence => cited.Contains(sentence.Paragraph)).GroupBy(sentence => sentence.Paragraph).Select(paragraph =>
            {
                var whole = new TextSpan(paragraph.First().Span.Start, paragraph.Last().Span.End);
                var marked = new TextSpan(Math.Max(whole.Start, span.Start), Math.Min(whole.End, span.End));
                return new CitedParagraph(text[whole.Start..marked.Start], marked.In(text), text[marked.End..whole.End]);
            }),
        ];
    }
}
