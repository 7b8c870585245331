using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Pages.Dating;

namespace NewsBot.Sources.Feeds;

/// <summary>
/// Reads the dates of feeds: those of RFC 822 with two-digit years, names of days that do not fit and names of months in other
/// languages; those of ISO 8601 down to a year, with and without marks; those of the C library. A time without a zone is in UTC.
/// </summary>
internal static partial class FeedDate
{
    private const int Longest = 80;

    private static readonly Dictionary<string, int> ZoneHours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7, ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10,
        ["ET"] = -5, ["CT"] = -6, ["MT"] = -7, ["PT"] = -8, ["AST"] = -4, ["ADT"] = -3, ["BRT"] = -3,
        ["BST"] = 1, ["CET"] = 1, ["CEST"] = 2, ["MEZ"] = 1, ["MESZ"] = 2, ["WEST"] = 1, ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3, ["JST"] = 9, ["KST"] = 9, ["HKT"] = 8, ["AEST"] = 10, ["AEDT"] = 11,
    };

    public static PublicationTime? Of(string? given)
    {
        if (given?.Trim() is not { Length: > 3 and <= Longest } text)
            return null;
        foreach (var form in (ReadOnlySpan<Regex>)[Iso(), Rfc822(), CLibrary()])
        {
            if (form.Match(text) is { Success: true } match)
                return Read(match);
        }

        if (Ordinal().Match(text) is { Success: true } ordinal)
        {
            var (year, day) = (Number(ordinal, "year")!.Value, Number(ordinal, "number")!.Value);
            return day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365) ? PublicationTime.OnDay(new DateOnly(year, 1, 1).AddDays(day - 1)) : null;
        }

        return PublicationDate.TryParse(text, out var time) ? time : DateText.Of(text, DayOrder.DayFirst);
    }

    private static PublicationTime? Read(Match match)
    {
        var year = Number(match, "year")!.Value;
        if (match.Groups["year"].Length == 2)
            year += year < 70 ? 2000 : 1900;
        var named = match.Groups["name"];
        var month = named.Success ? MonthNames.Number(named.Value) : Number(match, "month");
        var day = Number(match, "day");
        if (year < 1970 || (named.Success && month is null) || month is < 1 or > 12 || (day is { } d && (d < 1 || d > DateTime.DaysInMonth(year, month!.Value))))
            return null;
        var start = new DateTime(year, month ?? 1, day ?? 1);
        if (Number(match, "hour") is not { } hour || Number(match, "minute") is not { } minute)
            return new PublicationTime(new DateTimeOffset(start, TimeSpan.Zero), day is not null ? DatePrecision.Day : month is not null ? DatePrecision.Month : DatePrecision.Year);
        if (match.Groups["half"].Value is ['p' or 'P', ..] && hour < 12)
            hour += 12;
        // A leap second is the last one of its minute here.
        var second = Math.Min(Number(match, "second") ?? 0, 59);
        if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
            return PublicationTime.OnDay(DateOnly.FromDateTime(start));
        var offset = Offset(match.Groups["zone"].Value);
        var local = start.AddHours(hour).AddMinutes(minute).AddSeconds(second);
        if (Fraction(match) is > 0 and var fraction)
            local = local.AddTicks(fraction);
        return new PublicationTime(new DateTimeOffset(local, offset), DatePrecision.Minute);
    }

    private static long Fraction(Match match) =>
        match.Groups["fraction"] is { Success: true } digits ? long.Parse(digits.Value.PadRight(7, '0')[..7], CultureInfo.InvariantCulture) : 0;

    private static TimeSpan Offset(string zone)
    {
        if (NumericZone().Match(zone) is { Success: true } numeric)
        {
            var minutes = (int.Parse(numeric.Groups["h"].ValueSpan, CultureInfo.InvariantCulture) * 60) + (Number(numeric, "m") ?? 0);
            return minutes > 14 * 60 ? TimeSpan.Zero : TimeSpan.FromMinutes(numeric.Groups["sign"].Value == "-" ? -minutes : minutes);
        }

        return TimeSpan.FromHours(ZoneHours.GetValueOrDefault(zone));
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<year>(?:19|20)\d\d)(?:-?(?<month>\d\d)(?:-?(?<day>\d\d)(?:[T\s]\s*(?<hour>\d\d?):?(?<minute>\d\d)(?::?(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<zone>Z|[A-Z]{2,4}|[+-]\d{1,2}:?\d{0,2})?)?)?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<year>(?:19|20)\d\d)-?(?<number>\d{3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^(?:[\p{L}.]+,?\s*)?(?:(?<day>\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?<name>[\p{L}\p{M}]{3,15})|(?<name>[\p{L}\p{M}]{3,15})\.?\s+(?<day>\d{1,2})),?[\s.-]*(?<year>\d{4}|\d\d)(?:,?\s+(?:at\s+)?(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:\.(?<fraction>\d{1,9}))?)?\s*(?<half>[ap]\.?m\.?)?\s*(?<zone>[+-]\d{1,2}:?\d{0,2}|[A-Z]{1,5}(?:[+-]\d{1,2}:?\d{0,2})?)?(?:\s*\(.*\))?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rfc822();

    [GeneratedRegex(@"^[A-Za-z]{3,9}\s+(?<name>[A-Za-z]{3,9})\s+(?<day>\d{1,2})\s+(?<hour>\d\d?):(?<minute>\d\d):(?<second>\d\d)\s+(?:(?<zone>[A-Z]{1,4}|[+-]\d{4})\s+)?(?<year>\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex CLibrary();

    [GeneratedRegex(@"^(?:GMT|UTC|UT)?(?<sign>[+-])(?<h>\d{1,2}):?(?<m>\d\d)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumericZone();
}
