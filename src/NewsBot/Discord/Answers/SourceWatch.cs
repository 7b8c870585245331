using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Corpus;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Digests;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.State;

namespace NewsBot.Discord.Answers;

/// <summary>
/// Looks at the archive's revision every few seconds. After a new one, also one that came while the bot was away, it takes note of
/// the articles that are new, and marks the posted answers of the last day whose sources have changed or gone: with one edit each.
/// </summary>
internal sealed class SourceWatch(
    ICorpus corpus, AnswerStore answers, Arrivals arrivals, Facts facts, IDiscordClient client, EditPacer pacer, TimeProvider time, ILogger<SourceWatch> logger)
{
    private const string Looked = "revision";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    /// <summary>Articles read at a time.</summary>
    private const int AtOnce = 100;

    private static readonly TimeSpan Young = TimeSpan.FromDays(1);

    /// <summary>For so long after a new revision answers may still come that were made from the one before.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private DateTimeOffset _markUntil;

    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await LookAsync(stop).ConfigureAwait(false);
            }
            catch (Exception exception) when (!stop.IsCancellationRequested)
            {
                logger.LogError(exception, "The answers could not be compared with their sources; it is tried again");
            }

            await Task.Delay(Every, time, stop).ConfigureAwait(false);
        }
    }

    /// <summary>Does what a new revision asks for; nothing when there is none.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        using var snapshot = corpus.Acquire();
        var revision = snapshot.Revision.ToString(CultureInfo.InvariantCulture);
        var isNew = facts.Read(Looked) != revision;
        if (isNew)
        {
            await arrivals.NoteAsync(snapshot, cancellationToken).ConfigureAwait(false);
            _markUntil = time.GetUtcNow() + Overlap;
        }

        if (time.GetUtcNow() <= _markUntil)
            await MarkAsync(snapshot, cancellationToken).ConfigureAwait(false);
        if (isNew)
            facts.Write(Looked, revision);
    }

    private async Task MarkAsync(ICorpusSnapshot snapshot, CancellationToken cancellationToken)
    {
        var unmarked = answers.Unmarked(time.GetUtcNow() - Young);
        var changed = new Dictionary<CitedArticle, OutdatedSource>();
        foreach (var some in unmarked.SelectMany(answer => answer).Distinct().Chunk(AtOnce))
            foreach (var (article, source) in await CitedArticle.ChangedAsync(snapshot, some, cancellationToken).ConfigureAwait(false))
                changed[article] = source;
        foreach (var answer in unmarked.Where(answer => answer.Any(changed.ContainsKey)))
            await MarkAsync(answer.Key, [.. answer.Where(changed.ContainsKey).Select(article => changed[article])], cancellationToken).ConfigureAwait(false);
    }

    private async Task MarkAsync(string id, IReadOnlyList<OutdatedSource> outdated, CancellationToken cancellationToken)
    {
        if (answers.Find(id) is not { Channel: { } channel } given)
            return;
        var marked = given with { Outdated = outdated };
        if (answers.Mark(marked) is not { } message)
            return;
        await pacer.WaitTurnAsync(message, cancellationToken).ConfigureAwait(false);
        var edited = await client.EditMessageAsync(channel, message, AnswerMessage.Of(marked).AsEdit, cancellationToken).ConfigureAwait(false);
        if (!edited.Succeeded)
            logger.LogInformation("An answer whose sources have changed could not be marked: {Failure}", edited.Failure);
    }
}
