using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rest;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Validation;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Interactions;

/// <summary>The bot's commands, global and by guild.</summary>
internal sealed class CommandRegistry(FakeDiscordServer server)
{
    private const int MostCreates = 200;
    private static readonly int[] MostByType = [0, 100, 15, 15, 1];
    private readonly Dictionary<ulong, List<JsonObject>> byScope = [];
    private readonly Dictionary<ulong, Queue<DateTimeOffset>> creates = [];

    /// <summary>How many times a set was put.</summary>
    public int Puts { get; private set; }

    /// <summary>How many commands were created.</summary>
    public int Created { get; private set; }

    /// <summary>The commands of a guild, or the global ones (0), as stored.</summary>
    public IReadOnlyList<JsonObject> Of(ulong guild) => byScope.GetValueOrDefault(guild) ?? [];

    /// <summary>What a user may choose from in a channel: global commands for the place, and those of the guild.</summary>
    public IEnumerable<JsonObject> For(Channel channel)
    {
        var context = channel.Guild is null ? 1 : 0;
        var global = Of(0).Where(command => command["contexts"] is not JsonArray contexts || contexts.Any(item => Form.TryNumber(item, out var number) && number == context));
        return channel.Guild is null ? global : global.Concat(Of(channel.Guild.Id));
    }

    private static ulong ScopeOf(RestCall call) => call.Values.ContainsKey("guild") ? call.Id("guild") : 0;

    private RestReply? Refused(RestCall call)
    {
        if (call.Id("application") != server.World.Bot.Id)
            return RestReply.Error(403, 20012, "You are not authorized to perform this action on this application");
        return ScopeOf(call) is var guild and not 0 && server.World.Guilds.GetValueOrDefault(guild)?.HasBot != true ? RestReply.MissingAccess : null;
    }

    public RestReply List(RestCall call) => Refused(call)
        ?? RestReply.Ok(Payloads.Array(Of(ScopeOf(call)).Select(command => Shown(command, call.QueryFlag("with_localizations")))));

    public RestReply Get(RestCall call) => Refused(call)
        ?? (Find(call) is { } command ? RestReply.Ok(Shown(command, true)) : Unknown);

    private static RestReply Unknown => RestReply.Error(404, 10063, "Unknown application command");

    private JsonObject? Find(RestCall call) => Of(ScopeOf(call)).FirstOrDefault(command => (string?)command["id"] == call["command"]);

