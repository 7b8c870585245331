using NewsBot.Core.Articles;
using NewsBot.Core.Dates.Grammar;

namespace NewsBot.Core.Dates;

/// <summary>
/// What the time words of a question ask for: "last week", "in May", "since Monday", "latest". They are read by the tagger
/// that reads articles, against the asker's now, and undecided dates lie in the past.
/// </summary>
/// <param name="Interval">The days asked about, an open side for "since" and "until"; null when none are named.</param>
/// <param name="Precision">How exactly they are named.</param>
/// <param name="WantsLatest">The newest is asked for: "latest", "most recent", "currently".</param>
/// <param name="Spans">The time words in the question with their prepositions, in order, for leaving them out of the search.</param>
public sealed record QuestionTime(DateInterval? Interval, DatePrecision Precision, bool WantsLatest, IReadOnlyList<TextSpan> Spans)
{
    /// <summary>The days in words; null when none are named.</summary>
    public string? Phrase => Interval is { } days ? DatePhrase.Of(days, Precision) : null;

    /// <summary>
    /// Reads a question. Several dates that overlap ("Monday this week") narrow each other down; dates apart ("in 2019 or
    /// 2021") ask for everything from the first to the last.
    /// </summary>
    public static QuestionTime Of(string question, TimeAnchor now)
    {
        var times = TimeTagger.Tag(question, [new Sentence(new TextSpan(0, question.Length), 0)], now, isQuestion: true);
        var tokens = new List<TimeToken>();
        TimeTokenizer.Tokenize(question, 0, question.Length, tokens);
        var spans = new List<TextSpan>();
        DateInterval? interval = null;
        var precision = DatePrecision.Unknown;
        var latest = false;
        foreach (var time in times)
        {
            if (time is { Type: TimeType.Date, Value: "PRESENT_REF" or "PAST_REF" })
                latest |= time.Value == "PRESENT_REF" || time.Text.Contains("recent", StringComparison.OrdinalIgnoreCase);
            else if (time.Interval is null)
                continue;
            spans.Add(WithPreposition(question, tokens, time.Span));
            if (time.Interval is not { } days)
                continue;
            (interval, precision) = interval is not { } before ? (days, time.Precision)
                : before == days ? (days, precision)
                : before.Overlaps(days) ? (Intersection(before, days), time.Precision > precision ? time.Precision : precision)
                : (Cover(before, days), DatePrecision.Range);
        }

        foreach (var span in LatestWords(question, tokens))
        {
            latest = true;
            if (!spans.Any(s => s.Overlaps(span)))
                spans.Add(span);
        }

        spans.Sort();
        return new QuestionTime(interval, interval is null ? DatePrecision.Unknown : precision == DatePrecision.Unknown ? DatePrecision.Range : precision, latest, spans);
    }

    /// <summary>The question without its time words.</summary>
    public string Strip(string question)
    {
        foreach (var span in Spans.Reverse())
            question = question.Remove(span.Start, span.Length);
        return string.Join(' ', question.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static DateInterval Intersection(DateInterval a, DateInterval b) =>
        new(a.Start is { } start && (b.Start is not { } other || start > other) ? start : b.Start,
            a.End is { } end && (b.End is not { } otherEnd || end < otherEnd) ? end : b.End);

    private static DateInterval Cover(DateInterval a, DateInterval b) =>
        new(a.Start is { } start && b.Start is { } other ? (start < other ? start : other) : null,
            a.End is { } end && b.End is { } otherEnd ? (end > otherEnd ? end : otherEnd) : null);

    /// <summary>A time expression with the preposition before it and the "'s" behind it.</summary>
    private static TextSpan WithPreposition(string question, List<TimeToken> tokens, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        var first = tokens.FindIndex(t => t.Start >= span.Start);
        while (first > 0 && (IsTimePreposition(tokens[first - 1]) || tokens[first - 1].IsDash && first > 1 && tokens[first - 2].End < tokens[first - 1].Start))
            start = tokens[--first].Start;
        var owner = question.AsSpan(end);
        if (owner.StartsWith("'s") || owner.StartsWith("’s"))
            end += 2;
        return new TextSpan(start, end);
    }

    private static bool IsTimePreposition(TimeToken token) =>
        token.Lexical?.Text is "in" or "on" or "at" or "since" or "until" or "till" or "from" or "to" or "during" or "before" or "after" or "between" or "by" or "within" or "over" or "through" or "throughout" or "and" or "as" or "of"
        && token.Is(WordKinds.Preposition | WordKinds.Approximator);

    private static IEnumerable<TextSpan> LatestWords(string question, List<TimeToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = question.AsSpan(tokens[i].Start, tokens[i].Length);
            var most = i > 0 && Equals(question, tokens[i - 1], "most");
            if (word.Equals("recent", StringComparison.OrdinalIgnoreCase) || word.Equals("recently", StringComparison.OrdinalIgnoreCase))
                yield return new TextSpan(most ? tokens[i - 1].Start : tokens[i].Start, tokens[i].End);
            else if (word.Equals("latest", StringComparison.OrdinalIgnoreCase) || word.Equals("newest", StringComparison.OrdinalIgnoreCase) || word.Equals("current", StringComparison.OrdinalIgnoreCase))
                yield return new TextSpan(tokens[i].Start, tokens[i].End);
            else if (word.Equals("so", StringComparison.OrdinalIgnoreCase) && i + 1 < tokens.Count && Equals(question, tokens[i + 1], "far"))
                yield return new TextSpan(tokens[i].Start, tokens[i + 1].End);
        }
    }

    private static bool Equals(string question, TimeToken token, string word) =>
        question.AsSpan(token.Start, token.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
}
