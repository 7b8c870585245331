using System.Globalization;
using System.Text.Json;
using NewsBot.Batch;
using NewsBot.Core.Answering.Gate;

namespace NewsBot.Checking;

/// <summary>
/// Checks JSON Lines of claims against the evidence that stands with them, as answers are checked before they go out.
/// Touches no store.
/// </summary>
internal sealed class CheckRunner(TimeProvider time)
{
    public Task RunAsync(IAsyncEnumerable<InputLine> lines, TextWriter output, CancellationToken cancellationToken) =>
        OrderedPipeline.RunAsync(lines, (line, _) => Task.FromResult(Check(line)), output, cancellationToken);

    private string Check(InputLine line)
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
            if (!root.TryGetProperty("claim", out var claim) || claim.ValueKind != JsonValueKind.String)
                return Problem(id, line.Number, "'claim' is missing or not a string");
            if (Evidence(root) is not { } evidence)
                return Problem(id, line.Number, "'evidence' is missing, or neither a string nor a list of strings");
            if (!TryPublished(root, out var published))
                return Problem(id, line.Number, "'published' is not a date (2024-05-31)");
            var verdict = ClaimCheck.Check(claim.GetString()!, evidence, published);
            var reasons = verdict.Rejection is { } rejection ? (IReadOnlyList<string>)[$"{rejection.Reason.ToString().ToLowerInvariant()}: {rejection.Detail}"] : [];
            return JsonSerializer.Serialize(new CheckRecord(id, reasons.Count == 0, Math.Round(verdict.Score, 6), reasons), CheckJson.Readable.CheckRecord);
        }
    }

    private static List<string>? Evidence(JsonElement root)
    {
        if (!root.TryGetProperty("evidence", out var evidence))
            return null;
        if (evidence.ValueKind == JsonValueKind.String)
            return [evidence.GetString()!];
        if (evidence.ValueKind != JsonValueKind.Array || evidence.EnumerateArray().Any(sentence => sentence.ValueKind != JsonValueKind.String))
            return null;
        return [.. evidence.EnumerateArray().Select(sentence => sentence.GetString()!)];
    }

    /// <summary>Without a date relative dates are resolved against today.</summary>
    private bool TryPublished(JsonElement root, out DateOnly published)
    {
        published = DateOnly.FromDateTime(time.GetUtcNow().DateTime);
        if (!root.TryGetProperty("published", out var given) || given.ValueKind == JsonValueKind.Null)
            return true;
        if (given.ValueKind != JsonValueKind.String ||
            !DateTimeOffset.TryParse(given.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return false;
        published = DateOnly.FromDateTime(instant.DateTime);
        return true;
    }

    private static string Problem(string? id, int line, string problem) =>
        JsonSerializer.Serialize(new CheckProblem(id, line, string.Create(CultureInfo.InvariantCulture, $"line {line}: {problem}")), CheckJson.Readable.CheckProblem);
}
