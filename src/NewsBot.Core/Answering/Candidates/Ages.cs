using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>
/// Finds the age of whom or what a question names: "Hilde Sorrow, 71, who ...", "the 26-year-old student", "aged 54", "is
/// 90 years old"; of a person only where the name stands before it, so that nobody gets another's age.
/// </summary>
internal static partial class Ages
{
    private const int Reach = 60;

    [GeneratedRegex(@"(?<=\p{L}, )(?<age>\d{1,3})(?=[,.;])|\b(?<age>\d{1,3})[- ]years?[- ]old\b|\baged (?<age>\d{1,3})\b|\bage of (?<age>\d{1,3})\b|\b(?:was|is|turned|turns) (?<age>\d{1,3})(?=[,.;]| years| on\b)")]
    private static partial Regex Age();

    public static IEnumerable<AnswerCandidate> In(Question question, string text, TextSpan span)
    {
        var last = question.Names.Select(name => name.Terms[^1]).ToHashSet(StringComparer.Ordinal);
        foreach (Match match in Age().Matches(span.In(text)))
        {
            var age = match.Groups["age"];
            var at = new TextSpan(span.Start + age.Index, span.Start + age.Index + age.Length);
            if (last.Count == 0 || IsNear(text, span, at, last))
                yield return new AnswerCandidate(age.Value, age.Value, at);
        }
    }

    /// <summary>The name right before the age, or close behind it, with no other name between.</summary>
    private static bool IsNear(string text, TextSpan sentence, TextSpan age, HashSet<string> names)
    {
        var before = Tokenizer.Tokenize(text, new TextSpan(sentence.Start, age.Start)).FindLast(token => char.IsUpper(text[token.Span.Start]));
        if (before.Term is not null && names.Contains(before.Term) && age.Start - before.Span.End <= Reach)
            return true;
        var behind = Tokenizer.Tokenize(text, new TextSpan(age.End, Math.Min(sentence.End, age.End + Reach)))
            .SkipWhile(token => !char.IsUpper(text[token.Span.Start])).TakeWhile(token => char.IsUpper(text[token.Span.Start]));
        return text.AsSpan(age.End).StartsWith("-year") && behind.Any(token => names.Contains(token.Term));
    }
}
