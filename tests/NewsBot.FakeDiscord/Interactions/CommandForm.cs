using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Validation;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Interactions;

/// <summary>The form in which commands are kept and shown: with ids, a version and defaults.</summary>
internal static class CommandForm
{
    public static long TypeOf(JsonObject command) => Form.TryNumber(command["type"], out var type) && type is > 0 and < 5 ? type : 1;

    /// <summary>The command as Discord keeps it: ids, version, and defaults where nothing was said. The same name and type keep their id.</summary>
    public static JsonObject Stored(JsonObject given, ulong scope, IReadOnlyList<JsonObject> before, User bot)
    {
        var type = TypeOf(given);
        var old = before.FirstOrDefault(command => (string?)command["name"] == (string?)given["name"] && TypeOf(command) == type);
        var stored = new JsonObject
        {
            ["id"] = old?["id"]?.DeepClone() ?? Payloads.Id(bot.Server.World.Ids.Next()),
            ["application_id"] = Payloads.Id(bot.Id),
            ["type"] = type,
            ["name"] = given["name"]!.DeepClone(),
            ["name_localizations"] = given["name_localizations"]?.DeepClone(),
            ["description"] = given["description"]?.DeepClone() ?? "",
            ["description_localizations"] = given["description_localizations"]?.DeepClone(),
            ["default_permission"] = true,
            ["default_member_permissions"] = given["default_member_permissions"]?.DeepClone(),
            ["nsfw"] = given["nsfw"]?.DeepClone() ?? false,
        };
        if (given["options"] is JsonArray { Count: > 0 } options)
            stored["options"] = Payloads.Array(options.OfType<JsonObject>().Select(WithoutDefaults));
        if (scope == 0)
        {
            stored["dm_permission"] = true;
            stored["contexts"] = Sorted(given["contexts"] as JsonArray) ?? new JsonArray(0, 1, 2);
            stored["integration_types"] = Sorted(given["integration_types"] as JsonArray) ?? new JsonArray(0);
        }
        else
        {
            stored["guild_id"] = Payloads.Id(scope);
            stored["contexts"] = null;
            stored["integration_types"] = new JsonArray(0);
        }

        stored["version"] = old is not null && JsonNode.DeepEquals(Bare(old), Bare(stored)) ? old["version"]!.DeepClone() : Payloads.Id(bot.Server.World.Ids.Next());
        return stored;
    }

    /// <summary>Options come back without what is false, null or empty.</summary>
    private static JsonObject WithoutDefaults(JsonObject option)
    {
        var kept = new JsonObject();
        foreach (var (name, value) in option)
        {
            switch (value)
            {
                case null:
                case JsonArray { Count: 0 }:
                case JsonValue when value.GetValueKind() == JsonValueKind.False:
                    break;
                case JsonArray list when name == "options":
                    kept[name] = Payloads.Array(list.OfType<JsonObject>().Select(WithoutDefaults));
                    break;
                default:
                    kept[name] = value.DeepClone();
                    break;
            }
        }

        return kept;
    }

    private static JsonArray? Sorted(JsonArray? list) =>
        list is null ? null : new JsonArray([.. list.Select(item => Form.TryNumber(item, out var number) ? number : 0).Distinct().Order().Select(number => (JsonNode)number)]);

    private static JsonObject Bare(JsonObject command)
    {
        var bare = (JsonObject)command.DeepClone();
        bare.Remove("version");
        return bare;
    }

    public static bool Same(IReadOnlyList<JsonObject> before, List<JsonObject> after) =>
        before.Count > 0 && before.Count == after.Count
        && before.OrderBy(command => (string?)command["id"]).Zip(after.OrderBy(command => (string?)command["id"])).All(pair => JsonNode.DeepEquals(Bare(pair.First), Bare(pair.Second)));

    public static JsonObject Shown(JsonObject command, bool localised)
    {
        var shown = (JsonObject)command.DeepClone();
        if (localised)
            return shown;
        shown.Remove("name_localizations");
        shown.Remove("description_localizations");
        return shown;
    }
}
