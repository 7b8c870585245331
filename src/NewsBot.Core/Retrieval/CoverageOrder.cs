using NewsBot.Core.Corpus;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>
/// Orders the passages for a question that asks several outlets, so that each of its parts gets a passage early: greedily
/// the passage with the most left of its score when what the passages before it already have counts less,
/// <c>score(p) - sum over terms t in p of (1 - 0.85^seen(t)) * idf(t) - (1 - 0.75^seen(outlet)) * boost</c>,
/// where an outlet counts as seen once it has given as many passages as the question names it.
/// </summary>
internal static class CoverageOrder
{
    private const double TermDecay = 0.85;
    private const double OutletDecay = 0.75;

    public static IReadOnlyList<Evidence> Of(Question question, IReadOnlyList<Evidence> evidence, ICorpusSnapshot snapshot, double sourceScore)
    {
        var idf = question.Terms.Distinct(StringComparer.Ordinal).ToDictionary(term => term, term => SentenceSearch.InverseFrequency(snapshot, term), StringComparer.Ordinal);
        var named = question.Clauses.GroupBy(clause => clause.Outlet, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.Count(), StringComparer.OrdinalIgnoreCase);
        var left = evidence.Select(item => (Item: item, Terms: TermsOf(item, idf))).ToList();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var outlets = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var ordered = new List<Evidence>(evidence.Count);
        while (left.Count > 0)
        {
            var best = left.MaxBy(entry => Left(entry.Item, entry.Terms));
            left.Remove(best);
            ordered.Add(best.Item);
            foreach (var term in best.Terms)
                seen[term] = seen.GetValueOrDefault(term) + 1;
            var outlet = best.Item.Article.Article.Source;
            outlets[outlet] = outlets.GetValueOrDefault(outlet) + 1;
        }

        return ordered;

        double Left(Evidence item, List<string> terms)
        {
            var score = item.Score;
            foreach (var term in terms)
                score -= (1 - Math.Pow(TermDecay, seen.GetValueOrDefault(term))) * idf[term];
            var outlet = item.Article.Article.Source;
            if (named.TryGetValue(outlet, out var times))
                score -= (1 - Math.Pow(OutletDecay, Math.Max(0, outlets.GetValueOrDefault(outlet) - times + 1))) * sourceScore;
            return score;
        }
    }

    private static List<string> TermsOf(Evidence item, Dictionary<string, double> asked)
    {
        var article = item.Article.Article;
        return
        [
            .. Tokenizer.Tokenize(article.Text, item.Passage.Span).Concat(Tokenizer.Tokenize(article.Title))
                .Select(token => token.Term).Where(asked.ContainsKey).Distinct(StringComparer.Ordinal),
        ];
    }
}
