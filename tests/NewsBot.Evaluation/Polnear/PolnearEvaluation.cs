using System.Diagnostics;
using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;

namespace NewsBot.Evaluation.Polnear;

/// <summary>
/// Quote extraction and speaker attribution over PolNeAR 1.0 (political news, attributions annotated by hand).
/// Scores are those of <see cref="OverlapScore"/>. "Direct and mixed" takes gold attributions of these kinds for recall
/// (covered by any prediction) and predictions of these kinds for precision (inside any gold content). The source score
/// looks at gold attributions with a source that a prediction finds (<see cref="PolnearMatch.Found"/>); beside it stands the
/// score over all whose content some prediction overlaps, that with the greatest overlap standing for it.
/// </summary>
internal sealed class PolnearEvaluation : IEvaluation
{
    public string Name => "polnear";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken)
    {
        var articles = await PolnearData.ArticlesAsync(data, cancellationToken);
        var extracted = articles.ToDictionary(a => a.Id, a => Extract(a.Text));
        var scores = new List<Score>();
        var misses = new List<string>();
        AddWhoSaid(scores, misses, articles, extracted, await PolnearData.WhoSaidAsync(data, cancellationToken));
        AddContent(scores, articles, extracted, "", bars: true);
        AddContent(scores, articles.Where(a => PolnearData.IsOpenHalf(a.Id)), extracted, "open half: ", bars: false);
        AddContent(scores, articles.Where(a => !PolnearData.IsOpenHalf(a.Id)), extracted, "check half: ", bars: false);
        foreach (var kind in (string[])["direct", "mixed", "indirect"])
            scores.Add(Kind(kind, articles, extracted));
        foreach (var publisher in articles.GroupBy(a => a.Publisher).OrderBy(g => g.Key, StringComparer.Ordinal))
            AddContent(scores, publisher, extracted, publisher.Key + ": ", bars: false);
        scores.Add(new Score("direct quotes not verbatim", articles.Sum(a => extracted[a.Id].Count(q => q.Kind == QuoteKind.Direct && !IsVerbatim(a.Text, q))), 0));
        scores.Add(new Score("articles of 600 words a second, one core", Speed(articles), 300, "by processor time, extraction alone"));
        return new EvaluationReport("Quotes and speakers over PolNeAR", scores, [.. PolnearMisses.Analyze(articles, extracted, 50), .. misses]);
    }

    private static IReadOnlyList<Quote> Extract(string text) => QuoteExtractor.Extract(text, SentenceSplitter.Split(text));

    private static void AddWhoSaid(List<Score> scores, List<string> misses, List<PolnearArticle> articles, Dictionary<string, IReadOnlyList<Quote>> extracted, List<WhoSaidItem> items)
    {
        var whoSaid = new WhoSaid(articles, extracted);
        foreach (var kind in items.GroupBy(i => i.Speaker_Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            int right = 0, rightArticle = 0, unnamed = 0, all = 0;
            foreach (var item in kind)
            {
                all++;
                var answer = whoSaid.Ask(item.Quote);
                rightArticle += answer?.Article.Id == item.Article ? 1 : 0;
                unnamed += answer is { Quote.Speaker.Name: null } ? 1 : 0;
                if (answer is { } a && WhoSaid.IsRight(a.Quote.Speaker, item.Speaker))
                    right++;
                else if (kind.Key == "name" && PolnearData.IsOpenHalf(item.Article))
                    misses.Add($"who said \"{item.Quote[..Math.Min(80, item.Quote.Length)]}\" ({item.Kind}, {item.Id}): gold \"{item.Speaker}\", answered \"{answer?.Quote.Speaker.Text}\" = {answer?.Quote.Speaker.Name} {answer?.Match.Kind}{(answer?.Article.Id == item.Article ? "" : " of another article")}");
            }

            scores.Add(new Score($"who said, speaker is a {kind.Key}", (double)right / all, kind.Key == "name" ? 0.88 : null, $"{right}/{all}, from the right article {rightArticle}, without a name {unnamed}"));
        }
    }

    private static void AddContent(List<Score> scores, IEnumerable<PolnearArticle> articles, Dictionary<string, IReadOnlyList<Quote>> extracted, string prefix, bool bars)
    {
        OverlapScore all = new(), quoted = new(), source = new(), looseSource = new(), cue = new(), exact = new(), exactQuoted = new();
        foreach (var article in articles)
        {
            var text = article.Text;
            var quotes = extracted[article.Id];
            var goldMarks = OverlapScore.Mark(text.Length, article.Attributions.SelectMany(a => a.Content).Select(c => c.Span));
            var marks = OverlapScore.Mark(text.Length, quotes.SelectMany(q => q.Content));
            var goldCues = OverlapScore.Mark(text.Length, article.Attributions.SelectMany(a => a.Cue).Select(c => c.Span));
            var cues = OverlapScore.Mark(text.Length, quotes.Where(q => q.Cue is not null).Select(q => q.Cue!.Value));
            var goldExact = article.Attributions.Select(a => OverlapScore.Exact(text, a.Content.Select(c => c.Span))).ToHashSet();
            var predictedExact = quotes.Select(q => OverlapScore.Exact(text, q.Content)).ToHashSet();
            foreach (var quote in quotes)
            {
                var (hit, count) = OverlapScore.Count(text, quote.Content, goldMarks);
                var same = goldExact.Contains(OverlapScore.Exact(text, quote.Content)) ? 1 : 0;
                all.AddPredicted(hit, count);
                exact.AddPredicted(same, 1);
                if (quote.Kind != QuoteKind.Indirect)
                {
                    quoted.AddPredicted(hit, count);
                    exactQuoted.AddPredicted(same, 1);
                }

                if (quote.Cue is { } span)
                {
                    var (cueHit, cueAll) = OverlapScore.Count(text, [span], goldCues);
                    cue.AddPredicted(cueHit, cueAll);
                }
            }

            foreach (var gold in article.Attributions)
            {
                var content = gold.Content.Select(c => c.Span).ToList();
                var (hit, count) = OverlapScore.Count(text, content, marks);
                var same = predictedExact.Contains(OverlapScore.Exact(text, content)) ? 1 : 0;
                all.AddGold(hit, count);
                exact.AddGold(same, 1);
                if (gold.Kind != "indirect")
                {
                    quoted.AddGold(hit, count);
                    exactQuoted.AddGold(same, 1);
                }

                var (cueHit, cueAll) = OverlapScore.Count(text, gold.Cue.Select(c => c.Span), cues);
                cue.AddGold(cueHit, cueAll);
                AddSource(source, text, gold, PolnearMatch.Found(text, gold, quotes));
                AddSource(looseSource, text, gold, PolnearMatch.Best(text, gold, quotes));
            }
        }

        scores.Add(new Score(prefix + "direct and mixed, content overlap F1", quoted.F1, bars ? 0.90 : null, quoted.Note));
        scores.Add(new Score(prefix + "all attributions, content overlap F1", all.F1, bars ? 0.78 : null, all.Note));
        scores.Add(new Score(prefix + "source overlap F1 given a found quote", source.F1, bars ? 0.85 : null, source.Note));
        if (prefix.Length > 0 && !prefix.Contains("half", StringComparison.Ordinal))
            return;
        scores.Add(new Score(prefix + "source overlap F1 given any content in common", looseSource.F1, null, looseSource.Note));
        scores.Add(new Score(prefix + "cue overlap F1", cue.F1, null, cue.Note));
        scores.Add(new Score(prefix + "direct and mixed, content exact F1", exactQuoted.F1, null, exactQuoted.Note));
        scores.Add(new Score(prefix + "all attributions, content exact F1", exact.F1, null, exact.Note));
    }

    private static void AddSource(OverlapScore source, string text, PolnearAttribution gold, Quote? quote)
    {
        if (gold.Source.Count == 0 || quote is null)
            return;
        var goldSpans = gold.Source.Select(s => s.Span).ToList();
        TextSpan[] spans = quote.Speaker.Span is { } span ? [span] : [];
        var (goldHit, goldAll) = OverlapScore.Count(text, goldSpans, OverlapScore.Mark(text.Length, spans));
        source.AddGold(goldHit, goldAll);
        var (hit, count) = OverlapScore.Count(text, spans, OverlapScore.Mark(text.Length, goldSpans));
        source.AddPredicted(hit, count);
    }

    private static Score Kind(string kind, List<PolnearArticle> articles, Dictionary<string, IReadOnlyList<Quote>> extracted)
    {
        var score = new OverlapScore();
        foreach (var article in articles)
        {
            var same = extracted[article.Id].Where(q => q.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase)).SelectMany(q => q.Content).ToList();
            var gold = article.Attributions.Where(a => a.Kind == kind).SelectMany(a => a.Content).Select(c => c.Span).ToList();
            var (hit, all) = OverlapScore.Count(article.Text, same, OverlapScore.Mark(article.Text.Length, gold));
            score.AddPredicted(hit, all);
            (hit, all) = OverlapScore.Count(article.Text, gold, OverlapScore.Mark(article.Text.Length, same));
            score.AddGold(hit, all);
        }

        return new Score(kind + " with its kind right, content overlap F1", score.F1, null, score.Note);
    }

    private static bool IsVerbatim(string text, Quote quote) =>
        quote.Content.All(s => s.Start >= 0 && s.End <= text.Length && !s.IsEmpty && QuotationText(s.In(text)));

    /// <summary>A direct quote must open with a quotation mark, so that nothing of the reporter's is shown as the speaker's.</summary>
    private static bool QuotationText(string span) => QuotationMarks.IsMark(span[0]);

    private static double Speed(List<PolnearArticle> articles)
    {
        var words = articles.Sum(a => (long)PassageChunker.CountWords(a.Text));
        var sentences = articles.ConvertAll(a => SentenceSplitter.Split(a.Text));
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        for (var round = 0; round < 3; round++)
            for (var i = 0; i < articles.Count; i++)
                _ = QuoteExtractor.Extract(articles[i].Text, sentences[i]);
        process.Refresh();
        return words * 3 / 600.0 / (process.TotalProcessorTime - start).TotalSeconds;
    }
}
