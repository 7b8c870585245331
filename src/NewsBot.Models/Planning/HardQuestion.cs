using System.Text.RegularExpressions;
using NewsBot.Core.Retrieval;

namespace NewsBot.Models.Planning;

/// <summary>Tells questions that one search does not answer: those that compare what several people or outlets say or do.</summary>
internal static partial class HardQuestion
{
    private const int Several = 2;

    [GeneratedRegex(@"\b(?:compar\w*|differ\w*|versus|vs\.?|contrast\w*|agree\w*|disagree\w*|both|respectively|similar\w*|contradict\w*|in common|each of|on the other hand|while)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comparing();

    public static bool Is(Question question) =>
        question.Clauses.Count >= Several || (Comparing().IsMatch(question.Text) && question.Names.Count + question.Outlets.Count >= Several);
}
