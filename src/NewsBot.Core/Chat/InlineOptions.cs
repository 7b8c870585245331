using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Chat;

/// <summary>
/// Options typed into the text where a front end has no fields for them: <c>from:2023-05-01 to:2023-06 source:TASS</c> or
/// <c>source:"Fiction Wire"</c>. What is not a date stays text. Options that the front end gave win.
/// </summary>
internal static partial class InlineOptions
{
    [GeneratedRegex("""(?<!\S)(?<name>from|to|source):(?:"(?<value>[^"]+)"|(?<value>\S+))""", RegexOptions.IgnoreCase)]
    private static partial Regex Option();

    public static CommandCall Read(CommandCall call)
    {
        var text = Option().Replace(call.Text, match =>
        {
            var value = match.Groups["value"].Value;
            switch (match.Groups["name"].Value.ToLowerInvariant())
            {
                case "source":
                    call = call with { Source = call.Source ?? value };
                    return "";
                case "from" when Days(value) is { Start: { } start }:
                    call = call with { Published = call.Published with { Start = call.Published.Start ?? start } };
                    return "";
                case "to" when Days(value) is { End: { } end }:
                    call = call with { Published = call.Published with { End = call.Published.End ?? end } };
                    return "";
                default:
                    return match.Value;
            }
        });
        return call with { Text = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)) };
    }

    /// <summary>2023, 2023-05 or 2023-05-17.</summary>
    private static DateInterval? Days(string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return DateInterval.OnDay(day);
        if (DateOnly.TryParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return new DateInterval(month, month.AddMonths(1).AddDays(-1));
        return DateOnly.TryParseExact(value, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year)
            ? new DateInterval(year, year.AddYears(1).AddDays(-1))
            : null;
    }
}
