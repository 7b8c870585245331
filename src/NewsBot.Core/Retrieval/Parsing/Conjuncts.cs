using System.Text.RegularExpressions;

namespace NewsBot.Core.Retrieval.Parsing;

/// <summary>Takes a list in words apart: "Quist, Valdane and the mayor", "either Quist or Valdane", "Quist vs Valdane".</summary>
internal static partial class Conjuncts
{
    private const int Most = 12;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\s*[,;]\s*(?:(?:and|or)\s+)?|\s+(?:and|or|nor|vs\.?|versus|as well as)\s+", Options)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:both|either|neither)\s+", Options)]
    private static partial Regex Opener();

    /// <param name="text">The list; what is none comes back as its only part.</param>
    /// <param name="isOne">Tells words that belong together although a joining word stands in them: "Trade and Industry".</param>
    public static IReadOnlyList<string> Of(string text, Func<string, bool> isOne)
    {
        text = text.Trim();
        text = text[Opener().Match(text).Length..];
        var separators = Separator().Matches(text).Take(Most - 1).ToList();
        var parts = new List<string>();
        for (var first = 0; first <= separators.Count;)
        {
            var last = separators.Count;
            while (last > first && !isOne(Between(text, separators, first, last)))
                last--;
            if (Between(text, separators, first, last) is { Length: > 0 } part)
                parts.Add(part);
            first = last + 1;
        }

        return parts.Count > 0 ? parts : [text];
    }

    private static string Between(string text, List<Match> separators, int first, int last)
    {
        var start = first == 0 ? 0 : separators[first - 1].Index + separators[first - 1].Length;
        var end = last == separators.Count ? text.Length : separators[last].Index;
        return text[start..end].Trim();
    }
}
