using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Pages.Dating;

/// <summary>Which of the first two numbers of 08/09/2023 is the day.</summary>
internal enum DayOrder
{
    DayFirst,
    MonthFirst,
}

/// <summary>
/// Dates in the forms that readers see, in many languages: 2019-05-03, 3.5.2019, 05/03/2019, 3 May 2019, May 3rd, 2019,
/// 3 de mayo de 2019, 2019年5月3日. Only whole dates are read. The precision is a day but where a value is an instant and nothing else.
/// </summary>
internal static partial class DateText
{
    private const int LongestValue = 100;

    /// <summary>A value that is a date and nothing else (an attribute, a field of metadata) first, else the first date in it.</summary>
    public static PublicationTime? Of(string? value, DayOrder order)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        value = value.Trim();
        // Some programs write a zone by its long name behind the offset, or a day that does not fit its date.
        if (PublicationDate.TryParse(value, out var time) || PublicationDate.TryParse(ZoneName().Replace(value, ""), out time)
            || PublicationDate.TryParse(YearLast().Replace(value, "${day} ${month} ${year} ${time}${zone}"), out time))
            return time;
        return value.Length <= LongestValue * 4 ? All(value, order).Select(d => (PublicationTime?)d.Time).FirstOrDefault() : null;
    }

    /// <summary>Every date, with where it starts.</summary>
    public static IEnumerable<(PublicationTime Time, int Start)> All(string text, DayOrder order)
    {
        foreach (Match match in Forms().Matches(text))
        {
            if (Read(match, order) is { } day)
                yield return (PublicationTime.OnDay(day), match.Index);
        }
    }

    private static DateOnly? Read(Match match, DayOrder order)
    {
        var (year, first, second) = (Number(match, "year"), Number(match, "a"), Number(match, "b"));
        if (match.Groups["name"] is { Success: true } name)
            return MonthNames.Number(name.Value) is { } month ? Day(year, month, first) : null;
        if (match.Groups["iso"].Success)
            return Day(year, first, second);
        var isDotted = match.Groups["sep"].Value == ".";
        return order == DayOrder.MonthFirst && !isDotted
            ? Day(year, first, second) ?? Day(year, second, first)
            : Day(year, second, first) ?? Day(year, first, second);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static DateOnly? Day(int year, int month, int day)
    {
        if (year < 100)
            year += year < 70 ? 2000 : 1900;
        return month is >= 1 and <= 12 && year is >= 1900 and <= 2999 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    [GeneratedRegex("""
        (?<![\d.,/:-])(?:
            (?<iso>(?<year>(?:19|20)\d\d)(?:[-/.]|\s?[年년]\s?)(?<a>\d{1,2})(?:[-/.]|\s?[月월]\s?)(?<b>\d{1,2})(?:\s?[日일])?(?![\d]))
            | (?<a>\d{1,2})(?<sep>[./-])\s?(?<b>\d{1,2})\k<sep>\s?(?<year>(?:19|20)\d\d|\d\d(?=$|[\s,;|]))(?!\d|[./-]\d)
            | (?<a>\d{1,2})(?:st|nd|rd|th|er|º|°|ª|\.)?\s{0,3}(?:-|(?:de|of|di|den)\s{1,3})?(?<name>\p{L}[\p{L}\p{M}]{1,14})[.,]{0,2}\s{0,3}(?:-|(?:de|del|of)\s{1,3})?(?<year>(?:19|20)\d\d)(?!\d)
            | (?<![\p{L}])(?<name>\p{L}[\p{L}\p{M}]{1,14})\.?\s{1,3}(?<a>\d{1,2})(?:st|nd|rd|th)?,?\s{0,3}(?:de\s{1,3}|,\s{0,2})?(?<year>(?:19|20)\d\d)(?!\d)
            | (?<year>(?:19|20)\d\d)\.?\s{1,3}(?<name>\p{L}[\p{L}\p{M}]{2,14})\.?\s{1,3}(?<a>\d{1,2})(?!\d)
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Forms();

    /// <summary>As the C library writes a time: "Mon Aug 03 12:45:00 EDT 2015".</summary>
    [GeneratedRegex(@"^[A-Za-z]{3} (?<month>[A-Za-z]{3}) (?<day>[ \d]?\d) (?<time>\d\d:\d\d:\d\d)(?<zone>(?: [A-Z]{3,4})?(?:[+-]\d{4})?) (?<year>\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"\s*(?:\([A-Za-z ]{2,40}\)|\[[A-Za-z/ ]{2,40}\])$", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneName();
}
