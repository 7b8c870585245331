using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Gateway;
using NewsBot.FakeDiscord.Rest;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Validation;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Interactions;

/// <summary>Hands interactions to the bot and takes their first responses.</summary>
internal sealed class InteractionDesk(FakeDiscordServer server)
{
    private readonly Dictionary<ulong, FakeInteraction> byId = [];
    private readonly Dictionary<string, FakeInteraction> byToken = [];
    private readonly Queue<FakeInteraction> order = new();

    public IReadOnlyCollection<FakeInteraction> All => [.. order];

    /// <summary>Interactions that were delivered at once and not acknowledged in time.</summary>
    public int Late { get; private set; }

    /// <summary>Interactions whose deferred response still says "thinking…".</summary>
    public int Pending => order.Count(interaction => interaction.Response is { Loading: true, Deleted: false });

    /// <summary>Interactions that failed while no session could have received them.</summary>
    public int Undeliverable { get; private set; }

    public FakeInteraction? ByToken(string token) => byToken.GetValueOrDefault(token);

    public void Open(FakeInteraction interaction)
    {
        byId[interaction.Id] = interaction;
        byToken[interaction.Token] = interaction;
        order.Enqueue(interaction);
        Forget();
        interaction.Deadline = server.Options.Time.CreateTimer(_ => DeadlinePassed(interaction), null, server.Options.AcknowledgeWithin, Timeout.InfiniteTimeSpan);
        if (server.Endpoint.Url is not null)
        {
            interaction.DeliveredAt = server.Options.Time.GetUtcNow();
            server.Endpoint.Deliver(interaction);
        }
        else if (server.Gateway.Dispatch("INTERACTION_CREATE", interaction.Channel.Guild?.Id, Intents.None, _ => InteractionPayloads.Of(interaction)))
        {
            interaction.DeliveredAt = server.Options.Time.GetUtcNow();
        }

        server.Changed();
    }

    /// <summary>Forgets the oldest beyond those kept, but none whose answer is still to come.</summary>
    private void Forget()
    {
        while (order.Count > server.Options.HistoryKept && order.Peek() is var oldest && IsSettled(oldest))
        {
            order.Dequeue();
            byId.Remove(oldest.Id);
            byToken.Remove(oldest.Token);
        }
    }

    private static bool IsSettled(FakeInteraction interaction) =>
        interaction.Failed || (interaction.AcknowledgedAt is not null && interaction.Response is not { Loading: true, Deleted: false }) || interaction.TokenDead;

    private void DeadlinePassed(FakeInteraction interaction)
    {
        lock (server.Gate)
        {
            interaction.Deadline?.Dispose();
            if (interaction.AcknowledgedAt is not null)
                return;
            interaction.Failed = true;
            if (interaction.DeliveredAt is not null && server.Gateway.WasHeardSince(interaction))
            {
                Late++;
                server.Conduct.Violate(SheetRow.AcknowledgeInTime, $"{interaction} was not acknowledged within {server.Options.AcknowledgeWithin.TotalSeconds} s");
            }
            else
            {
                Undeliverable++;
            }

            server.Changed();
        }
    }

    public RestReply Callback(RestCall call)
    {
        if (!byId.TryGetValue(call.Id("interaction"), out var interaction) || interaction.Token != call["token"])
            return RestReply.UnknownInteraction;
        if (interaction.AcknowledgedAt is not null)
        {
            server.Conduct.Check(SheetRow.AcknowledgeInTime, interaction.CallbackAnswerLost, $"{interaction} was acknowledged twice");
            return RestReply.AlreadyAcknowledged;
        }

        if (interaction.Failed || server.Options.Time.GetUtcNow() - interaction.CreatedAt > server.Options.AcknowledgeWithin)
        {
            interaction.Failed = true;
            server.Conduct.Exercise(SheetRow.AcknowledgeInTime);
            return RestReply.UnknownInteraction;
        }

        if (Respond(interaction, call.Body, call.Files) is { } refused)
            return refused;
        interaction.CallbackAnswerLost = call.AnswerWillBeLost || call.AnswerWillBeLate;
        return call.QueryFlag("with_response") ? RestReply.Ok(Described(interaction)) : RestReply.NoContent;
    }

