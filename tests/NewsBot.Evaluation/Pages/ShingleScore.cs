using System.Text.RegularExpressions;

namespace NewsBot.Evaluation.Pages;

/// <summary>
/// How much of two texts is the same, as the article extraction benchmark of Zyte counts it: runs of four words (a whole
/// text of fewer words is one run), each as often as it occurs; precision and recall of one page, whose means over the pages
/// make the F1.
/// </summary>
internal sealed partial record ShingleScore(double Precision, double Recall, bool Exact)
{
    private const int Length = 4;

    public static ShingleScore Of(string gold, string found)
    {
        var (goldWords, foundWords) = (Words(gold), Words(found));
        var (expected, given) = (Shingles(goldWords), Shingles(foundWords));
        var both = expected.Sum(s => Math.Min(s.Value, given.GetValueOrDefault(s.Key)));
        var (fp, fn) = (given.Values.Sum() - both, expected.Values.Sum() - both);
        var none = fp == 0 && fn == 0;
        return new(none ? 1 : both == 0 ? 0 : both / (double)(both + fp), none ? 1 : both == 0 ? 0 : both / (double)(both + fn), goldWords.SequenceEqual(foundWords));
    }

    public static double F1(IReadOnlyCollection<ShingleScore> pages)
    {
        var (precision, recall) = (pages.Average(p => p.Precision), pages.Average(p => p.Recall));
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    public static string[] Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    private static Dictionary<string, int> Shingles(string[] words) =>
        Enumerable.Range(0, Math.Max(1, words.Length - Length + 1))
            .Select(i => string.Join(' ', words.Skip(i).Take(Length)))
            .GroupBy(s => s, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{N}_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
