using System.Text.RegularExpressions;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>
/// Reads the value of what is asked by its noun: the amount behind it that "of", "at", "to" or a copula joins ("raised its key
/// rate to 5.25 percent", "Turnout was 71 percent", "a cable of 85 kilometres"). What it changed by is no value, nor is what it
/// is only expected to be, and a bare year is none.
/// </summary>
internal static partial class Values
{
    private const int Reach = 7;

    private static readonly HashSet<string> Expected = [.. "expect forecast project predict plan estimate hope".Split(' ').Select(word => Text.Tokenizer.TermOf(word))];

    [GeneratedRegex(@"^(?:1[5-9]|20)\d\d$")]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![\w.,])(?:(?:US|C|A)?[$£€¥]\s?)?(?:" + Quantities.Digits + "|" + Quantities.Word + ")" + Quantities.Scale + @"?(?:\s?%|[ -](?:percentage points|percent|per cent|crowns|marks|dollars|euros|pounds|yen|yuan|francs|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|tons?|tonnes?|degrees|points|votes|people|inhabitants))?(?![\w%])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    /// <param name="noun">The terms of the noun with its modifiers, head last: "key rate".</param>
    /// <param name="sentence">The sentence.</param>
    public static IEnumerable<AnswerCandidate> Of(IReadOnlyList<string> noun, ReadSentence sentence)
    {
        var unit = sentence.Unit;
        var text = unit.Text;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Terms[i] != noun[^1] || (noun.Count > 1 && (i == 0 || !noun.Contains(sentence.Terms[i - 1]))))
                continue;
            AnswerCandidate? found = null;
            for (var j = i + 1; j < sentence.Count && j <= i + Reach; j++)
            {
                if (!unit.Tokens[j].IsWord || unit.Is(j, WordClass.Relative | WordClass.Subordinator & ~WordClass.Preposition) && !NounPhrases.IsPlainPreposition(unit, j))
                    break;
                if (unit.Is(j, WordClass.Modal) || Expected.Contains(sentence.Terms[j]))
                    break;
                if (!unit.IsWord(j, "of") && !unit.IsWord(j, "at") && !unit.IsWord(j, "to") && !unit.Is(j, WordClass.Be))
                    continue;
                var start = j + 1;
                while (unit.IsWord(start, "about") || unit.IsWord(start, "around") || unit.IsWord(start, "nearly") || unit.IsWord(start, "almost"))
                    start++;
                if (start < sentence.Count && Amount().Match(text, unit.Tokens[start].Span.Start) is { Success: true } match && match.Index == unit.Tokens[start].Span.Start && match.Index + match.Length <= unit.Span.End && !Year().IsMatch(match.Value))
                    found = new AnswerCandidate(match.Value, string.Join(' ', Gate.Numerals.In(match.Value)), new(match.Index, match.Index + match.Length)) { IsRead = true };
            }

            if (found is not null)
                yield return found;
        }
    }
}
