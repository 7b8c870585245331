namespace NewsBot.Evaluation.Dates;

/// <summary>A gold expression: its span in the text and its TIMEX3 value, null where the annotators gave none.</summary>
internal sealed record GoldTimex(int Start, int End, string? Value);

/// <summary>
/// Scores of time expressions as in TempEval-3 (UzZaman et al. 2013). Relaxed: a system expression and a gold expression
/// overlap, each used once. Strict: their spans are equal. Value: they overlap and their values are equal. Precision is
/// over the system's expressions, recall over the gold ones, F1 their harmonic mean.
/// </summary>
internal sealed class TimexScore
{
    private int gold;
    private int system;
    private int relaxed;
    private int strict;
    private int values;

    public int Gold => gold;

    public int System => system;

    /// <summary>Pairs up the expressions of one text, in order; reports each miss.</summary>
    /// <param name="golds">The gold expressions.</param>
    /// <param name="found">The system's expressions.</param>
    /// <param name="miss">Called with the kind of miss, the gold and the system expression.</param>
    public void Add(IReadOnlyList<GoldTimex> golds, IReadOnlyList<GoldTimex> found, Action<string, GoldTimex?, GoldTimex?>? miss = null)
    {
        gold += golds.Count;
        system += found.Count;
        var used = new bool[found.Count];
        foreach (var expected in golds)
        {
            var best = -1;
            for (var i = 0; i < found.Count; i++)
            {
                var overlaps = found[i].Start < expected.End && expected.Start < found[i].End;
                if (!used[i] && overlaps && (best < 0 || (found[i].Start == expected.Start && found[i].End == expected.End)))
                    best = i;
            }

            if (best < 0)
            {
                miss?.Invoke("missed", expected, null);
                continue;
            }

            used[best] = true;
            relaxed++;
            var exact = found[best].Start == expected.Start && found[best].End == expected.End;
            if (exact)
                strict++;
            if (found[best].Value == expected.Value)
                values++;
            else
                miss?.Invoke("value", expected, found[best]);
            if (!exact)
                miss?.Invoke("extent", expected, found[best]);
        }

        for (var i = 0; i < found.Count; i++)
            if (!used[i])
                miss?.Invoke("spurious", null, found[i]);
    }

    public IReadOnlyList<Score> Scores(double relaxedBar, double? strictBar, double valueBar) =>
    [
        new("relaxed F1", F1(relaxed), relaxedBar, $"{relaxed} of {gold} gold and {system} found"),
        new("strict F1", F1(strict), strictBar),
        new("value F1", F1(values), valueBar, $"{values} values"),
        new("relaxed precision", system == 0 ? 0 : (double)relaxed / system),
        new("relaxed recall", gold == 0 ? 0 : (double)relaxed / gold),
    ];

    private double F1(int matched) => gold + system == 0 ? 0 : 2.0 * matched / (gold + system);
}
