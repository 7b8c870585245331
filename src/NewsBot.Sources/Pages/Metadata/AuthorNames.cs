using System.Net;
using System.Text.RegularExpressions;

namespace NewsBot.Sources.Pages.Metadata;

/// <summary>Reads names out of bylines: "By Ann Example and Bo Sample, Staff Writers | 3 May 2019" names two people.</summary>
internal static partial class AuthorNames
{
    private const int LongestName = 60;
    private const int MostSpaces = 6;
    private const int MostInitials = 3;
    private const int LongestAgency = 5;

    public static IEnumerable<string> In(string? given)
    {
        if (string.IsNullOrWhiteSpace(given) || given.Contains("://", StringComparison.Ordinal))
            return [];
        var text = Tag().Replace(WebUtility.HtmlDecode(given), "\n").Trim();
        if (LastFirst().Match(text) is { Success: true } reversed)
            return [$"{reversed.Groups["first"].Value} {reversed.Groups["last"].Value}"];
        return Separator().Split(text).Select(Name).Where(IsName).Select(name => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    public static bool StartsWithBy(string line) => By().Match(line + " ") is { Success: true, Length: > 0 };

    /// <summary>Nothing but "By".</summary>
    public static bool IsBy(string line) => By().Replace(line.Trim() + " ", "").Trim().Length == 0;

    /// <summary>One of the outlet's own names, or a company.</summary>
    public static bool IsOutlet(string name, IEnumerable<string> outlets) =>
        Company().IsMatch(name)
        || outlets.Any(outlet => outlet.Length > 0 && (outlet.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(outlet, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A word in capitals beside a name: where the author is from.</summary>
    public static bool IsAgency(string name) => name.Length <= LongestAgency && name.All(char.IsAsciiLetterUpper);

    private static string Name(string part)
    {
        var name = By().Replace(part.Trim() + " ", "").Trim();
        // A byline may say "by" twice: once for a screen reader.
        name = By().Replace(name, "");
        if (Ending().Match(name) is { Success: true } ending)
            name = name[..ending.Index];
        return name.Trim(' ', '\t', '\u00a0', ',', ';', ':', '-', '–', '—', '|', '/', '·', '•', '(', ')', '[', ']');
    }

    private static bool IsName(string name) =>
        name.Length is > 1 and < LongestName
        && !name.AsSpan().ContainsAnyInRange('0', '9') && !name.Contains('@', StringComparison.Ordinal)
        && name.Count(c => c == ' ') <= MostSpaces && !NoName().IsMatch(name) && name.Any(char.IsLetter)
        && !name.AsSpan().ContainsAny('!', '?') && name.Count(c => c == '.') <= MostInitials;

    [GeneratedRegex(@"<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?<last>\p{Lu}[\p{Ll}'-]+), (?<first>\p{Lu}[\p{Ll}'-]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex LastFirst();

    [GeneratedRegex(@"[\r\n|;•·]+|\s(?:and|und|et|y|e|&|with)\s|,\s*(?:and\s)?|\s/\s|、", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:(?:written|posted|reported|published|edited|article|story|text|review|words|compiled)?\s*by\b:?|(?:von|par|por|door|di|da|af|av|de)\b:?|(?:autor|autorin|author|authors|redaktion)\s*:|著者[：:]|文[：・:])\s+|^(?:著者[：:]|文[：・:])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex By();

    [GeneratedRegex(@"\s(?:in|on|at|for|updated|published|posted)\s.*$|\s[-–—]\s.*$|\s*\(@?.*$|\s+@\w+.*$|\d.*$|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d.*$|\s(?:is|was) (?:a|an|the)\s.*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\b(?:Inc|Ltd|LLC|GmbH|AG|Corp|Corporation|Company|Media Group|Publishing)\b\.?$|株式会社", RegexOptions.CultureInvariant)]
    private static partial Regex Company();

    [GeneratedRegex(@"^(?:admin|administrator|staff|editor|author|authors?:?|by|in|on|share|follow|twitter|facebook|email|e-mail|instagram|linkedin|comments?|more|read more|view .*|see .*|all posts.*|updated|published|posted|contributors?|reporter|correspondent|editorial|(?:\w+ )?(?:staff|senior|political|national|sports|business|news|freelance|contributing|tech|science|health) (?:writer|reporter|editor|correspondent)s?|.*\bfollow\b.*|.*\bmore stories\b.*|.*\bsubscribe\b.*|.*\bprofile\b.*|about the authors?|link copied|null|undefined|none|unknown|anonymous|am|pm|min read|jr|sr|text size)\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoName();
}
