using System.Text.RegularExpressions;

namespace NewsBot.Core.Answering.Gate;

/// <summary>Words that turn a statement into its opposite.</summary>
internal static partial class Negation
{
    [GeneratedRegex(@"\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|denie[sd]|deny(?:ing)?|refuse[sd]?|refusing|reject(?:s|ed|ing)?|fail(?:s|ed)? to|unable)\b|n't\b", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    public static bool In(string text) => Word().IsMatch(text);
}
