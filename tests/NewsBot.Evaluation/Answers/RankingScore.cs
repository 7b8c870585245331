namespace NewsBot.Evaluation.Answers;

/// <summary>
/// Ranking measures over questions with several gold items each. Hits@k is the share of all gold items that stand among the
/// first k; MAP@10 averages, over questions, the precision at each gold item of the first ten, divided by the smaller of
/// ten and the number of gold items; MRR@10 averages one over the rank of the first gold item, 0 behind rank ten.
/// </summary>
internal sealed class RankingScore
{
    private int _questions;
    private int _gold;
    private int _hits4;
    private int _hits10;
    private double _averagePrecision;
    private double _reciprocalRank;

    public void Add(IReadOnlyList<string> ranking, IReadOnlyCollection<string> gold)
    {
        _questions++;
        _gold += gold.Count;
        _hits4 += ranking.Take(4).Count(gold.Contains);
        var found = 0;
        var precision = 0.0;
        for (var i = 0; i < Math.Min(10, ranking.Count); i++)
        {
            if (!gold.Contains(ranking[i]))
                continue;
            found++;
            precision += (double)found / (i + 1);
            if (found == 1)
                _reciprocalRank += 1.0 / (i + 1);
        }

        _hits10 += found;
        _averagePrecision += precision / Math.Min(10, gold.Count);
    }

    public IReadOnlyList<Score> Scores() =>
    [
        new("Hits@4", (double)_hits4 / _gold, 0.85, $"{_hits4} of {_gold} gold facts"),
        new("Hits@10", (double)_hits10 / _gold, 0.93, $"{_hits10} of {_gold}"),
        new("MAP@10", _averagePrecision / _questions),
        new("MRR@10", _reciprocalRank / _questions, 0.94, $"{_questions} questions"),
    ];
}
