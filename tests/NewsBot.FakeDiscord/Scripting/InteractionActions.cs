using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Interactions;
using NewsBot.FakeDiscord.Validation;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Scripting;

/// <summary>What users do with commands, buttons and modals. What Discord's own client would not let them do throws.</summary>
public static class InteractionActions
{
    /// <summary>Runs a slash command.</summary>
    /// <param name="user">Who.</param>
    /// <param name="channel">Where.</param>
    /// <param name="command">The name, with group and subcommand after spaces.</param>
    /// <param name="options">Names and values: text, numbers, true or false, <see cref="User"/>, <see cref="Channel"/>, <see cref="Role"/>.</param>
    public static FakeInteraction Runs(this User user, Channel channel, string command, params (string Name, object Value)[] options) =>
        Open(user, channel, InteractionKind.Command, () => CommandCall.Of(user, channel, command, options, focused: null, asAnybody: false));

    /// <summary>Runs a slash command although the user's client would hide it: the bot has to check rights itself.</summary>
    public static FakeInteraction RunsHidden(this User user, Channel channel, string command, params (string Name, object Value)[] options) =>
        Open(user, channel, InteractionKind.Command, () => CommandCall.Of(user, channel, command, options, focused: null, asAnybody: true));

    /// <summary>Types letters into an option with autocomplete; the others may be filled in already.</summary>
    public static FakeInteraction Types(this User user, Channel channel, string command, string option, string letters, params (string Name, object Value)[] others) =>
        Open(user, channel, InteractionKind.Autocomplete, () => CommandCall.Of(user, channel, command, [.. others, (option, letters)], focused: option, asAnybody: false));

