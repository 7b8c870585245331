using NewsBot.Core.Articles;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Answering.Summaries;

/// <summary>
/// Summarises an article with sentences of its own: its lead, then greedily the sentence that covers most of what the
/// chosen ones do not, <c>gain(s) = sum of weights of terms of s that are not covered yet / words(s)^0.6</c>, with a little
/// more for the first sentence of a paragraph and half for one that leans on a sentence that is not shown ("But they ...")
/// (after Gillick and Favre, "A scalable global model for summarization", 2009).
/// They stand in the order of the article.
/// </summary>
internal static class ArticleSummary
{
    private const double LengthPower = 0.6;
    private const double ParagraphBonus = 1.15;
    private const double Leaning = 0.5;
    private const double MostOverlap = 0.55;

    public static IReadOnlyList<DraftStatement> Of(AnalyzedArticle article, ICorpusSnapshot snapshot, int length)
    {
        var sentences = article.Analysis.Sentences;
        var usable = Enumerable.Range(0, sentences.Count).Where(i => SummarySentences.IsUsable(article, i)).ToList();
        if (SummarySentences.Lead(article) is not { } lead)
            return [];
        var weights = new SummaryTerms(article, snapshot);
        var terms = usable.ToDictionary(i => i, i => SummarySentences.Terms(article, sentences[i].Span));
        var chosen = new List<int> { lead };
        var covered = new HashSet<string>(terms[lead], StringComparer.Ordinal);
        while (chosen.Count < length)
        {
            var next = usable.Where(i => i > lead && !chosen.Contains(i) && Repeated(terms[i], covered) < MostOverlap)
                .Select(i => (Index: i, Gain: Gain(article, i, terms[i], covered, weights, chosen.Contains(i - 1))))
                .OrderByDescending(pair => pair.Gain).ThenBy(pair => pair.Index)
                .FirstOrDefault((-1, 0));
            if (next.Item1 < 0)
                break;
            chosen.Add(next.Item1);
            covered.UnionWith(terms[next.Item1]);
        }

        chosen.Sort();
        return [.. ShownSentence.Of(chosen.Select(i => (article, sentences[i].Span))).Select(shown => shown.Statement)];
    }

    /// <summary>The sentence that says best what the article is about; null where none does.</summary>
    public static TextSpan? Lead(AnalyzedArticle article) =>
        SummarySentences.Lead(article) is { } index ? article.Analysis.Sentences[index].Span : null;

    private static double Gain(AnalyzedArticle article, int index, HashSet<string> terms, HashSet<string> covered, SummaryTerms weights, bool isAfterChosen)
    {
        var sentences = article.Analysis.Sentences;
        var gain = terms.Where(term => !covered.Contains(term)).Sum(weights.Of);
        var words = PassageChunker.CountWords(sentences[index].Span.Of(article.Article.Text));
        var opensParagraph = index == 0 || sentences[index - 1].Paragraph != sentences[index].Paragraph;
        var leans = !isAfterChosen && SummarySentences.LeansBack(article, sentences[index].Span);
        return gain / Math.Pow(words, LengthPower) * (opensParagraph ? ParagraphBonus : 1) * (leans ? Leaning : 1);
    }

    private static double Repeated(HashSet<string> terms, HashSet<string> covered) =>
        terms.Count == 0 ? 1 : (double)terms.Count(covered.Contains) / terms.Count;
}
