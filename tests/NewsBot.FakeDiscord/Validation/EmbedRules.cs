using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsBot.FakeDiscord.Validation;

/// <summary>Limits of embeds: ten in a message, 6000 characters over all of them, and a limit for every part.</summary>
internal static class EmbedRules
{
    public const int MostEmbeds = 10;
    public const int MostCharacters = 6000;

    public static JsonArray? Read(JsonObject body, string path, FormErrors errors)
    {
        var embeds = Form.List(body, "embeds", path, errors, MostEmbeds);
        if (embeds is null)
            return null;
        var total = 0;
        for (var index = 0; index < embeds.Count; index++)
        {
            if (embeds[index] is JsonObject embed)
                total += Check(embed, $"{path}embeds.{index}.", errors);
            else
                errors.Add($"{path}embeds.{index}", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        }

        if (total > MostCharacters)
            errors.Add(path + "embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MostCharacters}");
        var stored = (JsonArray)embeds.DeepClone();
        foreach (var embed in stored.OfType<JsonObject>())
            embed["type"] = "rich";
        return stored;
    }

    private static int Check(JsonObject embed, string path, FormErrors errors)
    {
        var total = 0;
        string? Part(JsonObject of, string field, string at, int min, int max, bool required = false)
        {
            var text = Form.Text(of, field, at, errors, min, max, required);
            total += text is null ? 0 : Form.Length(text);
            return text;
        }

        Part(embed, "title", path, 0, 256);
        Part(embed, "description", path, 0, 4096);
        var url = Form.Text(embed, "url", path, errors, max: 2048);
        if (url is not null && !Form.IsWebAddress(url))
            errors.Add(path + "url", "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        Form.Number(embed, "color", path, errors, 0, 0xFFFFFF);
        if (Form.Text(embed, "timestamp", path, errors) is { } at && !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out _))
            errors.Add(path + "timestamp", "DATE_TIME_TYPE_PARSE", "Could not parse. Should be ISO8601.");
        if (embed["footer"] is JsonObject footer)
            Part(footer, "text", path + "footer.", 1, 2048, required: true);
        if (embed["author"] is JsonObject author)
            Part(author, "name", path + "author.", 1, 256, required: true);
        foreach (var image in (string[])["image", "thumbnail"])
        {
            if (embed[image] is JsonObject picture && Form.Text(picture, "url", $"{path}{image}.", errors, max: 2048, required: true) is { } address && !Form.IsWebAddress(address, "attachment"))
                errors.Add($"{path}{image}.url", "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https', 'attachment').");
        }

        var fields = Form.List(embed, "fields", path, errors, 25) ?? [];
        for (var index = 0; index < fields.Count; index++)
        {
            if (fields[index] is not JsonObject field)
                continue;
            Part(field, "name", $"{path}fields.{index}.", 1, 256, required: true);
            Part(field, "value", $"{path}fields.{index}.", 1, 1024, required: true);
        }

        return total;
    }
}