    /// <summary>Chooses a command from the menu of a message.</summary>
    public static FakeInteraction UsesOn(this User user, Message message, string command) => Open(user, message.Channel, InteractionKind.Command, () =>
    {
        var registered = CommandCall.Find(message.Channel, command, 3);
        return new JsonObject
        {
            ["id"] = registered["id"]!.DeepClone(),
            ["name"] = command,
            ["type"] = 3,
            ["target_id"] = Payloads.Id(message.Id),
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [message.Id.ToString(CultureInfo.InvariantCulture)] = MessagePayloads.Full(message) } },
        };
    });

    /// <summary>Clicks a button, named by its label or its custom id.</summary>
    public static FakeInteraction Clicks(this User user, Message message, string button)
    {
        var control = Control(user, message, button);
        return Open(user, message.Channel, InteractionKind.Component, () => new JsonObject
        {
            ["custom_id"] = control["custom_id"]!.DeepClone(),
            ["component_type"] = 2,
            ["id"] = 1,
        }, message);
    }

    /// <summary>Chooses from a select menu, named by its custom id or its placeholder.</summary>
    public static FakeInteraction Selects(this User user, Message message, string select, params string[] values)
    {
        var control = Control(user, message, select);
        return Open(user, message.Channel, InteractionKind.Component, () => new JsonObject
        {
            ["custom_id"] = control["custom_id"]!.DeepClone(),
            ["component_type"] = control["type"]!.DeepClone(),
            ["values"] = Payloads.Array(values.Select(value => (JsonNode?)value)),
        }, message);
    }

    /// <summary>Fills in the modal that an interaction opened, and submits it; inputs left out are empty.</summary>
    public static FakeInteraction Submits(this User user, FakeInteraction opener, params (string CustomId, string Value)[] values)
    {
        var modal = opener.Modal ?? throw new InvalidOperationException("That interaction opened no modal.");
        return Open(user, opener.Channel, InteractionKind.Modal, () => new JsonObject
        {
            ["custom_id"] = modal["custom_id"]!.DeepClone(),
            ["components"] = Payloads.Array((modal["components"] as JsonArray ?? []).OfType<JsonObject>().Select(part => Filled(part, values))),
        }, opener.Source);
    }

    private static JsonObject Filled(JsonObject part, (string CustomId, string Value)[] values)
    {
        JsonObject Input(JsonObject input)
        {
            var id = (string)input["custom_id"]!;
            var text = values.FirstOrDefault(value => value.CustomId == id).Value ?? "";
            if (text.Length == 0 && input["required"]?.GetValue<bool>() != false)
                throw new InvalidOperationException($"The input '{id}' must be filled in.");
            if (Form.TryNumber(input["max_length"], out var most) && text.Length > most)
                throw new InvalidOperationException($"The input '{id}' takes {most} characters.");
            return new JsonObject { ["type"] = input["type"]!.DeepClone(), ["custom_id"] = id, ["value"] = text };
        }

        var filled = new JsonObject { ["type"] = part["type"]!.DeepClone() };
        if (part["component"] is JsonObject inner)
            filled["component"] = Input(inner);
        else if (part["components"] is JsonArray inputs)
            filled["components"] = Payloads.Array(inputs.OfType<JsonObject>().Select(Input));
        return filled;
    }

    private static JsonObject Control(User user, Message message, string name)
    {
        if (!user.SeesIn(message.Channel).Contains(message))
            throw new InvalidOperationException($"{user} does not see that message.");
        var control = message.Channel.Server.Read(() => message.Controls().FirstOrDefault(control =>
            (string?)control["custom_id"] == name || (string?)control["label"] == name || (string?)control["placeholder"] == name))
            ?? throw new InvalidOperationException($"The message has no '{name}', only: {string.Join(", ", message.Controls().Select(control => control["label"] ?? control["custom_id"]))}.");
        if (control["custom_id"] is null)
            throw new InvalidOperationException($"'{name}' is a link.");
        return control["disabled"]?.GetValue<bool>() == true ? throw new InvalidOperationException($"'{name}' is disabled.") : control;
    }

    private static FakeInteraction Open(User user, Channel channel, InteractionKind kind, Func<JsonObject> data, Message? source = null)
    {
        var server = channel.Server;
        lock (server.Gate)
        {
            if (!DiscordWorld.Sees(user, channel))
                throw new InvalidOperationException($"{user} does not see {channel}.");
            var interaction = new FakeInteraction(server, server.World.Ids.Next(), kind, user, channel, data()) { Source = source };
            server.Desk.Open(interaction);
            return interaction;
        }
    }

    /// <summary>Waits for the first response of any kind.</summary>
    public static async Task<CallbackKind> WaitForAckAsync(this FakeInteraction interaction, CancellationToken cancel = default)
    {
        await interaction.Server.WaitUntilAsync(() => interaction.AcknowledgedAt is not null || interaction.Failed, $"an acknowledgement of {interaction}", cancel);
        return interaction.AcknowledgedAs ?? throw new InvalidOperationException($"{interaction} was not acknowledged in time.");
    }

    /// <summary>Waits until the response is there and no longer loading.</summary>
    public static Task<Message> WaitForAnswerAsync(this FakeInteraction interaction, CancellationToken cancel = default) =>
        interaction.Server.WaitForAsync(
            () => interaction is { AcknowledgedAs: CallbackKind.Message or CallbackKind.DeferredMessage or CallbackKind.UpdateMessage, Response: { Loading: false } response } ? response : null,
            $"an answer to {interaction}",
            cancel);

    /// <summary>Waits for a followup, by its place.</summary>
    public static Task<Message> WaitForFollowupAsync(this FakeInteraction interaction, int index = 0, CancellationToken cancel = default) =>
        interaction.Server.WaitForAsync(() => interaction.Followups.ElementAtOrDefault(index), $"a followup to {interaction}", cancel);

    /// <summary>Waits for the suggestions: names and values.</summary>
    public static async Task<IReadOnlyList<(string Name, string Value)>> WaitForChoicesAsync(this FakeInteraction interaction, CancellationToken cancel = default)
    {
        var choices = await interaction.Server.WaitForAsync(() => interaction.Choices, $"suggestions for {interaction}", cancel);
        return [.. choices.OfType<JsonObject>().Select(choice => ((string)choice["name"]!, choice["value"]!.ToString()))];
    }

    /// <summary>Waits for the modal that the interaction opens.</summary>
    public static Task<JsonObject> WaitForModalAsync(this FakeInteraction interaction, CancellationToken cancel = default) =>
        interaction.Server.WaitForAsync(() => interaction.Modal, $"a modal for {interaction}", cancel);
}
