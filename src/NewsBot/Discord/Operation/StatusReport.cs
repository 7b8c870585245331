using System.Globalization;
using NewsBot.Core.Answering;
using NewsBot.Core.Corpus;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Digests;
using NewsBot.Discord.Menu;
using NewsBot.Discord.Places;

namespace NewsBot.Discord.Operation;

/// <summary>Adds to <c>/status</c> how the bot is in Discord, and what it may not do in the channel that asks.</summary>
internal sealed class StatusReport(
    IDiscordClient client,
    BotState state,
    MenuRegistration registration,
    RequestQueue queue,
    RateLimits limits,
    AnswerStore answers,
    ServerRoles servers,
    PermissionNotices permissions,
    DigestBoard digests,
    ICorpus corpus,
    TimeProvider time)
{
    /// <summary>Digests that are listed; each costs Discord a question or two.</summary>
    private const int MostDigests = 10;

    public async Task<Answer> AddToAsync(Answer answer, Request request, CancellationToken cancellationToken)
    {
        var missing = request.Server is null ? [] : await permissions.MissingAsync(request.Channel, cancellationToken).ConfigureAwait(false);
        var votes = answers.Votes();
        var health = client.Health;
        List<string> lines =
        [
            .. health.Shards.Select(shard => Line(
                $"shard {shard.Id}", $"{shard.State}, last acknowledgement {Age(shard.LastAck)}, last event {Age(shard.LastEvent)}, {shard.Identifies} sessions, {shard.Resumes} resumed")),
            Line("shards", $"{health.Shards.Count} here of {health.ShardCount}, {servers.Count} servers"),
            Line("registration", registration.State),
            Line("intents", $"{state.Intents}{(state.MissingIntents is { } refused ? "; " + refused : "; none of them privileged")}"),
            Line("missing here", missing.Count == 0 ? "no permission" : string.Join(", ", missing)),
            Line("digests", await DigestsAsync(request, cancellationToken).ConfigureAwait(false)),
            Line("last reload", await LastReloadAsync(cancellationToken).ConfigureAwait(false)),
            Line("queue", $"{queue.Taken} of {queue.Capacity} requests, {health.QueueLength} events waiting, {health.DroppedEvents} dropped"),
            Line("rate limits", $"{limits.Refused} requests of users refused; {health.InvalidRequests} refused by Discord in ten minutes"),
            Line("votes", $"{votes.Up} helpful, {votes.Down} not"),
            Line("invite", state.Application is { } application ? InviteLink.Of(application) : "not known yet"),
            Line("running", $"since {Age(state.StartedAt)}"),
        ];
        return answer with { Message = $"{answer.Message}\n{string.Join('\n', lines)}" };
    }

    /// <summary>The digests of this server, each with what the bot lacks in its channel.</summary>
    private async Task<string> DigestsAsync(Request request, CancellationToken cancellationToken)
    {
        var own = new List<string>();
        foreach (var digest in digests.All().Where(digest => digest.Place.Server == request.Server).Take(MostDigests))
        {
            var channel = await client.GetChannelAsync(digest.Place.Channel, cancellationToken).ConfigureAwait(false);
            var missing = await permissions.MissingAsync(digest.Place.Channel, cancellationToken).ConfigureAwait(false);
            own.Add($"#{(channel.Succeeded ? channel.Value.Name : "unknown channel")} {digest.Schedule}{(missing.Count == 0 ? "" : $", lacking {string.Join(", ", missing)}")}");
        }

        return own.Count == 0 ? "none in this server" : string.Join("; ", own);
    }

    private async Task<string> LastReloadAsync(CancellationToken cancellationToken) => await corpus.Reloads.LastDoneAsync(cancellationToken).ConfigureAwait(false) is { } last
        ? string.Create(CultureInfo.InvariantCulture, $"{last.Kind.ToString().ToLowerInvariant()} by {last.StartedBy}, {Age(last.Started)}: {last.Added} added, {last.Changed} changed, {last.Removed} removed, {last.Failures} failed")
        : "never";

    private string Age(DateTimeOffset? at) => at is { } then ? Ages.Of(time.GetUtcNow() - then) + " ago" : "never";

    private static string Line(string name, FormattableString value) => Line(name, value.ToString(CultureInfo.InvariantCulture));

    private static string Line(string name, string value) => $"{name,-13}  {value}";
}

/// <summary>Spans of time in one unit: "12 s", "5 min", "3 h", "2 d".</summary>
internal static class Ages
{
    public static string Of(TimeSpan age) => age.TotalSeconds < 120
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(age.TotalSeconds, 0):0} s")
        : age.TotalMinutes < 120
            ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalMinutes:0} min")
            : age.TotalHours < 48
                ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0} h")
                : string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0} d");
}
