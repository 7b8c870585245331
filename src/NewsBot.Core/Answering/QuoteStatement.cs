using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering;

/// <summary>
/// Writes a quote as a statement. Words in quotation marks come with speaker and date; a reported statement comes as the
/// sentence that reports it, with the speaker's name in brackets where the sentence does not give it.
/// </summary>
public static class QuoteStatement
{
    public static DraftStatement Of(AnalyzedArticle article, Quote quote) =>
        quote.Kind == QuoteKind.Direct ? Direct(article, quote) : Reported(article, quote);

    /// <summary>Whose words these are, for the answer.</summary>
    public static AnswerSpeaker SpeakerOf(Quote quote) => new(
        quote.Speaker.Name ?? (quote.Speaker.Text.Length > 0 ? quote.Speaker.Text : "not named"),
        quote.Speaker.Title,
        quote.Speaker.Candidates);

    private static DraftStatement Direct(AnalyzedArticle article, Quote quote)
    {
        var text = article.Article.Text;
        // Each part keeps marks of its own, so that whatever stands in marks is one piece of the article.
        var parts = quote.Content.Select(span => $"“{Unmarked(span.In(text))}”");
        var date = article.Article.Published.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return new DraftStatement(
            $"{SpeakerOf(quote).Name} ({date}): {string.Join(" [...] ", parts)}",
            StatementKind.Quote,
            Evidence(article, quote));
    }

    private static DraftStatement Reported(AnalyzedArticle article, Quote quote)
    {
        var text = article.Article.Text;
        var sentences = article.Analysis.Sentences.Where(sentence => quote.Content.Any(content => content.Overlaps(sentence.Span))).ToList();
        var whole = new TextSpan(sentences[0].Span.Start, sentences[^1].Span.End);
        var shown = whole.In(text);
        if (quote.Speaker is { Name: { } name, Span: { } speaker } && whole.Contains(speaker) && !Mentions(speaker.In(text), name))
            shown = shown.Insert(speaker.End - whole.Start, $" [{name}]");
        return new DraftStatement(shown, StatementKind.Extract, [new EvidenceSpan(article, whole)]);
    }

    /// <summary>Whether the words give the name away: its last part is enough.</summary>
    private static bool Mentions(string words, string name) => words.Contains(name[(name.LastIndexOf(' ') + 1)..], StringComparison.OrdinalIgnoreCase);

    /// <summary>From the first word of the quote to its last, with the words that say whose it is.</summary>
    private static IReadOnlyList<EvidenceSpan> Evidence(AnalyzedArticle article, Quote quote)
    {
        var span = new TextSpan(quote.Content[0].Start, quote.Content[^1].End);
        if (quote.Cue is { } cue)
            span = TextSpan.Cover(span, cue);
        if (quote.Speaker.Span is { } speaker && SameParagraph(article, speaker.Start, span.Start))
            span = TextSpan.Cover(span, speaker);
        return [new EvidenceSpan(article, span)];
    }

    private static bool SameParagraph(AnalyzedArticle article, int a, int b) =>
        article.Analysis.Sentences.FirstOrDefault(sentence => sentence.Span.Contains(a)).Paragraph ==
        article.Analysis.Sentences.FirstOrDefault(sentence => sentence.Span.Contains(b)).Paragraph;

    private static string Unmarked(string words)
    {
        var start = 0;
        var end = words.Length;
        while (start < end && (Punctuation.IsOpener(words[start]) || char.IsWhiteSpace(words[start])) && words[start] is not ('(' or '[' or '¿' or '¡'))
            start++;
        while (end > start && (Punctuation.IsClosingQuote(words[end - 1]) || char.IsWhiteSpace(words[end - 1])))
            end--;
        return words[start..end];
    }
}
