using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Validation;

namespace NewsBot.FakeDiscord.Rest;

/// <summary>A request that passed the gate: matched, authorised, read.</summary>
internal sealed record RestCall(Route Route, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Query)
{
    public JsonNode? Json { get; init; }
    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    /// <summary>The answer will be lost: stored, then a fault. What the client repeats afterwards is no mistake.</summary>
    public bool AnswerWillBeLost { get; init; }

    /// <summary>A fault holds the answer up, perhaps for longer than the client waits.</summary>
    public bool AnswerWillBeLate { get; init; }

    /// <summary>The body as an object; empty if there is none.</summary>
    public JsonObject Body => Json as JsonObject ?? [];

    public ulong Id(string name) => ulong.TryParse(Values[name], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    public string this[string name] => Values[name];

    public bool QueryFlag(string name) => Query.TryGetValue(name, out var value) && value is "true" or "True" or "1";
}

/// <summary>A method and a path with its handler.</summary>
internal sealed record Route(string Method, string Pattern, Func<RestCall, RestReply> Handle)
{
    private readonly string[] segments = Pattern.Split('/');

    /// <summary>"POST channels/{channel}/messages".</summary>
    public string Name { get; } = $"{Method} {Pattern}";

    /// <summary>The token stands in the path: no authorization, no part in the global limit.</summary>
    public bool IsInteraction { get; } = Pattern.StartsWith("interactions/", StringComparison.Ordinal) || Pattern.StartsWith("webhooks/", StringComparison.Ordinal);

    public bool IsOpen => IsInteraction || Pattern == "gateway";

    /// <summary>The parameter that separates buckets: the channel, the guild, or the webhook with its token.</summary>
    public string Major(IReadOnlyDictionary<string, string> values) => segments[0] switch
    {
        "channels" when segments.Length > 1 => values["channel"],
        "guilds" when segments.Length > 1 => values["guild"],
        "webhooks" => $"{values["application"]}/{values["token"]}",
        "interactions" => values["token"],
        _ => "",
    };

    public Dictionary<string, string>? Match(string method, string[] path)
    {
        if (method != Method || path.Length != segments.Length)
            return null;
        var values = new Dictionary<string, string>();
        for (var index = 0; index < path.Length; index++)
        {
            if (segments[index].StartsWith('{'))
                values[segments[index].Trim('{', '}')] = Uri.UnescapeDataString(path[index]);
            else if (segments[index] != path[index])
                return null;
        }

        return values;
    }
}
