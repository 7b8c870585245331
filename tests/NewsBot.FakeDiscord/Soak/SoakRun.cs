using NewsBot.FakeDiscord.Interactions;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Soak;

/// <summary>
/// Many servers, a steady stream of commands, clicks, mentions and direct messages, and a fault every few seconds: whether each
/// request that reached the bot got exactly one answer, in time.
/// </summary>
public sealed class SoakRun
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    private readonly FakeDiscordServer server;
    private readonly SoakOptions options;
    private readonly Random random;
    private readonly List<(Channel Channel, User User)> seats = [];
    private readonly List<FakeInteraction> interactions = [];
    private readonly List<Message> messages = [];
    private int next;

    private SoakRun(FakeDiscordServer server, SoakOptions options)
    {
        this.server = server;
        this.options = options;
        random = new Random(options.Seed);
    }

    /// <summary>Makes the servers; the bot may connect before or after.</summary>
    public static SoakRun Prepare(FakeDiscordServer server, SoakOptions options)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(options);
        var run = new SoakRun(server, options);
        var members = new List<(Channel, User)>();
        for (var i = 0; i < options.Servers; i++)
        {
            var guild = server.CreateGuild($"server{i}");
            var channel = guild.CreateChannel("general");
            for (var k = 0; k < options.MembersPerServer; k++)
                members.Add((channel, guild.AddMember($"user{i}of{k}")));
        }

        run.seats.AddRange(members.OrderBy(_ => run.random.Next()));
        return run;
    }

    /// <summary>Plays it through; the bot is connected and its commands are registered.</summary>
    /// <param name="everySecond">Called about once a second while requests come, with the time since the start.</param>
    /// <param name="cancel">Ends it early.</param>
    public async Task<SoakReport> RunAsync(Action<TimeSpan>? everySecond = null, CancellationToken cancel = default)
    {
        var lateBefore = server.LateAcknowledgements;
        var faults = new SoakFaults(server, new Random(options.Seed));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var troubles = TroubleAsync(faults, over.Token);
        await AskAsync(everySecond, cancel);
        await over.CancelAsync();
        await troubles;
        server.RestFaults.Clear();
        var begun = TimeProvider.System.GetTimestamp();
        while (server.Read(() => Judge(faults, lateBefore)).Lost.Count > 0 && TimeProvider.System.GetElapsedTime(begun) < options.Patience)
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        return server.Read(() => Judge(faults, lateBefore));
    }

    private async Task TroubleAsync(SoakFaults faults, CancellationToken over)
    {
        try
        {
            using var timer = new PeriodicTimer(options.FaultEvery);
            while (await timer.WaitForNextTickAsync(over))
                await faults.NextAsync(over);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // No more requests, no more faults.
        }
    }

    private async Task AskAsync(Action<TimeSpan>? everySecond, CancellationToken cancel)
    {
        var begun = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Tick);
        var asked = 0;
        var seconds = 0;
        while (TimeProvider.System.GetElapsedTime(begun) is var elapsed && elapsed < options.Length)
        {
            for (; asked < elapsed.TotalSeconds * options.CommandsPerSecond; asked++)
                Ask(asked);
            if (elapsed.TotalSeconds >= seconds)
            {
                seconds++;
                everySecond?.Invoke(elapsed);
            }

            await timer.WaitForNextTickAsync(cancel);
        }
    }

    private void Ask(int number)
    {
        if (options.Button is { } label && number % 10 == 9 && Answered(label) is { Interaction.User: var asker } answer)
            interactions.Add(asker.Clicks(answer, label));
        else
            interactions.Add(Run(Turn(), options.Commands[random.Next(options.Commands.Count)]));
        if (number % 6 == 1)
            messages.Add(Mention(Turn()));
        if (number % 12 == 2)
            messages.Add(Turn().User.SaysDirectly(Question()));
    }

    private (Channel Channel, User User) Turn() => seats[next++ % seats.Count];

    private static FakeInteraction Run((Channel Channel, User User) seat, SoakCommand command) => seat.User.Runs(seat.Channel, command.Name, command.Options);

    private Message Mention((Channel Channel, User User) seat) => seat.User.Says(seat.Channel, $"{server.Bot.Mention} {Question()}");

    private string Question() => options.Questions[random.Next(options.Questions.Count)];

    /// <summary>One of the latest answers that has the button, in public.</summary>
    private Message? Answered(string label) => server.Read(() => interactions.TakeLast(100)
        .Select(interaction => interaction.Response)
        .FirstOrDefault(response => response is { Loading: false, Deleted: false, IsEphemeral: false } && response.Controls().Any(control => (string?)control["label"] == label)));

    private SoakReport Judge(SoakFaults faults, int lateBefore)
    {
        var accepted = interactions.Where(interaction => interaction.AcknowledgedAt is not null).ToList();
        var replies = messages.Select(message => message.Channel).Distinct()
            .SelectMany(channel => channel.Messages.Where(reply => reply is { Deleted: false, ReplyToId: not null } && reply.Author == server.Bot && reply.Interaction is null))
            .ToLookup(reply => reply.ReplyToId!.Value);
        var owed = messages.Where(message => message.ReachesBot).ToList();
        return new SoakReport
        {
            Asked = interactions.Count + messages.Count,
            Undelivered = interactions.Count(interaction => interaction.Failed) + messages.Count - owed.Count,
            Faults = faults.Counts.Values.Sum(),
            FaultCounts = faults.Counts,
            FaultLog = faults.Log,
            Lost =
            [
                .. accepted.Where(interaction => Terminal(interaction) == 0).Select(interaction => $"{interaction} of {interaction.CreatedAt:HH:mm:ss.fff}"),
                .. owed.Where(message => !replies[message.Id].Any()).Select(message => $"{message} in {message.Channel} of {message.Timestamp:HH:mm:ss.fff}"),
            ],
            Duplicated =
            [
                .. accepted.Where(interaction => Terminal(interaction) > 1).Select(interaction => interaction.ToString()),
                .. messages.Where(message => replies[message.Id].Count() > 1).Select(message => message.ToString()),
            ],
            LateAcknowledgements = server.LateAcknowledgements - lateBefore,
            AcknowledgedMedian = Quantile(accepted.Select(interaction => interaction.AcknowledgedAfter!.Value), 0.5),
            AcknowledgedP99 = Quantile(accepted.Select(interaction => interaction.AcknowledgedAfter!.Value), 0.99),
            AnsweredMedian = Quantile(Waits(replies), 0.5),
            AnsweredP99 = Quantile(Waits(replies), 0.99),
            Violations = [.. server.Conduct.Violations.Select(violation => $"{violation.At:HH:mm:ss.fff} {violation}")],
            Sessions = (server.Connections.Count(connection => connection.Identified), server.Connections.Count(connection => connection.Resumed)),
        };
    }

    private IEnumerable<TimeSpan> Waits(ILookup<ulong, Message> replies) =>
        messages.Where(message => replies[message.Id].Any()).Select(message => replies[message.Id].First().Timestamp - message.Timestamp);

    private static int Terminal(FakeInteraction interaction) =>
        interaction.AcknowledgedAs is CallbackKind.DeferredUpdate or CallbackKind.Autocomplete or CallbackKind.Modal
            ? 1
            : interaction.Followups.Count(message => !message.Deleted) + (interaction.Response is { Loading: false, Deleted: false } ? 1 : 0);

    private static TimeSpan Quantile(IEnumerable<TimeSpan> times, double share)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? TimeSpan.Zero : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
