using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;

namespace NewsBot.Evaluation.Dates;

/// <summary>
/// Time expressions in the war histories of WikiWars (Mazur and Dale 2010). Its TIMEX2 values are read as TIMEX3: a set of
/// days "XXXX-XX-XX" or weeks "XXXX-WXX" is P1D or P1W, and the zone behind a time is dropped. Expressions that the
/// annotators gave no value count as gold but no value equals theirs.
/// </summary>
internal sealed class WikiWarsEvaluation : IEvaluation
{
    public string Name => "wikiwars";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken)
    {
        var score = new TimexScore();
        var misses = new List<string>();
        var (words, clock) = (0, new Stopwatch());
        var perDocument = new List<Score>();
        foreach (var file in Directory.GetFiles(data, "docs.*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            await foreach (var root in JsonLines.ReadAsync(file, cancellationToken))
            {
                var text = root.GetProperty("text").GetString()!;
                var day = DateOnly.Parse(root.GetProperty("dct").GetString()![..10], CultureInfo.InvariantCulture);
                var golds = root.GetProperty("timexes").EnumerateArray()
                    .Select(t => new GoldTimex(t.GetProperty("start").GetInt32(), t.GetProperty("end").GetInt32(), Timex3(t))).ToList();
                words += PassageChunker.CountWords(text);
                clock.Start();
                var tagged = TimeTagger.Tag(text, SentenceSplitter.Split(text), TimeAnchor.At(day));
                clock.Stop();
                var found = tagged
                    .Select(e => new GoldTimex(e.Span.Start, e.Span.End, e.Value)).ToList();
                var own = new TimexScore();
                own.Add(golds, found);
                var id = root.GetProperty("id").GetString();
                foreach (var part in own.Scores(0, null, 0).Take(3))
                    perDocument.Add(part with { Name = $"{id} {part.Name}", Bar = null });
                score.Add(golds, found, (kind, gold, system) => misses.Add(Describe(id!, text, kind, gold, system)));
            }
        }

        return new EvaluationReport("WikiWars: time expressions", [
            .. score.Scores(0.85, null, 0.75),
            new Score("articles of 600 words a second", words / 600.0 / clock.Elapsed.TotalSeconds, 150, $"{words} words once, one thread, from a cold start, sentence splitting included"),
            .. perDocument,
        ], misses);
    }

    private static string? Timex3(JsonElement timex)
    {
        if (!timex.TryGetProperty("val", out var value) || value.GetString() is not { Length: > 0 } text)
            return null;
        if (timex.TryGetProperty("set", out _) && text is "XXXX-XX-XX" or "XXXX-WXX")
            return text == "XXXX-XX-XX" ? "P1D" : "P1W";
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var zone = time > 0 && text.Length > 10 ? text.AsSpan(time).IndexOfAny('-', '+', 'Z') : -1;
        return zone > 0 ? text[..(time + zone)] : text;
    }

    private static string Describe(string id, string text, string kind, GoldTimex? gold, GoldTimex? system)
    {
        var at = gold ?? system!;
        var from = Math.Max(0, at.Start - 50);
        var context = text[from..Math.Min(text.Length, at.End + 30)].ReplaceLineEndings(" ");
        var expected = gold is null ? "nothing" : $"\"{text[gold.Start..gold.End]}\" {gold.Value}";
        var found = system is null ? "nothing" : $"\"{text[system.Start..system.End]}\" {system.Value}";
        return $"{kind} {id}: expected {expected}, found {found}: …{context}…";
    }
}
