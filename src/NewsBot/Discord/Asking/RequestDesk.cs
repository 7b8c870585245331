using System.Globalization;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.State;

namespace NewsBot.Discord.Asking;

/// <summary>
/// Takes requests in: limits, a place in the queue, the acknowledgement, and only then work. What is not taken is told so
/// at once.
/// </summary>
internal sealed class RequestDesk(RequestQueue queue, RateLimits limits, RequestRunner runner, PlaceServices services, OpenInteractions open)
{
    /// <summary>Takes an interaction's request.</summary>
    /// <param name="interaction">Not answered yet.</param>
    /// <param name="isPrivate">Whether only the asker sees the answer.</param>
    /// <param name="build">Makes the request once it is taken.</param>
    /// <param name="cancellationToken">Ends the acknowledgement.</param>
    public async Task TakeAsync(Interaction interaction, bool isPrivate, Func<IReplyPlace, Request> build, CancellationToken cancellationToken)
    {
        var accepted = services.Time.GetTimestamp();
        var (place, refusal) = Admit(interaction.User.Id, interaction.GuildId, interaction.UserMay(Permissions.ManageServer));
        if (place is null)
        {
            await TellAsync(services.Client, interaction, refusal!, cancellationToken).ConfigureAwait(false);
            return;
        }

        open.Add(interaction.Handle);
        var acknowledged = await services.Client.RespondAsync(interaction.Handle, new DeferredMessageResponse(isPrivate), cancellationToken).ConfigureAwait(false);
        if (acknowledged.Failure is { MayHaveHappened: false })
        {
            // Too late, or another process answers it: there is nothing that could be edited. What may be there is edited in the end.
            open.Remove(interaction.Handle);
            place.Dispose();
            return;
        }

        queue.Enqueue(place, async stop =>
        {
            using var reply = new InteractionPlace(services, interaction, isPrivate);
            await runner.RunAsync(build(reply) with { AcceptedAt = accepted }, stop).ConfigureAwait(false);
        });
    }

    /// <summary>Takes a message's request.</summary>
    /// <returns>Null when it was taken; otherwise what to tell the asker.</returns>
    public string? Take(Message question, Request request)
    {
        var accepted = services.Time.GetTimestamp();
        var (place, refusal) = Admit(request.Asker, question.GuildId, isAdmin: false);
        if (place is null)
            return refusal;
        queue.Enqueue(place, stop => runner.RunAsync(request with { AcceptedAt = accepted }, stop));
        return null;
    }

    /// <summary>Answers an interaction at once, to its user alone.</summary>
    public static Task<DiscordResult> TellAsync(IDiscordClient client, Interaction interaction, string text, CancellationToken cancellationToken) =>
        client.RespondAsync(interaction.Handle, new MessageResponse(new MessageDraft { Content = text, Flags = MessageFlags.Ephemeral }), cancellationToken);

    public const string Busy = "I have more questions than I can take right now. Please ask again in a minute.";

    /// <summary>Whether the author of a message may ask something else there now; it counts as asked if so.</summary>
    /// <returns>Null when they may; otherwise what to tell them.</returns>
    public string? Refusal(Message question) => Refusal(question.Author!.Id, question.GuildId);

    private string? Refusal(Snowflake user, Snowflake? server)
    {
        if (queue.IsClosed)
            return "I am being restarted. Please ask again in a minute.";
        return limits.Check(user, server) is { } until
            ? string.Create(CultureInfo.InvariantCulture, $"That is a lot of questions at once. Please ask again <t:{until.ToUnixTimeSeconds() + 1}:R>.")
            : null;
    }

    private (RequestQueue.Place? Place, string? Refusal) Admit(Snowflake user, Snowflake? server, bool isAdmin)
    {
        if ((isAdmin && !queue.IsClosed ? null : Refusal(user, server)) is { } refusal)
            return (null, refusal);
        return queue.TryTakePlace() is { } place ? (place, null) : (null, Busy);
    }
}
