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

    public RestReply List(RestCall call)
    {
        server.Conduct.Exercise(SheetRow.CommandRegistration);
        return Refused(call) ?? RestReply.Ok(Payloads.Array(Of(ScopeOf(call)).Select(command => CommandForm.Shown(command, call.QueryFlag("with_localizations")))));
    }

    public RestReply Get(RestCall call) => Refused(call)
        ?? (Find(call) is { } command ? RestReply.Ok(CommandForm.Shown(command, true)) : Unknown);

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
        var after = list.OfType<JsonObject>().Select(command => CommandForm.Stored(command, scope, before, server.World.Bot)).ToList();
        var fresh = after.Count(command => !before.Any(old => (string?)old["id"] == (string?)command["id"]));
        if (!MayCreate(scope, fresh))
            return RestReply.Error(400, 30034, "Max number of daily application command creates has been reached (200)");
        server.Conduct.Check(SheetRow.CommandRegistration, !CommandForm.Same(before, after), "put the commands although nothing changed");
        byScope[scope] = after;
        server.Changed();
        return RestReply.Ok(Payloads.Array(after.Select(command => CommandForm.Shown(command, true))));
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
            var type = CommandForm.TypeOf(command);
            if (!names.Add((type, command["name"]?.ToString() ?? "")))
                errors.Add($"{index}", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            if (type < counts.Length && ++counts[type] == MostByType[type] + 1)
                errors.Add("", "APPLICATION_COMMANDS_MAX", $"Maximum number of application commands reached ({MostByType[type]}).");
        }
    }

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
        var stored = CommandForm.Stored(call.Body, scope, before, server.World.Bot);
        var known = before.Any(command => (string?)command["id"] == (string?)stored["id"]);
        if (!known && before.Count(command => CommandForm.TypeOf(command) == CommandForm.TypeOf(stored)) >= MostByType[CommandForm.TypeOf(stored)])
            return RestReply.Error(400, 30032, "Maximum number of application commands reached");
        if (!known && !MayCreate(scope, 1))
            return RestReply.Error(400, 30034, "Max number of daily application command creates has been reached (200)");
        byScope[scope] = [.. before.Where(command => (string?)command["id"] != (string?)stored["id"]), stored];
        server.Changed();
        return known ? RestReply.Ok(CommandForm.Shown(stored, true)) : RestReply.Created(CommandForm.Shown(stored, true));
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
        var stored = CommandForm.Stored(merged, scope, [], server.World.Bot);
        stored["id"] = old["id"]!.DeepClone();
        byScope[scope] = [.. Of(scope).Select(command => command == old ? stored : command)];
        server.Changed();
        return RestReply.Ok(CommandForm.Shown(stored, true));
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
