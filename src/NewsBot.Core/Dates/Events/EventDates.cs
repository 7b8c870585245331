using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Events;

/// <summary>Words an event's date and why it has it.</summary>
internal static class EventDates
{
    /// <remarks><c>isDone</c>: It is told as done, so that an article which came before was changed since.</remarks>
    public static EventDate From(TimeExpression time, EventDateBasis basis, TimeAnchor anchor, bool isDone = false)
    {
        var interval = time.Interval!.Value;
        var planned = !isDone && interval.Start is { } start && start > anchor.Day;
        var phrase = EventDate.PhraseOf(interval, time.Precision, planned);
        var article = $"article of {DatePhrase.Of(DateInterval.OnDay(anchor.Day), DatePrecision.Day)}";
        var explanation = time.Basis == TimeBasis.Explicit ? $"\"{time.Text}\" -> {phrase}" : $"\"{time.Text}\", {article} -> {phrase}";
        if (basis == EventDateBasis.Narrative)
            explanation += " (carried on from earlier in the article)";
        if (planned)
            explanation += " (planned, as of the article)";
        return new EventDate(time, interval, time.Precision, ValueOf(time), basis, planned, explanation);
    }

    public static EventDate Publication(TimeAnchor anchor, Tense? tense)
    {
        var day = DateInterval.OnDay(anchor.Day);
        return new EventDate(null, day, DatePrecision.Day, CalendarPeriod.Day(anchor.Day).Value, EventDateBasis.Publication, tense == Tense.Future,
            $"no date is given with it, so that of the article: {DatePhrase.Of(day, DatePrecision.Day)}");
    }

    /// <summary>What is told as done, without a date of its own: it was so by the day on which it was told at the latest.</summary>
    /// <param name="told">That day, of the article or of somebody's words in it.</param>
    public static EventDate By(EventDate told) =>
        told with
        {
            Interval = told.Interval with { Start = null },
            Explanation = $"no date is given with it; it was told as done on {DatePhrase.Of(told.Interval, DatePrecision.Day)}, so it was by that day",
        };

    /// <summary>The value of the words, or of the whole range that they are a part of.</summary>
    private static string ValueOf(TimeExpression time) =>
        time is { Precision: DatePrecision.Range, Interval: { Start: { } start, End: { } end } }
            ? $"{CalendarPeriod.Day(start).Value}/{CalendarPeriod.Day(end).Value}"
            : time.Value;
}
