using System.Text.RegularExpressions;

namespace NewsBot.Core.Retrieval.Parsing.Parts;

/// <summary>
/// Splits "How many seats did both the Harbour Party and the Green List win?" into one question about each name. What both of
/// them said or reported is one question, and so is whether both did something.
/// </summary>
internal static partial class BothNames
{
    private const string Name = @"(?:the |The )?\p{Lu}[\p{L}\p{N}’'.-]*(?: (?:of (?:the )?)?\p{Lu}[\p{L}\p{N}’'.-]*){0,4}";

    [GeneratedRegex(@"(?<!\b(?:by|from|in|reports?|articles?) )\bboth (?<first>" + Name + ") and (?<second>" + Name + @")(?=[\s?.!,]|$)")]
    private static partial Regex Both();

    [GeneratedRegex(@"^(?:who|whom|what|which|where|when|why|how)\b(?!.*\b(?:say|said|tell|told|state|stated|report|reported|claim|claimed|article|articles)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksOfEach();

    /// <returns>Two parts; none where nothing is asked of both.</returns>
    public static IReadOnlyList<QuestionPart> Split(string text)
    {
        var asked = text.Trim();
        if (!AsksOfEach().IsMatch(asked) || Both().Matches(asked) is not [var both])
            return [];
        return [.. new[] { both.Groups["first"].Value, both.Groups["second"].Value }
            .Select(name => asked[..both.Index] + name + asked[(both.Index + both.Length)..])
            .Select(full => new QuestionPart(full, QuestionParts.WordsOf(full)))];
    }
}
