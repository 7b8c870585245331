using NewsBot.Discord.Interactions;
using NewsBot.Discord.Json;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Rest;

/// <summary>The routes of interactions. Their token is in the path, so the bot's own is not sent.</summary>
internal sealed class InteractionRest(RestPipeline pipeline, TimeProvider time)
{
    /// <summary>How long one attempt at the first answer may take, so that a second fits into the three seconds.</summary>
    private static readonly TimeSpan CallbackAttempt = TimeSpan.FromSeconds(1.4);

    /// <summary>Even if the time seems over one attempt is made, since only Discord's clock counts.</summary>
    private static readonly TimeSpan LastAttempt = TimeSpan.FromSeconds(1);

    /// <summary>How long Discord may need to make a deferred answer that is edited at once.</summary>
    private static readonly TimeSpan DeferInFlight = TimeSpan.FromMilliseconds(700);

    public Task<DiscordResult> RespondAsync(InteractionHandle interaction, InteractionResponse response, CancellationToken cancellationToken)
    {
        var left = interaction.ReceivedAt + InteractionHandle.FirstAnswerLimit - time.GetUtcNow();
        var path = $"interactions/{interaction.Id}/{Uri.EscapeDataString(interaction.Token)}/callback";
        var request = new RestRequest(HttpMethod.Post, "interactions/{id}/{token}/callback", interaction.Id.ToString(), path)
        {
            Json = CallbackJson.Write(response),
            Files = CallbackJson.FilesOf(response),
            Limit = LimitClass.Callback,
            Authorize = false,
            Repeatable = true,
            Within = left > LastAttempt ? left : LastAttempt,
            AttemptTimeout = CallbackAttempt,
        };
        return pipeline.SendAsync(request, goneIsDone: false, cancellationToken);
    }

    public Task<DiscordResult<Message>> GetOriginalAsync(InteractionHandle interaction, CancellationToken cancellationToken) =>
        pipeline.SendAsync(Webhook(HttpMethod.Get, interaction, "/messages/@original"), DiscordJson.Relaxed.Message, cancellationToken);

    public async Task<DiscordResult<Message>> EditOriginalAsync(InteractionHandle interaction, MessageEdit edit, CancellationToken cancellationToken)
    {
        var request = Webhook(HttpMethod.Patch, interaction, "/messages/@original") with { Json = DiscordRest.Json(MessageBody.Of(edit)), Files = edit.Files };
        var result = await pipeline.SendAsync(request, DiscordJson.Relaxed.Message, cancellationToken);
        if (result.Failure?.Code is not DiscordCode.UnknownWebhook)
            return result;
        await Task.Delay(DeferInFlight, time, cancellationToken);
        return await pipeline.SendAsync(request, DiscordJson.Relaxed.Message, cancellationToken);
    }

    public Task<DiscordResult> DeleteOriginalAsync(InteractionHandle interaction, CancellationToken cancellationToken) =>
        pipeline.SendAsync(Webhook(HttpMethod.Delete, interaction, "/messages/@original"), goneIsDone: true, cancellationToken);

    public Task<DiscordResult<Message>> FollowUpAsync(InteractionHandle interaction, MessageDraft draft, CancellationToken cancellationToken) =>
        pipeline.SendAsync(
            Webhook(HttpMethod.Post, interaction, "") with { Json = DiscordRest.Json(MessageBody.Of(draft)), Files = draft.Files },
            DiscordJson.Relaxed.Message, cancellationToken);

    public Task<DiscordResult<Message>> EditFollowUpAsync(
        InteractionHandle interaction, Snowflake message, MessageEdit edit, CancellationToken cancellationToken) =>
        pipeline.SendAsync(
            Webhook(HttpMethod.Patch, interaction, $"/messages/{message}", "/messages/{id}") with { Json = DiscordRest.Json(MessageBody.Of(edit)), Files = edit.Files },
            DiscordJson.Relaxed.Message, cancellationToken);

    public Task<DiscordResult> DeleteFollowUpAsync(InteractionHandle interaction, Snowflake message, CancellationToken cancellationToken) =>
        pipeline.SendAsync(Webhook(HttpMethod.Delete, interaction, $"/messages/{message}", "/messages/{id}"), goneIsDone: true, cancellationToken);

    /// <summary>Waits for limits last no longer than the token.</summary>
    private RestRequest Webhook(HttpMethod method, InteractionHandle interaction, string rest, string? route = null)
    {
        var token = Uri.EscapeDataString(interaction.Token);
        var left = interaction.ExpiresAt - time.GetUtcNow();
        return new RestRequest(method, "webhooks/{id}/{token}" + (route ?? rest), $"{interaction.ApplicationId}/{token}", $"webhooks/{interaction.ApplicationId}/{token}{rest}")
        {
            Limit = LimitClass.Interaction,
            Authorize = false,
            Within = left > LastAttempt ? left : LastAttempt,
        };
    }
}
