using NewsBot.Core.Articles;
using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Events;

/// <summary>
/// The day that a text carries on: news sets it in its first sentences ("The court ruled on Tuesday ...") and tells the rest
/// in the past tense without naming it again.
/// </summary>
internal static class NarrativeDay
{
    private const int LeadSentences = 4;
    private const int LongestAgo = 7;

    public static TimeExpression? Before(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times, TimeAnchor anchor, int index, Tense tense)
    {
        if (tense != Tense.Past)
            return null;
        for (var i = 0; i < Math.Min(LeadSentences, sentences.Count); i++)
            if (DayOf(text, sentences[i].Span, times, anchor) is { } lead)
                return lead;
        for (var i = index - 1; i >= LeadSentences; i--)
            if (DayOf(text, sentences[i].Span, times, anchor) is { } before)
                return before;
        return null;
    }

    private static TimeExpression? DayOf(string text, TextSpan span, IReadOnlyList<TimeExpression> times, TimeAnchor anchor)
    {
        if (!times.Any(t => span.Contains(t.Span) && IsRecentDay(t, anchor)))
            return null;
        var sentence = new EventSentence(text, span, times);
        return sentence.Uses.FirstOrDefault(u => !u.OfNoun && IsRecentDay(u.Time, anchor) && (u.Opens || sentence.IsVerb(u.Head)))?.Time;
    }

    private static bool IsRecentDay(TimeExpression time, TimeAnchor anchor) =>
        time is { Precision: >= DatePrecision.Day, Interval: { IsSingleDay: true, Start: { } day } } && day <= anchor.Day && anchor.Day.DayNumber - day.DayNumber <= LongestAgo;
}
