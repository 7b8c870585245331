using System.Text.Json;

namespace NewsBot.FakeModel.Playing;

/// <summary>A sentence of evidence as the prompt gives it.</summary>
internal sealed record SeenSentence(int Id, string Text, bool Key, string? Event);

/// <summary>What a model reads out of a chat: the question, and numbered sentences, wherever they stand as JSON.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Task">The system's message.</param>
/// <param name="Passages">Sentences of evidence.</param>
/// <param name="Before">What was asked before, in a conversation.</param>
internal sealed record SeenPrompt(string Question, string Task, IReadOnlyList<IReadOnlyList<SeenSentence>> Passages, string Before)
{
    public IEnumerable<SeenSentence> Sentences => Passages.SelectMany(passage => passage);

    public static SeenPrompt Of(JsonElement messages)
    {
        var question = "";
        var task = "";
        var before = "";
        var passages = new List<IReadOnlyList<SeenSentence>>();
        foreach (var message in messages.EnumerateArray())
        {
            var text = TextOf(message);
            if (Role(message) == "system")
                task = text;
            foreach (var line in text.Split('\n'))
                if (line.StartsWith('{') && Passage(line) is { Count: > 0 } passage)
                    passages.Add(passage);
                else if (line.StartsWith("{\"asked\":", StringComparison.Ordinal))
                    before = JsonSerializer.Deserialize<JsonElement>(line).GetProperty("asked").GetString() ?? "";
                else if (Role(message) == "user" && line.Split(": ", 2) is ["Question" or "Subject" or "Quote" or "Event" or "Topic" or "Last question", var asked])
                    question = asked;
        }

        return new SeenPrompt(question, task, passages, before);
    }

    private static string Role(JsonElement message) => message.TryGetProperty("role", out var role) ? role.GetString() ?? "" : "";

    /// <summary>Content is a string, or a list of parts.</summary>
    private static string TextOf(JsonElement message) => !message.TryGetProperty("content", out var content) ? "" : content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(part => part.TryGetProperty("text", out var text) ? text.GetString() : "")),
        _ => "",
    };

    private static List<SeenSentence>? Passage(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (!root.TryGetProperty("sentences", out var sentences))
                return null;
            var label = root.TryGetProperty("event", out var value) ? value.GetString() : null;
            return
            [
                .. sentences.EnumerateArray().Select(sentence => new SeenSentence(
                    sentence.GetProperty("id").GetInt32(),
                    sentence.GetProperty("text").GetString()!,
                    sentence.TryGetProperty("key", out var key) && key.GetBoolean(),
                    label)),
            ];
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
