using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Formats;

/// <summary>
/// One article as a JSON object:
/// <c>{"id"?, "title"?, "text", "published", "source"?, "url"?, "author"?, "language"?}</c>; other members are left alone.
/// The text is kept as it is, line ends and all, so that offsets into it are offsets into what was given.
/// </summary>
internal static class JsonArticleFormat
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    public static bool TryParse(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out JsonDocument? document, out string reason)
    {
        document = null;
        reason = "is not valid UTF-8";
        if (!Utf8.IsValid(utf8.Span))
            return false;
        try
        {
            document = JsonDocument.Parse(utf8, Options);
            return true;
        }
        catch (JsonException fault)
        {
            reason = fault.BytePositionInLine is { } position ? $"is not valid JSON (at byte {position + 1})" : "is not valid JSON";
            return false;
        }
    }

    /// <param name="json">The object.</param>
    /// <param name="origin">Where it was read, for people.</param>
    /// <param name="filePlaceKey">The path of the file below the source folder.</param>
    /// <param name="raw">The article.</param>
    /// <param name="reason">What is wrong, when the result is false.</param>
    public static bool TryRead(JsonElement json, string origin, string filePlaceKey, [NotNullWhen(true)] out RawArticle? raw, out string reason)
    {
        raw = null;
        reason = "is not a JSON object";
        if (json.ValueKind != JsonValueKind.Object)
            return false;
        var fields = new Fields();
        foreach (var member in json.EnumerateObject())
        {
            if (fields.Take(member) is { } fault)
            {
                reason = fault;
                return false;
            }
        }

        if (fields.Text is null)
        {
            reason = "has no text";
            return false;
        }

        raw = new RawArticle
        {
            Id = fields.Id,
            Title = fields.Title,
            Text = fields.Text,
            Published = fields.Published ?? fields.Date,
            Source = fields.Source,
            Url = fields.Url,
            Author = fields.Author,
            Language = fields.Language,
            Origin = origin,
            // Lines move when others are added, so an article of a file with many is known by its title, or by its text without one.
            PlaceKey = $"{filePlaceKey}#{fields.Published ?? fields.Date}#{fields.Title ?? fields.Text}",
        };
        return true;
    }

    private ref struct Fields
    {
        public string? Id, Title, Text, Published, Date, Source, Url, Author, Language;

        /// <returns>What is wrong with the member, or null.</returns>
        public string? Take(JsonProperty member) => member.Name switch
        {
            "id" => Read(member, ref Id, allowNumber: true),
            "title" => Read(member, ref Title),
            "text" => Read(member, ref Text),
            "published" => Read(member, ref Published, allowNumber: true),
            "date" => Read(member, ref Date, allowNumber: true),
            "source" => Read(member, ref Source),
            "url" => Read(member, ref Url),
            "author" => Read(member, ref Author, allowList: true),
            "language" or "lang" => Read(member, ref Language),
            _ => null,
        };

        private static string? Read(JsonProperty member, ref string? field, bool allowNumber = false, bool allowList = false)
        {
            switch (member.Value.ValueKind)
            {
                case JsonValueKind.Null:
                    return null;
                case JsonValueKind.String:
                    return TryGet(member.Value, out field) ? null : $"has half a surrogate pair in {member.Name}";
                case JsonValueKind.Number when allowNumber:
                    field = member.Value.GetRawText();
                    return null;
                case JsonValueKind.Array when allowList:
                    var values = new List<string>();
                    foreach (var item in member.Value.EnumerateArray())
                    {
                        if (item.ValueKind != JsonValueKind.String || !TryGet(item, out var value))
                            return $"has a {member.Name} that is not text";
                        values.Add(value!);
                    }

                    field = string.Join(", ", values);
                    return null;
                default:
                    return $"has a {member.Name} that is not text";
            }
        }

        private static bool TryGet(JsonElement element, out string? value)
        {
            try
            {
                value = element.GetString();
                return true;
            }
            catch (InvalidOperationException)
            {
                // The escapes \ud800 to \udfff can spell what no string of Unicode text can hold.
                value = null;
                return false;
            }
        }
    }
}
