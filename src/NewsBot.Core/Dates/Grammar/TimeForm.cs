using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Grammar;

/// <summary>What a time expression says, before it is resolved against anything.</summary>
internal abstract record TimeForm
{
    /// <summary>TIMEX3 modifier; null without one.</summary>
    public string? Modifier { get; init; }
}

/// <summary>Names of the calendar: any of year, part of the year, month, day, weekday. What is missing is resolved.</summary>
internal sealed record DateForm : TimeForm
{
    /// <summary>Astronomical: 0 is 1 BC.</summary>
    public int? Year { get; init; }

    /// <summary>The year has two digits only.</summary>
    public bool ShortYear { get; init; }

    public int? Month { get; init; }

    public int? Day { get; init; }

    /// <summary>1 is Monday.</summary>
    public int? Weekday { get; init; }

    /// <summary>Quarter, half or season, with <see cref="Part"/> counted from 0.</summary>
    public CalendarUnit PartUnit { get; init; }

    public int Part { get; init; }

    public Holiday? Holiday { get; init; }

    /// <summary>What it lies in: "last year" of "May last year", "last week" of "Monday last week".</summary>
    public TimeForm? Within { get; init; }

    /// <summary>−1 for "last May", 0 for "this May", 1 for "next May"; null for "May".</summary>
    public int? Shift { get; init; }

    /// <summary>The shift counts from an earlier expression: "the following Monday".</summary>
    public bool FromEarlier { get; init; }
}

/// <summary>Decade, century or a bare period known from its words.</summary>
internal sealed record PeriodForm(CalendarPeriod Period) : TimeForm;

internal enum PointerBase
{
    /// <summary>The publication day: "last year", "two weeks ago".</summary>
    Anchor,

    /// <summary>An earlier expression of the text: "the following year", "two days later".</summary>
    Earlier,

    /// <summary>The earlier expression in a narrative, the publication day in news: "the year".</summary>
    Context,
}

/// <summary>So many units from a base: "last year", "the same day", "two weeks ago".</summary>
internal sealed record PointerForm(CalendarUnit Unit, int Shift, PointerBase Base) : TimeForm;

/// <summary>"The first week of May", "the last day of 2010".</summary>
/// <remarks><c>Ordinal</c>: From 1; 0 or less counts from the end, 0 the last.</remarks>
internal sealed record OrdinalForm(int Ordinal, CalendarUnit Unit, TimeForm Within) : TimeForm;

/// <summary>A span of time. "The past three days" and "the next week" also say where it lies.</summary>
/// <remarks><c>Shift</c>: so many units back (negative) or ahead from the publication day; 0 when the words do not say.</remarks>
internal sealed record DurationForm(string Value, CalendarUnit Unit = CalendarUnit.None, int Shift = 0) : TimeForm;

internal sealed record SetForm(string Value) : TimeForm;

/// <summary>PAST_REF, PRESENT_REF, FUTURE_REF.</summary>
internal sealed record ReferenceForm(string Value) : TimeForm;

/// <remarks><c>Offset</c>: Minutes from UTC of the zone named.
/// <c>Day</c>: The day it belongs to; null when that is said elsewhere.</remarks>
internal sealed record ClockForm(int Hour, int Minute, int? Second, bool HourOnly, int? Offset, TimeForm? Day) : TimeForm;

/// <remarks><c>Part</c>: MO, MI, AF, EV, NI, DT.</remarks>
internal sealed record DayPartForm(string Part, TimeForm? Day) : TimeForm;

/// <summary>A form found at tokens from <paramref name="Start"/> to before <paramref name="End"/>.</summary>
internal sealed record TimeMatch(TimeForm Form, int Start, int End);
