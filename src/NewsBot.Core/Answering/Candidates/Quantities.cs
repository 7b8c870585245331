using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>Finds amounts of money, percentages and counted things.</summary>
internal static partial class Quantities
{
    internal const string Digits = @"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?";
    internal const string Word = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|" +
        "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?";
    internal const string Scale = @"(?:[ -]?(?:hundred|thousand|million|billion|trillion|bn|tn|m|k))";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?:(?:US|C|A|NZ|HK)?[$£€¥]\s?(?:" + Digits + ")" + Scale + @"?\b|\b(?:" + Digits + "|" + Word + ")" + Scale + @"?[ -](?:dollars|euros|pounds|yen|yuan|roubles|rubles|rupees|pesos|cents|crowns|kronor|kroner|krona|francs|marks|rand|riyals|dirhams|shekels|lira|baht|won|zlotys?|forints?|reais)\b)", Options)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(?:" + Digits + @"|" + Word + @")\s?(?:%|percent\b|per cent\b|percentage points\b)", Options)]
    private static partial Regex Percent();

    [GeneratedRegex(@"(?<![\w$£€.,])(?<number>(?:" + Digits + "|" + Word + @"|dozens|hundreds|thousands|millions)" + Scale + @"?)(?![\w%])", Options)]
    private static partial Regex Number();

    private static readonly FrozenSet<string> Persons = Retrieval.Parsing.QuestionWords.Set(
        "people person man woman men women child children resident inhabitant civilian victim passenger worker soldier migrant refugee student employee member");

    /// <summary>Who asks how many people asks for anybody; who asks how many children does not.</summary>
    private static readonly FrozenSet<string> Anybody = Retrieval.Parsing.QuestionWords.Set("people person inhabitant resident");

    [GeneratedRegex(@"\bcorrect(?:ed)? (?:number|figure|total|toll|sum|amount|date|year|name|age)\b[^.]{0,30}? (?:is|was|are|were) (?<value>[^.]{1,60})", Options)]
    private static partial Regex Corrected();

    /// <summary>What a correction gives: "The correct number is 12."</summary>
    public static IEnumerable<AnswerCandidate> CorrectedIn(string text, TextSpan span)
    {
        if (Corrected().Match(span.In(text)) is { Success: true } match)
            foreach (var number in Found(Number(), text, new TextSpan(span.Start + match.Groups["value"].Index, span.Start + match.Index + match.Length)))
                yield return number;
    }

    public static IEnumerable<AnswerCandidate> MoneyIn(string text, TextSpan span) => Found(Money(), text, span);

    public static IEnumerable<AnswerCandidate> PercentIn(string text, TextSpan span) => Found(Percent(), text, span);

    /// <summary>Numbers that count the thing asked about: its noun follows within three words, or is joined by a hyphen.</summary>
    public static IEnumerable<AnswerCandidate> CountsIn(string text, TextSpan span, IReadOnlyList<string> noun)
    {
        foreach (var number in Found(Number(), text, span))
        {
            if (noun.Count == 0)
            {
                yield return number;
                continue;
            }

            var people = noun.Any(Anybody.Contains);
            var behind = Tokenizer.Tokenize(text, new TextSpan(number.Span.End, Math.Min(span.End, number.Span.End + 40)));
            foreach (var token in behind.Take(behind is [{ Term: "of" }, ..] ? 4 : 3))
            {
                if (!noun.Contains(token.Term) && !(people && Persons.Contains(token.Term)))
                    continue;
                var whole = new TextSpan(number.Span.Start, token.Span.End);
                yield return new AnswerCandidate(whole.In(text), number.Key, whole);
                break;
            }
        }
    }

    private static IEnumerable<AnswerCandidate> Found(Regex pattern, string text, TextSpan span)
    {
        foreach (Match match in pattern.Matches(span.In(text)))
        {
            var found = new TextSpan(span.Start + match.Index, span.Start + match.Index + match.Length);
            var numerals = string.Join(' ', Gate.Numerals.In(match.Value));
            yield return new AnswerCandidate(match.Value.Trim(), numerals.Length > 0 ? numerals : match.Value.ToLowerInvariant(), found);
        }
    }
}
