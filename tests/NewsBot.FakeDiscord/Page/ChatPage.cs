using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NewsBot.FakeDiscord.Page;

/// <summary>The web page on which a person acts as the users: one file, the state as JSON, and an event whenever something changed.</summary>
internal static class ChatPage
{
    private static readonly byte[] Html = ReadHtml();

    public static async Task HandleAsync(FakeDiscordServer server, HttpContext context, CancellationToken stops)
    {
        switch (context.Request.Method, context.Request.Path.Value)
        {
            case ("GET", "/"):
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.Body.WriteAsync(Html, context.RequestAborted);
                break;
            case ("GET", "/page/events"):
                await SendChangesAsync(server, context, stops);
                break;
            case ("GET", "/page/state"):
                await WriteAsync(context, server.Read(() => PageView.State(server)));
                break;
            case ("GET", "/page/channel"):
                await WriteAsync(context, server.Read(() => Channel(server, context)));
                break;
            case ("POST", "/page/act"):
                await WriteAsync(context, await ActAsync(server, context));
                break;
            case ("GET", var path) when path!.StartsWith("/attachments/", StringComparison.Ordinal):
                await SendFileAsync(server, context, path);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private static byte[] ReadHtml()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("page.html")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static JsonObject Channel(FakeDiscordServer server, HttpContext context)
    {
        var (user, channel) = PageActs.Place(server, context.Request.Query["user"], context.Request.Query["channel"]);
        return user is null || channel is null ? [] : PageView.Channel(server, user, channel);
    }

    private static async Task<JsonObject> ActAsync(FakeDiscordServer server, HttpContext context)
    {
        try
        {
            var act = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject ?? [];
            return await PageActs.DoAsync(server, act, context.RequestAborted);
        }
        catch (Exception refused) when (refused is InvalidOperationException or JsonException or FormatException)
        {
            return new JsonObject { ["error"] = refused.Message };
        }
    }

    /// <summary>Server-sent events: one line whenever something changed, at most ten a second.</summary>
    private static async Task SendChangesAsync(FakeDiscordServer server, HttpContext context, CancellationToken stops)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stops);
        try
        {
            while (!ends.IsCancellationRequested)
            {
                var next = server.NextChange;
                await context.Response.WriteAsync("data: changed\n\n", ends.Token);
                await context.Response.Body.FlushAsync(ends.Token);
                await Task.Delay(100, ends.Token);
                await next.WaitAsync(ends.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the server stops.
        }
    }

    private static async Task SendFileAsync(FakeDiscordServer server, HttpContext context, string path)
    {
        var parts = path.Split('/');
        var file = parts.Length < 5 ? null : server.Read(() => server.World.Channels
            .GetValueOrDefault(ulong.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var channel) ? channel : 0)?
            .Messages.SelectMany(message => message.Attachments)
            .FirstOrDefault(attachment => attachment.Id.ToString(CultureInfo.InvariantCulture) == parts[3]));
        if (file is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers["X-Content-Type-Options"] = "nosniff";
        await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context, JsonObject json)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(json.ToJsonString(), context.RequestAborted);
    }
}
