using NewsBot.Core.Dates.Grammar;

namespace NewsBot.Core.Dates.Resolution;

/// <summary>
/// What words around dates do to their interval: "since 2014", "until Friday", "from March to June", and the other way round
/// for what will "not sail before Friday".
/// </summary>
internal static class TimeRelation
{
    /// <summary>How many words a negation may stand before the preposition: "will not be able to sail before".</summary>
    private const int NegationReach = 6;

    public static (DateInterval? Interval, DatePrecision Precision) Apply(string text, ParsedSentence sentence, ResolvedTime?[] times, int i)
    {
        var time = times[i]!;
        if (time.Interval is not { } interval)
            return (null, time.Precision);
        if (i + 1 < times.Length && Range(sentence, times, i) is { } whole)
            return (whole, DatePrecision.Range);
        if (i > 0 && Range(sentence, times, i - 1) is { } before)
            return (before, DatePrecision.Range);
        var at = PrepositionAt(sentence.Tokens, sentence.Matches[i].Start);
        var preposition = at < 0 ? null : sentence.Tokens[at].Lexical?.Text;
        if (time.Precision >= DatePrecision.Hour && preposition is "before" or "after")
            return (interval, time.Precision); // "just before 8 a.m. on Friday" was on Friday.
        return preposition is "before" or "until" or "till" or "til" && IsNegated(text, sentence.Tokens, at)
            ? (interval with { End = null }, time.Precision)
            : (Open(preposition, interval), time.Precision);
    }

    private static int PrepositionAt(List<TimeToken> tokens, int start)
    {
        var i = start - 1;
        if (i >= 0 && (tokens[i].IsWord("around") || tokens[i].IsWord("about") || tokens[i].IsWord("the")))
            i--;
        return i;
    }

    /// <summary>Whether a negation stands before a word, in its clause.</summary>
    private static bool IsNegated(string text, List<TimeToken> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - NegationReach; i--)
        {
            if (tokens[i].Kind == TokenKind.Mark && !tokens[i].IsMark('\'') && !tokens[i].IsMark('’') && !tokens[i].IsJoin)
                return false;
            var word = text.AsSpan(tokens[i].Start, tokens[i].Length);
            if (word.Equals("not", StringComparison.OrdinalIgnoreCase) || word is "never" or "cannot" || (word is "t" && i > 1 && text[tokens[i].Start - 1] is '\'' or '’'))
                return true;
        }

        return false;
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
        var between = PrepositionAt(tokens, sentence.Matches[i].Start) is >= 0 and var at && tokens[at].IsWord("between");
        var joins = tokens[gap].IsDash || tokens[gap].IsWord("to") || tokens[gap].IsWord("through") || tokens[gap].IsWord("until") || tokens[gap].IsWord("till") ||
            (between && tokens[gap].IsWord("and"));
        return joins ? new DateInterval(start, end) : null;
    }
}
