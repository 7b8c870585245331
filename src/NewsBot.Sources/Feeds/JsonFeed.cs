using System.Net;
using System.Text.Json;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Languages;

namespace NewsBot.Sources.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    private const int LongestLine = 500;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true };

    public static FeedReading Read(string text, Uri address)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(text.TrimStart('\ufeff'), Options);
        }
        catch (JsonException fault)
        {
            return FeedReader.Failed("is not valid JSON", fault.LineNumber is { } line ? (int)Math.Min(line + 1, int.MaxValue) : null);
        }
        catch (ArgumentException)
        {
            return FeedReader.Failed("is not valid JSON");
        }

        using (json)
        {
            var root = json.RootElement;
            var isFeed = root.ValueKind == JsonValueKind.Object && (Text(root, "version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true
                || (Member(root, "title") is not null && Member(root, "items") is { ValueKind: JsonValueKind.Array }));
            if (!isFeed)
                return FeedReader.Failed("is JSON, but not a JSON Feed");
            var language = LanguageTag.Normalize(Text(root, "language"));
            var items = Member(root, "items") is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Take(FeedReader.MostEntries) : [];
            var authors = Authors(root);
            return new FeedReading(
                new Feed
                {
                    Title = SafeText.OneLine(Text(root, "title"), LongestLine),
                    Link = FeedLink.Resolve(Text(root, "home_page_url"), address),
                    Language = language,
                    Entries = [.. items.Where(item => item.ValueKind == JsonValueKind.Object).Select(item => Entry(item, address, authors, language))],
                },
                null);
        }
    }

    private static FeedEntry Entry(JsonElement item, Uri address, string? feedAuthors, string? language) => new()
    {
        Id = SafeText.OneLine(Text(item, "id") ?? (Member(item, "id") is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : null), LongestLine * 4),
        Link = FeedLink.Resolve(Text(item, "url") ?? Text(item, "external_url"), address),
        Title = SafeText.OneLine(Text(item, "title"), LongestLine),
        Published = FeedDate.Of(Text(item, "date_published")),
        Updated = FeedDate.Of(Text(item, "date_modified")),
        Author = Authors(item) ?? feedAuthors,
        ContentHtml = Text(item, "content_html") ?? (Text(item, "content_text") is { } plain ? WebUtility.HtmlEncode(plain).Replace("\n", "<br>", StringComparison.Ordinal) : null),
        SummaryHtml = Text(item, "summary") is { } summary ? WebUtility.HtmlEncode(summary) : null,
        Language = LanguageTag.Normalize(Text(item, "language")) ?? language,
    };

    private static string? Authors(JsonElement node)
    {
        IEnumerable<JsonElement> people = Member(node, "authors") is { ValueKind: JsonValueKind.Array } many ? many.EnumerateArray().Take(20)
            : Member(node, "author") is { } one ? [one] : [];
        var names = people.Select(p => p.ValueKind == JsonValueKind.Object ? Text(p, "name") : null).OfType<string>().ToList();
        return names.Count > 0 ? SafeText.OneLine(string.Join(", ", names), LongestLine) : null;
    }

    private static JsonElement? Member(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) ? value : null;

    /// <summary>Null also for the escapes of half a surrogate pair, which spell no text.</summary>
    private static string? Text(JsonElement node, string name)
    {
        try
        {
            return Member(node, name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