    /// <summary>Takes a first response, from the callback route or from the answer of the endpoint; an answer means that it is refused.</summary>
    public RestReply? Respond(FakeInteraction interaction, JsonObject body, IReadOnlyList<UploadedFile> files)
    {
        var data = body["data"] as JsonObject ?? [];
        if (!Form.TryNumber(body["type"], out var type) || !Fits(interaction, (CallbackKind)type))
        {
            server.Conduct.Violate(SheetRow.CallbackKinds, $"{interaction} was answered with type {body["type"]?.ToJsonString() ?? "none"}");
            var errors = new FormErrors();
            errors.NotOneOf("type", "the types that fit this interaction");
            return errors.Reply();
        }

        server.Conduct.Exercise(SheetRow.CallbackKinds);
        server.Conduct.Exercise(SheetRow.AcknowledgeInTime);
        var kind = (CallbackKind)type;
        var refused = kind switch
        {
            CallbackKind.Message => RespondMessage(interaction, data, files),
            CallbackKind.DeferredMessage => Defer(interaction, data),
            CallbackKind.UpdateMessage => UpdateSource(interaction, data, files),
            CallbackKind.Autocomplete => Suggest(interaction, data),
            CallbackKind.Modal => OpenModal(interaction, data),
            _ => null,
        };
        if (refused is not null)
            return refused;
        interaction.AcknowledgedAt = server.Options.Time.GetUtcNow();
        interaction.AcknowledgedAs = kind;
        interaction.Deadline?.Dispose();
        if (kind is CallbackKind.DeferredUpdate or CallbackKind.UpdateMessage)
            interaction.Response = interaction.Source;
        server.Changed();
        return null;
    }

    private static bool Fits(FakeInteraction interaction, CallbackKind kind) => kind switch
    {
        CallbackKind.Message or CallbackKind.DeferredMessage => interaction.Kind is InteractionKind.Command or InteractionKind.Component or InteractionKind.Modal,
        CallbackKind.DeferredUpdate or CallbackKind.UpdateMessage => interaction.Source is not null && interaction.Kind is InteractionKind.Component or InteractionKind.Modal,
        CallbackKind.Autocomplete => interaction.Kind == InteractionKind.Autocomplete,
        CallbackKind.Modal => interaction.Kind is InteractionKind.Command or InteractionKind.Component,
        CallbackKind.Pong => interaction.Kind == InteractionKind.Ping,
        _ => false,
    };

    private RestReply? RespondMessage(FakeInteraction interaction, JsonObject data, IReadOnlyList<UploadedFile> files)
    {
        var (draft, refused) = server.Posting.Read(data, files, "data.", "a response");
        if (refused is not null)
            return refused;
        interaction.Ephemeral = draft!.Ephemeral;
        interaction.Response = server.Posting.Create(interaction.Channel, draft, Rights(interaction), AllowedMentions.OfInteraction, message => Prepare(message, interaction));
        return null;
    }

    private RestReply? Defer(FakeInteraction interaction, JsonObject data)
    {
        var flags = Form.TryNumber(data["flags"], out var bits) ? bits : 0;
        if (!server.Conduct.Check(SheetRow.CallbackKinds, (flags & ~64L) == 0, $"a deferred response with flags {flags}"))
        {
            var errors = new FormErrors();
            errors.Add("data.flags", "MESSAGE_FLAGS_INVALID", "Only EPHEMERAL can be set.");
            return errors.Reply();
        }

        interaction.Ephemeral = flags == 64;
        var now = server.Options.Time.GetUtcNow();
        var message = new Message(server.World.Ids.Next(), interaction.Channel, server.World.Bot, now) { Loading = true };
        Prepare(message, interaction);
        interaction.Channel.Add(message);
        interaction.Response = message;
        server.Announcements.Created(message);
        return null;
    }

