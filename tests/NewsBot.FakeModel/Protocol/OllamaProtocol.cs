using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsBot.FakeModel.Playing;

namespace NewsBot.FakeModel.Protocol;

/// <summary>As much of Ollama's own protocol as a chat needs: JSON objects, one a line.</summary>
internal static class OllamaProtocol
{
    private const string At = "2024-01-01T00:00:00Z";

    public static async Task ChatAsync(HttpContext context, JsonElement request, Behaviour behaviour)
    {
        var turn = Turn.Of(request, behaviour);
        var model = request.TryGetProperty("model", out var name) ? name.GetString() : "fake";
        var isStream = !(request.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.False);
        context.Response.ContentType = behaviour == Behaviour.WrongContentType ? "text/plain" : isStream ? "application/x-ndjson" : "application/json";
        if (turn.Calls.Count > 0)
            await LineAsync(context, new { model, created_at = At, message = new { role = "assistant", content = "", tool_calls = Calls(turn) }, done = false }).ConfigureAwait(false);
        else if (isStream)
            await foreach (var piece in Pieces.OfAsync(turn.Text, behaviour, context.RequestAborted).ConfigureAwait(false))
                await LineAsync(context, new { model, created_at = At, message = new { role = "assistant", content = piece }, done = false }).ConfigureAwait(false);
        if (behaviour == Behaviour.HalfAnAnswer)
        {
            await Pieces.BreakAsync(context).ConfigureAwait(false);
            return;
        }

        var rest = isStream || turn.Calls.Count > 0 ? "" : turn.Text;
        await LineAsync(context, new
        {
            model,
            created_at = At,
            message = new { role = "assistant", content = rest },
            done = true,
            done_reason = "stop",
            prompt_eval_count = request.GetRawText().Length / 4,
            eval_count = turn.Text.Length / 4,
        }).ConfigureAwait(false);
    }

    private static object[] Calls(Turn turn) =>
        [.. turn.Calls.Select(call => new { function = new { name = call.Name, arguments = JsonSerializer.Deserialize<JsonElement>(call.Arguments) } })];

    private static async Task LineAsync(HttpContext context, object value)
    {
        await context.Response.WriteAsync(JsonSerializer.Serialize(value) + "\n", context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}
