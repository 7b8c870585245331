namespace NewsBot.Core.Dates;

/// <summary>Where the date of an event was taken from.</summary>
public enum EventDateBasis
{
    /// <summary>A time expression of the event's own sentence.</summary>
    SentenceExpression,

    /// <summary>A date that the text has named before and carries on.</summary>
    Narrative,

    /// <summary>Nothing else: the day of publication.</summary>
    Publication,
}

/// <summary>When an event was, is or will be, and how that is known.</summary>
/// <param name="Expression">The time expression; null for the publication day.</param>
/// <param name="Interval">The days it can have happened on.</param>
/// <param name="Precision">How much of the date is known.</param>
/// <param name="Value">As TIMEX3; a range as an ISO 8601 interval of days ("2014-01-01/2016-12-31").</param>
/// <param name="Basis">Where the date comes from.</param>
/// <param name="IsPlanned">It lay ahead when the article was published: a plan, as of the article.</param>
/// <param name="Explanation">One line: <c>"early this year", article of 17 August 2023 -> early 2023</c>.</param>
public sealed record EventDate(
    TimeExpression? Expression,
    DateInterval Interval,
    DatePrecision Precision,
    string Value,
    EventDateBasis Basis,
    bool IsPlanned,
    string Explanation)
{
    /// <summary>
    /// The date in words; what lies ahead with an open end is "from" a day, not "since" it, and what was done when it was
    /// told "by" that day.
    /// </summary>
    public string Phrase => Basis != EventDateBasis.SentenceExpression && Interval is { Start: null, End: { } day } ? "by " + DatePhrase.FirstOf(day, Precision) : PhraseOf(Interval, Precision, IsPlanned);

    internal static string PhraseOf(DateInterval interval, DatePrecision precision, bool isPlanned) =>
        isPlanned && interval is { Start: { } start, End: null } ? "from " + DatePhrase.FirstOf(start, precision) : DatePhrase.Of(interval, precision);
}