    public RestReply Overwrite(RestCall call)
    {
        if (Refused(call) is { } refused)
            return refused;
        var errors = new FormErrors();
        if (call.Json is not JsonArray list)
        {
            errors.Add("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return Invalid(errors);
        }

        var scope = ScopeOf(call);
        CheckSet(list, scope == 0, errors);
        if (errors.Any)
            return Invalid(errors);
        Puts++;
        var before = Of(scope);
        var after = list.OfType<JsonObject>().Select(command => Stored(command, scope, before)).ToList();
        var fresh = after.Count(command => !before.Any(old => (string?)old["id"] == (string?)command["id"]));
        if (!MayCreate(scope, fresh))
            return RestReply.Error(400, 30034, "Max number of daily application command creates has been reached (200)");
        server.Conduct.Check(SheetRow.CommandRegistration, !Same(before, after), "put the commands although nothing changed");
        byScope[scope] = after;
        server.Changed();
        return RestReply.Ok(Payloads.Array(after.Select(command => Shown(command, true))));
    }

    private RestReply Invalid(FormErrors errors)
    {
        server.Conduct.Violate(SheetRow.CommandRegistration, string.Join(", ", errors.Paths));
        return errors.Reply();
    }

    private static void CheckSet(JsonArray list, bool global, FormErrors errors)
    {
        var names = new HashSet<(long, string)>();
        var counts = new int[MostByType.Length];
        for (var index = 0; index < list.Count; index++)
        {
            if (list[index] is not JsonObject command)
            {
                errors.Add($"{index}", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
                continue;
            }

            CommandRules.Check(command, $"{index}.", global, errors);
            var type = TypeOf(command);
            if (!names.Add((type, command["name"]?.ToString() ?? "")))
                errors.Add($"{index}", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            if (type < counts.Length && ++counts[type] == MostByType[type] + 1)
                errors.Add("", "APPLICATION_COMMANDS_MAX", $"Maximum number of application commands reached ({MostByType[type]}).");
        }
    }

    private static long TypeOf(JsonObject command) => Form.TryNumber(command["type"], out var type) && type is > 0 and < 5 ? type : 1;

    private bool MayCreate(ulong scope, int count)
    {
        var day = creates.TryGetValue(scope, out var known) ? known : creates[scope] = new Queue<DateTimeOffset>();
        var now = server.Options.Time.GetUtcNow();
        while (day.TryPeek(out var first) && now - first > TimeSpan.FromHours(24))
            day.Dequeue();
        if (day.Count + count > MostCreates)
            return false;
        for (var made = 0; made < count; made++)
            day.Enqueue(now);
        Created += count;
        return true;
    }

    /// <summary>The command as Discord keeps it: ids, version, and defaults where nothing was said. The same name and type keep their id.</summary>
    private JsonObject Stored(JsonObject given, ulong scope, IReadOnlyList<JsonObject> before)
    {
        var type = TypeOf(given);
        var old = before.FirstOrDefault(command => (string?)command["name"] == (string?)given["name"] && TypeOf(command) == type);
        var stored = new JsonObject
        {
            ["id"] = old?["id"]?.DeepClone() ?? Payloads.Id(server.World.Ids.Next()),
            ["application_id"] = Payloads.Id(server.World.Bot.Id),
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

        stored["version"] = old is not null && JsonNode.DeepEquals(Bare(old), Bare(stored)) ? old["version"]!.DeepClone() : Payloads.Id(server.World.Ids.Next());
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

    private static bool Same(IReadOnlyList<JsonObject> before, List<JsonObject> after) =>
        before.Count > 0 && before.Count == after.Count
        && before.OrderBy(command => (string?)command["id"]).Zip(after.OrderBy(command => (string?)command["id"])).All(pair => JsonNode.DeepEquals(Bare(pair.First), Bare(pair.Second)));

    private static JsonObject Shown(JsonObject command, bool localised)
    {
        var shown = (JsonObject)command.DeepClone();
        if (localised)
            return shown;
        shown.Remove("name_localizations");
        shown.Remove("description_localizations");
        return shown;
    }

    public RestReply Create(RestCall call)
    {
        if (Refused(call) is { } refused)
            return refused;
        var scope = ScopeOf(call);
        var errors = new FormErrors();
        CommandRules.Check(call.Body, "", scope == 0, errors);
        if (errors.Any)
            return Invalid(errors);
        var before = Of(scope);
        var stored = Stored(call.Body, scope, before);
        var known = before.Any(command => (string?)command["id"] == (string?)stored["id"]);
        if (!known && before.Count(command => TypeOf(command) == TypeOf(stored)) >= MostByType[TypeOf(stored)])
            return RestReply.Error(400, 30032, "Maximum number of application commands reached");
        if (!known && !MayCreate(scope, 1))
            return RestReply.Error(400, 30034, "Max number of daily application command creates has been reached (200)");
        byScope[scope] = [.. before.Where(command => (string?)command["id"] != (string?)stored["id"]), stored];
        server.Changed();
        return known ? RestReply.Ok(Shown(stored, true)) : RestReply.Created(Shown(stored, true));
    }

    public RestReply Edit(RestCall call)
    {
        if (Refused(call) is { } refused)
            return refused;
        if (Find(call) is not { } old)
            return Unknown;
        var merged = (JsonObject)old.DeepClone();
        foreach (var (name, value) in call.Body)
            merged[name] = value?.DeepClone();
        var scope = ScopeOf(call);
        var errors = new FormErrors();
        CommandRules.Check(merged, "", scope == 0, errors);
        if (errors.Any)
            return Invalid(errors);
        var stored = Stored(merged, scope, []);
        stored["id"] = old["id"]!.DeepClone();
        byScope[scope] = [.. Of(scope).Select(command => command == old ? stored : command)];
        server.Changed();
        return RestReply.Ok(Shown(stored, true));
    }

    public RestReply Delete(RestCall call)
    {
        if (Refused(call) is { } refused)
            return refused;
        if (Find(call) is not { } old)
            return Unknown;
        byScope[ScopeOf(call)] = [.. Of(ScopeOf(call)).Where(command => command != old)];
        server.Changed();
        return RestReply.NoContent;
    }
}
