using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;

namespace NewsBot.Evaluation.Polnear;

/// <summary>Samples what the extraction got wrong in the open half, each with the words that the texts differ in.</summary>
internal static class PolnearMisses
{
    public static IReadOnlyList<string> Sample(IReadOnlyList<PolnearArticle> articles, Dictionary<string, IReadOnlyList<Quote>> extracted, int count)
    {
        var misses = new List<(int Cost, string Text)>();
        foreach (var article in articles.Where(a => PolnearData.IsOpenHalf(a.Id)))
        {
            var text = article.Text;
            var quotes = extracted[article.Id];
            var goldMarks = OverlapScore.Mark(text.Length, article.Attributions.SelectMany(a => a.Content).Select(c => c.Span));
            var marks = OverlapScore.Mark(text.Length, quotes.SelectMany(q => q.Content));
            foreach (var gold in article.Attributions)
            {
                var (hit, all) = OverlapScore.Count(text, gold.Content.Select(c => c.Span), marks);
                if (all - hit > all / 4)
                    misses.Add((all - hit, $"missed {all - hit}/{all} {gold.Kind} cue \"{string.Join(" ", gold.Cue.Select(c => c.Text))}\": {Around(text, gold.Content.Concat(gold.Cue).Concat(gold.Source).Select(c => c.Span))}"));
            }

            foreach (var quote in quotes)
            {
                var (hit, all) = OverlapScore.Count(text, quote.Content, goldMarks);
                if (all - hit > all / 4)
                    misses.Add((all - hit, $"false {all - hit}/{all} {quote.Kind} cue \"{quote.Cue?.In(text)}\" source \"{quote.Speaker.Text}\": {Around(text, quote.Content)}"));
            }
        }

        // Every n-th of all, in the order of the articles: a sample that repeats.
        var step = Math.Max(1, misses.Count / count);
        return misses.Where((_, i) => i % step == 0).Take(count).Select(m => m.Text).ToList();
    }

    /// <summary>Every quote of the open half whose source is not the gold one.</summary>
    public static IEnumerable<string> Sources(IReadOnlyList<PolnearArticle> articles, Dictionary<string, IReadOnlyList<Quote>> extracted)
    {
        foreach (var article in articles.Where(a => PolnearData.IsOpenHalf(a.Id)))
            foreach (var gold in article.Attributions.Where(a => a.Source.Count > 0))
            {
                if (PolnearMatch.Best(article.Text, gold, extracted[article.Id]) is not { } quote)
                    continue;
                var right = string.Join(" ", gold.Source.Select(s => s.Text)).Trim(',', ' ');
                var said = quote.Speaker.Span?.In(article.Text) ?? "";
                if (right != said)
                    yield return $"source gold \"{right}\" found \"{said}\" gold cue \"{string.Join(" ", gold.Cue.Select(c => c.Text))}\" cue \"{quote.Cue?.In(article.Text)}\" {quote.Kind}: {Around(article.Text, quote.Content)}";
            }
    }

    private static string Around(string text, IEnumerable<TextSpan> spans)
    {
        var cover = spans.Aggregate(TextSpan.Cover);
        var start = Math.Max(0, cover.Start - 60);
        return text[start..Math.Min(text.Length, Math.Min(cover.End + 20, start + 320))].Replace('\n', ' ');
    }
}
