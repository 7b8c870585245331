using NewsBot.FakeDiscord.Rest;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Validation;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Interactions;

/// <summary>What an interaction's token opens: the original response and followups, for fifteen minutes.</summary>
internal sealed class WebhookRoutes(FakeDiscordServer server)
{
    public IEnumerable<Route> Routes =>
    [
        new("POST", "interactions/{interaction}/{token}/callback", server.Desk.Callback),
        new("GET", "webhooks/{application}/{token}/messages/{message}", call => With(call, Get)),
        new("PATCH", "webhooks/{application}/{token}/messages/{message}", call => With(call, Edit)),
        new("DELETE", "webhooks/{application}/{token}/messages/{message}", call => With(call, Delete)),
        new("POST", "webhooks/{application}/{token}", call => With(call, Followup)),
    ];

    private RestReply With(RestCall call, Func<RestCall, FakeInteraction, RestReply> then)
    {
        if (call.Id("application") != server.World.Bot.Id || server.Desk.ByToken(call["token"]) is not { } interaction)
            return RestReply.InvalidWebhookToken;
        server.Conduct.Exercise(SheetRow.InteractionToken);
        if (interaction.TokenDead)
            return RestReply.InvalidWebhookToken;
        if (interaction.AcknowledgedAt is null)
        {
            server.Conduct.Violate(SheetRow.InteractionToken, $"{call.Route.Name} before {interaction} had a response");
            return RestReply.UnknownWebhook;
        }

        return then(call, interaction);
    }

    private static Message? Target(RestCall call, FakeInteraction interaction)
    {
        var message = call["message"] == "@original"
            ? interaction.Response
            : interaction.Followups.Prepend(interaction.Response).FirstOrDefault(sent => sent?.Id == call.Id("message"));
        return message is { Deleted: false } ? message : null;
    }

    private RestReply Get(RestCall call, FakeInteraction interaction) =>
        Target(call, interaction) is { } message ? RestReply.Ok(MessagePayloads.Full(message)) : RestReply.UnknownMessage;

    private RestReply Edit(RestCall call, FakeInteraction interaction)
    {
        if (Target(call, interaction) is not { } message)
            return RestReply.UnknownMessage;
        if (message.IsEphemeral)
            server.Conduct.Exercise(SheetRow.Ephemeral);
        if (message.Loading)
            server.Conduct.Exercise(SheetRow.FollowupAfterDefer);
        var (draft, refused) = server.Posting.Read(call.Body, call.Files, "", "an edit of a response", edit: true, usesV2: (message.Flags & ComponentRules.UsesV2) != 0);
        if (refused is not null)
            return refused;
        if (draft!.Ephemeral && !message.IsEphemeral)
            server.Conduct.Violate(SheetRow.Ephemeral, "tried to make a public response ephemeral by an edit");
        return server.Posting.Edit(message, draft, server.Desk.Rights(interaction), AllowedMentions.OfInteraction) ?? RestReply.Ok(MessagePayloads.Full(message));
    }

    private RestReply Delete(RestCall call, FakeInteraction interaction)
    {
        if (Target(call, interaction) is not { } message)
            return RestReply.UnknownMessage;
        server.Posting.Delete(message);
        return RestReply.NoContent;
    }

    private RestReply Followup(RestCall call, FakeInteraction interaction)
    {
        var (draft, refused) = server.Posting.Read(call.Body, call.Files, "", "a followup");
        if (refused is not null)
            return refused;
        if (interaction.AcknowledgedAs == CallbackKind.DeferredMessage && interaction.Response is { Loading: true, Deleted: false } placeholder)
        {
            server.Conduct.Violate(SheetRow.FollowupAfterDefer, "finished a deferred response by a followup");
            server.Posting.Edit(placeholder, draft!, server.Desk.Rights(interaction), AllowedMentions.OfInteraction);
            return RestReply.Ok(MessagePayloads.Full(placeholder));
        }

        server.Conduct.Exercise(SheetRow.FollowupAfterDefer);
        server.Twice.CheckFollowup(interaction, call);
        var message = server.Posting.Create(interaction.Channel, draft!, server.Desk.Rights(interaction), AllowedMentions.OfInteraction, made =>
        {
            made.WebhookId = server.World.Bot.Id;
            made.Interaction = interaction;
            made.EphemeralFor = draft!.Ephemeral ? interaction.User : null;
            made.ReplyTo = interaction.Response;
            made.ReplyToId = interaction.Response?.Id;
            made.Type = interaction.Response is null ? 0 : 19;
        });
        interaction.Followups.Add(message);
        return RestReply.Ok(MessagePayloads.Full(message));
    }
}
