using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rest;

namespace NewsBot.FakeDiscord.Validation;

/// <summary>What is wrong with a request body, as the tree that Discord answers with: keys and indexes down to lists named <c>_errors</c>.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject tree = [];

    public bool Any => tree.Count > 0;

    /// <summary>The paths that are wrong, for people.</summary>
    public List<string> Paths { get; } = [];

    /// <param name="path">Keys and indexes joined by dots; empty for the request as a whole.</param>
    public void Add(string path, string code, string message)
    {
        Paths.Add(path.Length == 0 ? code : $"{path} {code}");
        var node = tree;
        foreach (var key in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node[key] is not JsonObject child)
                node[key] = child = [];
            node = child;
        }

        if (node["_errors"] is not JsonArray list)
            node["_errors"] = list = [];
        list.Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void TooLong(string path, int limit) => Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {limit} or fewer in length.");

    public void BadLength(string path, int min, int max) => Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public void NotOneOf(string path, string choices) => Add(path, "BASE_TYPE_CHOICES", $"Value must be one of {choices}.");

    public RestReply Reply() => RestReply.Error(400, 50035, "Invalid Form Body", (JsonObject)tree.DeepClone());
}
