using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>Finds the age that wire copy puts behind a name: "Hilde Sorrow, 71, who ...".</summary>
internal static partial class Ages
{
    [GeneratedRegex(@"\b(?<name>\p{Lu}[\p{L}’'-]+), (?<age>\d{1,3})(?=[,.;])")]
    private static partial Regex BehindName();

    public static IEnumerable<AnswerCandidate> In(Question question, string text, TextSpan span)
    {
        if (!question.Text.Contains("how old", StringComparison.OrdinalIgnoreCase))
            yield break;
        foreach (Match match in BehindName().Matches(span.In(text)))
            if (question.Names.Any(name => name.Text.EndsWith(match.Groups["name"].Value, StringComparison.Ordinal)))
                yield return new AnswerCandidate(match.Groups["age"].Value, match.Groups["age"].Value, new TextSpan(span.Start + match.Groups["age"].Index, span.Start + match.Index + match.Length));
    }
}
