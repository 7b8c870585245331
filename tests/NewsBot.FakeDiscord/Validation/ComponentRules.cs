using System.Text.Json.Nodes;

namespace NewsBot.FakeDiscord.Validation;

/// <summary>Buttons, selects and modals: their kinds, numbers and lengths.</summary>
internal sealed class ComponentRules(FormErrors errors)
{
    public const int UsesV2 = 1 << 15;
    private const int MostRows = 5;
    private const int MostInV2 = 40;
    private readonly HashSet<string> ids = [];
    private int counted;

    public static JsonArray? Read(JsonObject body, string path, FormErrors errors, bool v2)
    {
        var list = Form.List(body, "components", path, errors, v2 ? MostInV2 : MostRows);
        if (list is null)
            return null;
        var rules = new ComponentRules(errors);
        for (var index = 0; index < list.Count; index++)
            rules.Top(list[index] as JsonObject, $"{path}components.{index}.", v2);
        if (v2 && rules.counted > MostInV2)
            errors.Add(path + "components", "BASE_TYPE_MAX_LENGTH", $"Must be {MostInV2} or fewer components in all.");
        return (JsonArray)list.DeepClone();
    }

    private static int TypeOf(JsonObject component) => Form.TryNumber(component["type"], out var type) ? (int)type : 0;

    private void Top(JsonObject? component, string path, bool v2)
    {
        counted++;
        switch (component is null ? 0 : TypeOf(component))
        {
            case 1:
                Row(component!, path);
                break;
            case 9 when v2:
                Inner(component!, path, 1, 3);
                if (component!["accessory"] is JsonObject accessory && TypeOf(accessory) == 2)
                    Button(accessory, path + "accessory.");
                break;
            case 10 when v2:
                Form.Text(component!, "content", path, errors, 1, 4000, required: true);
                break;
            case 12 or 13 or 14 when v2:
                break;
            case 17 when v2:
                Inner(component!, path, 1, MostInV2);
                break;
            default:
                errors.NotOneOf(path + "type", v2 ? "(1, 9, 10, 12, 13, 14, 17)" : "(1,)");
                break;
        }
    }

    private void Inner(JsonObject component, string path, int min, int max)
    {
        var list = Form.List(component, "components", path, errors, max, min) ?? [];
        for (var index = 0; index < list.Count; index++)
            Top(list[index] as JsonObject, $"{path}components.{index}.", v2: true);
    }

    private void Row(JsonObject row, string path)
    {
        var list = Form.List(row, "components", path, errors, 5, 1);
        if (list is null)
        {
            if (row["components"] is null)
                errors.Required(path + "components");
            return;
        }

        for (var index = 0; index < list.Count; index++)
        {
            counted++;
            var at = $"{path}components.{index}.";
            switch (list[index] is JsonObject component ? TypeOf(component) : 0)
            {
                case 2:
                    Button((JsonObject)list[index]!, at);
                    break;
                case 3 or 5 or 6 or 7 or 8:
                    Select((JsonObject)list[index]!, at);
                    if (list.Count > 1)
                        errors.Add(path + "components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The width of the layout exceeds the maximum of 5 slots");
                    break;
                default:
                    errors.NotOneOf(at + "type", "(2, 3, 5, 6, 7, 8)");
                    break;
            }
        }
    }

