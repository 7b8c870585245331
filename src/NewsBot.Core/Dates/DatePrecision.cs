namespace NewsBot.Core.Dates;

/// <summary>How much of a date the text gives. Later members are finer; a finer one is never claimed than the text has.</summary>
public enum DatePrecision
{
    Unknown,
    Century,
    Decade,

    /// <summary>Several units of one size, as in "from March to June" or "between 2014 and 2016".</summary>
    Range,
    Year,

    /// <summary>A vague part of a year: "early 2023", "late this year".</summary>
    PartOfYear,
    Half,
    Season,
    Quarter,
    Month,

    /// <summary>A vague part of a month: "mid-May".</summary>
    PartOfMonth,
    Week,
    Weekend,
    Day,

    /// <summary>A vague part of a day: "Tuesday morning".</summary>
    PartOfDay,
    Hour,
    Minute,
}
