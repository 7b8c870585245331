using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Corpus;
using NewsBot.Discord.Digests;
using NewsBot.EndToEnd.Tests.Discord.Support;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeDiscord.Rest;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.World;

namespace NewsBot.EndToEnd.Tests.Discord;

/// <summary>What is new, posted in a channel. The clock is the test's, which does what is due; the bot's own clock for it stands still.</summary>
[Collection(DiscordTests.Name)]
public sealed class DigestTests(SeededBot seeds)
{
    private static readonly FakeTimeProvider Still = new(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private int _written;

    [Fact]
    public async Task A_digest_is_set_seen_and_ended_by_an_admin_in_the_channel()
    {
        await using var room = await StartAsync();
        Assert.Contains("no digest", await SayAsync(room), StringComparison.Ordinal);
        Assert.Contains("daily 07:30 Europe/Berlin", await SayAsync(room, ("action", "daily"), ("at", "7:30"), ("zone", "Europe/Berlin")), StringComparison.Ordinal);
        Assert.Contains("daily 07:30 Europe/Berlin", await SayAsync(room), StringComparison.Ordinal);
        Assert.Contains("not a time of day", await SayAsync(room, ("action", "daily"), ("at", "25:00")), StringComparison.Ordinal);
        Assert.Contains("not a time zone", await SayAsync(room, ("action", "daily"), ("zone", "Moon/Base")), StringComparison.Ordinal);
        Assert.Contains("no digests any more", await SayAsync(room, ("action", "off")), StringComparison.Ordinal);
        Assert.Contains("no digest", await SayAsync(room), StringComparison.Ordinal);
        var refused = await room.Ana.RunsHidden(room.General, "digest", ("action", "hourly")).WaitForAnswerAsync();
        Assert.True(refused.IsEphemeral);
        Assert.Contains("manage this server", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_new_is_posted_once_for_a_period_with_a_cited_sentence_for_each_event_and_an_empty_period_is_left_out()
    {
        await using var room = await StartAsync();
        await SetHourlyAsync(room);
        await PostDueAsync(room);
        Assert.Empty(room.General.OfBot());

        await ArriveAsync(room, "Ilver bridge to reopen", "The Ilver bridge will reopen in March, the transport ministry of Orvania said.");
        await ArriveAsync(room, "Storm over Kelmar", "A storm broke power lines in Kelmar on Monday and left two villages without light.");
        await PostDueAsync(room);
        Assert.Empty(room.General.OfBot()); // The hour is not over.
        _clock.Advance(TimeSpan.FromHours(1));
        await PostDueAsync(room);
        await PostDueAsync(room);
        var digest = Assert.Single(room.General.OfBot());
        Assert.Contains("The Ilver bridge will reopen in March", digest.Text, StringComparison.Ordinal);
        Assert.Contains("A storm broke power lines", digest.Text, StringComparison.Ordinal);
        Assert.Contains("[1](https://wire.fiction.example/", digest.Text, StringComparison.Ordinal);
        Assert.Contains("From 2 new articles", digest.Text, StringComparison.Ordinal);
        Assert.False(digest.Pinged.Any);
        Assert.Contains("transport ministry", (await room.Ana.Clicks(digest, "Show in context").WaitForAnswerAsync()).Text, StringComparison.Ordinal);

        _clock.Advance(TimeSpan.FromHours(3));
        await PostDueAsync(room);
        Assert.Single(room.General.OfBot(), message => !message.IsEphemeral);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task A_restart_before_or_after_the_posting_and_a_clock_that_goes_back_change_nothing()
    {
        await using var room = await StartAsync();
        await SetHourlyAsync(room);
        await ArriveAsync(room, "Ilver bridge to reopen", "The Ilver bridge will reopen in March, the transport ministry of Orvania said.");
        _clock.Advance(TimeSpan.FromHours(1));
        await room.RestartAsync();

        // The message is stored, its confirmation is lost, and the bot ends before it knows.
        room.Discord.RestFaults.Add("POST channels/{channel}/messages", RestFault.HangAfterStoring());
        using (var killed = new CancellationTokenSource())
        {
            var posting = PostDueAsync(room, cancellationToken: killed.Token);
            await room.General.WaitForBotAsync();
            await killed.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => posting);
        }

        await room.RestartAsync();
        await PostDueAsync(room);
        await room.RestartAsync();
        await PostDueAsync(room);
        _clock.SetUtcNow(_clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        Back(TimeSpan.FromHours(2));
        await PostDueAsync(room);
        Assert.Single(room.General.OfBot());
        Assert.Equal(0, room.Discord.DuplicateMessages);
    }

    [Fact]
    public async Task Through_a_night_whose_clock_changes_a_daily_digest_comes_once_a_day_and_an_hourly_one_every_hour()
    {
        // 29 March 2026 has no 02:30 in Berlin, 25 October has it twice.
        foreach (var (evening, daily) in new[] { ("2026-03-28T18:00:00Z", "daily 02:30 Europe/Berlin"), ("2026-10-24T18:00:00Z", "daily 02:30 Europe/Berlin") })
        {
            _later = null;
            var clock = new FakeTimeProvider(DateTimeOffset.Parse(evening, System.Globalization.CultureInfo.InvariantCulture));
            await using var room = await StartAsync(clock);
            var hourly = room.Guild.CreateChannel("hourly");
            room.Discord.SetBucket("POST channels/{channel}/messages", 1000, TimeSpan.FromSeconds(5));
            Set(room, clock, room.General, daily);
            Set(room, clock, hourly, "hourly");
            for (var hour = 0; hour < 36; hour++)
            {
                await ArriveAsync(room, $"Report {hour} of the river", $"The river Ime stood at {300 + hour} centimetres at Quarrow in report {hour}, the water office said.", clock);
                for (var i = 0; i < 3; i++)
                {
                    clock.Advance(TimeSpan.FromMinutes(20));
                    await PostDueAsync(room, clock);
                }
            }

            Assert.Equal(2, room.General.OfBot().Count);
            Assert.Equal(36, hourly.OfBot().Count);
        }
    }

    [Fact]
    public async Task A_channel_that_is_gone_loses_its_digest_and_a_missing_permission_is_told_to_the_owner()
    {
        await using var room = await StartAsync();
        var closed = room.Guild.CreateChannel("closed");
        var gone = room.Guild.CreateChannel("gone");
        Set(room, _clock, closed, "hourly");
        Set(room, _clock, gone, "hourly");
        closed.DenyBot(Permission.SendMessages);
        gone.Delete();
        await ArriveAsync(room, "Ilver bridge to reopen", "The Ilver bridge will reopen in March, the transport ministry of Orvania said.");
        _clock.Advance(TimeSpan.FromHours(1));
        await PostDueAsync(room);
        await PostDueAsync(room);
        Assert.Contains("Send Messages", (await room.Admin.DirectChannel().WaitForBotAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(closed.Id, Assert.Single(room.Services.GetRequiredService<DigestBoard>().All()).Place.Channel.Value);
        var status = await room.Admin.Runs(room.General, "status").WaitForAnswerAsync();
        Assert.Contains("#closed hourly, lacking Send Messages", status.Text.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Single(room.Discord.Requests, request => request.Path.EndsWith($"{closed.Id}/messages", StringComparison.Ordinal));
    }

    private FakeTimeProvider? _later;

    private FakeTimeProvider Clock => _later ?? _clock;

    /// <summary>The clock is put back: a new one, as that of a test only goes forward.</summary>
    private void Back(TimeSpan by) => _later = new FakeTimeProvider(_clock.GetUtcNow() - by);

    private async Task<Newsroom> StartAsync(FakeTimeProvider? clock = null)
    {
        var room = await Newsroom.OpenAsync(seeds);
        room.Sources = [Path.Combine(Path.GetDirectoryName(room.DataFolder)!, "articles.jsonl")];
        _written = 0;
        _articles = new OwnArticles(room.Sources[0]).Put("first", "Before everything", "The mayor of Quarrow opened the market hall, the town said.", (clock ?? _clock).GetUtcNow().AddHours(-1));
        room.Also = services => services
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<DigestPoster>(provider, Still))
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<Arrivals>(provider, Still));
        await room.StartAsync();
        await NoteAsync(room, clock ?? _clock);
        return room;
    }

    private OwnArticles? _articles;

    private static async Task<string> SayAsync(Newsroom room, params (string, object)[] options)
    {
        var reply = await room.Admin.Runs(room.General, "digest", options).WaitForAnswerAsync();
        Assert.True(reply.IsEphemeral);
        return reply.Text.Replace("\\", "", StringComparison.Ordinal);
    }

    private Task SetHourlyAsync(Newsroom room)
    {
        Set(room, _clock, room.General, "hourly");
        return Task.CompletedTask;
    }

    private static void Set(Newsroom room, FakeTimeProvider clock, Channel channel, string schedule) =>
        room.Services.GetRequiredService<DigestBoard>().Set(new ChannelDigest(
            new NewsBot.Discord.Places.ChannelKey(new(room.Guild.Id), new(channel.Id)),
            new(room.Admin.Id),
            NewsBot.Core.Commands.Digest.DigestSchedule.Parse(schedule, TimeZoneInfo.Utc).Schedule!,
            clock.GetUtcNow()));

    /// <summary>An article is published, read, and noted a minute later.</summary>
    private async Task ArriveAsync(Newsroom room, string title, string text, FakeTimeProvider? clock = null)
    {
        clock ??= _clock;
        _articles!.Put($"new{++_written}", title, text, clock.GetUtcNow().AddMinutes(-1));
        var outcome = await room.Services.GetRequiredService<Reloader>().ReloadAsync(new ReloadRequest(room.Sources, "test"), null, CancellationToken.None);
        Assert.Single(outcome.Report!.Added);
        clock.Advance(TimeSpan.FromSeconds(1));
        await NoteAsync(room, clock);
    }

    private static async Task NoteAsync(Newsroom room, FakeTimeProvider clock)
    {
        using var snapshot = room.Services.GetRequiredService<ICorpus>().Acquire();
        await ActivatorUtilities.CreateInstance<Arrivals>(room.Services, clock).NoteAsync(snapshot, CancellationToken.None);
    }

    private Task PostDueAsync(Newsroom room, FakeTimeProvider? clock = null, CancellationToken cancellationToken = default) =>
        ActivatorUtilities.CreateInstance<DigestPoster>(room.Services, clock ?? Clock).PostDueAsync(cancellationToken);
}
