using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval.Parsing;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>
/// Reads how many people a place has: "Dorrin with 820,000 people", "The country had 3,982,000 inhabitants" where the place
/// was named before.
/// </summary>
internal static partial class Inhabitants
{
    private static readonly HashSet<string> Places = [.. QuestionWords.Set("country city town village island islands region state province capital")];

    [GeneratedRegex(@"\G(?: with| has| had| is home to| was home to|,? with) (?:(?:about|around|some|nearly|almost|roughly) )?(?<number>(?:" + Quantities.Digits + ")" + Quantities.Scale + @"?) (?:people|inhabitants|residents)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Has();

    /// <param name="place">The term of the place's name.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isNamedBefore">Whether the place is named right before the sentence, so that "the country" is it.</param>
    public static IEnumerable<AnswerCandidate> Of(string place, ReadSentence sentence, bool isNamedBefore)
    {
        var unit = sentence.Unit;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Terms[i] != place && !(isNamedBefore && Places.Contains(sentence.Terms[i]) && unit.IsWord(i - 1, "the")))
                continue;
            if (Has().Match(unit.Text, unit.Tokens[i].Span.End) is not { Success: true } match || match.Index + match.Length > unit.Span.End)
                continue;
            var number = match.Groups["number"];
            var span = new TextSpan(number.Index, match.Index + match.Length);
            yield return new AnswerCandidate(span.In(unit.Text), string.Join(' ', Gate.Numerals.In(number.Value)), span) { IsRead = true };
        }
    }
}