    private void Button(JsonObject button, string path)
    {
        var style = Form.Number(button, "style", path, errors, 1, 6, required: true);
        Form.Text(button, "label", path, errors, max: 80);
        Form.Flag(button, "disabled", path, errors);
        if (style == 5)
        {
            var url = Form.Text(button, "url", path, errors, max: 512, required: true);
            if (url is not null && !Form.IsWebAddress(url, "discord"))
                errors.Add(path + "url", "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('discord', 'http', 'https').");
            if (button["custom_id"] is not null)
                errors.Add(path + "custom_id", "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
        }
        else if (style is not 6)
        {
            CustomId(button, path);
            if (button["url"] is not null)
                errors.Add(path + "url", "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
        }

        if (style is not 6 && button["label"] is null && button["emoji"] is null)
            errors.Add(path[..^1], "BUTTON_COMPONENT_INVALID_EMPTY", "A button must have either a label or an emoji");
    }

    private void Select(JsonObject select, string path)
    {
        CustomId(select, path);
        Form.Text(select, "placeholder", path, errors, max: 150);
        Form.Number(select, "min_values", path, errors, 0, 25);
        Form.Number(select, "max_values", path, errors, 1, 25);
        if (TypeOf(select) != 3)
            return;
        if (select["options"] is null)
            errors.Required(path + "options");
        var options = Form.List(select, "options", path, errors, 25, 1) ?? [];
        var values = new HashSet<string>();
        for (var index = 0; index < options.Count; index++)
        {
            if (options[index] is not JsonObject option)
                continue;
            var at = $"{path}options.{index}.";
            Form.Text(option, "label", at, errors, 1, 100, required: true);
            Form.Text(option, "description", at, errors, max: 100);
            if (Form.Text(option, "value", at, errors, 1, 100, required: true) is { } value && !values.Add(value))
                errors.Add(at + "value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
        }
    }

    private void CustomId(JsonObject component, string path)
    {
        if (Form.Text(component, "custom_id", path, errors, 1, 100, required: true) is { } id && !ids.Add(id))
            errors.Add(path + "custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }

    /// <summary>A modal: title, id, and one to five components, each a label around an input or a row with a text input.</summary>
    public static void Modal(JsonObject modal, FormErrors errors)
    {
        const string path = "data.";
        Form.Text(modal, "title", path, errors, 1, 45, required: true);
        Form.Text(modal, "custom_id", path, errors, 1, 100, required: true);
        if (modal["components"] is null)
            errors.Required(path + "components");
        var rules = new ComponentRules(errors);
        var list = Form.List(modal, "components", path, errors, 5, 1) ?? [];
        for (var index = 0; index < list.Count; index++)
            rules.ModalPart(list[index] as JsonObject, $"{path}components.{index}.");
    }

    private void ModalPart(JsonObject? part, string path)
    {
        switch (part is null ? 0 : TypeOf(part))
        {
            case 18:
                Form.Text(part!, "label", path, errors, 1, 45, required: true);
                Form.Text(part!, "description", path, errors, max: 100);
                if (part!["component"] is JsonObject inner)
                    Input(inner, path + "component.", labelled: true);
                else
                    errors.Required(path + "component");
                break;
            case 10:
                Form.Text(part!, "content", path, errors, 1, 4000, required: true);
                break;
            case 1 when (part!["components"] as JsonArray)?.Count == 1 && part["components"]![0] is JsonObject input && TypeOf(input) == 4:
                Input(input, path + "components.0.", labelled: false);
                break;
            default:
                errors.NotOneOf(path + "type", "(1, 10, 18)");
                break;
        }
    }

    private void Input(JsonObject input, string path, bool labelled)
    {
        if (TypeOf(input) is 3 or 5 or 6 or 7 or 8)
        {
            Select(input, path);
            return;
        }

        if (TypeOf(input) != 4)
        {
            errors.NotOneOf(path + "type", "(3, 4, 5, 6, 7, 8)");
            return;
        }

        CustomId(input, path);
        Form.Number(input, "style", path, errors, 1, 2, required: true);
        Form.Number(input, "min_length", path, errors, 0, 4000);
        Form.Number(input, "max_length", path, errors, 1, 4000);
        Form.Text(input, "placeholder", path, errors, max: 100);
        Form.Text(input, "value", path, errors, max: 4000);
        if (!labelled)
            Form.Text(input, "label", path, errors, 1, 45, required: true);
        else if (input["label"] is not null)
            errors.Add(path + "label", "TEXT_INPUT_LABEL_NOT_ALLOWED", "A text input inside a label has no label of its own");
    }
}
