using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.FakeDiscord.Validation;

/// <summary>Reads fields of a body; what is of the wrong type or length is put on the list of errors and read as absent.</summary>
internal static class Form
{
    /// <summary>Length as Discord counts it: in Unicode code points.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>True when the field is there and not null.</summary>
    public static bool Has(JsonObject body, string field) => body[field] is not null;

    public static string? Text(JsonObject body, string field, string path, FormErrors errors, int min = 0, int max = int.MaxValue, bool required = false)
    {
        var node = body[field];
        var at = path + field;
        if (node is null)
        {
            if (required)
                errors.Required(at);
            return null;
        }

        if (node.GetValueKind() != JsonValueKind.String)
        {
            errors.Add(at, "MODEL_TYPE_CONVERT", "Could not interpret value as string.");
            return null;
        }

        var text = node.GetValue<string>();
        var length = Length(text);
        if (length > max && min == 0)
            errors.TooLong(at, max);
        else if (length > max || length < min)
            errors.BadLength(at, min, max);
        return text;
    }

    public static long? Number(JsonObject body, string field, string path, FormErrors errors, long min = long.MinValue, long max = long.MaxValue, bool required = false)
    {
        var node = body[field];
        var at = path + field;
        if (node is null)
        {
            if (required)
                errors.Required(at);
            return null;
        }

        if (!TryNumber(node, out var number))
        {
            errors.Add(at, "NUMBER_TYPE_COERCE", $"Value \"{node.ToJsonString()}\" is not int.");
            return null;
        }

        if (number < min || number > max)
            errors.Add(at, number < min ? "NUMBER_TYPE_MIN" : "NUMBER_TYPE_MAX", $"int value should be between {min} and {max}.");
        return number;
    }

    /// <summary>The text of a value, if it is one.</summary>
    public static string? AsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    public static bool TryNumber(JsonNode? node, out long number)
    {
        number = 0;
        return node?.GetValueKind() == JsonValueKind.Number && long.TryParse(node.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    public static bool? Flag(JsonObject body, string field, string path, FormErrors errors)
    {
        switch (body[field]?.GetValueKind())
        {
            case null:
                return null;
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                errors.Add(path + field, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
                return null;
        }
    }

    public static JsonArray? List(JsonObject body, string field, string path, FormErrors errors, int max, int min = 0)
    {
        var node = body[field];
        if (node is null)
            return null;
        if (node is not JsonArray list)
        {
            errors.Add(path + field, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return null;
        }

        if (list.Count > max)
            errors.Add(path + field, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
        else if (list.Count < min)
            errors.Add(path + field, "BASE_TYPE_MIN_LENGTH", $"Must be {min} or more in length.");
        return list;
    }

    public static ulong? Snowflake(JsonNode? node)
    {
        if (node is not JsonValue)
            return null;
        var text = node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    public static bool IsWebAddress(string? text, params string[] alsoSchemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" || alsoSchemes.Contains(uri.Scheme));

    /// <summary>The text without white space at its ends, as Discord stores it.</summary>
    public static string Trimmed(string text) => new StringBuilder(text).Replace("\0", "").ToString().Trim();
}
