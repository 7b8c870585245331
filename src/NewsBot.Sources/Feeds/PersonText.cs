using System.Text.RegularExpressions;
using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Feeds;

/// <summary>A person as RSS writes one: "ann@example.org (Ann Example)" or "Ann Example &lt;ann@example.org&gt;".</summary>
internal static partial class PersonText
{
    private const int Longest = 200;

    /// <returns>The name; the address where there is only that.</returns>
    public static string? NameOf(string? given)
    {
        var text = TextConstruct.Line(WithAddress().Replace(given ?? "", ""));
        if (text is null)
            return SafeText.OneLine(given?.Trim(' ', '<', '>'), Longest);
        return InParentheses().Match(text) is { Success: true } match ? match.Groups["name"].Value.Trim() : text;
    }

    [GeneratedRegex(@"\s*<\s*(?:mailto:)?[^<>\s@]{1,100}@[^<>\s]{1,200}\s*>", RegexOptions.CultureInvariant)]
    private static partial Regex WithAddress();

    [GeneratedRegex(@"^[^\s@()]{1,100}@[^\s()]{1,200}\s*\((?<name>[^()]{2,150})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex InParentheses();
}
