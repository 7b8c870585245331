using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate.Wordings;

/// <summary>
/// Finds the amounts of a wording: digits ("12,500", "3.2bn", "5th"), words ("two hundred and fifty", "a dozen", "two
/// thirds"), with per cent, percentage points and currencies before or behind them.
/// </summary>
internal static partial class AmountReader
{
    private static readonly FrozenDictionary<string, decimal> Suffixes = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["k"] = 1_000, ["m"] = 1_000_000, ["mn"] = 1_000_000, ["bn"] = 1_000_000_000, ["b"] = 1_000_000_000, ["tn"] = 1_000_000_000_000, ["trn"] = 1_000_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Ordinals =
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".Split(' ').Select((word, i) => (word, i + 1)).ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, decimal> Fractions = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["half"] = 50, ["halves"] = 50, ["third"] = 100m / 3, ["thirds"] = 100m / 3, ["quarter"] = 25, ["quarters"] = 25, ["fifth"] = 20, ["fifths"] = 20, ["tenth"] = 10, ["tenths"] = 10,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Currencies =
        "dollar euro pound yen yuan rouble rubl franc crown rupe peso lira usd eur gbp krone krona hryvnia zloti shekel won rand".Split(' ').Select(word => Tokenizer.TermOf(word)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string Rupee = Tokenizer.TermOf("rupee");
    private static readonly string Rouble = Tokenizer.TermOf("rouble");

    [GeneratedRegex(@"^(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<suffix>[a-z]*)$")]
    private static partial Regex Figure();

    /// <param name="wording">The text.</param>
    /// <param name="isTaken">Tells words that are part of a date, which are no amounts.</param>
    public static IReadOnlyList<Amount> Read(Wording wording, Func<Word, bool> isTaken)
    {
        var amounts = new List<Amount>();
        var words = wording.Words;
        for (var i = 0; i < words.Length; i++)
        {
            if (isTaken(words[i]) || Start(wording, i) is not var (value, kind, last))
                continue;
            var first = i;
            (value, last) = Scaled(wording, value, last);
            (kind, value, last, var currency) = Measured(wording, first, value, kind, last);
            amounts.Add(new Amount(value, kind, BoundBefore(wording, first), currency, first, last));
            i = last;
        }

        return amounts;
    }

    private static (decimal Value, AmountKind Kind, int Last)? Start(Wording wording, int i)
    {
        var lower = wording.Lower(i);
        if (char.IsAsciiDigit(lower[0]))
            return OfDigits(lower) is var (value, kind) ? (value, kind, i) : null;
        if (lower is "dozen" && wording.Lower(i - 1) is "a" or "half")
            return (wording.Lower(i - 1) == "half" ? 6 : 12, AmountKind.Count, i);
        if (lower is "hundred" or "thousand" or "million" or "billion" && wording.Lower(i - 1) == "a")
            return (1, AmountKind.Count, i - 1); // The scale itself is read next.
        if (lower == "half" && wording.Lower(i + 1) != "dozen" && wording.Lower(i - 1) is not ("first" or "second" or "other" or "a" or "and"))
            return (50, AmountKind.Percent, i);
        if (lower is "third" or "quarter" or "fifth" or "tenth" && wording.Lower(i - 1) is "a" or "one" && wording.Lower(i + 1) == "of")
            return (Fractions[lower], AmountKind.Percent, i);
        if (Ordinals.TryGetValue(lower, out var ordinal) && lower is not ("first" or "second"))
            return (ordinal, AmountKind.Ordinal, i);
        if (Numerals.ValueOf(lower) is not { } number || lower == "one")
            return null;
        if (i + 1 < wording.Words.Length && number is >= 20 and < 100 && number % 10 == 0 && Numerals.ValueOf(wording.Lower(i + 1)) is > 0 and < 10 and var unit && Touches(wording, i))
            return (number + unit, AmountKind.Count, i + 1);
        if (number is > 0 and < 10 && Fractions.TryGetValue(wording.Lower(i + 1), out var fraction) && wording.Lower(i + 1)[^1] == 's')
            return (Math.Round(number * fraction, 1), AmountKind.Percent, i + 1);
        return (number, AmountKind.Count, i);
    }

    private static (decimal, AmountKind)? OfDigits(string lower)
    {
        var match = Figure().Match(lower);
        if (!match.Success || !decimal.TryParse(match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return null;
        var suffix = match.Groups["suffix"].Value;
        if (suffix is "st" or "nd" or "rd" or "th")
            return (value, AmountKind.Ordinal);
        if (!Suffixes.TryGetValue(suffix, out var factor))
            return (value, AmountKind.Count);
        return value < decimal.MaxValue / factor ? (value * factor, AmountKind.Count) : (value, AmountKind.Count);
    }

    /// <summary>"2.5 million", "two hundred and fifty", "three thousand two hundred", "two dozen".</summary>
    private static (decimal, int) Scaled(Wording wording, decimal value, int last)
    {
        while (true)
        {
            var next = wording.Lower(last + 1);
            if (next == "dozen" && value < 100)
                return (value * 12, last + 1);
            if (Numerals.ScaleOf(next) is { } scale && value < decimal.MaxValue / scale)
            {
                (value, last) = (value * scale, last + 1);
                var rest = wording.Lower(last + 1) == "and" ? last + 2 : last + 1;
                if (Numerals.ValueOf(wording.Lower(rest)) is { } number && number < scale && scale <= 1000 && wording.Joined(last, rest) && Numerals.ScaleOf(wording.Lower(rest + 1)) is null)
                {
                    (value, last) = (value + number, rest);
                    if (number >= 20 && number % 10 == 0 && Numerals.ValueOf(wording.Lower(rest + 1)) is > 0 and < 10 and var unit)
                        (value, last) = (value + unit, rest + 1);
                    return (value, last);
                }

                continue;
            }

            return (value, last);
        }
    }

    private static (AmountKind, decimal, int, string?) Measured(Wording wording, int first, decimal value, AmountKind kind, int last)
    {
        var text = wording.Text;
        var end = wording.Words[last].Span.End;
        var next = wording.Lower(last + 1);
        if (end < text.Length && text[end] == '%')
            return (AmountKind.Percent, value, last, null);
        if (next == "percent")
            return (wording.Lower(last + 2).StartsWith("point", StringComparison.Ordinal) ? AmountKind.Points : AmountKind.Percent, value, last + 1, null);
        if (next == "per" && wording.Lower(last + 2) == "cent")
            return (AmountKind.Percent, value, last + 2, null);
        if (next == "percentage" && wording.Lower(last + 2).StartsWith("point", StringComparison.Ordinal))
            return (AmountKind.Points, value, last + 2, null);
        var start = wording.Words[first].Span.Start;
        if (start > 0 && CurrencyOf(text[start - 1]) is { } symbol)
            return (AmountKind.Money, value, last, symbol);
        for (var ahead = last + 1; ahead <= last + 2 && ahead < wording.Words.Length; ahead++)
            if (Currencies.Contains(wording.Words[ahead].Term) && wording.Joined(last, ahead))
                return (AmountKind.Money, value, ahead, wording.Words[ahead].Term);
        return (kind, value, last, null);
    }

    private static string? CurrencyOf(char c) => c switch
    {
        '$' => "dollar",
        '€' => "euro",
        '£' => "pound",
        '¥' => "yen",
        '₹' => Rupee,
        '₽' => Rouble,
        _ => null,
    };

    private static Bound BoundBefore(Wording wording, int first)
    {
        var one = wording.Lower(first - 1) is "a" ? wording.Lower(first - 2) : wording.Lower(first - 1);
        var two = wording.Lower(first - 1) is "a" ? wording.Lower(first - 3) : wording.Lower(first - 2);
        return one switch
        {
            "about" or "around" or "some" or "roughly" or "approximately" or "circa" or "estimated" => Bound.About,
            "nearly" or "almost" or "under" or "below" => Bound.AtMost,
            "over" or "above" or "exceeding" or "minimum" => Bound.AtLeast,
            "than" => two is "more" or "greater" or "higher" ? Bound.AtLeast : two is "less" or "fewer" or "lower" ? Bound.AtMost : Bound.Exact,
            "least" => Bound.AtLeast,
            "most" => two == "at" ? Bound.AtMost : Bound.Exact,
            "to" => two == "up" ? Bound.AtMost : two == "close" ? Bound.About : Bound.Exact,
            "as" => Bound.Exact,
            _ => Bound.Exact,
        };
    }

    private static bool Touches(Wording wording, int i) => wording.Words[i + 1].Span.Start - wording.Words[i].Span.End == 1;
}
