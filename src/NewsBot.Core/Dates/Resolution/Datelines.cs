using NewsBot.Core.Dates.Grammar;

namespace NewsBot.Core.Dates.Resolution;

/// <summary>
/// Recognises datelines: "MINSK, August 17. /TASS/.", "NEW YORK, Oct. 3 (Reuters) -", and a line that is nothing but the
/// date of publication. They stand at the beginning of an article and tell when it was written, not when something happened.
/// </summary>
internal static class Datelines
{
    /// <summary>How far a dateline may lie from the day of publication that is told with the article.</summary>
    private const int MostDays = 366;
    private const int LongestPlace = 60;
    private const int LatestSentence = 2;

    /// <summary>
    /// The publication day as the article itself has it: a complete date in its dateline wins over the day that came with
    /// it, which may be that of a later edit.
    /// </summary>
    public static TimeAnchor Correct(TimeAnchor anchor, string text, IReadOnlyList<ParsedSentence> sentences)
    {
        foreach (var sentence in sentences.Take(LatestSentence))
        {
            if (IsDateline(text, sentence, 0) && sentence.Matches[0].Form is DateForm { Year: { } year, ShortYear: false, Month: { } month, Day: { } day } &&
                CalendarPeriod.DayOf(year, month, day) is { Unit: CalendarUnit.Day, FirstDay: { } written })
                return Near(anchor, written);
        }

        return anchor;
    }

    /// <summary>The same, from expressions that have been tagged.</summary>
    public static TimeAnchor Correct(TimeAnchor anchor, IReadOnlyList<TimeExpression> times)
    {
        foreach (var time in times)
        {
            if (time is { Basis: TimeBasis.Dateline, Precision: DatePrecision.Day, Interval.Start: { } day } && time.Text.Contains($"{day.Year}", StringComparison.Ordinal))
                return Near(anchor, day);
        }

        return anchor;
    }

    private static TimeAnchor Near(TimeAnchor anchor, DateOnly written) =>
        written != anchor.Day && Math.Abs(written.DayNumber - anchor.Day.DayNumber) <= MostDays ? anchor with { Day = written, Time = null } : anchor;

    public static bool IsDateline(string text, ParsedSentence sentence, int index)
    {
        var match = sentence.Matches[index];
        if (index > 0 || sentence.Ordinal >= LatestSentence || match.Form is not DateForm { Day: not null, Month: not null })
            return false;
        var tokens = sentence.Tokens;
        var start = tokens[match.Start].Start;
        var after = match.End < tokens.Count ? tokens[match.End] : default;
        if (match.Start == 0)
            return match.End == tokens.Count || (match.End + 1 == tokens.Count && after.Kind == TokenKind.Mark);
        return start - sentence.Start <= LongestPlace && IsPlace(text, tokens, match.Start) && after.Kind == TokenKind.Mark && after.Value is '.' or '(' or '/' or '-' or '–' or '—' or ':';
    }

    /// <summary>Capitalised words and marks only, the last of them a comma, a bracket or a dash.</summary>
    private static bool IsPlace(string text, List<TimeToken> tokens, int end)
    {
        for (var i = 0; i < end; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Word && !token.Capital && text.AsSpan(token.Start, token.Length) is not ("de" or "of" or "al" or "del" or "la"))
                return false;
            if (token.Kind is TokenKind.Number or TokenKind.Amount)
                return false;
        }

        return tokens[0].Kind == TokenKind.Word && tokens[end - 1] is { Kind: TokenKind.Mark } last && last.Value is ',' or ')' or '-' or '–' or '—' or '/';
    }
}
