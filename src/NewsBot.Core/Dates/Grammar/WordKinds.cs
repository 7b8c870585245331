using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Grammar;

/// <summary>What a word can be in a time expression. One word can be several things ("second", "may", "last").</summary>
[Flags]
internal enum WordKinds
{
    None = 0,
    Month = 1,
    Weekday = 1 << 1,

    /// <summary>A unit in the singular: "day".</summary>
    Unit = 1 << 2,

    /// <summary>A unit in the plural: "days".</summary>
    Units = 1 << 3,

    /// <summary>A cardinal in words: "thirty".</summary>
    Cardinal = 1 << 4,

    /// <summary>An ordinal in words: "third"; also "last" and "final".</summary>
    Ordinal = 1 << 5,

    /// <summary>An uncertain number: "several", "few", "many".</summary>
    Vague = 1 << 6,
    Season = 1 << 7,
    DayPart = 1 << 8,

    /// <summary>Points from one period to another: "last", "next", "following", "same".</summary>
    Pointer = 1 << 9,

    /// <summary>A part of a period in front of it: "early", "late", "mid".</summary>
    Part = 1 << 10,

    /// <summary>A part of a period with "of": "beginning", "middle", "end".</summary>
    PartNoun = 1 << 11,

    /// <summary>"About", "nearly", "over": before an amount.</summary>
    Approximator = 1 << 12,

    /// <summary>An expression by itself: "today", "now", "recently".</summary>
    Alone = 1 << 13,

    /// <summary>"Ago", "later", "earlier": behind an amount.</summary>
    Behind = 1 << 14,
    Determiner = 1 << 15,
    Holiday = 1 << 16,

    /// <summary>"Every", "each".</summary>
    Every = 1 << 17,

    /// <summary>"Daily", "annually".</summary>
    Frequency = 1 << 18,

    /// <summary>A decade in words: "nineties".</summary>
    DecadeWord = 1 << 19,
    Zone = 1 << 20,

    /// <summary>Stands between an expression and its neighbours: "of", "in", "since", "from".</summary>
    Preposition = 1 << 21,

    /// <summary>Only looked for by its text: "year-end", "fiscal", "o'clock".</summary>
    Other = 1 << 22,
}

/// <summary>A word of the lexicon.</summary>
/// <remarks><c>Text</c>: The word in lower case.
/// <c>Value</c>: Number of the month, weekday (1 Monday), cardinal, ordinal, season (0 spring), decade, or the shift of a pointer.</remarks>
internal sealed record TimeWord(string Text, WordKinds Kinds, int Value = 0, CalendarUnit Unit = CalendarUnit.None, string Code = "")
{
    public bool Is(WordKinds kinds) => (Kinds & kinds) != 0;
}
