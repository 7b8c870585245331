using System.Text.RegularExpressions;

namespace NewsBot.Sources.Languages;

/// <summary>Language tags after BCP 47, as far as articles need them.</summary>
internal static partial class LanguageTag
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en", ["german"] = "de", ["deutsch"] = "de", ["french"] = "fr", ["spanish"] = "es", ["italian"] = "it",
        ["portuguese"] = "pt", ["dutch"] = "nl", ["polish"] = "pl", ["russian"] = "ru", ["ukrainian"] = "uk",
        ["eng"] = "en", ["ger"] = "de", ["deu"] = "de", ["fre"] = "fr", ["fra"] = "fr", ["spa"] = "es", ["ita"] = "it",
        ["rus"] = "ru", ["ukr"] = "uk",
    };

    /// <returns>The tag with its language in lower case ("en", "de-AT"); null for what is no tag.</returns>
    public static string? Normalize(string? given)
    {
        var tag = given?.Trim().Replace('_', '-');
        if (string.IsNullOrEmpty(tag))
            return null;
        if (Names.TryGetValue(tag, out var known))
            return known;
        if (!Tag().IsMatch(tag))
            return null;
        var parts = tag.Split('-', 2);
        var language = parts[0].ToLowerInvariant();
        return parts.Length == 1 ? language : $"{language}-{parts[1]}";
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
