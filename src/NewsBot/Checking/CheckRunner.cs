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
        using var given = ObjectLine.Parse(line, out var problem);
        if (given is null)
            return LineProblem.Json(null, line.Number, problem);
        if (!given.Root.TryGetProperty("claim", out var claim) || claim.ValueKind != JsonValueKind.String)
            return LineProblem.Json(given.Id, line.Number, "'claim' is missing or not a string");
        if (Evidence(given.Root) is not { } evidence)
            return LineProblem.Json(given.Id, line.Number, "'evidence' is missing, or neither a string nor a list of strings");
        if (!given.TryDay(time, out var published))
            return LineProblem.Json(given.Id, line.Number, "'published' is not a date (2024-05-31)");
        var verdict = ClaimCheck.Check(claim.GetString()!, evidence, published);
        var reasons = verdict.Rejection is { } rejection ? (IReadOnlyList<string>)[$"{rejection.Reason.ToString().ToLowerInvariant()}: {rejection.Detail}"] : [];
        return JsonSerializer.Serialize(new CheckRecord(given.Id, reasons.Count == 0, Math.Round(verdict.Score, 6), reasons), CheckJson.Readable.CheckRecord);
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
}
