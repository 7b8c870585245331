using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Core.Articles;

/// <summary>The place, day and agency that a wire report opens with.</summary>
/// <param name="Length">How many characters of the text it takes, with the white space after it.</param>
/// <param name="Agency">"TASS" of "/TASS/" or "(TASS)"; null without one.</param>
/// <param name="Day">The day, where the dateline has a year.</param>
public sealed partial record Dateline(int Length, string? Agency, DateOnly? Day)
{
    /// <summary>Longer openings are no dateline.</summary>
    public const int Longest = 160;

    /// <summary>How far into an article bylines and stamps may stand before its dateline.</summary>
    private const int LatestStart = 600;

    /// <summary>No dateline of an article reaches further into its text.</summary>
    public const int LatestEnd = LatestStart + (2 * Longest);

    /// <summary>The dateline of an article, which bylines and other lines may stand before: the first that a line opens with, but for the
    /// first line in capitals or brackets, as names with a party in brackets look like one.</summary>
    /// <returns>Where it stands, with the white space after it; null without one.</returns>
    public static TextSpan? In(string text)
    {
        for (var start = 0; start >= 0 && start < Math.Min(LatestStart, text.Length);)
        {
            if ((start == 0 || !char.IsLower(text[Math.Min(start + 1, text.Length - 1)])) && Find(text[start..Math.Min(text.Length, start + (2 * Longest))]) is { } dateline)
                return new TextSpan(start, start + dateline.Length);
            var end = text.IndexOf('\n', start);
            start = end < 0 ? -1 : end + 1;
            while (start > 0 && start < text.Length && text[start] == '\n')
                start++;
        }

        return null;
    }

    /// <summary>
    /// Finds a dateline at the start of a text. Known forms: <c>MINSK, August 17. /TASS/.</c>; <c>ROME, Aug 17 (Agency) -</c>;
    /// <c>ROME (Agency) —</c>; <c>ROME, August 17, 2023 —</c>; <c>ROME —</c>; <c>New York (Agency) The ...</c>; <c>(AGENCY) The ...</c>. Where no agency stands, the place must
    /// be in capitals.
    /// </summary>
    public static Dateline? Find(string text)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        var head = text.Substring(start, Math.Min(Longest, text.Length - start));
        var match = Slashes().Match(head);
        if (!match.Success)
            match = Dash().Match(head);
        if (!match.Success)
            match = Brackets().Match(head);
        if (!match.Success)
            match = Alone().Match(head);
        if (!match.Success)
            return null;
        var agency = match.Groups["agency"] is { Success: true } group ? group.Value.Trim() : null;
        return new Dateline(start + match.Length, agency, DayOf(match));
    }

    private static DateOnly? DayOf(Match match)
    {
        var day = match.Groups["day"].Value;
        var month = match.Groups["month"].Value;
        return match.Groups["year"] is { Success: true } year && month.Length >= 3
            && DateOnly.TryParseExact($"{day} {month[..3]} {year.Value}", "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var result)
            ? result
            : null;
    }

    private const string Month = "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private const string Date = "(?:" + Month + " (?<day>\\d{1,2})|(?<day>\\d{1,2}) " + Month + ")(?:,? (?<year>\\d{4}))?\\.?";
    private const string Place = "\\p{Lu}[\\p{Lu}.'’/-]+(?:[ -][\\p{Lu}.'’/-]+)*(?:, \\p{Lu}[\\p{L}. ]{1,30})?";

    [GeneratedRegex("^\\p{Lu}[^/\\n\"“]{1,60}?(?:, " + Date + ")?\\s+/(?<agency>[^/\\s][^/\\n]{1,40})/(?:[.:,]\\s*|\\s+)(?:[—–−-]+\\s+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Slashes();

    [GeneratedRegex("^" + Place + "(?:, " + Date + "(?:\\s*\\((?<agency>[^()\\n]{2,40})\\))?|\\s*\\((?<agency>[^()\\n]{2,40})\\))?\\s*(?:--|[—–−-])\\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex("^\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,3}(?:, \\p{Lu}[\\p{L}. ]{1,30})?(?:, " + Date + ")?\\s*\\((?<agency>\\p{Lu}[^()\\n]{1,40})\\)\\s*(?:(?:--|[—–−-])\\s*)?(?=[\\p{Lu}\"“‘'„«])", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex("^\\((?<agency>\\p{Lu}{2}[^()\\n]{0,30})\\)\\s*(?:(?:--|[—–−-])\\s*)?(?=[\\p{Lu}\"“‘'„«])", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();
}
