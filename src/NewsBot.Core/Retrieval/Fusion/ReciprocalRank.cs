using NewsBot.Core.Corpus;

namespace NewsBot.Core.Retrieval.Fusion;

/// <summary>
/// Joins two rankings of passages by reciprocal rank: <c>fused(p) = sum over rankings of 1 / (60 + rank of p)</c>, ranks from
/// 1, a ranking without p adding nothing (Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and
/// individual Rank Learning Methods", SIGIR 2009, with their k = 60). Only ranks count, as scores of words and of vectors
/// have no common scale.
/// </summary>
public static class ReciprocalRank
{
    private const double K = 60;

    /// <summary>
    /// Everything that either ranking has, so that what the words found is never lost. Those who read the scores expect the
    /// scale of the first ranking, so the fused one takes its scores place by place; places beyond it have its lowest.
    /// </summary>
    /// <param name="words">The ranking by words, best first; ties of the fused ranking go by it.</param>
    /// <param name="meaning">The ranking by meaning. Without it the first is returned as it is.</param>
    public static IReadOnlyList<PassageHit> Fuse(IReadOnlyList<PassageHit> words, IReadOnlyList<PassageHit> meaning)
    {
        if (meaning.Count == 0)
            return words;
        if (words.Count == 0)
            return meaning;
        var fused = new Dictionary<PassageHit, double>();
        foreach (var ranking in (IReadOnlyList<PassageHit>[])[words, meaning])
            for (var place = 0; place < ranking.Count; place++)
            {
                var passage = ranking[place] with { Score = 0 };
                fused[passage] = fused.GetValueOrDefault(passage) + (1 / (K + place + 1));
            }

        var lowest = words.Min(hit => hit.Score);
        return
        [
            .. fused.OrderByDescending(pair => pair.Value) // Stable: of equals the one that was met first.
                .Select((pair, place) => pair.Key with { Score = place < words.Count ? words[place].Score : lowest }),
        ];
    }
}
