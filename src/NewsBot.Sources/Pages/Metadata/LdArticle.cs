using System.Text.Json;

namespace NewsBot.Sources.Pages.Metadata;

/// <summary>What schema.org JSON-LD says of an article, as written.</summary>
internal sealed record LdArticle
{
    private const int MostAuthors = 20;
    private const int Deepest = 4;

    /// <summary>It describes an article, and not only a page, a work or a video.</summary>
    public bool IsArticle { get; init; }

    public string? Headline { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Publisher { get; init; }

    public string? Published { get; init; }

    public string? Modified { get; init; }

    public string? Body { get; init; }

    public string? Language { get; init; }

    public string? Url { get; init; }

    /// <summary>Null where it does not say.</summary>
    public bool? IsFree { get; init; }

    /// <returns>Null where the object does not describe an article or a page.</returns>
    public static LdArticle? From(JsonElement node)
    {
        var types = Types(node).ToList();
        var isArticle = types.Exists(IsArticleType);
        if (!isArticle && !types.Exists(IsPageType))
            return null;
        return new LdArticle
        {
            IsArticle = isArticle,
            Headline = Text(node, "headline") ?? Text(node, "name"),
            Authors = Names(node, "author") is { Count: > 0 } authors ? authors : Names(node, "creator"),
            Publisher = Names(node, "publisher").FirstOrDefault(),
            Published = Text(node, "datePublished") ?? Text(node, "dateCreated") ?? Text(node, "uploadDate"),
            Modified = Text(node, "dateModified"),
            Body = Text(node, "articleBody"),
            Language = Text(node, "inLanguage"),
            Url = Text(node, "url") ?? Text(node, "mainEntityOfPage"),
            IsFree = Member(node, "isAccessibleForFree") is { } free ? !free.ToString().Equals("false", StringComparison.OrdinalIgnoreCase) : null,
        };
    }

    private static IEnumerable<string> Types(JsonElement node)
    {
        var type = Member(node, "@type");
        return type is { ValueKind: JsonValueKind.String } one ? [one.GetString()!]
            : type is { ValueKind: JsonValueKind.Array } many ? many.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!)
            : [];
    }

    private static bool IsArticleType(string type)
    {
        var name = type.AsSpan(type.LastIndexOfAny(['/', ':']) + 1);
        return name.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Posting", StringComparison.OrdinalIgnoreCase)
            || name is "Report" or "Review" or "ClaimReview";
    }

    private static bool IsPageType(string type) =>
        type.AsSpan(type.LastIndexOfAny(['/', ':']) + 1) is "CreativeWork" or "WebPage" or "ItemPage" or "Recipe" or "VideoObject" or "PodcastEpisode";

    private static JsonElement? Member(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement node, string name) => Member(node, name) is { } value ? Text(value, 0) : null;

    private static string? Text(JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return JsonText(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
            case JsonValueKind.Array when depth < Deepest && value.GetArrayLength() > 0:
                return Text(value[0], depth + 1);
            case JsonValueKind.Object when depth < Deepest:
                return (Member(value, "@value") ?? Member(value, "@id") ?? Member(value, "name")) is { } inner ? Text(inner, depth + 1) : null;
            default:
                return null;
        }
    }

    private static List<string> Names(JsonElement node, string name)
    {
        var names = new List<string>();
        if (Member(node, name) is { } value)
            AddNames(value, names, 0);
        return names;
    }

    private static void AddNames(JsonElement value, List<string> names, int depth)
    {
        if (names.Count == MostAuthors || depth == Deepest)
            return;
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray().Take(MostAuthors))
                AddNames(item, names, depth + 1);
        }
        else if (value.ValueKind == JsonValueKind.Object && Member(value, "name") is { } name)
        {
            AddNames(name, names, depth + 1);
        }
        else if (value.ValueKind == JsonValueKind.String && JsonText(value) is { } text && !string.IsNullOrWhiteSpace(text) && !names.Contains(text.Trim()))
        {
            names.Add(text.Trim());
        }
    }

    /// <summary>Escapes of half a surrogate pair spell no text.</summary>
    private static string? JsonText(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
