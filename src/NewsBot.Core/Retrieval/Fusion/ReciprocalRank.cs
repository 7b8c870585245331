using NewsBot.Core.Articles;
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
    /// Everything that either ranking has, so that what the words found is never lost. The order is the fused one; the scores
    /// stay those of the words, which sentences are judged by, and what only its meaning found has the lowest of them: near in
    /// meaning is a reason to look at a passage, and none to take it for the answer.
    /// </summary>
    /// <param name="words">The ranking by words, best first; ties of the fused ranking go by it.</param>
    /// <param name="meaning">The ranking by meaning. Without it the first is returned as it is.</param>
    public static IReadOnlyList<PassageHit> Fuse(IReadOnlyList<PassageHit> words, IReadOnlyList<PassageHit> meaning)
    {
        if (meaning.Count == 0)
            return words;
        if (words.Count == 0)
            return meaning;
        var lowest = words.Min(hit => hit.Score);
        var fused = new Dictionary<(ArticleId, int), (PassageHit Hit, double Value)>();
        foreach (var ranking in (IReadOnlyList<PassageHit>[])[words, [.. meaning.Select(hit => hit with { Score = lowest })]])
            for (var place = 0; place < ranking.Count; place++)
            {
                var hit = ranking[place];
                var (first, value) = fused.GetValueOrDefault((hit.Article, hit.Ordinal), (hit, 0));
                fused[(hit.Article, hit.Ordinal)] = (first, value + (1 / (K + place + 1)));
            }

        return [.. fused.Values.OrderByDescending(entry => entry.Value).Select(entry => entry.Hit)]; // Stable: of equals the one that was met first.
    }
}
