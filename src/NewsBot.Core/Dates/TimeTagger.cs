using NewsBot.Core.Articles;
using NewsBot.Core.Dates.Grammar;
using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates;

/// <summary>
/// Finds the time expressions of an English text and resolves them. Extents and values follow TimeML (TIMEX3): Pustejovsky
/// et al., "TimeML annotation guidelines 1.2.1"; how what is left out is filled in, is told at <c>DateResolver</c>.
/// Takes time linear in the length of the text.
/// </summary>
public static class TimeTagger
{
    /// <returns>Expressions in the order of the text; their spans do not overlap.</returns>
    public static IReadOnlyList<TimeExpression> Tag(string text, IReadOnlyList<Sentence> sentences, TimeAnchor anchor) =>
        Tag(text, sentences, anchor, isQuestion: false);

    /// <remarks><c>isQuestion</c>: A typed question about news: dates that neither tense nor words decide lie in the past, and
    /// months and weekdays need no capital.</remarks>
    internal static IReadOnlyList<TimeExpression> Tag(string text, IReadOnlyList<Sentence> sentences, TimeAnchor anchor, bool isQuestion)
    {
        var parsed = new List<ParsedSentence>();
        var from = 0;
        foreach (var sentence in sentences)
        {
            var start = Math.Clamp(sentence.Span.Start, from, text.Length);
            var end = Math.Clamp(sentence.Span.End, start, text.Length);
            from = end;
            if (ParsedSentence.Parse(text, start, end, parsed.Count, isQuestion) is { } found)
                parsed.Add(found);
        }

        anchor = Datelines.Correct(anchor, text, parsed);
        var context = new TimeContext(anchor, NarrativeMode.IsNarrative(parsed, anchor.Day.Year), isQuestion);
        var expressions = new List<TimeExpression>();
        foreach (var sentence in parsed)
            Resolve(text, sentence, context, expressions);
        return expressions;
    }

    /// <summary>A look back that does not move the narrative: in brackets, behind "since", "the previous year".</summary>
    private static bool IsAside(TimeMatch match, List<TimeToken> tokens) =>
        (match.Start > 0 && (tokens[match.Start - 1].IsMark('(') || tokens[match.Start - 1].IsWord("since"))) ||
        match.Form is PointerForm { Unit: CalendarUnit.Year, Shift: < 0 };

    /// <summary>"Monday's vote" in a text that has told of the coming Monday, where no verb says otherwise.</summary>
    private static ResolvedTime? ComingAgain(TimeMatch match, List<TimeToken> tokens, TimeContext context) =>
        match.Form is DateForm { Weekday: { } weekday, Day: null, Shift: null, Within: null } form && TenseReader.IsOwner(tokens, match.End) && context.ComingWeekday(weekday) is { } day
            ? ResolvedTime.Of(day, TimeBasis.Publication, form.Modifier)
            : null;

    private static void Resolve(string text, ParsedSentence sentence, TimeContext context, List<TimeExpression> expressions)
    {
        var resolved = new ResolvedTime?[sentence.Matches.Count];
        var tokens = sentence.Tokens;
        context.BeginSentence();
        for (var i = 0; i < resolved.Length; i++)
        {
            var match = sentence.Matches[i];
            var tense = match.Form is DurationForm or SetForm or ReferenceForm ? Tense.Unknown : TenseReader.Around(text, tokens, match.Start, match.End);
            resolved[i] = (tense == Tense.Unknown ? ComingAgain(match, tokens, context) : null) ?? TimeResolver.Resolve(match.Form, context, tense);
            if (tense == Tense.Future && resolved[i]?.Period is { Unit: CalendarUnit.Day } day && day.FirstDay > context.Anchor.Day && match.Form is DateForm { Weekday: { } weekday })
                context.RememberComing(weekday, day);
            if (resolved[i]?.Period is { } period && period.Unit < CalendarUnit.Decade && !IsAside(match, tokens))
                context.Remember(period);
        }

        for (var i = 0; i < resolved.Length; i++)
        {
            if (resolved[i] is not { } time)
                continue;
            var match = sentence.Matches[i];
            var span = new TextSpan(tokens[match.Start].Start, tokens[match.End - 1].End);
            var (interval, precision) = TimeRelation.Apply(text, sentence, resolved, i);
            expressions.Add(new TimeExpression
            {
                Span = span,
                Text = span.In(text),
                Type = time.Type,
                Value = time.Value,
                Modifier = time.Modifier,
                Interval = interval,
                Precision = precision,
                Basis = Datelines.IsDateline(text, sentence, i) ? TimeBasis.Dateline : time.Basis,
                UtcOffsetMinutes = time.Offset,
            });
        }
    }
}
