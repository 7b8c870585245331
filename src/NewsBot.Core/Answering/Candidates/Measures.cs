using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval.Parsing;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>Numbers with a unit of measure: "85 kilometres", "190 metres", "31 degrees".</summary>
internal static partial class Measures
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Length = @"(?:kilo|centi|milli)?met(?:re|er)s?|km|cm|mm|miles?|feet|foot|ft|inch(?:es)?|yards?|light[- ]years?|storeys?|stories|floors";
    private const string Weight = @"kilogram(?:me)?s?|kilos?|kg|gram(?:me)?s?|ton(?:ne)?s?|pounds?|lbs?|ounces?|carats?";
    private const string Speed = @"(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?) (?:an|per|a) (?:hour|second|minute)|km/h|kph|mph|knots?|revolutions";
    private const string Area = @"square (?:\w+)|hectares?|acres?|sq";
    private const string Heat = @"degrees?|°\s?[CF]?";
    private const string Other = @"lit(?:re|er)s?|gallons?|barrels?|bushels?|(?:kilo|mega|giga)?watts?(?:[- ]hours?)?|[kmg]wh?|magnitude";

    private static readonly FrozenDictionary<string, Regex> ByDimension = Table(
        (Unit(Length), "far high tall deep wide thick length height width depth distance"),
        (Unit(Weight), "heavy weight"),
        (Unit(Speed), "fast speed"),
        (Unit(Area), "area"),
        (Unit(Heat), "hot cold temperature"),
        (Unit($"{Length}|{Weight}|{Area}"), "big large size"),
        (Unit($"{Speed}|{Other}"), "strong"));

    private static readonly Regex Any = Unit($"{Length}|{Weight}|{Speed}|{Area}|{Heat}|{Other}|percent|per cent|%");
    private static readonly Regex Long = Unit(Length);

    /// <summary>Words that tell which dimension a number is of.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Words = new[]
    {
        "far distance away apart", "high height tall", "deep depth", "wide width broad", "thick thickness", "long length", "heavy weight weigh", "fast speed pace",
        "large big area size cover", "hot cold temperature warm heat", "strong strength power force",
    }
        .Select(QuestionWords.Set).SelectMany(set => set.Select(term => (term, set)))
        .DistinctBy(pair => pair.term).ToFrozenDictionary(pair => pair.term, pair => pair.set, StringComparer.Ordinal);

    /// <param name="text">The article.</param>
    /// <param name="span">The sentence.</param>
    /// <param name="dimension">The term asked for ("deep", "length"); null for an amount of anything.</param>
    public static IEnumerable<AnswerCandidate> In(string text, TextSpan span, string? dimension)
    {
        var pattern = dimension is null ? Any : ByDimension.GetValueOrDefault(dimension, Any);
        return Matches(pattern, text, span);
    }

    /// <summary>How long a thing is in space, and not by how much it changed or how high it is.</summary>
    public static IEnumerable<AnswerCandidate> LengthsIn(string text, TextSpan span) =>
        Matches(Long, text, span).Where(length => !ChangeBefore().IsMatch(text[Math.Max(span.Start, length.Span.Start - 30)..length.Span.Start]) && !OtherBehind().IsMatch(text[length.Span.End..span.End]));

    [GeneratedRegex(@"\b(?:by|within|every|per|up|down|rose|fell|risen|fallen|waves of|depth of|height of|distance of) (?:about |around |nearly |almost )?$", Options)]
    private static partial Regex ChangeBefore();

    [GeneratedRegex(@"^[ -](?:high|deep|wide|tall|thick|away|apart|from|above|below|lower|higher|deeper|a week|a day|a year|an hour)\b", Options)]
    private static partial Regex OtherBehind();

    /// <summary>Terms of which one tells that a number is of the dimension; empty where any number will do.</summary>
    public static IReadOnlySet<string> WordsOf(string dimension) => Words.TryGetValue(dimension, out var words) ? words : FrozenSet<string>.Empty;

    private static IEnumerable<AnswerCandidate> Matches(Regex pattern, string text, TextSpan span)
    {
        foreach (Match match in pattern.Matches(span.In(text)))
            yield return new AnswerCandidate(match.Value.Trim(), string.Join(' ', Gate.Numerals.In(match.Value)), new TextSpan(span.Start + match.Index, span.Start + match.Index + match.Length));
    }

    private static Regex Unit(string units) => new(
        $@"(?<![\w.,])(?:{Quantities.Digits}|{Quantities.Word}|half a|a){Quantities.Scale}?[ -]?(?:{units})(?!\w)", Options);

    private static FrozenDictionary<string, Regex> Table(params (Regex Pattern, string Words)[] rows) =>
        rows.SelectMany(row => QuestionWords.Set(row.Words).Select(term => (term, row.Pattern))).ToFrozenDictionary(pair => pair.term, pair => pair.Pattern, StringComparer.Ordinal);
}
