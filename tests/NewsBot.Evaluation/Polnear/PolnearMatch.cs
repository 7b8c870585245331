using NewsBot.Core.Quotes;

namespace NewsBot.Evaluation.Polnear;

/// <summary>Pairs gold attributions with predicted quotes.</summary>
internal static class PolnearMatch
{
    /// <summary>The prediction whose content has the most tokens of the gold content; null where none has any.</summary>
    public static Quote? Best(string text, PolnearAttribution gold, IReadOnlyList<Quote> quotes)
    {
        Quote? best = null;
        var most = 0;
        foreach (var quote in quotes)
        {
            if (!quote.Content.Any(c => gold.Content.Any(g => g.Span.Overlaps(c))))
                continue;
            var (hit, _) = OverlapScore.Count(text, quote.Content, OverlapScore.Mark(text.Length, gold.Content.Select(c => c.Span)));
            if (hit > most)
                (best, most) = (quote, hit);
        }

        return best;
    }
}
