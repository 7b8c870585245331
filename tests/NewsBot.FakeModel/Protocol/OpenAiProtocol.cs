using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsBot.FakeModel.Playing;

namespace NewsBot.FakeModel.Protocol;

/// <summary>OpenAI's chat completions, at once or as server-sent events, and embeddings.</summary>
internal static class OpenAiProtocol
{
    private const int EmbeddingSize = 64;
    private const int CharactersPerToken = 4;

    public static async Task ChatAsync(HttpContext context, JsonElement request, Behaviour behaviour)
    {
        var turn = Turn.Of(request, behaviour);
        var model = request.TryGetProperty("model", out var name) ? name.GetString() : "fake";
        var usage = Usage(request, turn);
        if (!(request.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True))
        {
            await WholeAsync(context, model, turn, usage, behaviour).ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = behaviour == Behaviour.WrongContentType ? "text/plain" : "text/event-stream";
        if (turn.Calls.Count > 0)
        {
            await EventAsync(context, Chunk(model, new { role = "assistant", tool_calls = Calls(turn, withIndex: true) }, null)).ConfigureAwait(false);
            await EventAsync(context, Chunk(model, new { }, "tool_calls")).ConfigureAwait(false);
        }
        else
        {
            await foreach (var piece in Pieces.OfAsync(turn.Text, behaviour, context.RequestAborted).ConfigureAwait(false))
                await EventAsync(context, Chunk(model, new { role = "assistant", content = piece }, null)).ConfigureAwait(false);
            if (behaviour == Behaviour.HalfAnAnswer)
            {
                await Pieces.BreakAsync(context).ConfigureAwait(false);
                return;
            }

            await EventAsync(context, Chunk(model, new { }, "stop")).ConfigureAwait(false);
        }

        await EventAsync(context, JsonSerializer.Serialize(new { id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1, model, choices = Array.Empty<object>(), usage })).ConfigureAwait(false);
        await EventAsync(context, "[DONE]").ConfigureAwait(false);
    }

    /// <summary>Vectors that are near where texts share words: each word adds to one place of the vector.</summary>
    public static Task EmbeddingsAsync(HttpContext context, JsonElement request)
    {
        var input = request.GetProperty("input");
        string[] texts = input.ValueKind == JsonValueKind.Array ? [.. input.EnumerateArray().Select(text => text.GetString() ?? "")] : [input.GetString() ?? ""];
        var data = texts.Select((text, index) => new { @object = "embedding", index, embedding = Embedding(text) });
        return context.Response.WriteAsJsonAsync(new { @object = "list", data, model = "fake", usage = new { prompt_tokens = 1, total_tokens = 1 } }, context.RequestAborted);
    }

    public static float[] Embedding(string text)
    {
        var vector = new float[EmbeddingSize];
        foreach (var word in text.ToLowerInvariant().Split([' ', ',', '.', '?', '!', ':', ';', '"', '\n'], StringSplitOptions.RemoveEmptyEntries))
            vector[word.Aggregate(17u, (hash, c) => (hash * 31) + c) % EmbeddingSize]++;
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return length == 0 ? vector : [.. vector.Select(value => value / length)];
    }

    private static async Task WholeAsync(HttpContext context, string? model, Turn turn, object usage, Behaviour behaviour)
    {
        object message = turn.Calls.Count > 0
            ? new { role = "assistant", content = (string?)null, tool_calls = Calls(turn, withIndex: false) }
            : new { role = "assistant", content = turn.Text };
        var body = JsonSerializer.Serialize(new
        {
            id = "chatcmpl-1",
            @object = "chat.completion",
            created = 1,
            model,
            choices = new[] { new { index = 0, message, finish_reason = turn.Calls.Count > 0 ? "tool_calls" : "stop" } },
            usage,
        });
        context.Response.ContentType = behaviour == Behaviour.WrongContentType ? "text/plain" : "application/json";
        await foreach (var piece in Pieces.OfAsync(body, behaviour, context.RequestAborted).ConfigureAwait(false))
            await context.Response.WriteAsync(piece, context.RequestAborted).ConfigureAwait(false);
        if (behaviour == Behaviour.HalfAnAnswer)
            await Pieces.BreakAsync(context).ConfigureAwait(false);
    }

    private static object Usage(JsonElement request, Turn turn)
    {
        var asked = request.GetRawText().Length / CharactersPerToken;
        var written = (turn.Text.Length + turn.Calls.Sum(call => call.Arguments.Length)) / CharactersPerToken;
        return new { prompt_tokens = asked, completion_tokens = written, total_tokens = asked + written };
    }

    private static object[] Calls(Turn turn, bool withIndex) =>
    [
        .. turn.Calls.Select((call, index) => withIndex
            ? (object)new { index, id = call.Id, type = "function", function = new { name = call.Name, arguments = call.Arguments } }
            : new { id = call.Id, type = "function", function = new { name = call.Name, arguments = call.Arguments } }),
    ];

    private static string Chunk(string? model, object delta, string? finish) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion.chunk",
        created = 1,
        model,
        choices = new[] { new { index = 0, delta, finish_reason = finish } },
    });

    private static async Task EventAsync(HttpContext context, string data)
    {
        await context.Response.WriteAsync($"data: {data}\n\n", Encoding.UTF8, context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}
