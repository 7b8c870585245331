using System.Text.Json;

namespace NewsBot.Discord.Rest;

/// <summary>What Discord says about a failure. All of it is optional: proxies in between answer with other things.</summary>
/// <param name="IsJson">Whether the body is a JSON object.</param>
/// <param name="Code">Discord's code; 0 when there is none.</param>
/// <param name="Message">Discord's words, at most 300 characters.</param>
/// <param name="Fields">The refused fields, at most 50.</param>
/// <param name="RetryAfter">Seconds to wait.</param>
/// <param name="Global">Whether a limit holds for all routes.</param>
internal sealed record ErrorBody(
    bool IsJson, int Code, string Message, IReadOnlyList<FieldError> Fields, double? RetryAfter, bool Global)
{
    private const int MaxFields = 50;
    private const int MaxText = 300;

    public static ErrorBody Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return NotJson;
            var fields = new List<FieldError>();
            if (root.TryGetProperty("errors", out var errors))
                Collect(errors, "", fields);
            return new ErrorBody(
                true,
                root.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) ? number : 0,
                Text(root, "message"),
                fields,
                root.TryGetProperty("retry_after", out var after) && after.ValueKind == JsonValueKind.Number && after.TryGetDouble(out var seconds) ? seconds : null,
                root.TryGetProperty("global", out var global) && global.ValueKind == JsonValueKind.True);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return NotJson;
        }
    }

    private static ErrorBody NotJson { get; } = new(false, 0, "", [], null, false);

    /// <summary>The tree has keys or array indexes as names, and leaves named <c>_errors</c>.</summary>
    private static void Collect(JsonElement node, string path, List<FieldError> fields)
    {
        if (node.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in node.EnumerateObject())
        {
            if (fields.Count >= MaxFields)
                return;
            if (property.Name != "_errors")
                Collect(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", fields);
            else if (property.Value.ValueKind == JsonValueKind.Array)
                foreach (var error in property.Value.EnumerateArray().Take(MaxFields - fields.Count))
                    fields.Add(new FieldError(path, Text(error, "code"), Text(error, "message")));
        }
    }

    private static string Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
            return "";
        var text = value.GetString()!;
        return text.Length <= MaxText ? text : text[..MaxText];
    }
}
