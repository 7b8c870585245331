using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Events;
using NewsBot.Discord.Json;

namespace NewsBot.Discord.Interactions;

/// <summary>
/// Interactions over HTTP. What is not signed by Discord gets 401 and nothing else. A ping is answered at once; all else is handed to
/// the same handler as interactions of the gateway, which answers over the callback route, while the request gets 202.
/// </summary>
public static class InteractionEndpoint
{
    /// <summary>Larger requests are refused unread.</summary>
    private const int MaxBody = 1024 * 1024;

    /// <summary>Maps the endpoint that is entered in the developer portal as "Interactions Endpoint URL".</summary>
    /// <exception cref="InvalidOperationException">The options have no <see cref="DiscordOptions.PublicKey"/>.</exception>
    public static IEndpointConventionBuilder MapDiscordInteractions(this IEndpointRouteBuilder endpoints, string pattern)
    {
        var client = endpoints.ServiceProvider.GetRequiredService<DiscordClient>();
        var options = endpoints.ServiceProvider.GetRequiredService<DiscordOptions>();
        var time = endpoints.ServiceProvider.GetRequiredService<TimeProvider>();
        var signature = new InteractionSignature(
            options.PublicKey ?? throw new InvalidOperationException("Discord: interactions over HTTP need PublicKey."));
        return endpoints.MapPost(pattern, context => HandleAsync(context, client, signature, time));
    }

    private static async Task HandleAsync(HttpContext context, DiscordClient client, InteractionSignature signature, TimeProvider time)
    {
        var headers = context.Request.Headers;
        if (await ReadAsync(context.Request, context.RequestAborted) is not { } body
            || !signature.IsValid(Single(headers, "X-Signature-Ed25519"), Single(headers, "X-Signature-Timestamp"), body.Span))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (DiscordJson.TryRead(body.Span, DiscordJson.Relaxed.InteractionData) is not { } data)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (data.Type == InteractionData.Ping)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"type":1}""", context.RequestAborted);
        }
        else if (InteractionReader.Read(data, time.GetUtcNow()) is not { } interaction)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else
        {
            context.Response.StatusCode = client.IsListening ? StatusCodes.Status202Accepted : StatusCodes.Status503ServiceUnavailable;
            client.Post(new InteractionReceived(interaction));
        }
    }

    private static string? Single(IHeaderDictionary headers, string name) => headers[name] is [var only] ? only : null;

    /// <summary>The raw body; null when it is too large.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBody)
            return null;
        var buffer = new byte[Math.Max(4096, (int)(request.ContentLength ?? 0) + 1)];
        var length = 0;
        while (true)
        {
            var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
                return buffer.AsMemory(0, length);
            length += read;
            if (length > MaxBody)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, MaxBody + 1));
        }
    }
}
