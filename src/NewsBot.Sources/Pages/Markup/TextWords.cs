using System.Text.RegularExpressions;

namespace NewsBot.Sources.Pages.Markup;

/// <summary>The words of a text for comparing two of them: in lower case, without marks; each Chinese or Japanese character is a word.</summary>
internal static partial class TextWords
{
    public static HashSet<string> Of(string text) => [.. InOrder(text)];

    public static IReadOnlyList<string> InOrder(string text) => [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant())];

    [GeneratedRegex(@"[\u3040-\u30ff\u4e00-\u9fff]|[\p{L}\p{N}-[\u3040-\u30ff\u4e00-\u9fff]]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
