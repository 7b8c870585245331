using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Commands.Digest;
using NewsBot.Core.Corpus;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Rendering;

namespace NewsBot.Discord.Digests;

/// <summary>
/// Posts digests when they are due: one message for each channel and period, none where nothing is new. A message that may have
/// been posted before the process ended is sent again with the same nonce, which Discord answers with the message that is there.
/// </summary>
internal sealed class DigestPoster(
    DigestBoard board, Arrivals arrivals, ICorpus corpus, ISourceAccess access, AnswerGate gate, AnswerStore answers, PermissionNotices permissions, IDiscordClient client, TimeProvider time, ILogger<DigestPoster> logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await PostDueAsync(stop).ConfigureAwait(false);
            }
            catch (Exception exception) when (!stop.IsCancellationRequested)
            {
                logger.LogError(exception, "The digests could not be posted; it is tried again");
            }

            await Task.Delay(Every, time, stop).ConfigureAwait(false);
        }
    }

    public async Task PostDueAsync(CancellationToken cancellationToken)
    {
        foreach (var digest in board.All())
            if (digest.Schedule.LatestDue(time.GetUtcNow()) is var due && due > digest.Covered)
                await PostAsync(digest, due, cancellationToken).ConfigureAwait(false);
    }

    private async Task PostAsync(ChannelDigest digest, DateTimeOffset due, CancellationToken cancellationToken)
    {
        if (await WriteAsync(digest, due, cancellationToken).ConfigureAwait(false) is not { } given)
        {
            board.Cover(digest, due);
            return;
        }

        answers.Add(given);
        var sent = await client.CreateMessageAsync(digest.Place.Channel, AnswerMessage.Of(given).AsDraft, given.Id, cancellationToken).ConfigureAwait(false);
        if (sent.Succeeded)
            answers.ShownAs(given.Id, sent.Value.Id);
        switch (sent.Failure)
        {
            case null:
                break;
            case { Kind: FailureKind.Unavailable or FailureKind.RateLimited or FailureKind.Blocked or FailureKind.BadAnswer }:
                logger.LogWarning("The digest of channel {Channel} is tried again: {Failure}", digest.Place.Channel, sent.Failure);
                return;
            case { Kind: FailureKind.NotFound }:
                logger.LogWarning("Channel {Channel} is gone, and its digest with it", digest.Place.Channel);
                board.Remove(digest.Place.Channel);
                return;
            case { Kind: FailureKind.Forbidden }:
                await permissions.TellOwnerAsync(digest.Place, "the digest could not be posted", cancellationToken).ConfigureAwait(false);
                break;
            default:
                logger.LogError("The digest of channel {Channel} was refused: {Failure}", digest.Place.Channel, sent.Failure);
                break;
        }

        board.Cover(digest, due);
    }

    /// <summary>What arrived since the last digest, checked like every answer; null where that is nothing.</summary>
    private async Task<GivenAnswer?> WriteAsync(ChannelDigest digest, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var ids = arrivals.Between(digest.Covered, due);
        if (ids.Count == 0)
            return null;
        using var snapshot = corpus.Acquire(access.HiddenFrom(new Audience(digest.Place.Server.ToString())));
        var articles = await snapshot.ArticlesAsync(ids, cancellationToken).ConfigureAwait(false);
        if (DigestDraft.Of(articles) is not { } draft || gate.Check(draft, snapshot) is not { Status: AnswerStatus.Answered } answer)
            return null;
        return new GivenAnswer
        {
            Id = NonceOf(digest, due),
            Asker = digest.Asker,
            Server = digest.Place.Server,
            Channel = digest.Place.Channel,
            IsPrivate = false,
            Calls = [new AskedCall("summary", "")],
            Parts = [new AnswerPart(Title(digest.Schedule, due), answer)],
            At = time.GetUtcNow(),
            Reach = snapshot.Reach,
            Cited = await CitedArticle.OfAsync(snapshot, answer.Citations, cancellationToken).ConfigureAwait(false),
        };
    }

    private static string Title(DigestSchedule schedule, DateTimeOffset due)
    {
        var local = TimeZoneInfo.ConvertTime(due, schedule.Zone);
        return string.Create(CultureInfo.InvariantCulture, $"News up to {local:d MMMM yyyy, HH:mm} ({schedule.Zone.Id})");
    }

    /// <summary>The same for a channel and a period, whoever makes it; Discord takes 25 characters.</summary>
    private static string NonceOf(ChannelDigest digest, DateTimeOffset due) =>
        string.Create(CultureInfo.InvariantCulture, $"d{digest.Place.Channel.Value:x}{due.ToUnixTimeSeconds():x8}");
}
