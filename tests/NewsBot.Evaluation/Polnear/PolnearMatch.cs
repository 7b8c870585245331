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

    /// <summary>
    /// The prediction that finds a gold attribution: as in bbc/citron the cues overlap; where one of both has no cue, the
    /// prediction has at least half of the gold content.
    /// </summary>
    public static Quote? Found(string text, PolnearAttribution gold, IReadOnlyList<Quote> quotes)
    {
        var byCue = quotes.FirstOrDefault(q => q.Cue is { } cue && gold.Cue.Any(c => c.Span.Overlaps(cue)));
        if (byCue is not null || Best(text, gold, quotes) is not { } best || (best.Cue is not null && gold.Cue.Count > 0))
            return byCue;
        var (hit, all) = OverlapScore.Count(text, gold.Content.Select(c => c.Span), OverlapScore.Mark(text.Length, best.Content));
        return 2 * hit >= all ? best : null;
    }
}
