using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Core.Answering.Gate;

/// <summary>Numbers in a text in one form: "three", "3" and "3.0" are <c>3</c>; "10,000" is <c>10000</c>; "2.5 million" is <c>2500000</c>.</summary>
internal static partial class Numerals
{
    private static readonly FrozenDictionary<string, int> Words = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
        .Split(' ').Select((word, value) => (word, value))
        .Concat("twenty thirty forty fifty sixty seventy eighty ninety".Split(' ').Select((word, i) => (word, (i + 2) * 10)))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, decimal> Scales = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase)
    {
        ["hundred"] = 100, ["thousand"] = 1_000, ["million"] = 1_000_000, ["billion"] = 1_000_000_000, ["trillion"] = 1_000_000_000_000,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<![\p{L}\d])(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s*(?:st|nd|rd|th)\b)?|(?<![\p{L}\d])(?<words>[a-z]+(?:-[a-z]+)?)(?![\p{L}\d])", RegexOptions.IgnoreCase)]
    private static partial Regex Candidate();

    /// <summary>Whether a word in small letters is a number word or a scale: "three", "million".</summary>
    public static bool IsWord(string lower) => Words.ContainsKey(lower) || Scales.ContainsKey(lower);

    /// <summary>The value of a number word below a hundred; null for any other word.</summary>
    public static int? ValueOf(string lower) => Words.TryGetValue(lower, out var value) ? value : null;

    /// <summary>What "hundred", "million" multiply by; null for any other word.</summary>
    public static decimal? ScaleOf(string lower) => Scales.TryGetValue(lower, out var scale) ? scale : null;

    public static IEnumerable<string> In(string text)
    {
        decimal? pending = null;
        var pendingEnd = -1;
        foreach (Match match in Candidate().Matches(text))
        {
            var word = match.Groups["words"];
            if (word.Success && pending is { } value && Scales.TryGetValue(word.Value, out var scale) && OnlySpaceBetween(text, pendingEnd, match.Index))
            {
                pending = value * scale;
                pendingEnd = match.Index + match.Length;
                continue;
            }

            if (pending is { } done)
            {
                yield return Form(done);
                pending = null;
            }

            pending = word.Success ? OfWords(word.Value) : OfDigits(match.Groups["digits"].Value);
            pendingEnd = match.Index + match.Length;
        }

        if (pending is { } last)
            yield return Form(last);
    }

    private static bool OnlySpaceBetween(string text, int start, int end) =>
        start >= 0 && end > start && text.AsSpan(start, end - start).Trim().Trim('-').IsEmpty;

    private static decimal? OfDigits(string digits) =>
        decimal.TryParse(digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value : null;

    /// <summary>"twenty-five" and "five"; of "three-day" the number is three.</summary>
    private static decimal? OfWords(string words)
    {
        var dash = words.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
            return Words.TryGetValue(words, out var single) ? single : null;
        if (!Words.TryGetValue(words[..dash], out var first))
            return null;
        return first >= 20 && Words.TryGetValue(words[(dash + 1)..], out var unit) && unit is > 0 and < 10 ? first + unit : first;
    }

    private static string Form(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
