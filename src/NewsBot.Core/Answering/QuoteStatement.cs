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
    /// <summary>Characters from a part of a quote to its cue that are cited with it at most.</summary>
    private const int MostCited = 1200;

    public static DraftStatement Of(AnalyzedArticle article, Quote quote) =>
        quote.Kind == QuoteKind.Direct ? Direct(article, quote) : Reported(article, quote);

    /// <summary>Whose words these are, for the answer.</summary>
    public static AnswerSpeaker SpeakerOf(Quote quote) => new(
        quote.Speaker.Name ?? (quote.Speaker.Text.Length > 0 ? quote.Speaker.Text : "not named"),
        quote.Speaker.Title,
        quote.Speaker.Candidates);

    /// <summary>Whether it is known whose words a quote gives; a pronoun or "not named" tells nobody anything.</summary>
    internal static bool HasSpeaker(Quote quote) =>
        quote.Speaker.Name is not null || (quote.Speaker.Text.Length > 0 && quote.Speaker.Kind is not (SpeakerKind.Pronoun or SpeakerKind.Unknown));

    /// <summary>Some of the words of a quote, closed with marks, with their speaker and date.</summary>
    /// <param name="article">The article.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="parts">Pieces of it in quotation marks, in order.</param>
    internal static DraftStatement OfParts(AnalyzedArticle article, Quote quote, IReadOnlyList<TextSpan> parts)
    {
        var stretches = QuotedStretches.Of(article);
        // Each part keeps marks of its own, so that whatever stands in marks is one piece of the article.
        var shown = parts.Select(part => $"“{stretches.Inside(part).In(article.Article.Text).Trim().ReplaceLineEndings(" ")}”");
        var date = article.Article.Published.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var speaker = SpeakerOf(quote).Name;
        return new DraftStatement($"{char.ToUpperInvariant(speaker[0])}{speaker[1..]} ({date}): {string.Join(" [...] ", shown)}", StatementKind.Quote, Evidence(article, quote, parts));
    }

    private static DraftStatement Direct(AnalyzedArticle article, Quote quote)
    {
        var stretches = QuotedStretches.Of(article);
        return OfParts(article, quote, [.. quote.Content.SelectMany(stretches.Pieces)]);
    }

    private static DraftStatement Reported(AnalyzedArticle article, Quote quote)
    {
        var text = article.Article.Text;
        var sentences = article.Analysis.Sentences.Where(sentence => quote.Content.Any(content => content.Overlaps(sentence.Span))).ToList();
        var whole = new TextSpan(sentences[0].Span.Start, sentences[^1].Span.End);
        var stretches = QuotedStretches.Of(article);
        if (!stretches.IsWhole(whole))
        {
            if (stretches.Widen(whole) is { } wider)
                whole = wider;
            else if (quote.Content.SelectMany(content => stretches.Outer(content)).Distinct().ToList() is { Count: > 0 } parts)
                return OfParts(article, quote, parts);
        }

        var shown = whole.In(text);
        if (quote.Speaker is { Name: { } name, Span: { } speaker } && whole.Contains(speaker) && !Mentions(speaker.In(text), name))
            shown = shown.Insert(speaker.End - whole.Start, $" [{name}]");
        return new DraftStatement(shown, StatementKind.Extract, [new EvidenceSpan(article, whole)]);
    }

    /// <summary>Whether the words give the name away: its last part is enough.</summary>
    private static bool Mentions(string words, string name) => words.Contains(name[(name.LastIndexOf(' ') + 1)..], StringComparison.OrdinalIgnoreCase);

    /// <summary>From the first word shown to the last, with the words that say whose it is where they are near.</summary>
    private static IReadOnlyList<EvidenceSpan> Evidence(AnalyzedArticle article, Quote quote, IReadOnlyList<TextSpan> parts)
    {
        var span = new TextSpan(parts[0].Start, parts[^1].End);
        if (quote.Cue is { } cue && TextSpan.Cover(span, cue) is var withCue && (withCue.Length <= MostCited || Covers(quote, parts)))
            span = withCue;
        if (quote.Speaker.Span is { } speaker && SameParagraph(article, speaker.Start, span.Start))
            span = TextSpan.Cover(span, speaker);
        return [new EvidenceSpan(article, span)];
    }

    private static bool Covers(Quote quote, IReadOnlyList<TextSpan> parts) => parts[0].Start <= quote.Content[0].Start + 1 && parts[^1].End >= quote.Content[^1].End - 1;

    private static bool SameParagraph(AnalyzedArticle article, int a, int b) =>
        article.Analysis.Sentences.FirstOrDefault(sentence => sentence.Span.Contains(a)).Paragraph ==
        article.Analysis.Sentences.FirstOrDefault(sentence => sentence.Span.Contains(b)).Paragraph;
}
