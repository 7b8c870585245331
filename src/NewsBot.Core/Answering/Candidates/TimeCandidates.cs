using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>Finds dates and durations among the time expressions that the analysis found in a sentence.</summary>
internal static class TimeCandidates
{
    public static IEnumerable<AnswerCandidate> DatesIn(AnalyzedArticle article, TextSpan span)
    {
        foreach (var time in In(article, span))
        {
            if (time.Type is not (TimeType.Date or TimeType.Time) || time.Interval is null || time.Precision < DatePrecision.Year || time.Value.EndsWith("_REF", StringComparison.Ordinal))
                continue;
            if (time.Basis != TimeBasis.Explicit && time.Precision == DatePrecision.Year)
                continue; // "this year" says next to nothing.
            var key = time.Value.Length > 10 ? time.Value[..10] : time.Value;
            yield return new AnswerCandidate(Shown(time), key, time.Span);
        }
    }

    /// <param name="article">The article.</param>
    /// <param name="span">The sentence.</param>
    /// <param name="unit">The unit asked for ("how many years"), as a term; null for any.</param>
    public static IEnumerable<AnswerCandidate> DurationsIn(AnalyzedArticle article, TextSpan span, string? unit)
    {
        foreach (var time in In(article, span))
            if (time.Type == TimeType.Duration && time.Value.Any(char.IsAsciiDigit) && (unit is null || Text.Tokenizer.Tokenize(time.Text).Any(token => token.Term == unit)))
                yield return new AnswerCandidate(Spelled(time.Text), time.Value, time.Span);
    }

    private static IEnumerable<TimeExpression> In(AnalyzedArticle article, TextSpan span) =>
        article.Analysis.Times.Where(time => span.Contains(time.Span) && time.Basis != TimeBasis.Dateline);

    /// <summary>A relative date with the day it means: "Monday (1 August 2022)".</summary>
    private static string Shown(TimeExpression time) =>
        time.Basis != TimeBasis.Explicit && time.Interval is { IsSingleDay: true, Start: { } day }
            ? $"{time.Text} ({day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)})"
            : time.Text;

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
