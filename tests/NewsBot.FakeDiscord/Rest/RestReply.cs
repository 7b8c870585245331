using System.Text.Json.Nodes;

namespace NewsBot.FakeDiscord.Rest;

/// <summary>The answer to a request.</summary>
internal sealed record RestReply(int Status, JsonNode? Body)
{
    /// <summary>The code in an error body, 0 for none.</summary>
    public int Code { get; private init; }

    /// <summary>A body that is not JSON, as from the proxy before the API.</summary>
    public string? PlainText { get; init; }

    public string PlainTextType { get; init; } = "text/plain; charset=UTF-8";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static RestReply Ok(JsonNode body) => new(200, body);

    public static RestReply Created(JsonNode body) => new(201, body);

    public static RestReply NoContent { get; } = new(204, null);

    public static RestReply Error(int status, int code, string message, JsonObject? errors = null)
    {
        var body = new JsonObject { ["message"] = message, ["code"] = code };
        if (errors is not null)
            body["errors"] = errors;
        return new RestReply(status, body) { Code = code };
    }

    public static RestReply NotFound { get; } = Error(404, 0, "404: Not Found");
    public static RestReply Unauthorized { get; } = Error(401, 0, "401: Unauthorized");
    public static RestReply UnknownChannel { get; } = Error(404, 10003, "Unknown Channel");
    public static RestReply UnknownGuild { get; } = Error(404, 10004, "Unknown Guild");
    public static RestReply UnknownMessage { get; } = Error(404, 10008, "Unknown Message");
    public static RestReply UnknownUser { get; } = Error(404, 10013, "Unknown User");
    public static RestReply UnknownWebhook { get; } = Error(404, 10015, "Unknown Webhook");
    public static RestReply UnknownInteraction { get; } = Error(404, 10062, "Unknown interaction");
    public static RestReply AlreadyAcknowledged { get; } = Error(400, 40060, "Interaction has already been acknowledged.");
    public static RestReply MissingAccess { get; } = Error(403, 50001, "Missing Access");
    public static RestReply EmptyMessage { get; } = Error(400, 50006, "Cannot send an empty message");
    public static RestReply MissingPermissions { get; } = Error(403, 50013, "Missing Permissions");
    public static RestReply InvalidWebhookToken { get; } = Error(401, 50027, "Invalid Webhook Token");
}
