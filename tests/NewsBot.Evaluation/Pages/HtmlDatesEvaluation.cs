using System.Diagnostics;
using System.Globalization;
using NewsBot.Sources.Pages;

namespace NewsBot.Evaluation.Pages;

/// <summary>The day on which saved pages were first published, against hand-checked ones (the evaluation pages of htmldate).</summary>
internal sealed class HtmlDatesEvaluation : IEvaluation
{
    public string Name => "html-dates";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken)
    {
        var (right, wrong, none, clock) = (0, 0, 0, new Stopwatch());
        var (english, englishRight) = (0, 0);
        var misses = new List<string>();
        await foreach (var page in SavedPage.ReadAsync(data, cancellationToken))
        {
            clock.Start();
            var date = PageReader.DateOf(page.Body, null, page.Address, TimeProvider.System.GetUtcNow());
            clock.Stop();
            var gold = page.Text("date")!;
            var isRight = date?.Time.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == gold;
            if (page.Gold.GetProperty("english").GetBoolean())
                (english, englishRight) = (english + 1, englishRight + (isRight ? 1 : 0));
            if (isRight)
            {
                right++;
                continue;
            }

            if (date is null)
                none++;
            else
                wrong++;
            misses.Add(date is null ? $"none: {gold} {page.Id} {page.Address}" : $"wrong from {date.Evidence}: {gold} found as {date.Time.Day:yyyy-MM-dd} {page.Id} {page.Address}");
        }

        var all = right + wrong + none;
        var (precision, recall) = (right / (double)(right + wrong), right / (double)(right + none));
        return new EvaluationReport("Days of publication", [
            new("accuracy", right / (double)all, 0.88, $"{right} of {all} pages"),
            new("precision", precision, null, $"{wrong} wrong"),
            new("recall", recall, null, $"{none} not found"),
            new("F", 2 * precision * recall / (precision + recall)),
            new("accuracy, English", englishRight / (double)Math.Max(1, english), null, $"{english} pages"),
            new("pages a second", all / clock.Elapsed.TotalSeconds, null, "one thread, from a cold start"),
        ], [.. misses.Order(StringComparer.Ordinal)]);
    }
}
