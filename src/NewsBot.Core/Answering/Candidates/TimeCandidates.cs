using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>Finds dates and durations among the time expressions that the analysis found in a sentence.</summary>
internal static class TimeCandidates
{
    public static bool AnyDateIn(AnalyzedArticle article, TextSpan span) =>
        article.Analysis.Times.Any(time => time.Type is TimeType.Date or TimeType.Time && time.Interval is not null && time.Basis != TimeBasis.Dateline && span.Contains(time.Span));

    /// <summary>The dates that the sentence gives to what is asked about: each word of the question in it is dated by <see cref="EventDater"/>.</summary>
    public static IEnumerable<AnswerCandidate> DatesIn(AnalyzedArticle article, TextSpan span, QuestionWeights weights)
    {
        if (!AnyDateIn(article, span))
            yield break;
        var text = article.Article.Text;
        var anchor = TimeAnchor.At(article.Article.Published.Day);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in Tokenizer.Tokenize(text, span))
        {
            if (!weights.IsPredicate(token.Term))
                continue;
            var date = EventDater.Date(text, article.Analysis.Sentences, article.Analysis.Times, anchor, token.Span);
            if (date is { Basis: EventDateBasis.SentenceExpression, Expression: { } time } && date.Precision >= DatePrecision.Year && date.Interval is { Start: not null, End: not null } && !IsThisYear(time) && seen.Add(date.Value))
                yield return new AnswerCandidate(DatePhrase.Of(date.Interval, date.Precision), date.Value, time.Span) { Date = date };
        }
    }

    /// <summary>"this year" says next to nothing.</summary>
    private static bool IsThisYear(TimeExpression time) => time.Basis != TimeBasis.Explicit && time.Precision == DatePrecision.Year;

    /// <param name="article">The article.</param>
    /// <param name="span">The sentence.</param>
    /// <param name="unit">The unit asked for ("how many years"), as a term; null for any.</param>
    public static IEnumerable<AnswerCandidate> DurationsIn(AnalyzedArticle article, TextSpan span, string? unit)
    {
        foreach (var time in In(article, span))
            if (time.Type == TimeType.Duration && time.Value.Any(char.IsAsciiDigit) && (unit is null || Tokenizer.Tokenize(time.Text).Any(token => token.Term == unit)))
                yield return new AnswerCandidate(Spelled(time.Text), time.Value, time.Span);
    }

    private static IEnumerable<TimeExpression> In(AnalyzedArticle article, TextSpan span) =>
        article.Analysis.Times.Where(time => span.Contains(time.Span) && time.Basis != TimeBasis.Dateline);

    /// <summary>"three-day" as "three days".</summary>
    private static string Spelled(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || text.LastIndexOf('-') != dash || text.Contains(' ', StringComparison.Ordinal))
            return text;
        var plural = text[..dash] is "one" or "1" || text.EndsWith('s') ? "" : "s";
        return $"{text[..dash]} {text[(dash + 1)..]}{plural}";
    }
}
