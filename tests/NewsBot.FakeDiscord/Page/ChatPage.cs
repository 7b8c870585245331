using Microsoft.AspNetCore.Http;

namespace NewsBot.FakeDiscord.Page;

/// <summary>The web page on which a person acts as the users.</summary>
internal static class ChatPage
{
    public static Task HandleAsync(FakeDiscordServer server, HttpContext context, CancellationToken stops)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
