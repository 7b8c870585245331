using NewsBot.Core.Articles;

namespace NewsBot.Core.Dates.Events;

/// <summary>
/// The day that an article tells of: news names it ("The court ruled on Tuesday ...") and tells the rest in the past tense
/// without naming it again. It is the recent day that a main clause named in one of the <see cref="Nearby"/> sentences
/// before; without one, the recent day that most main clauses of the article name, of several the first.
/// </summary>
internal static class NarrativeDay
{
    private const int Nearby = 3;
    private const int LongestAgo = 7;

    /// <remarks><c>index</c>: The sentence that is to be dated.</remarks>
    public static TimeExpression? Of(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times, TimeAnchor anchor, int index)
    {
        var counts = new List<(TimeExpression Time, int Count)>();
        TimeExpression? near = null;
        for (var i = 0; i < sentences.Count; i++)
        {
            foreach (var time in MainClauseDays(text, sentences[i].Span, times, anchor))
            {
                if (i < index && i >= index - Nearby)
                    near = time;
                var known = counts.FindIndex(c => c.Time.Interval == time.Interval);
                if (known < 0)
                    counts.Add((time, 1));
                else
                    counts[known] = (counts[known].Time, counts[known].Count + 1);
            }
        }

        return near ?? (counts.Count == 0 ? null : counts.MaxBy(c => c.Count).Time);
    }

    private static IEnumerable<TimeExpression> MainClauseDays(string text, TextSpan span, IReadOnlyList<TimeExpression> times, TimeAnchor anchor)
    {
        if (!times.Any(t => span.Contains(t.Span) && IsRecentDay(t, anchor)))
            return [];
        var sentence = new EventSentence(text, span, times);
        return sentence.Uses.Where(u => !u.OfNoun && IsRecentDay(u.Time, anchor) && (u.Opens || sentence.IsMainVerb(u.Head))).Select(u => u.Time);
    }

    private static bool IsRecentDay(TimeExpression time, TimeAnchor anchor) =>
        time is { Precision: >= DatePrecision.Day, Interval: { IsSingleDay: true, Start: { } day } } && day <= anchor.Day && anchor.Day.DayNumber - day.DayNumber <= LongestAgo;
}
