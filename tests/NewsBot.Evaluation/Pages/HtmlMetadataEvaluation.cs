using System.Diagnostics;
using System.Globalization;
using System.Net;
using NewsBot.Sources.Pages;

namespace NewsBot.Evaluation.Pages;

/// <summary>
/// Title, author, day and first words of saved news pages (pages and expectations of Postlight Parser and newspaper4k).
/// Texts are equal when they are after folding case, white space, quotation marks and character references; an author when
/// the names are the same words ("By" and "and" left aside); first words when they stand within the first 600 characters of
/// the body, or start it after fewer than five other words.
/// </summary>
internal sealed class HtmlMetadataEvaluation : IEvaluation
{
    private const int NearStart = 600;

    public string Name => "html-metadata";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, (int Right, int All)>();
        var (pages, clock, misses) = (0, new Stopwatch(), new List<string>());
        await foreach (var page in SavedPage.ReadAsync(data, cancellationToken))
        {
            pages++;
            clock.Start();
            var reading = PageReader.Read(page.Body, null, page.Address, TimeProvider.System.GetUtcNow());
            clock.Stop();
            var found = reading.Article;
            var day = found?.Published?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Check("title", page.Text("title"), found?.Title, (gold, title) => Fold(gold) == Fold(title));
            Check("author", page.Text("author"), found?.Byline, (gold, author) => Names(gold) == Names(author));
            Check("date", page.Text("date_published")?[..10], day, (gold, date) => gold == date);
            Check("first words", page.Text("first_words") ?? Start(page.Text("text")), found?.Text, StartsWith);

            void Check(string field, string? gold, string? value, Func<string, string, bool> equal)
            {
                if (string.IsNullOrWhiteSpace(gold))
                    return;
                var isRight = value is not null && equal(gold, value);
                var (right, all) = counts.GetValueOrDefault(field);
                counts[field] = (right + (isRight ? 1 : 0), all + 1);
                if (!isRight)
                    misses.Add($"{field}: {(value is null ? $"none ({reading.Reason})" : "wrong")}: \"{gold}\" found as \"{value?[..Math.Min(value.Length, 160)].ReplaceLineEndings(" ")}\" {page.Id}");
            }
        }

        return new EvaluationReport("Metadata of news pages", [
            Result("title", 0.95), Result("author", 0.80), Result("date", 0.90), Result("first words", 0.90),
            new("pages a second", pages / clock.Elapsed.TotalSeconds, null, "one thread, from a cold start"),
        ], [.. misses.Order(StringComparer.Ordinal)]);

        Score Result(string field, double bar) => new(field, counts[field].Right / (double)counts[field].All, bar, $"{counts[field].Right} of {counts[field].All}");
    }

    private static string? Start(string? text) => text is null ? null : string.Join(' ', ShingleScore.Words(text).Take(13));

    private static bool StartsWith(string gold, string text)
    {
        var start = Letters(text[..Math.Min(text.Length, NearStart + gold.Length)]);
        return start.Contains(Letters(gold), StringComparison.Ordinal);
    }

    private static string Letters(string text) => string.Join(' ', ShingleScore.Words(WebUtility.HtmlDecode(text))).ToLowerInvariant();

    private static string Fold(string text) =>
        string.Join(' ', WebUtility.HtmlDecode(text).Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').Replace("​", "", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private static string Names(string text) =>
        string.Join(' ', ShingleScore.Words(WebUtility.HtmlDecode(text)).Select(w => w.ToLowerInvariant()).Where(w => w is not ("by" or "and")));
}
