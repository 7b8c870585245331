using NewsBot.Core.Articles;

namespace NewsBot.Core.Dates;

/// <summary>The four kinds of TIMEX3.</summary>
public enum TimeType
{
    Date,
    Time,
    Duration,
    Set,
}

/// <summary>What a time expression was resolved against.</summary>
public enum TimeBasis
{
    /// <summary>The expression says it all: "May 2010", "for three days".</summary>
    Explicit,

    /// <summary>The publication date: "yesterday", "early this year".</summary>
    Publication,

    /// <summary>An earlier expression of the same text: "a day earlier", "the same month".</summary>
    EarlierExpression,

    /// <summary>A wire dateline ("MINSK, August 17."): the day of publication, not of an event.</summary>
    Dateline,
}

/// <summary>A time expression found in a text.</summary>
public sealed record TimeExpression
{
    public required TextSpan Span { get; init; }

    public required string Text { get; init; }

    public required TimeType Type { get; init; }

    /// <summary>TIMEX3 value: <c>2010-05</c>, <c>2023-W33</c>, <c>2019-Q3</c>, <c>XXXX-08-17</c>, <c>P3D</c>, <c>PAST_REF</c>.</summary>
    public required string Value { get; init; }

    /// <summary>TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER, MORE_THAN, LESS_THAN and so on; null without one.</summary>
    public string? Modifier { get; init; }

    /// <summary>
    /// The days it can mean; null for sets, for references without a date ("in the past") and for
    /// durations, except those that say where they lie ("the past three days"). What stands around the
    /// expression counts: "since 2014" is open to the future, "until Friday" to the past, and both dates of "from March to
    /// June" have the whole range, while <see cref="Value"/> is that of the words alone.
    /// </summary>
    public DateInterval? Interval { get; init; }

    public required DatePrecision Precision { get; init; }

    public TimeBasis Basis { get; init; }

    /// <summary>Of a time of day with a zone ("10 a.m. EST"), minutes ahead of UTC; null where no zone is named.</summary>
    public int? UtcOffsetMinutes { get; init; }
}
