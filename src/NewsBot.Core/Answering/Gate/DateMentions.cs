using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Core.Answering.Gate;

/// <summary>A calendar date as it is written out; parts that are not given are null.</summary>
internal readonly record struct DateMention(int? Day, int Month, int? Year)
{
    /// <summary>Whether a day is this date, as far as the date is given.</summary>
    public bool Covers(DateOnly day) => day.Month == Month && (Day is not { } d || d == day.Day) && (Year is not { } y || y == day.Year);
}

/// <summary>Finds dates such as "17 August 2023", "August 17", "May 2010" so that they are checked as dates, not as numbers.</summary>
internal static partial class DateMentions
{
    private const string Months = "January|February|March|April|May|June|July|August|September|October|November|December";

    [GeneratedRegex(@"\b(?:(?<day>\d{1,2})(?:st|nd|rd|th)? )?(?<month>" + Months + @")(?: (?<day>\d{1,2})(?:st|nd|rd|th)?\b(?!\d))?(?:,? (?<year>\d{4}))?\b")]
    private static partial Regex Written();

    /// <summary>The dates in a text, and the text without them.</summary>
    public static (IReadOnlyList<DateMention> Dates, string Remainder) In(string text)
    {
        var dates = new List<DateMention>();
        var remainder = Written().Replace(text, match =>
        {
            if (Number(match, "day") is null && Number(match, "year") is null)
                return match.Value; // "May" alone is a word like others.
            var month = DateTime.ParseExact(match.Groups["month"].Value, "MMMM", CultureInfo.InvariantCulture).Month;
            dates.Add(new DateMention(Number(match, "day"), month, Number(match, "year")));
            return " ";
        });
        return (dates, remainder);
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : null;
}
