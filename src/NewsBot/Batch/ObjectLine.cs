using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Batch;

/// <summary>A line of input that holds one JSON object, as the verbs over JSON Lines take it.</summary>
internal sealed class ObjectLine : IDisposable
{
    private readonly JsonDocument _document;

    private ObjectLine(JsonDocument document) => _document = document;

    public JsonElement Root => _document.RootElement;

    /// <summary>The field <c>id</c> as it is given; null without one.</summary>
    public string? Id => Root.TryGetProperty("id", out var id) ? id.ValueKind == JsonValueKind.String ? id.GetString() : id.GetRawText() : null;

    /// <param name="line">The line.</param>
    /// <param name="problem">What is wrong with it, when the result is null.</param>
    public static ObjectLine? Parse(InputLine line, out string problem)
    {
        problem = line.Problem ?? "not a JSON object on one line";
        if (line.Problem is not null)
            return null;
        try
        {
            var document = JsonDocument.Parse(line.Text);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new ObjectLine(document);
            document.Dispose();
        }
        catch (JsonException)
        {
            // Told as the problem.
        }

        return null;
    }

    /// <summary>The day of the field <c>published</c>, which relative dates are resolved against: today without one.</summary>
    /// <returns>False where it is no date.</returns>
    public bool TryDay(TimeProvider time, out DateOnly day)
    {
        day = DateOnly.FromDateTime(time.GetUtcNow().DateTime);
        if (!Root.TryGetProperty("published", out var published) || published.ValueKind == JsonValueKind.Null)
            return true;
        if (published.ValueKind != JsonValueKind.String ||
            !DateTimeOffset.TryParse(published.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return false;
        day = DateOnly.FromDateTime(instant.DateTime);
        return true;
    }

    public void Dispose() => _document.Dispose();
}

/// <summary>The output for an input line that could not be used.</summary>
internal sealed record LineProblem(string? Id, int Line, string Error)
{
    /// <returns>One line of JSON.</returns>
    public static string Json(string? id, int line, string problem) => JsonSerializer.Serialize(
        new LineProblem(id, line, string.Create(CultureInfo.InvariantCulture, $"line {line}: {problem}")), LineProblemJson.Readable.LineProblem);
}

[JsonSerializable(typeof(LineProblem))]
internal sealed partial class LineProblemJson : JsonSerializerContext
{
    public static readonly LineProblemJson Readable = new(ReadableJson.NewOptions());
}
