using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Sources.Pages.Dating;

/// <summary>The day in an address such as <c>/2019/05/03/title</c>, <c>/2019/may/03/</c>, <c>/2019-05-03-title</c> or <c>/20190503/</c>.</summary>
internal static partial class AddressDate
{
    public static DateOnly? Of(string address)
    {
        foreach (Match match in Form().Matches(address))
        {
            var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
            var day = int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);
            var month = match.Groups["name"] is { Success: true } name
                ? MonthNames.Number(name.Value) ?? 0
                : int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
                return new DateOnly(year, month, day);
        }

        return null;
    }

    [GeneratedRegex("""
        (?<![\d])(?:
            (?<year>(?:19|20)\d\d)[/_-](?:(?<month>\d{1,2})|(?<name>[a-z]{3,9}))[/_-](?<day>\d{1,2})(?!\d)
            | (?<=[/_=-])(?<year>20\d\d)(?<month>0\d|1[0-2])(?<day>[0-2]\d|3[01])(?=$|[/_.?&-])
            | (?<=/)(?<year>20\d\d)/(?<month>0\d|1[0-2])(?<day>[0-2]\d|3[01])(?=/)
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
