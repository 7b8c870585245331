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
        if (line.Problem is { } unreadable)
            return Problem(null, line.Number, unreadable);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line.Text);
        }
        catch (JsonException)
        {
            return Problem(null, line.Number, "not a JSON object on one line");
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return Problem(null, line.Number, "not a JSON object on one line");
            var id = root.TryGetProperty("id", out var given) ? given.ValueKind == JsonValueKind.String ? given.GetString() : given.GetRawText() : null;
            if (!root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
                return Problem(id, line.Number, "'text' is missing or not a string");
            if (!TryAnchor(root, out var anchor))
                return Problem(id, line.Number, "'published' is not a date (2024-05-31) or an instant (2024-05-31T12:00:00Z)");
            var analysis = ArticleAnalyzer.Analyze(text.GetString()!, anchor);
            return JsonSerializer.Serialize(Record(id, text.GetString()!, analysis), AnalysisJson.Readable.AnalysisRecord);
        }
    }

    /// <summary>Without a date relative expressions are resolved against today.</summary>
    private bool TryAnchor(JsonElement root, out TimeAnchor anchor)
    {
        anchor = TimeAnchor.At(DateOnly.FromDateTime(time.GetUtcNow().DateTime));
        if (!root.TryGetProperty("published", out var published) || published.ValueKind == JsonValueKind.Null)
            return true;
        if (published.ValueKind != JsonValueKind.String ||
            !DateTimeOffset.TryParse(published.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return false;
        anchor = TimeAnchor.At(DateOnly.FromDateTime(instant.DateTime));
        return true;
    }

    private static string Problem(string? id, int line, string problem) =>
        JsonSerializer.Serialize(new AnalysisProblem(id, line, string.Create(CultureInfo.InvariantCulture, $"line {line}: {problem}")), AnalysisJson.Readable.AnalysisProblem);

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
