using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace NewsBot.FakeDiscord.Tests.Support;

/// <summary>The answer to a request.</summary>
public sealed record RawReply(int Status, JsonNode? Body, string Text, HttpResponseHeaders Headers)
{
    /// <summary>This reply, if it has the status; the text of the answer tells otherwise why not.</summary>
    public RawReply Is(int status, int code = 0)
    {
        Assert.True((status, code) == (Status, Code), $"{Status} {Code} instead of {status} {code}: {Text}");
        return this;
    }

    public int Code => (int?)(Body as JsonObject)?["code"] ?? 0;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;

    /// <summary>The code of the first error at a path such as "embeds.0.title".</summary>
    public string? ErrorAt(string path)
    {
        var node = Body?["errors"];
        foreach (var key in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            node = node?[key];
        return (string?)node?["_errors"]?[0]?["code"];
    }
}

/// <summary>A REST client that does only what it is told.</summary>
public sealed class RawRest : IDisposable
{
    private readonly HttpClient http = new();
    private readonly string baseUrl;

    public RawRest(FakeDiscordServer server)
    {
        baseUrl = server.ApiBaseUrl;
        Authorization = $"Bot {server.Token}";
    }

    public TimeSpan Patience
    {
        set => http.Timeout = value;
    }

    public string? Authorization { get; set; }
    public string? UserAgent { get; set; } = "DiscordBot (https://example.org/raw, 1.0)";

    public Task<RawReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<RawReply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<RawReply> PutAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Put, path, body);

    public Task<RawReply> PostAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<RawReply> PatchAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Patch, path, body);

    public Task<RawReply> SendAsync(HttpMethod method, string path, JsonNode? body = null) =>
        SendAsync(method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    public async Task<RawReply> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? baseUrl.Replace("/api/v10", "", StringComparison.Ordinal) + path : $"{baseUrl}/{path}") { Content = content };
        if (Authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        if (UserAgent is not null)
            request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        JsonNode? json = null;
        if (response.Content.Headers.ContentType?.MediaType == "application/json")
            json = JsonNode.Parse(text);
        return new RawReply((int)response.StatusCode, json, text, response.Headers);
    }

    /// <summary>A message that keeps all rules.</summary>
    public static JsonObject Message(string content) => new() { ["content"] = content, ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() } };

    public void Dispose() => http.Dispose();
}
