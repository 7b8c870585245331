using NewsBot.Core.Articles;

namespace NewsBot.Core.Dates.Events;

/// <summary>
/// The day that an article tells of: news names it ("The court ruled on Tuesday ...") and tells the rest in the past tense
/// without naming it again. It is the recent day that most main clauses name, of several the first.
/// </summary>
internal static class NarrativeDay
{
    private const int LongestAgo = 7;

    public static TimeExpression? Of(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times, TimeAnchor anchor)
    {
        var counts = new List<(TimeExpression Time, int Count)>();
        foreach (var sentence in sentences)
        {
            if (!times.Any(t => sentence.Span.Contains(t.Span) && IsRecentDay(t, anchor)))
                continue;
            var clauses = new EventSentence(text, sentence.Span, times);
            foreach (var use in clauses.Uses)
            {
                if (use.OfNoun || !IsRecentDay(use.Time, anchor) || !(use.Opens || clauses.IsMainVerb(use.Head)))
                    continue;
                var known = counts.FindIndex(c => c.Time.Interval == use.Time.Interval);
                if (known < 0)
                    counts.Add((use.Time, 1));
                else
                    counts[known] = (counts[known].Time, counts[known].Count + 1);
            }
        }

        return counts.Count == 0 ? null : counts.MaxBy(c => c.Count).Time;
    }

    private static bool IsRecentDay(TimeExpression time, TimeAnchor anchor) =>
        time is { Precision: >= DatePrecision.Day, Interval: { IsSingleDay: true, Start: { } day } } && day <= anchor.Day && anchor.Day.DayNumber - day.DayNumber <= LongestAgo;
}
