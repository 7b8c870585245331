using System.Diagnostics;
using System.Globalization;
using NewsBot.Sources.Pages;

namespace NewsBot.Evaluation.Pages;

/// <summary>The bodies of saved articles against hand-made ones (article-extraction-benchmark of Zyte).</summary>
internal sealed class HtmlBodyEvaluation : IEvaluation
{
    /// <summary>A line of a text is missed or extra when less than this share of its runs of words is in the other text.</summary>
    private const double SameLine = 0.5;

    public string Name => "html-body";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken)
    {
        var (scores, misses, clock) = (new List<ShingleScore>(), new List<(double F1, string Text)>(), new Stopwatch());
        await foreach (var page in SavedPage.ReadAsync(data, cancellationToken))
        {
            clock.Start();
            var reading = PageReader.Read(page.Body, null, page.Address, TimeProvider.System.GetUtcNow());
            clock.Stop();
            var (gold, found) = (page.Text("articleBody") ?? "", reading.Article?.Text ?? "");
            var score = ShingleScore.Of(gold, found);
            scores.Add(score);
            var f1 = ShingleScore.F1([score]);
            if (f1 < 0.985)
                misses.Add((f1, Describe(page, reading, score, gold, found)));
        }

        return new EvaluationReport("Bodies of articles", [
            new("F1 of runs of four words", ShingleScore.F1(scores), 0.95, $"{scores.Count} pages"),
            new("precision", scores.Average(s => s.Precision)),
            new("recall", scores.Average(s => s.Recall)),
            new("accuracy", scores.Average(s => s.Exact ? 1.0 : 0), null, "every word the same"),
            new("pages a second", scores.Count / clock.Elapsed.TotalSeconds, null, "one thread, from a cold start"),
        ], [.. misses.OrderBy(m => m.F1).Select(m => m.Text)]);
    }

    private static string Describe(SavedPage page, PageReading reading, ShingleScore score, string gold, string found)
    {
        var lost = Others(gold, found);
        var extra = Others(found, gold);
        var cause = reading.Reason is { } reason ? $"no article: {reason}"
            : score.Recall < 0.5 ? "most of it lost"
            : score.Precision < 0.5 ? "most of it is not the article"
            : lost.Count == 0 ? "extra" : extra.Count == 0 ? "lost" : "lost and extra";
        return string.Create(CultureInfo.InvariantCulture, $"{cause}: P {score.Precision:0.000} R {score.Recall:0.000} {page.Id[..8]} {page.Address.Host}")
            + string.Concat(lost.Select(l => $"\n  - lost: {l}")) + string.Concat(extra.Select(l => $"\n  - extra: {l}"));
    }

    private static List<string> Others(string text, string other)
    {
        var known = string.Join(' ', ShingleScore.Words(other));
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => Share(ShingleScore.Words(line), known) < SameLine)
            .Select(line => $"({line.Length}) {line[..Math.Min(line.Length, 110)]}").Take(14)];
    }

    private static double Share(string[] words, string known)
    {
        if (words.Length == 0)
            return 1;
        var runs = Enumerable.Range(0, Math.Max(1, words.Length - 3)).Select(i => string.Join(' ', words.Skip(i).Take(4))).ToList();
        return runs.Count(run => known.Contains(run, StringComparison.Ordinal)) / (double)runs.Count;
    }
}
