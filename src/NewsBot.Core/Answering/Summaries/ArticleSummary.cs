using NewsBot.Core.Articles;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Corpus;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Summaries;

/// <summary>
/// Summarises an article with sentences of its own: its lead, then greedily the sentence that covers most of what the
/// chosen ones do not, <c>gain(s) = sum of weights of terms of s that are not covered yet / words(s)^0.6</c>, with a little
/// more for the first sentence of a paragraph (after Gillick and Favre, "A scalable global model for summarization", 2009).
/// They stand in the order of the article. A sentence that is only somebody's words, without saying whose, is left out, as
/// is a dateline.
/// </summary>
internal static class ArticleSummary
{
    private const double LengthPower = 0.6;
    private const double ParagraphBonus = 1.15;
    private const int FewestWords = 7;
    private const int MostWords = 60;
    private const double MostOverlap = 0.55;

    public static IReadOnlyList<DraftStatement> Of(AnalyzedArticle article, ICorpusSnapshot snapshot, int length)
    {
        var sentences = article.Analysis.Sentences;
        var usable = Enumerable.Range(0, sentences.Count).Where(i => IsUsable(article, i)).ToList();
        if (usable.Count == 0)
            return [];
        var weights = new SummaryTerms(article, snapshot);
        var terms = usable.ToDictionary(i => i, i => Terms(article.Article.Text, sentences[i].Span));
        var chosen = new List<int> { usable[0] };
        var covered = new HashSet<string>(terms[usable[0]], StringComparer.Ordinal);
        while (chosen.Count < length)
        {
            var next = usable.Where(i => !chosen.Contains(i) && Repeated(terms[i], covered) < MostOverlap)
                .Select(i => (Index: i, Gain: Gain(article, i, terms[i], covered, weights)))
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

    /// <summary>The sentence that says best what the article is about: its first that is no dateline.</summary>
    public static TextSpan? Lead(AnalyzedArticle article)
    {
        for (var i = 0; i < article.Analysis.Sentences.Count; i++)
            if (IsUsable(article, i))
                return article.Analysis.Sentences[i].Span;
        return null;
    }

    private static double Gain(AnalyzedArticle article, int index, HashSet<string> terms, HashSet<string> covered, SummaryTerms weights)
    {
        var sentences = article.Analysis.Sentences;
        var gain = terms.Where(term => !covered.Contains(term)).Sum(weights.Of);
        var words = PassageChunker.CountWords(sentences[index].Span.Of(article.Article.Text));
        var opensParagraph = index == 0 || sentences[index - 1].Paragraph != sentences[index].Paragraph;
        return gain / Math.Pow(words, LengthPower) * (opensParagraph ? ParagraphBonus : 1);
    }

    private static double Repeated(HashSet<string> terms, HashSet<string> covered) =>
        terms.Count == 0 ? 1 : (double)terms.Count(covered.Contains) / terms.Count;

    private static bool IsUsable(AnalyzedArticle article, int index)
    {
        var text = article.Article.Text;
        var span = article.Analysis.Sentences[index].Span;
        var words = PassageChunker.CountWords(span.Of(text));
        if (words is < FewestWords or > MostWords || text[span.End - 1] == '?' || !(Punctuation.IsTerminator(text[span.End - 1]) || Punctuation.IsCloser(text[span.End - 1])))
            return false;
        return !article.Analysis.Quotes.Any(quote => quote.Kind == QuoteKind.Direct && IsOnlyWords(quote, span)) && ShownSentence.Told(article, span) is not null;
    }

    /// <summary>Whether the sentence is all inside a direct quote and does not name its speaker.</summary>
    private static bool IsOnlyWords(Quote quote, TextSpan sentence) =>
        quote.Content.Any(content => content.Overlaps(sentence) && content.Start <= sentence.Start + 1 && content.End >= sentence.End - 1)
        || (quote.Content.Any(content => content.Overlaps(sentence)) && !(quote.Cue is { } cue && sentence.Overlaps(cue)) && !(quote.Speaker.Span is { } speaker && sentence.Overlaps(speaker)));

    private static HashSet<string> Terms(string text, TextSpan span) =>
        [.. Tokenizer.Tokenize(text, span).Select(token => token.Term).Where(term => !StopWords.Contains(term))];
}
