using System.Text.RegularExpressions;
using NewsBot.Core.Dates;

namespace NewsBot.Evaluation.Gate.Adversarial;

/// <summary>Names in a sentence, by capitals behind the first word: the rewriters' own simple reading.</summary>
internal static partial class SentenceNames
{
    [GeneratedRegex(@"(?<![\p{L}.'’-])(?:\p{Lu}[\p{Ll}\p{M}'’-]+)(?: (?:(?:van|von|de|der|al|bin) )?\p{Lu}[\p{Ll}\p{M}'’-]+)*")]
    private static partial Regex Capitals();

    private static readonly HashSet<string> NoNames =
        [.. WordPairs.Months, .. WordPairs.Weekdays, "The", "A", "An", "With", "Former", "Current", "Three", "Two", "Four", "When", "For", "There", "All", "Our", "As", "After", "While", "Since", "If", "By", "From", "Some", "Many", "Most", "New", "Old", "Path", "In", "On", "At", "But", "And", "He", "She", "It", "They", "We", "I", "His", "Her", "Its", "Their", "This", "That", "These", "Those", "Mr", "Mrs", "Ms", "Dr", "President", "Minister", "Prime", "Sen", "Rep", "Gov", "Senator", "Governor", "Mayor", "General", "Secretary"];

    public static List<(int Start, string Name)> In(string text) =>
    [
        .. Capitals().Matches(text).Where(match => match.Index == 0 ? match.Value.Contains(' ', StringComparison.Ordinal) : match.Index > 1 && text[match.Index - 1] == ' ' && (char.IsLower(text[match.Index - 2]) || text[match.Index - 2] == ','))
            .Select(match => (match.Index, Trimmed(match.Value)))
            .Where(name => !name.Item2.AsSpan().ContainsAny('\'', '’') && !IsQuoted(text, name.Item1) && !name.Item2.Split(' ').Any(NoNames.Contains) && name.Item2.Length > 2),
    ];

    private static bool IsQuoted(string text, int at) => text.AsSpan(0, at).Count('“') > text.AsSpan(0, at).Count('”') || text.AsSpan(0, at).Count('"') % 2 == 1;

    private static string Trimmed(string name) => name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name.TrimEnd('\'', '’', '-');

    /// <summary>Words that are part of a name somewhere in an article.</summary>
    public static HashSet<string> Words(IEnumerable<TrueSentence> sentences) =>
        [.. sentences.SelectMany(sentence => In(sentence.Text)).Where(name => name.Start > 0).SelectMany(name => name.Name.Split(' '))];

    /// <summary>Time expressions inside a sentence, with where they stand in its text.</summary>
    public static IEnumerable<(TimeExpression Time, int At)> Times(TrueSentence sentence)
    {
        foreach (var time in sentence.Article.Analysis.Times)
            if (sentence.Sentence.Span.Contains(time.Span) && time.Basis != TimeBasis.Dateline && sentence.Text.IndexOf(time.Text, StringComparison.Ordinal) is var at and >= 0)
                yield return (time, at);
    }
}
