using System.Globalization;
using System.Text.Json;
using NewsBot.Core.Chat;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;

namespace NewsBot.Batch;

/// <summary>A line of the input as a call, or what is wrong with it. Exactly one of call and problem is set.</summary>
internal sealed record ParsedRequest(string? Id, CommandCall? Call, string? Problem);

/// <summary>Reads one line of the input of <c>batch</c>. Every field is checked; a message names the field.</summary>
internal static class BatchRequestParser
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };

    public static ParsedRequest Parse(string line)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line, Strict);
        }
        catch (JsonException)
        {
            return new ParsedRequest(null, null, "not a JSON object on one line");
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return new ParsedRequest(null, null, "not a JSON object on one line");
            var fields = new Fields(root);
            var id = fields.Id();
            var call = new CommandCall
            {
                Command = fields.Text("command") ?? "",
                Text = fields.Text("text") ?? "",
                Caller = new Caller("batch", IsAdmin: true),
                Audience = Audience.Operator,
                Source = fields.Text("source"),
                Now = fields.Instant("now"),
                Published = new DateInterval(fields.Day("from"), fields.Day("to")),
            };
            if (call is { Command: "", Text: "" })
                fields.Problems.Add("'text' and 'command' are both missing");
            if (call.Published is { Start: { } from, End: { } to } && from > to)
                fields.Problems.Add("'from' is after 'to'");
            return fields.Problems.Count == 0 ? new ParsedRequest(id, call, null) : new ParsedRequest(id, null, string.Join("; ", fields.Problems));
        }
    }

    private sealed class Fields(JsonElement root)
    {
        public List<string> Problems { get; } = [];

        public string? Id() => root.TryGetProperty("id", out var id) ? id.ValueKind switch
        {
            JsonValueKind.String => id.GetString(),
            JsonValueKind.Number => id.GetRawText(),
            _ => null,
        } : null;

        public string? Text(string name)
        {
            if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
                return null;
            if (value.ValueKind == JsonValueKind.String)
                return value.GetString();
            Problems.Add($"'{name}' is not a string");
            return null;
        }

        public DateOnly? Day(string name) => Instant(name) is { } instant ? DateOnly.FromDateTime(instant.DateTime) : null;

        public DateTimeOffset? Instant(string name)
        {
            if (Text(name) is not { } text)
                return null;
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
                return instant;
            Problems.Add($"'{name}' is not a date (2024-05-31) or an instant (2024-05-31T12:00:00Z)");
            return null;
        }
    }
}
