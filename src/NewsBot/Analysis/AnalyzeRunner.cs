using System.Globalization;
using System.Text.Json;
using NewsBot.Batch;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;

namespace NewsBot.Analysis;

/// <summary>Turns JSON Lines of articles into JSON Lines of what is found in them. Touches no store.</summary>
internal sealed class AnalyzeRunner(TimeProvider time)
{
    public Task RunAsync(IAsyncEnumerable<InputLine> lines, TextWriter output, CancellationToken cancellationToken) =>
        OrderedPipeline.RunAsync(lines, (line, _) => Task.FromResult(Analyze(line)), output, cancellationToken);

    private string Analyze(InputLine line)
    {
        using var given = ObjectLine.Parse(line, out var problem);
        if (given is null)
            return LineProblem.Json(null, line.Number, problem);
        if (!given.Root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
            return LineProblem.Json(given.Id, line.Number, "'text' is missing or not a string");
        if (!given.TryDay(time, out var day))
            return LineProblem.Json(given.Id, line.Number, "'published' is not a date (2024-05-31) or an instant (2024-05-31T12:00:00Z)");
        var analysis = ArticleAnalyzer.Analyze(text.GetString()!, TimeAnchor.At(day));
        return JsonSerializer.Serialize(Record(given.Id, text.GetString()!, analysis), AnalysisJson.Readable.AnalysisRecord);
    }

    private static AnalysisRecord Record(string? id, string text, ArticleAnalysis analysis) => new()
    {
        Id = id,
        Sentences = [.. analysis.Sentences.Select(sentence => Span(sentence.Span))],
        Passages = [.. analysis.Passages.Select(passage => Span(passage.Span))],
        Quotes = [.. analysis.Quotes.Select(Quote)],
        Times = [.. analysis.Times.Select(Time)],
    };

    private static SpanRecord Span(TextSpan span) => new(span.Start, span.End);

    private static QuoteRecord Quote(Quote quote) => new(
        quote.Kind.ToString().ToLowerInvariant(),
        [.. quote.Content.Select(Span)],
        quote.Cue is { } cue ? Span(cue) : null,
        new SpeakerRecord(
            quote.Speaker.Text,
            quote.Speaker.Name,
            quote.Speaker.Title,
            quote.Speaker.Kind.ToString().ToLowerInvariant(),
            quote.Speaker.Span?.Start,
            quote.Speaker.Span?.End,
            quote.Speaker.Candidates.Count > 0 ? quote.Speaker.Candidates : null,
            quote.Speaker.Channel),
        quote.Stance == QuoteStance.Asserted ? null : quote.Stance.ToString().ToLowerInvariant());

    private static TimeRecord Time(TimeExpression time) => new(
        time.Text, time.Span.Start, time.Span.End, time.Type.ToString().ToUpperInvariant(), time.Value, time.Modifier,
        BatchRunner.Dashed(time.Precision), Day(time.Interval?.Start), Day(time.Interval?.End));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
