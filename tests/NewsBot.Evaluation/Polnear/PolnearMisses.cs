using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;

namespace NewsBot.Evaluation.Polnear;

/// <summary>
/// What the extraction got wrong, each with its cause and its cost: tokens of gold content that no prediction covers
/// ("missed"), tokens of predicted content that no gold content covers ("false"). Only the open half is shown as text.
/// </summary>
internal static class PolnearMisses
{
    private sealed record Miss(string Cause, int Cost, string Text);

    /// <summary>The causes with their cost over all articles, and every n-th miss of the open half.</summary>
    public static IReadOnlyList<string> Analyze(IReadOnlyList<PolnearArticle> articles, Dictionary<string, IReadOnlyList<Quote>> extracted, int count)
    {
        var all = articles.SelectMany(a => Of(a, extracted[a.Id]).Select(m => (Article: a, Miss: m))).ToList();
        var causes = all.GroupBy(m => m.Miss.Cause).OrderByDescending(g => g.Sum(m => m.Miss.Cost))
            .Select(g => $"cause: {g.Key}: {g.Count()} attributions, {g.Sum(m => m.Miss.Cost)} tokens");
        var open = all.Where(m => PolnearData.IsOpenHalf(m.Article.Id)).Select(m => $"{m.Miss.Cause}, {m.Miss.Cost} tokens: {m.Miss.Text}").ToList();
        return [.. causes, .. EveryNth(open, count), .. EveryNth(Sources(articles, extracted).ToList(), count)];
    }

    private static IEnumerable<Miss> Of(PolnearArticle article, IReadOnlyList<Quote> quotes)
    {
        var text = article.Text;
        var goldMarks = OverlapScore.Mark(text.Length, article.Attributions.SelectMany(a => a.Content).Select(c => c.Span));
        var marks = OverlapScore.Mark(text.Length, quotes.SelectMany(q => q.Content));
        foreach (var gold in article.Attributions)
        {
            var (hit, all) = OverlapScore.Count(text, gold.Content.Select(c => c.Span), marks);
            if (all > hit)
                yield return new Miss("missed: " + MissedBecause(text, gold, quotes), all - hit, $"cue \"{Cue(gold)}\": {Around(text, gold.Content.Concat(gold.Cue).Concat(gold.Source).Select(c => c.Span))}");
        }

        foreach (var quote in quotes)
        {
            var (hit, all) = OverlapScore.Count(text, quote.Content, goldMarks);
            if (all > hit)
                yield return new Miss("false: " + FalseBecause(article, quote, hit), all - hit, $"{quote.Kind} cue \"{quote.Cue?.In(text)}\" source \"{quote.Speaker.Text}\": {Around(text, quote.Content)}");
        }
    }

    private static string MissedBecause(string text, PolnearAttribution gold, IReadOnlyList<Quote> quotes)
    {
        if (quotes.Any(q => q.Cue is { } cue && gold.Cue.Any(c => c.Span.Overlaps(cue))))
            return "content cut short or on the other side of its cue";
        if (quotes.Any(q => q.Content.Any(c => gold.Content.Any(g => g.Span.Overlaps(c)))))
            return "partly taken by another cue";
        if (gold.Kind != "indirect")
            return "quotation left out";
        var words = gold.Cue.SelectMany(c => c.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (words.Count == 0)
            return "no cue annotated";
        return words.Exists(w => CueLexicon.Verb(w.AsSpan()) is not null) ? "cue verb known, but not read as one" : "cue not in the lexicon";
    }

    private static string FalseBecause(PolnearArticle article, Quote quote, int hit)
    {
        if (quote.Cue is { } cue && article.Attributions.Any(a => a.Cue.Any(c => c.Span.Overlaps(cue))))
            return "content too long";
        if (hit > 0)
            return "runs over a gold content of another cue";
        return quote.Kind == QuoteKind.Indirect ? $"no attribution annotated here ({quote.Type})" : "quotation that is none";
    }

    /// <summary>Every quote of the open half whose source is not the gold one.</summary>
    private static IEnumerable<string> Sources(IReadOnlyList<PolnearArticle> articles, Dictionary<string, IReadOnlyList<Quote>> extracted)
    {
        foreach (var article in articles.Where(a => PolnearData.IsOpenHalf(a.Id)))
            foreach (var gold in article.Attributions.Where(a => a.Source.Count > 0))
            {
                if (PolnearMatch.Found(article.Text, gold, extracted[article.Id]) is not { } quote)
                    continue;
                var right = string.Join(" ", gold.Source.Select(s => s.Text)).Trim(',', ' ');
                var said = quote.Speaker.Span?.In(article.Text) ?? "";
                if (right != said)
                    yield return $"source \"{right}\" found as \"{said}\", cue \"{Cue(gold)}\": {Around(article.Text, quote.Content)}";
            }
    }

    private static string Cue(PolnearAttribution gold) => string.Join(" ", gold.Cue.Select(c => c.Text));

    /// <summary>A sample that repeats.</summary>
    private static IEnumerable<string> EveryNth(List<string> all, int count) => all.Where((_, i) => i % Math.Max(1, all.Count / count) == 0).Take(count);

    private static string Around(string text, IEnumerable<TextSpan> spans)
    {
        var cover = spans.Aggregate(TextSpan.Cover);
        var start = Math.Max(0, cover.Start - 60);
        return text[start..Math.Min(text.Length, Math.Min(cover.End + 20, start + 320))].Replace('\n', ' ');
    }
}