    private RestReply? UpdateSource(FakeInteraction interaction, JsonObject data, IReadOnlyList<UploadedFile> files)
    {
        var source = interaction.Source!;
        if (source.Deleted)
            return RestReply.UnknownMessage;
        var (draft, refused) = server.Posting.Read(data, files, "data.", "an update by component", edit: true, usesV2: (source.Flags & ComponentRules.UsesV2) != 0);
        return refused ?? server.Posting.Edit(source, draft!, Rights(interaction), AllowedMentions.OfInteraction);
    }

    private RestReply? Suggest(FakeInteraction interaction, JsonObject data)
    {
        var errors = new FormErrors();
        CommandRules.Choices(data, "data.", TypeOfFocused(interaction.Data), errors);
        if (data["choices"] is null)
            errors.Required("data.choices");
        if (errors.Any)
        {
            server.Conduct.Violate(SheetRow.CallbackKinds, $"suggestions: {string.Join(", ", errors.Paths)}");
            return errors.Reply();
        }

        interaction.Choices = (JsonArray)data["choices"]!.DeepClone();
        return null;
    }

    private static int TypeOfFocused(JsonObject data) =>
        OptionsOf(data).Where(option => option["focused"]?.GetValue<bool>() == true).Select(option => option["type"]!.GetValue<int>()).FirstOrDefault(3);

    private static IEnumerable<JsonObject> OptionsOf(JsonObject node) =>
        (node["options"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(option => OptionsOf(option).Prepend(option));

    private RestReply? OpenModal(FakeInteraction interaction, JsonObject data)
    {
        var errors = new FormErrors();
        ComponentRules.Modal(data, errors);
        if (errors.Any)
        {
            server.Conduct.Violate(SheetRow.Lengths, $"a modal: {string.Join(", ", errors.Paths)}");
            return errors.Reply();
        }

        interaction.Modal = (JsonObject)data.DeepClone();
        return null;
    }

    public void Prepare(Message message, FakeInteraction interaction)
    {
        message.Type = interaction.Kind != InteractionKind.Command ? 19 : Form.TryNumber(interaction.Data["type"], out var type) && type > 1 ? 23 : 20;
        message.WebhookId = server.World.Bot.Id;
        message.Interaction = interaction;
        if (interaction.Ephemeral)
            server.Conduct.Exercise(SheetRow.Ephemeral);
        message.EphemeralFor = interaction.Ephemeral ? interaction.User : null;
        if (interaction.Source is not null && !interaction.Ephemeral)
        {
            message.ReplyTo = interaction.Source;
            message.ReplyToId = interaction.Source.Id;
        }
    }

    public Permission Rights(FakeInteraction interaction) => server.World.BotRights(interaction.Channel);

    private static JsonObject Described(FakeInteraction interaction)
    {
        var json = new JsonObject
        {
            ["interaction"] = new JsonObject
            {
                ["id"] = Payloads.Id(interaction.Id),
                ["type"] = (int)interaction.Kind,
                ["response_message_id"] = Payloads.Id(interaction.Response?.Id),
                ["response_message_loading"] = interaction.Response?.Loading ?? false,
                ["response_message_ephemeral"] = interaction.Ephemeral,
            },
            ["resource"] = new JsonObject { ["type"] = (int)interaction.AcknowledgedAs! },
        };
        if (interaction.Response is not null && interaction.AcknowledgedAs is CallbackKind.Message or CallbackKind.UpdateMessage or CallbackKind.DeferredMessage)
            json["resource"]!["message"] = MessagePayloads.Full(interaction.Response!);
        return json;
    }
}
