using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Interactions;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Validation;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Page;

/// <summary>What a person does on the page, done as the chosen user.</summary>
internal static class PageActs
{
    public static (User? User, Channel? Channel) Place(FakeDiscordServer server, string? userId, string? channelId)
    {
        var user = server.World.Users.GetValueOrDefault(Number(userId));
        var channel = user is not null && channelId == "dm" ? server.World.DirectChannel(user) : server.World.Channels.GetValueOrDefault(Number(channelId));
        return (user, channel);
    }

    private static ulong Number(string? text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static async Task<JsonObject> DoAsync(FakeDiscordServer server, JsonObject act, CancellationToken cancel)
    {
        var (user, channel) = server.Read(() => Place(server, Text(act, "user"), Text(act, "channel")));
        if (user is null || channel is null)
            throw new InvalidOperationException("Choose a user and a channel.");
        Message Target() => server.Read(() => server.World.FindMessage(channel.Id, Number(Text(act, "message")))) ?? throw new InvalidOperationException("That message is gone.");
        switch (Text(act, "kind"))
        {
            case "say":
                user.Says(channel, WithMentions(server, Text(act, "text") ?? ""), act["replyTo"] is null ? null : server.Read(() => server.World.FindMessage(channel.Id, Number(Text(act, "replyTo")))));
                return [];
            case "edit":
                user.Edits(Target(), WithMentions(server, Text(act, "text") ?? ""));
                return [];
            case "delete":
                user.Deletes(Target());
                return [];
            case "react":
                user.Reacts(Target(), Text(act, "emoji") ?? "👍");
                return [];
            case "command":
                var options = server.Read(() => Options(server, channel, Text(act, "command")!, act["options"] as JsonObject ?? []));
                return await AfterAsync(user.Runs(channel, Text(act, "command")!, options), cancel);
            case "menu":
                return await AfterAsync(user.UsesOn(Target(), Text(act, "command")!), cancel);
            case "click":
                return await AfterAsync(user.Clicks(Target(), Text(act, "control")!), cancel);
            case "select":
                return await AfterAsync(user.Selects(Target(), Text(act, "control")!, [.. (act["values"] as JsonArray ?? []).Select(value => value!.ToString())]), cancel);
            case "submit":
                var opener = server.Read(() => server.Desk.All.FirstOrDefault(one => one.Id == Number(Text(act, "interaction")))) ?? throw new InvalidOperationException("That form is gone.");
                return await AfterAsync(user.Submits(opener, [.. (act["values"] as JsonObject ?? []).Select(value => (value.Key, value.Value?.ToString() ?? ""))]), cancel);
            case "autocomplete":
                return await SuggestAsync(server, user, channel, act, cancel);
            default:
                throw new InvalidOperationException("Unknown act.");
        }
    }

    private static string? Text(JsonObject act, string field) => act[field] is JsonValue value ? value.ToString() : null;

    /// <summary>"@newsbot" at a word's start becomes the mention that Discord's own box would make of it.</summary>
    private static string WithMentions(FakeDiscordServer server, string text)
    {
        foreach (var user in server.Read(() => server.World.Users.Values.ToList()).OrderByDescending(user => user.Username.Length))
            text = text.Replace($"@{user.Username}", user.Mention, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    /// <summary>Waits for the first response: a modal is shown, silence is told.</summary>
    private static async Task<JsonObject> AfterAsync(FakeInteraction interaction, CancellationToken cancel)
    {
        await interaction.Server.WaitUntilAsync(() => interaction.AcknowledgedAt is not null || interaction.Failed, "the first response", cancel);
        if (interaction.Failed)
            return new JsonObject { ["error"] = "The application did not respond." };
        return interaction.Modal is { } modal
            ? new JsonObject { ["interaction"] = Payloads.Id(interaction.Id), ["modal"] = modal.DeepClone() }
            : [];
    }

    private static async Task<JsonObject> SuggestAsync(FakeDiscordServer server, User user, Channel channel, JsonObject act, CancellationToken cancel)
    {
        var option = Text(act, "option")!;
        var others = server.Read(() => Options(server, channel, Text(act, "command")!, act["options"] as JsonObject ?? [])).Where(given => given.Name != option);
        var typed = user.Types(channel, Text(act, "command")!, option, Text(act, "letters") ?? "", [.. others]);
        await server.WaitUntilAsync(() => typed.Choices is not null || typed.Failed, "suggestions", cancel);
        return new JsonObject { ["choices"] = typed.Choices?.DeepClone() ?? new JsonArray() };
    }

    /// <summary>The text of each option as the value that its type asks for; empty ones are left out.</summary>
    private static (string Name, object Value)[] Options(FakeDiscordServer server, Channel channel, string call, JsonObject given)
    {
        var words = call.Split(' ');
        var definition = CommandCall.Find(channel, words[0], 1);
        foreach (var word in words.Skip(1))
            definition = Parts(definition).First(part => (string?)part["name"] == word);
        return [.. given
            .Where(option => option.Value is not null && option.Value.ToString().Length > 0)
            .Select(option => (option.Key, Value(server, channel, Parts(definition).First(part => (string?)part["name"] == option.Key), option.Value!.ToString())))];
    }

    private static IEnumerable<JsonObject> Parts(JsonObject of) => (of["options"] as JsonArray ?? []).OfType<JsonObject>();

    private static object Value(FakeDiscordServer server, Channel channel, JsonObject definition, string text)
    {
        var choice = (definition["choices"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(choice => (string?)choice["name"] == text);
        if (choice is not null)
            text = choice["value"]!.ToString();
        var name = text.TrimStart('@', '#');
        return (Form.TryNumber(definition["type"], out var type) ? type : 3) switch
        {
            4 => long.Parse(text, CultureInfo.InvariantCulture),
            5 => bool.Parse(text),
            6 or 9 => server.World.Users.Values.FirstOrDefault(user => user.Username == name || user.GlobalName == name) ?? throw new InvalidOperationException($"Nobody is called '{text}'."),
            7 => channel.Guild?.Channels.Find(other => other.Name == name) ?? throw new InvalidOperationException($"No channel is called '{text}'."),
            8 => channel.Guild?.Roles.Values.FirstOrDefault(role => role.Name == name) ?? throw new InvalidOperationException($"No role is called '{text}'."),
            10 => double.Parse(text, CultureInfo.InvariantCulture),
            _ => text,
        };
    }
}
