using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;

namespace NewsBot.Sources.Cleaning;

/// <summary>
/// Reads the publication date of an article. A day stays a day; a time without an offset is taken as UTC. Forms that could
/// be two dates (08/09/2023) and dates without a day are not read.
/// </summary>
internal static partial class PublicationDate
{
    private const int LongestDate = 64;
    private const int FirstYear = 1600;
    private const int LastYear = 2999;

    /// <summary>The usual ones come first: each form that does not fit costs time.</summary>
    private static readonly string[] DayForms =
    [
        "yyyy-M-d", "ddd, d MMM yyyy", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "d.M.yyyy",
        "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy",
        "dddd, d MMMM yyyy", "dddd, MMMM d, yyyy", "ddd, MMM d, yyyy",
    ];

    private static readonly string[] InstantForms =
        DayForms.SelectMany(day => new[] { "T", "' '" }.SelectMany(between => new[] { "H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF", "HHmmss", "h:mm tt" }
            .SelectMany(time => new[] { "", "zzz", " zzz" }.Select(zone => $"{day}{(between == "T" ? "'T'" : between)}{time}{zone}")))).ToArray();

    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = "+00:00", ["UT"] = "+00:00", ["UTC"] = "+00:00", ["GMT"] = "+00:00",
        ["EST"] = "-05:00", ["EDT"] = "-04:00", ["CST"] = "-06:00", ["CDT"] = "-05:00",
        ["MST"] = "-07:00", ["MDT"] = "-06:00", ["PST"] = "-08:00", ["PDT"] = "-07:00",
        ["CET"] = "+01:00", ["CEST"] = "+02:00", ["EET"] = "+02:00", ["EEST"] = "+03:00", ["MSK"] = "+03:00",
    };

    public static bool TryParse(string given, out PublicationTime published)
    {
        published = default;
        var text = given.Trim();
        if (text.Length is 0 or > LongestDate)
            return false;
        text = Fold(text);
        if (DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            published = PublicationTime.OnDay(day);
            return IsUsable(day.Year);
        }

        const DateTimeStyles style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, style, out var instant) || IsUnixTime(text, out instant))
        {
            published = new PublicationTime(instant, DatePrecision.Minute);
            return IsUsable(instant.Year);
        }

        return false;
    }

    private static bool IsUsable(int year) => year is >= FirstYear and <= LastYear;

    /// <summary>Seconds or milliseconds since 1970, as many programs export them.</summary>
    private static bool IsUnixTime(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length is not (9 or 10 or 12 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        instant = text.Length > 10 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);
        return true;
    }

    /// <summary>Brings the small differences of one form together: named zones, "+0300", "Aug." and "Sept.", "17th", more than seven decimals.</summary>
    private static string Fold(string text)
    {
        text = Spacing().Replace(text, " ");
        text = MonthStop().Replace(text, "$1");
        text = Ordinal().Replace(text, "$1");
        text = LongFraction().Replace(text, "$1");
        var zone = NamedZone().Match(text);
        if (zone.Success && Zones.TryGetValue(zone.Groups[1].Value, out var offset))
            return text[..zone.Index] + offset;
        return ShortOffset().Replace(text, m => $"{m.Groups[1].Value}:{(m.Groups[2].Length == 0 ? "00" : m.Groups[2].Value)}");
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spacing();

    [GeneratedRegex(@"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:t?\.|t\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MonthStop();

    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(\.\d{7})\d+", RegexOptions.CultureInvariant)]
    private static partial Regex LongFraction();

    [GeneratedRegex(@"(?<=\d) ?([A-Za-z]{1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex NamedZone();

    [GeneratedRegex(@"(?<=\d{2}(?::?\d{2})(?::?\d{2}(?:\.\d+)?)? ?)([+-]\d{2})(\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortOffset();
}
