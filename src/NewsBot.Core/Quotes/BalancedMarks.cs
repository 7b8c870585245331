using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>
/// Whether every double quotation mark of a text has its partner, whatever its kind: “ ”, „ “, « », " " and the rest of
/// <see cref="MarkKind"/>, nested or not. A paragraph may be left open where the next one opens again, as a running
/// quotation is set. Marks of inches are none; single marks are apostrophes as often as not and are not asked for.
/// </summary>
internal static partial class BalancedMarks
{
    [GeneratedRegex(@"(?<=\d)[""”″](?=[\s,.;:)×x-]|$)")]
    private static partial Regex Inches();

    public static bool Holds(string text)
    {
        if (!HasDouble(text) || IsPaired(text) || IsNested(text))
            return true;
        // The mark of inches looks like one that closes; without it the others may be in order.
        var bare = Inches().Replace(text, " ");
        return bare != text && IsPaired(bare);
    }

    private static bool IsPaired(string text)
    {
        var paragraphs = Paragraphs(text);
        var quotations = QuotationFinder.Find(text, paragraphs);
        var paired = new HashSet<int>();
        for (var i = 0; i < quotations.Count; i++)
        {
            var span = quotations[i].Span;
            paired.Add(span.Start);
            paired.Add(span.End - 1);
            if (IsDouble(text[span.Start]) && !IsDouble(text[span.End - 1]) && !Reopens(quotations, i))
                return false;
        }

        for (var i = 0; i < text.Length; i++)
            if (IsDouble(text[i]) && !paired.Contains(i))
                return false;
        return true;
    }

    /// <summary>“He said “no”.”: marks that show which way they face may nest in their own kind.</summary>
    private static bool IsNested(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c switch { '“' => 1, '”' => -1, _ => 0 };
            if (depth < 0 || (IsDouble(c) && c is not ('“' or '”')))
                return false;
        }

        return depth == 0;
    }

    /// <summary>Whether the next paragraph goes on with an outer quotation.</summary>
    private static bool Reopens(IReadOnlyList<Quotation> quotations, int index)
    {
        for (var i = index + 1; i < quotations.Count; i++)
            if (quotations[i].Depth == 0)
                return quotations[i].Continues;
        return false;
    }

    private static List<TextSpan> Paragraphs(string text)
    {
        var paragraphs = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '\n')
                continue;
            var (from, to) = (start, i);
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
            while (to > from && char.IsWhiteSpace(text[to - 1]))
                to--;
            if (to > from)
                paragraphs.Add(new TextSpan(from, to));
            start = i + 1;
        }

        return paragraphs;
    }

    private static bool HasDouble(string text)
    {
        foreach (var c in text)
            if (IsDouble(c))
                return true;
        return false;
    }

    private static bool IsDouble(char c) => c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '「' or '」' or '『' or '』' or '＂';
}
