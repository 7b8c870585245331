using System.Text.RegularExpressions;

namespace NewsBot.Core.Retrieval.Parsing;

/// <summary>Where a long question turns from one outlet to the next.</summary>
internal static partial class ClauseBreaks
{
    [GeneratedRegex(@"\b(?:while|whereas|and|but|or|when|before|after|compared)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Conjunction();

    /// <summary>The last comma between the two mentions, else the last conjunction, else where the second one starts.</summary>
    public static int Between(string text, int from, int to)
    {
        var between = text[from..to];
        var comma = between.LastIndexOfAny([',', ';']);
        if (comma >= 0)
            return from + comma + 1;
        return Conjunction().Matches(between).LastOrDefault() is { } conjunction ? from + conjunction.Index : to;
    }
}
