using NewsBot.Core.Dates.Grammar;

namespace NewsBot.Core.Dates.Resolution;

/// <summary>What prepositions around dates do to their interval: "since 2014", "until Friday", "from March to June".</summary>
internal static class TimeRelation
{
    public static (DateInterval? Interval, DatePrecision Precision) Apply(ParsedSentence sentence, ResolvedTime?[] times, int i)
    {
        var time = times[i]!;
        if (time.Interval is not { } interval)
            return (null, time.Precision);
        if (i + 1 < times.Length && Range(sentence, times, i) is { } whole)
            return (whole, DatePrecision.Range);
        if (i > 0 && Range(sentence, times, i - 1) is { } before)
            return (before, DatePrecision.Range);
        return (Open(Preposition(sentence.Tokens, sentence.Matches[i].Start), interval), time.Precision);
    }

    private static string? Preposition(List<TimeToken> tokens, int start)
    {
        var i = start - 1;
        if (i >= 0 && (tokens[i].IsWord("around") || tokens[i].IsWord("about") || tokens[i].IsWord("the")))
            i--;
        return i < 0 ? null : tokens[i].Lexical?.Text;
    }

    private static DateInterval Open(string? preposition, DateInterval days) => preposition switch
    {
        "since" => days with { End = null },
        "until" or "till" or "til" or "by" or "through" => days with { Start = null },
        "before" when days.Start is { } start && start > DateOnly.MinValue => new DateInterval(null, start.AddDays(-1)),
        "after" when days.End is { } end && end < DateOnly.MaxValue => new DateInterval(end.AddDays(1), null),
        _ => days,
    };

    /// <summary>The days from one date through the next, when the words join them to a range.</summary>
    private static DateInterval? Range(ParsedSentence sentence, ResolvedTime?[] times, int i)
    {
        if (times[i] is not { Interval: { Start: { } start } } || times[i + 1] is not { Interval: { End: { } end } } || start > end)
            return null;
        var tokens = sentence.Tokens;
        var gap = sentence.Matches[i].End;
        if (sentence.Matches[i + 1].Start != gap + 1)
            return null;
        var between = Preposition(tokens, sentence.Matches[i].Start) == "between";
        var joins = tokens[gap].IsDash || tokens[gap].IsWord("to") || tokens[gap].IsWord("through") || tokens[gap].IsWord("until") || tokens[gap].IsWord("till") ||
            (between && tokens[gap].IsWord("and"));
        return joins ? new DateInterval(start, end) : null;
    }
}
