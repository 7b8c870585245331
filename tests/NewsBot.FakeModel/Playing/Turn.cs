using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsBot.FakeModel.Playing;

/// <param name="Name">Name of the tool, as the request has it.</param>
/// <param name="Arguments">Its arguments as JSON.</param>
internal sealed record ToolCall(string Id, string Name, string Arguments);

/// <summary>What the model does next: it calls tools, or answers.</summary>
internal sealed partial record Turn(string Text, IReadOnlyList<ToolCall> Calls)
{
    private const int MostLookups = 3;

    [GeneratedRegex(@"(?<=\w )\p{Lu}\w+(?: \p{Lu}\w+)*")]
    private static partial Regex Name();

    public static Turn Of(JsonElement request, Behaviour behaviour)
    {
        var messages = request.GetProperty("messages");
        var prompt = SeenPrompt.Of(messages);
        var tool = SearchTool(request);
        var lookups = messages.EnumerateArray().Count(message => message.TryGetProperty("role", out var role) && role.GetString() == "tool");
        if (tool is not null && (behaviour == Behaviour.CallsToolsForever || lookups == 0))
        {
            // Each name of the question is looked up together with what else is asked.
            var names = Name().Matches(prompt.Question).Select(match => match.Value).Distinct(StringComparer.Ordinal).Take(MostLookups).ToList();
            var rest = names.Aggregate(prompt.Question, (text, name) => text.Replace(name, " ", StringComparison.Ordinal));
            if (names.Count > 0)
                return new Turn("", [.. names.Select((name, i) => new ToolCall($"call_{lookups + i}", tool, JsonSerializer.Serialize(new { text = $"{name} {rest}".Trim() })))]);
        }

        return new Turn(Writer.Answer(prompt, behaviour), []);
    }

    private static string? SearchTool(JsonElement request)
    {
        if (!request.TryGetProperty("tools", out var tools) || tools.ValueKind != JsonValueKind.Array)
            return null;
        return tools.EnumerateArray()
            .Select(tool => tool.GetProperty("function").GetProperty("name").GetString()!)
            .FirstOrDefault(name => name.EndsWith("search", StringComparison.Ordinal));
    }
}
