using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Validation;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Scripting;

/// <summary>Builds the data of a slash command as Discord's client would, which checks it against the registered command first.</summary>
internal static class CommandCall
{
    public static JsonObject Find(Channel channel, string name, int type) =>
        channel.Server.Commands.For(channel).FirstOrDefault(command => (string?)command["name"] == name && Form.TryNumber(command["type"], out var kind) && kind == type)
        ?? throw new InvalidOperationException($"There is no command '{name}' in {channel}.");

    public static bool MayUse(User user, Channel channel, JsonObject command)
    {
        if (channel.Guild is null)
            return true;
        var rights = Permissions.Of(channel.Guild, user, channel);
        if (!rights.HasFlag(Permission.UseApplicationCommands))
            return false;
        if (command["default_member_permissions"] is not { } needed)
            return true;
        var bits = (Permission)ulong.Parse(needed.GetValue<string>(), CultureInfo.InvariantCulture);
        return rights.HasFlag(Permission.Administrator) || (bits != Permission.None && rights.HasFlag(bits));
    }

    public static JsonObject Of(User user, Channel channel, string call, (string Name, object Value)[] given, string? focused, bool asAnybody)
    {
        var words = call.Split(' ');
        var command = Find(channel, words[0], 1);
        if (!asAnybody && !MayUse(user, channel, command))
            throw new InvalidOperationException($"{user} does not see the command '{call}' in {channel}.");
        var resolved = new JsonObject();
        var data = new JsonObject { ["id"] = command["id"]!.DeepClone(), ["name"] = words[0], ["type"] = 1 };
        if (command["guild_id"] is { } guild)
            data["guild_id"] = guild.DeepClone();
        var holder = data;
        var definition = command;
        foreach (var word in words.Skip(1))
        {
            definition = Options(definition).FirstOrDefault(option => (string?)option["name"] == word && TypeOf(option) is 1 or 2)
                ?? throw new InvalidOperationException($"'{call}': there is no '{word}'.");
            var inner = new JsonObject { ["name"] = word, ["type"] = TypeOf(definition) };
            holder["options"] = new JsonArray(inner);
            holder = inner;
        }

        if (Options(definition).Any(option => TypeOf(option) is 1 or 2))
            throw new InvalidOperationException($"'{call}' needs a subcommand.");
        var values = given.Select(item => Option(definition, item, item.Name == focused, channel, resolved)).ToList();
        var missing = Options(definition).FirstOrDefault(option => option["required"]?.GetValue<bool>() == true && given.All(item => item.Name != (string?)option["name"]));
        if (missing is not null && focused is null)
            throw new InvalidOperationException($"'{call}' needs the option '{missing["name"]}'.");
        if (values.Count > 0)
            holder["options"] = new JsonArray([.. values]);
        if (resolved.Count > 0)
            data["resolved"] = resolved;
        return data;
    }

    private static IEnumerable<JsonObject> Options(JsonObject of) => (of["options"] as JsonArray ?? []).OfType<JsonObject>();

    private static int TypeOf(JsonObject option) => Form.TryNumber(option["type"], out var type) ? (int)type : 0;

    private static JsonObject Option(JsonObject command, (string Name, object Value) given, bool focused, Channel channel, JsonObject resolved)
    {
        var definition = Options(command).FirstOrDefault(option => (string?)option["name"] == given.Name)
            ?? throw new InvalidOperationException($"There is no option '{given.Name}'.");
        var option = new JsonObject { ["name"] = given.Name, ["type"] = TypeOf(definition), ["value"] = Value(given.Value, channel, resolved) };
        if (focused)
        {
            if (definition["autocomplete"]?.GetValue<bool>() != true)
                throw new InvalidOperationException($"The option '{given.Name}' has no autocomplete.");
            option["focused"] = true;
            return option;
        }

        Check(definition, given.Value);
        return option;
    }

    private static void Check(JsonObject definition, object value)
    {
        var name = (string)definition["name"]!;
        var fits = TypeOf(definition) switch
        {
            3 => value is string,
            4 => value is int or long,
            5 => value is bool,
            6 => value is User,
            7 => value is Channel,
            8 => value is Role,
            9 => value is User or Role,
            10 => value is int or long or double,
            _ => false,
        };
        if (!fits)
            throw new InvalidOperationException($"The option '{name}' does not take a {value.GetType().Name}.");
        if (value is string text)
        {
            var least = Form.TryNumber(definition["min_length"], out var min) ? min : 0;
            var most = Form.TryNumber(definition["max_length"], out var max) ? max : 6000;
            if (Form.Length(text) < least || Form.Length(text) > most)
                throw new InvalidOperationException($"The option '{name}' takes {least} to {most} characters.");
        }

        if (definition["choices"] is JsonArray { Count: > 0 } choices && !choices.Any(choice => choice!["value"]!.ToString() == Convert.ToString(value, CultureInfo.InvariantCulture)))
            throw new InvalidOperationException($"The option '{name}' offers no '{value}'.");
        if (value is int or long or double)
        {
            var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
            if (number < ((double?)definition["min_value"] ?? double.MinValue) || number > ((double?)definition["max_value"] ?? double.MaxValue))
                throw new InvalidOperationException($"The option '{name}' does not take {number}.");
        }
    }

    private static JsonNode Value(object value, Channel channel, JsonObject resolved)
    {
        switch (value)
        {
            case User user:
                Add(resolved, "users", user.Id, Payloads.Of(user));
                if (channel.Guild?.Members.TryGetValue(user.Id, out var member) == true)
                {
                    var partial = Payloads.Of(member, withUser: false);
                    partial.Remove("deaf");
                    partial.Remove("mute");
                    partial["permissions"] = Payloads.Bits(Permissions.Of(channel.Guild, user, channel));
                    Add(resolved, "members", user.Id, partial);
                }

                return Payloads.Id(user.Id);
            case Channel other:
                Add(resolved, "channels", other.Id, Payloads.Of(other));
                return Payloads.Id(other.Id);
            case Role role:
                Add(resolved, "roles", role.Id, Payloads.Of(role, channel.Server.Bot));
                return Payloads.Id(role.Id);
            default:
                return JsonValue.Create(value)!;
        }
    }

    private static void Add(JsonObject resolved, string kind, ulong id, JsonObject item)
    {
        if (resolved[kind] is not JsonObject group)
            resolved[kind] = group = [];
        group[id.ToString(CultureInfo.InvariantCulture)] = item;
    }
}
