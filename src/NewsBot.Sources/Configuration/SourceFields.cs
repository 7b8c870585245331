using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Languages;

namespace NewsBot.Sources.Configuration;

/// <summary>Reads the fields of a source: the same words in <c>sources.yaml</c> and in chat. A fault is the end of a sentence about the field.</summary>
internal static partial class SourceFields
{
    private const int LongestName = 100;
    private const int MostServers = 100;
    private static readonly TimeSpan ShortestRefresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRefresh = TimeSpan.FromDays(30);

    /// <summary>The names of the fields beside the place, as they are written in files.</summary>
    public static readonly IReadOnlyList<string> Names = ["name", "timezone", "language", "refresh", "servers", "paused", "fulltext", "keep", "watch"];

    /// <summary>Sets one field.</summary>
    /// <param name="source">The source so far.</param>
    /// <param name="field">One of <see cref="Names"/>.</param>
    /// <param name="values">Its value; several only for servers.</param>
    /// <param name="fault">What is wrong, when the result is null.</param>
    public static SourceSettings? With(SourceSettings source, string field, IReadOnlyList<string> values, out string fault)
    {
        fault = "has several values, and must have one";
        if (field == "servers")
            return Servers(values, out fault) is { } servers ? source with { Servers = servers } : null;
        if (values.Count != 1)
            return null;
        var value = values[0].Trim();
        switch (field)
        {
            case "name":
                fault = $"must be text of at most {LongestName} characters";
                return value.Length <= LongestName && SafeText.OneLine(value, LongestName) is { } name ? source with { Name = name } : null;
            case "timezone":
                fault = $"is \"{SafeText.Excerpt(value)}\", which is not a time zone such as Europe/Berlin";
                return TryZone(value, out var zone) ? source with { TimeZone = zone } : null;
            case "language":
                fault = $"is \"{SafeText.Excerpt(value)}\", which is not a language such as en or de-AT";
                return LanguageTag.Normalize(value) is { } language ? source with { Language = language } : null;
            case "refresh":
                fault = $"is \"{SafeText.Excerpt(value)}\"; it must be from 1 minute to 30 days, such as 15m, 2h or 1d";
                return TryDuration(value, out var refresh) && refresh >= ShortestRefresh && refresh <= LongestRefresh ? source with { Refresh = refresh } : null;
            case "keep":
                fault = $"is \"{SafeText.Excerpt(value)}\"; it must be an age such as 90d, or a number of articles such as 500";
                return Keep(source, value);
            case "paused":
                return Flag(value, out fault) is { } paused ? source with { Paused = paused } : null;
            case "fulltext":
                return Flag(value, out fault) is { } full ? source with { FullText = full } : null;
            default:
                return Flag(value, out fault) is { } watch ? source with { Watch = watch } : null;
        }
    }

    /// <summary>An address of a feed, a page or a sitemap.</summary>
    public static SourceSettings? At(SourceKind kind, string value, out string fault)
    {
        if (!AddressRules.TryParse(value, out var address, out fault))
            return null;
        fault = "has a user name or password in it";
        return address.UserInfo.Length > 0 ? null : new SourceSettings(kind, address.AbsoluteUri) { Refresh = SourceSettings.UsualRefresh(kind) };
    }

    /// <summary>A path or glob, from the folder of the file that names it.</summary>
    public static SourceSettings? Files(string value, string folder, out string fault)
    {
        fault = "is not a path";
        return string.IsNullOrWhiteSpace(value) || value.Contains('\0', StringComparison.Ordinal)
            ? null
            : new SourceSettings(SourceKind.Files, Path.TrimEndingDirectorySeparator(Path.GetFullPath(value, folder)));
    }

    private static IReadOnlyList<string>? Servers(IReadOnlyList<string> values, out string fault)
    {
        fault = values.Count > MostServers ? $"has more than {MostServers} servers" : "must have the numbers of servers, as Discord shows them (Copy Server ID)";
        return values.Count is > 0 and <= MostServers && values.All(value => ServerId().IsMatch(value)) ? [.. values.Distinct(StringComparer.Ordinal)] : null;
    }

    private static bool? Flag(string value, out string fault)
    {
        fault = $"is \"{SafeText.Excerpt(value)}\"; it must be yes or no";
        return value.ToLowerInvariant() switch
        {
            "yes" or "true" or "on" => true,
            "no" or "false" or "off" => false,
            _ => null,
        };
    }

    private static bool TryZone(string value, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return value.Length is > 0 and < 64 && !value.StartsWith('.') && TimeZoneInfo.TryFindSystemTimeZoneById(value, out zone);
    }

    private static SourceSettings? Keep(SourceSettings source, string value)
    {
        var number = Count().Match(value);
        if (number.Success && int.TryParse(number.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1)
            return source with { KeepCount = count, KeepAge = null };
        return TryDuration(value, out var age) && age >= TimeSpan.FromHours(1) && age <= TimeSpan.FromDays(36500)
            ? source with { KeepAge = age, KeepCount = null }
            : null;
    }

    private static bool TryDuration(string value, out TimeSpan duration)
    {
        duration = default;
        var match = Duration().Match(value);
        if (!match.Success || !int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 1_000_000)
            return false;
        duration = match.Groups[2].Value.ToLowerInvariant()[0] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };
        return true;
    }

    [GeneratedRegex(@"^(\d{1,7}) ?(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    [GeneratedRegex(@"^(\d{1,8})(?: articles?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex(@"^[0-9]{1,20}$", RegexOptions.CultureInvariant)]
    private static partial Regex ServerId();
}
