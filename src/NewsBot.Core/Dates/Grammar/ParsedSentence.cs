namespace NewsBot.Core.Dates.Grammar;

/// <summary>A sentence in tokens, with the forms found in it, in order and without overlaps.</summary>
/// <remarks><c>Ordinal</c>: How many sentences with a time expression stand before it.</remarks>
internal sealed record ParsedSentence(int Start, int End, List<TimeToken> Tokens, List<TimeMatch> Matches, int Ordinal)
{
    /// <summary>How many tokens behind a time of day its day may stand: "10:30 p.m. (2030 GMT) on Tuesday".</summary>
    private const int DayReach = 6;

    /// <returns>Null when the sentence has no time expression.</returns>
    public static ParsedSentence? Parse(string text, int start, int end, int ordinal, bool caseless)
    {
        var tokens = new List<TimeToken>((end - start) / 5);
        TimeTokenizer.Tokenize(text, start, end, tokens, caseless);
        var grammar = new TimeGrammar(text, tokens);
        List<TimeMatch>? matches = null;
        for (var i = 0; i < tokens.Count;)
        {
            if (grammar.At(i) is not { } match)
            {
                i++;
                continue;
            }

            matches ??= [];
            matches.Add(match);
            i = match.End;
            while (grammar.Continuation(match) is { } rest)
            {
                matches.Add(rest);
                i = rest.End;
                match = rest;
            }
        }

        if (matches is not null)
            GiveClocksTheirDay(matches);
        return matches is null ? null : new ParsedSentence(start, end, tokens, matches, ordinal);
    }

    /// <summary>A time of day whose day stands a little behind it takes that day, unless the sentence has named one before.</summary>
    private static void GiveClocksTheirDay(List<TimeMatch> matches)
    {
        for (var i = 0; i < matches.Count && !IsDay(matches[i].Form); i++)
        {
            if (matches[i].Form is not ClockForm { Day: null } clock)
                continue;
            for (var j = i + 1; j < matches.Count && matches[j].Start - matches[i].End <= DayReach; j++)
            {
                if (!IsDay(matches[j].Form))
                    continue;
                matches[i] = matches[i] with { Form = clock with { Day = matches[j].Form } };
                break;
            }
        }
    }

    private static bool IsDay(TimeForm form) =>
        form is DateForm { Day: not null } or DateForm { Weekday: not null } or PointerForm { Unit: Resolution.CalendarUnit.Day };
}
