namespace NewsBot.Core.Dates.Resolution;

/// <summary>
/// What expressions are resolved against while a text is read from its beginning: the publication day, and the dates that
/// the text has named so far.
/// </summary>
internal sealed class TimeContext(TimeAnchor anchor, bool isNarrative, bool preferPast)
{
    private const int Memory = 12;
    private const int Nearby = 2;
    private readonly List<CalendarPeriod> named = [];
    private readonly CalendarPeriod?[] coming = new CalendarPeriod?[8];
    private int remembered;
    private int sentenceStart;
    private int sentences;
    private int lastNamedIn;

    public TimeAnchor Anchor { get; } = anchor;

    /// <summary>
    /// The text tells of other years than its own ("a war history"): dates without a year take it from the text before
    /// them rather than from the publication day.
    /// </summary>
    public bool IsNarrative { get; } = isNarrative;

    /// <summary>Undecided dates lie in the past: in a question, which asks about what was published.</summary>
    public bool PreferPast { get; } = preferPast;

    public CalendarPeriod Today => CalendarPeriod.Day(Anchor.Day);

    public CalendarPeriod? Last => named.Count > 0 ? named[^1] : null;

    /// <summary>Begins a sentence: in news a time of day takes its day from the same sentence only.</summary>
    public void BeginSentence()
    {
        sentenceStart = remembered;
        sentences++;
    }

    /// <summary>The last date named, where it is a day and one of the <see cref="Nearby"/> last sentences with dates named it.</summary>
    public CalendarPeriod? NearDay => Last is { Unit: CalendarUnit.Day } day && sentences - lastNamedIn <= Nearby ? day : null;

    /// <summary>The day that a time of day without one belongs to: the last named in a narrative, in news that of the sentence.</summary>
    public CalendarPeriod? LastDay => IsNarrative || remembered > sentenceStart ? LastAsFineAs(CalendarUnit.Day) : null;

    public void Remember(CalendarPeriod period)
    {
        if (named.Count == Memory)
            named.RemoveAt(0);
        named.Add(period);
        lastNamedIn = sentences;
        remembered++;
    }

    /// <summary>The coming weekday (1 is Monday) that the text has told of: later "Monday's vote" is the one of that Monday.</summary>
    public CalendarPeriod? ComingWeekday(int weekday) => coming[weekday];

    public void RememberComing(int weekday, CalendarPeriod day) => coming[weekday] = day;

    /// <summary>The last date that is at least as fine as a unit.</summary>
    public CalendarPeriod? LastAsFineAs(CalendarUnit unit)
    {
        for (var i = named.Count - 1; i >= 0; i--)
            if (Fineness(named[i].Unit) <= Fineness(unit))
                return named[i];
        return null;
    }

    public static int Fineness(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Weekend => (int)CalendarUnit.Week,
        CalendarUnit.Quarter or CalendarUnit.Season or CalendarUnit.Half => (int)CalendarUnit.Season,
        _ => (int)unit,
    };
}
