using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NewsBot.FakeDiscord.Validation;

/// <summary>What an application command may be: names, lengths, numbers, nesting.</summary>
internal static partial class CommandRules
{
    public const int MostOptions = 25;
    private const int MostCharacters = 8000;
    private const long LargestInteger = 1L << 53;

    /// <summary>Languages that texts may be localised to.</summary>
    private static readonly HashSet<string> Locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi",
        "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$")]
    private static partial Regex SlashName();

    public static void Check(JsonObject command, string path, bool global, FormErrors errors)
    {
        var type = Form.Number(command, "type", path, errors, 1, 4) ?? 1;
        Name(command, path, slash: type == 1, errors);
        if (type == 1)
            Description(command, path, errors);
        else if (!string.IsNullOrEmpty(Form.AsText(command["description"])))
            errors.Add(path + "description", "APPLICATION_COMMAND_INVALID_DESCRIPTION", "Context menu commands cannot have description");
        if (type != 1 && command["options"] is JsonArray { Count: > 0 })
            errors.Add(path + "options", "APPLICATION_COMMAND_INVALID_OPTIONS", "Context menu commands cannot have options");
        if (command["default_member_permissions"] is { } rights && (rights.GetValueKind() != JsonValueKind.String || !ulong.TryParse(rights.GetValue<string>(), out _)))
            errors.Add(path + "default_member_permissions", "NUMBER_TYPE_COERCE", "Must be the decimal string of a bit set.");
        Numbers(command, "contexts", path, 2, global, errors);
        Numbers(command, "integration_types", path, 1, global, errors);
        Form.Flag(command, "nsfw", path, errors);
        if (type == 1)
            Options(command, path, depth: 0, errors);
        if (Characters(command) > MostCharacters)
            errors.Add(path.TrimEnd('.'), "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MostCharacters})");
    }

    private static void Numbers(JsonObject command, string field, string path, int max, bool global, FormErrors errors)
    {
        var list = Form.List(command, field, path, errors, 3);
        if (list is null)
            return;
        if (!global)
            errors.Add(path + field, "APPLICATION_COMMAND_GUILD_FIELD", "This field is for global commands.");
        if (list.Any(item => !Form.TryNumber(item, out var number) || number < 0 || number > max))
            errors.NotOneOf(path + field, $"0 to {max}");
    }

    private static void Name(JsonObject item, string path, bool slash, FormErrors errors)
    {
        if (Form.Text(item, "name", path, errors, 1, 32, required: true) is { } name && slash && !IsSlashName(name))
            errors.Add(path + "name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        foreach (var (at, text) in Localised(item, "name_localizations", path, errors))
        {
            if (slash ? !IsSlashName(text) : text.Length is 0 or > 32)
                errors.Add(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    /// <summary>No spaces, and lower case wherever there is one.</summary>
    public static bool IsSlashName(string name) => SlashName().IsMatch(name) && name.All(character => !char.IsUpper(character));

    private static void Description(JsonObject item, string path, FormErrors errors)
    {
        Form.Text(item, "description", path, errors, 1, 100, required: true);
        foreach (var (at, text) in Localised(item, "description_localizations", path, errors))
        {
            if (Form.Length(text) is 0 or > 100)
                errors.BadLength(at, 1, 100);
        }
    }

    private static List<(string At, string Text)> Localised(JsonObject item, string field, string path, FormErrors errors)
    {
        var texts = new List<(string, string)>();
        foreach (var (locale, text) in item[field] as JsonObject ?? [])
        {
            if (!Locales.Contains(locale))
                errors.NotOneOf($"{path}{field}.{locale}", "the locales");
            else if (text?.GetValueKind() == JsonValueKind.String)
                texts.Add(($"{path}{field}.{locale}", text.GetValue<string>()));
        }

        return texts;
    }

    private static void Options(JsonObject item, string path, int depth, FormErrors errors)
    {
        var options = Form.List(item, "options", path, errors, MostOptions) ?? [];
        var names = new HashSet<string>();
        var optionalSeen = false;
        for (var index = 0; index < options.Count; index++)
        {
            var at = $"{path}options.{index}.";
            if (options[index] is not JsonObject option)
            {
                errors.Add(at[..^1], "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
                continue;
            }

            Option(option, at, depth, errors);
            if (Form.AsText(option["name"]) is { } name && !names.Add(name))
                errors.Add(path + "options", "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "There are two options of the same name");
            var required = option["required"]?.GetValueKind() == JsonValueKind.True;
            if (required && optionalSeen)
                errors.Add(at[..^1], "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            optionalSeen |= !required;
        }
    }

    private static void Option(JsonObject option, string path, int depth, FormErrors errors)
    {
        var type = Form.Number(option, "type", path, errors, 1, 11, required: true) ?? 0;
        Name(option, path, slash: true, errors);
        Description(option, path, errors);
        if (type is 1 or 2)
        {
            if (depth > 1 || (type == 2 && depth > 0))
                errors.Add(path + "type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command option types can only be nested command, group, sub-command");
            Options(option, path, depth + 1, errors);
            return;
        }

        var valued = type is 3 or 4 or 10;
        if (Choices(option, path, (int)type, errors) > 0 && !valued)
            errors.Add(path + "choices", "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", "Only strings and numbers have choices");
        if (option["autocomplete"]?.GetValueKind() == JsonValueKind.True && (!valued || option["choices"] is JsonArray { Count: > 0 }))
            errors.Add(path + "autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", "Autocomplete is for strings and numbers without choices");
        foreach (var field in (string[])["min_value", "max_value"])
        {
            if (option[field] is not null && type is not (4 or 10))
                errors.Add(path + field, "APPLICATION_COMMAND_OPTIONS_INVALID", "This field is for numbers");
        }

        if (type == 3)
        {
            Form.Number(option, "min_length", path, errors, 0, 6000);
            Form.Number(option, "max_length", path, errors, 1, 6000);
        }
        else if (option["min_length"] is not null || option["max_length"] is not null)
        {
            errors.Add(path + "max_length", "APPLICATION_COMMAND_OPTIONS_INVALID", "This field is for strings");
        }
    }

    /// <summary>Choices of an option, or suggestions: at most 25, names of 1 to 100, values of the option's type.</summary>
    public static int Choices(JsonObject holder, string path, int type, FormErrors errors)
    {
        var choices = Form.List(holder, "choices", path, errors, MostOptions) ?? [];
        for (var index = 0; index < choices.Count; index++)
        {
            var at = $"{path}choices.{index}.";
            if (choices[index] is not JsonObject choice)
            {
                errors.Add(at[..^1], "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
                continue;
            }

            Form.Text(choice, "name", at, errors, 1, 100, required: true);
            if (type == 3)
                Form.Text(choice, "value", at, errors, 1, 100, required: true);
            else if (choice["value"]?.GetValueKind() != JsonValueKind.Number)
                errors.Add(at + "value", "NUMBER_TYPE_COERCE", "Must be a number.");
            else if (type == 4 && (!Form.TryNumber(choice["value"], out var number) || Math.Abs(number) > LargestInteger))
                errors.Add(at + "value", "NUMBER_TYPE_COERCE", "Must be an integer within ±2^53.");
        }

        return choices.Count;
    }

    /// <summary>Characters of all names, descriptions and choice values; of a localised text the longest counts.</summary>
    private static int Characters(JsonObject item)
    {
        int Longest(string field) => (item[field + "_localizations"] as JsonObject ?? [])
            .Select(pair => pair.Value?.GetValueKind() == JsonValueKind.String ? pair.Value.GetValue<string>().Length : 0)
            .Append((item[field] as JsonValue)?.ToString().Length ?? 0).Max();
        var value = item["value"] is JsonValue given ? given.ToString().Length : 0;
        var inner = ((string[])["options", "choices"]).SelectMany(list => (item[list] as JsonArray ?? []).OfType<JsonObject>()).Sum(Characters);
        return Longest("name") + Longest("description") + value + inner;
    }
}
