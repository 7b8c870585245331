using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Retrieval;

/// <summary>Merges rankings in turns.</summary>
internal static class Turns
{
    private const double RankConstant = 10;

    /// <summary>
    /// Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009), <c>sum over lists of w / (10 + rank)</c>, in which the
    /// whole question counts as much as all its parts together; ties by score in the whole ranking.
    /// </summary>
    public static IReadOnlyList<PassageHit> Merge(IReadOnlyList<PassageHit> whole, IReadOnlyList<IReadOnlyList<PassageHit>> parts, int count)
    {
        var fused = new Dictionary<(ArticleId, int), (PassageHit Hit, double Score)>();
        Add(whole, parts.Count * Knob.Get("whole",1));
        foreach (var part in parts)
            Add(part, 1);
        return
        [
            .. fused.Values.OrderByDescending(entry => entry.Score)
                .ThenByDescending(entry => entry.Hit.Score)
                .ThenBy(entry => entry.Hit.Article.Value, StringComparer.Ordinal)
                .ThenBy(entry => entry.Hit.Ordinal)
                .Take(count)
                .Select(entry => entry.Hit),
        ];

        void Add(IReadOnlyList<PassageHit> hits, double weight)
        {
            for (var i = 0; i < hits.Count; i++)
            {
                var key = (hits[i].Article, hits[i].Ordinal);
                var known = fused.GetValueOrDefault(key, (hits[i], 0));
                fused[key] = (known.Item1, known.Item2 + (weight / (Knob.Get("rrf",RankConstant) + i)));
            }
        }
    }
}
