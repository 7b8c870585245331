using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// How a sentence of an article is shown, so that words in quotation marks always have both marks and a speaker. In this
/// order:
/// <list type="number">
/// <item>as it stands, when it tears no quotation apart and has words of its own;</item>
/// <item>with the sentences that the quotation needs to be whole, when they say whose words it is and are at most <see cref="MostWidened"/> words;</item>
/// <item>as the words of their speaker, see <see cref="QuoteStatement"/>: the whole quotation when it has at most <see cref="MostQuoted"/> words, else what of it stands in the sentence.</item>
/// </list>
/// </summary>
/// <param name="Statement">The statement.</param>
/// <param name="Article">The article.</param>
/// <param name="Span">What of the article it shows.</param>
internal sealed record ShownSentence(DraftStatement Statement, AnalyzedArticle Article, TextSpan Span)
{
    private const int MostWidened = 60;
    private const int MostQuoted = 40;

    /// <returns>Null for somebody's words of whom the article does not say whose they are.</returns>
    public static ShownSentence? Of(AnalyzedArticle article, TextSpan sentence, bool withDateline = false)
    {
        var stretches = QuotedStretches.Of(article);
        return AsItStands(article, sentence, stretches, withDateline) ?? AsWords(article, sentence, stretches);
    }

    /// <summary>The same, but never as a quote: for what stands behind a date or a word of the bot.</summary>
    public static ShownSentence? Told(AnalyzedArticle article, TextSpan sentence) => AsItStands(article, sentence, QuotedStretches.Of(article), false);

    /// <summary>The sentences, each once: what one that is shown already holds is left out.</summary>
    public static List<ShownSentence> Of(IEnumerable<(AnalyzedArticle Article, TextSpan Sentence)> sentences, bool withDateline = false)
    {
        var shown = new List<ShownSentence>();
        foreach (var (article, sentence) in sentences)
            if (!shown.Exists(other => other.Holds(article, sentence)) && Of(article, sentence, withDateline) is { } next)
            {
                shown.RemoveAll(other => next.Holds(other.Article, other.Span));
                shown.Add(next);
            }

        return shown;
    }

    public bool Holds(AnalyzedArticle article, TextSpan sentence) => Article.Article.Id == article.Article.Id && Span.Contains(sentence);

    private static ShownSentence? AsItStands(AnalyzedArticle article, TextSpan sentence, QuotedStretches stretches, bool withDateline)
    {
        var text = article.Article.Text;
        if (stretches.Widen(sentence) is not { } whole || !stretches.HasOwnWords(whole))
            return null;
        if (whole != sentence && (PassageChunker.CountWords(whole.Of(text)) > MostWidened || !SaysWhose(article, whole)))
            return null;
        var bare = WithoutBullet(text, withDateline ? whole : article.WithoutDateline(whole));
        var shown = ExplainedSentence.Of(article, bare);
        return BalancedMarks.Holds(shown)
            ? new ShownSentence(new DraftStatement(shown, StatementKind.Extract, [new EvidenceSpan(article, whole)]), article, whole)
            : null;
    }

    /// <summary>The mark of a list before its item is no part of what it says.</summary>
    private static TextSpan WithoutBullet(string text, TextSpan span)
    {
        var start = span.Start;
        while (start < span.End && (text[start] is '►' or '▶' or '•' or '●' or '■' or '◆' or '*' || char.IsWhiteSpace(text[start])))
            start++;
        return span with { Start = start };
    }

    private static ShownSentence? AsWords(AnalyzedArticle article, TextSpan sentence, QuotedStretches stretches)
    {
        var quote = article.Analysis.Quotes
            .Where(quote => quote.Kind != QuoteKind.Indirect && quote.Stance == QuoteStance.Asserted && QuoteStatement.HasSpeaker(quote))
            .Select(quote => (Quote: quote, Shared: quote.Content.Sum(content => Shared(content, sentence))))
            .Where(pair => pair.Shared > 0)
            .OrderByDescending(pair => pair.Shared)
            .FirstOrDefault().Quote;
        if (quote is null)
            return null;
        var text = article.Article.Text;
        var all = quote.Content.SelectMany(content => stretches.Outer(content)).Distinct().ToList();
        var parts = all.Sum(part => PassageChunker.CountWords(part.Of(text))) <= MostQuoted ? all : Parts(all, sentence, stretches);
        if (parts.Count == 0 || QuoteStatement.OfParts(article, quote, parts) is not { } statement || !BalancedMarks.Holds(statement.Text))
            return null;
        return new ShownSentence(statement, article, parts.Aggregate(TextSpan.Cover));
    }

    private static List<TextSpan> Parts(List<TextSpan> quotations, TextSpan sentence, QuotedStretches stretches)
    {
        var parts = new List<TextSpan>();
        foreach (var quotation in quotations)
        {
            var part = new TextSpan(Math.Max(quotation.Start, sentence.Start), Math.Min(quotation.End, sentence.End));
            if (part.Length > 1 && stretches.WidenInside(part, quotation) is { } whole)
                parts.Add(whole);
        }

        return parts;
    }

    private static bool SaysWhose(AnalyzedArticle article, TextSpan span) => article.Analysis.Quotes.Any(quote =>
        quote.Content.Any(content => content.Overlaps(span)) && quote.Speaker.Span is { } speaker && span.Contains(speaker) && QuoteStatement.HasSpeaker(quote));

    private static int Shared(TextSpan content, TextSpan sentence) => Math.Max(0, Math.Min(content.End, sentence.End) - Math.Max(content.Start, sentence.Start));
}
