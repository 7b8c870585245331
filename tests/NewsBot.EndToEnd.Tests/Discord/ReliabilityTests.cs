using Microsoft.Extensions.Time.Testing;
using NewsBot.EndToEnd.Tests.Discord.Support;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeDiscord;
using NewsBot.FakeDiscord.Rest;
using NewsBot.FakeDiscord.Scripting;

namespace NewsBot.EndToEnd.Tests.Discord;

/// <summary>That each accepted request ends in exactly one message, whatever happens meanwhile.</summary>
[Collection(DiscordTests.Name)]
public sealed class ReliabilityTests(SeededBot seeds)
{
    [Fact]
    public async Task Fifty_commands_at_once_are_all_acknowledged_while_nothing_is_answered_yet()
    {
        var held = new HeldCommand();
        await using var room = await Newsroom.StartedAsync(seeds, also: held);
        var asked = Enumerable.Range(0, 50).Select(i => room.Ana.Runs(room.General, "held", ("text", $"number {i}"))).ToList();
        foreach (var one in asked)
            await one.WaitForAckAsync();
        Assert.All(asked, one => Assert.True(one.Response!.Loading));
        Assert.True(held.Entered <= new NewsBot.Discord.DiscordSettings().Workers);
        held.Release();
        for (var i = 0; i < asked.Count; i++)
            Assert.Contains($"released: number {i}", (await asked[i].WaitForAnswerAsync()).Text, StringComparison.Ordinal);
        Assert.All(asked, one => Assert.Empty(one.Followups));
        Assert.Equal(0, room.Discord.LateAcknowledgements);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task More_than_the_queue_holds_is_told_at_once_that_the_bot_is_busy()
    {
        var held = new HeldCommand();
        await using var room = await Newsroom.StartedAsync(seeds, also: held, with: settings => settings with { Workers = 1, QueueCapacity = 2 });
        var first = room.Ana.Runs(room.General, "held", ("text", "a"));
        var second = room.Ana.Runs(room.General, "held", ("text", "b"));
        await first.WaitForAckAsync();
        await second.WaitForAckAsync();
        var busy = await room.Ana.Runs(room.General, "held", ("text", "c")).WaitForAnswerAsync();
        Assert.True(busy.IsEphemeral);
        Assert.Contains("more questions than I can take", busy.Text, StringComparison.Ordinal);
        held.Release();
        await first.WaitForAnswerAsync();
        await second.WaitForAnswerAsync();
        Assert.Contains("released: d", (await room.Ana.Runs(room.General, "held", ("text", "d")).WaitForAnswerAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_and_others_are_not_held_up()
    {
        await using var room = await Newsroom.StartedAsync(seeds, with: settings => settings with { UserRequestsPerMinute = 2 });
        await room.Ana.Runs(room.General, "help").WaitForAnswerAsync();
        await room.Ana.Runs(room.General, "help").WaitForAnswerAsync();
        var refused = await room.Ana.Runs(room.General, "help").WaitForAnswerAsync();
        Assert.True(refused.IsEphemeral);
        Assert.Matches(@"<t:\d+:R>", refused.Text);
        var ben = room.Guild.AddMember("ben");
        Assert.False((await ben.Runs(room.General, "help").WaitForAnswerAsync()).IsEphemeral);
        Assert.False((await room.Admin.Runs(room.General, "help").WaitForAnswerAsync()).IsEphemeral);
    }

    [Fact]
    public async Task A_server_has_a_limit_of_its_own()
    {
        await using var room = await Newsroom.StartedAsync(seeds, with: settings => settings with { ServerRequestsPerMinute = 1 });
        await room.Ana.Runs(room.General, "help").WaitForAnswerAsync();
        var ben = room.Guild.AddMember("ben");
        Assert.Matches(@"<t:\d+:R>", (await ben.Runs(room.General, "help").WaitForAnswerAsync()).Text);
        Assert.False((await ben.Runs(ben.DirectChannel(), "help").WaitForAnswerAsync()).IsEphemeral);
    }

    [Fact]
    public async Task A_failure_is_told_to_the_asker_alone_with_a_reference_and_can_be_tried_again()
    {
        var held = new HeldCommand();
        held.Release();
        await using var room = await Newsroom.StartedAsync(seeds, also: held);
        var asked = room.Ana.Runs(room.General, "held", ("text", "fail"));
        var error = await asked.WaitForFollowupAsync();
        Assert.True(error.IsEphemeral);
        Assert.Contains("reference", error.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret details", error.Text, StringComparison.Ordinal);
        Assert.Empty(room.Admin.SeesIn(room.General));
        var again = room.Ana.Clicks(error, "Try again");
        await again.WaitForFollowupAsync();
        Assert.Equal(2, held.Entered);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task An_engine_that_does_not_come_back_is_not_waited_for_longer_than_its_deadline()
    {
        var held = new HeldCommand { IgnoresCancellation = true };
        await using var room = await Newsroom.OpenAsync(seeds);
        room.Also = services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<NewsBot.Core.Commands.ICommand>(services, held);
        room.Options = options => options with { DeadlineSeconds = 1 };
        await room.StartAsync();
        var error = await room.Ana.Runs(room.General, "held", ("text", "x")).WaitForFollowupAsync();
        Assert.Contains("took too long", error.Text, StringComparison.Ordinal);
        Assert.Contains(error.Controls(), control => (string?)control["label"] == "Try again");
        held.Release();
    }

    [Fact]
    public async Task An_event_that_is_delivered_twice_is_answered_once_also_after_a_restart()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        room.Discord.GatewayFaults.DuplicateEvents = 2;
        var asked = room.Ana.Runs(room.General, "help");
        await asked.WaitForAnswerAsync();
        var mention = room.Ana.Says(room.General, room.Discord.Bot.Mention);
        await room.General.WaitForBotAsync(mention);
        room.Discord.GatewayFaults.DuplicateEvents = 0;
        var (events, taken) = (room.General.OfBot().Count, NewsBot.Discord.Model.Snowflake.TryParse(asked.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), out var id) ? id : default);
        Assert.Equal(2, events);
        await room.RestartAsync();
        var store = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<NewsBot.Discord.State.TakenEvents>(room.Services);
        Assert.False(store.Take(taken));
        Assert.Equal(2, room.General.OfBot().Count);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task An_answer_that_Discord_stored_but_did_not_confirm_is_there_once()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        room.Discord.RestFaults.Add("PATCH webhooks/{application}/{token}/messages/{message}", RestFault.ErrorAfterStoring(502));
        room.Discord.RestFaults.Add("PATCH webhooks/{application}/{token}/messages/{message}", RestFault.CutBefore());
        var asked = room.Ana.Runs(room.General, "help");
        Assert.Contains("/ask", (await asked.WaitForAnswerAsync()).Text, StringComparison.Ordinal);
        Assert.Empty(asked.Followups);
        Assert.Single(room.General.OfBot());
    }

    [Fact]
    public async Task An_acknowledgement_that_may_have_arrived_is_followed_by_the_answer_all_the_same()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        room.Discord.RestFaults.Add("POST interactions/{interaction}/{token}/callback", RestFault.HangAfterStoring());
        room.Discord.RestFaults.Add("POST interactions/{interaction}/{token}/callback", RestFault.CutBefore(), times: 10);
        var asked = room.Ana.Runs(room.General, "help");
        Assert.Contains("/ask", (await asked.WaitForAnswerAsync()).Text, StringComparison.Ordinal);
        Assert.Empty(asked.Followups);
        room.Discord.RestFaults.Clear();
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task A_token_that_is_over_when_the_answer_comes_makes_it_a_message_of_the_channel()
    {
        var held = new HeldCommand();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var room = await Newsroom.StartedAsync(
            seeds, new FakeDiscordOptions { Time = clock, HeartbeatTime = TimeProvider.System, Patience = TimeSpan.FromSeconds(60) }, held);
        var asked = room.Ana.Runs(room.General, "held", ("text", "late"));
        var secret = room.Ana.Runs(room.General, "held", ("text", "secret"), ("private", true));
        await asked.WaitForAckAsync();
        await secret.WaitForAckAsync();
        clock.Advance(TimeSpan.FromMinutes(16));
        var before = room.General.OfBot()[^1];
        held.Release();
        var answer = await room.General.WaitForBotAsync(before);
        Assert.Contains("released: late", answer.Text, StringComparison.Ordinal);
        Assert.False(answer.Pinged.Any);
        var direct = await room.Ana.DirectChannel().WaitForBotAsync();
        Assert.Contains("released: secret", direct.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(room.General.OfBot(), message => message.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Closed_direct_messages_are_said_in_the_channel_without_the_private_answer()
    {
        var held = new HeldCommand();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var room = await Newsroom.StartedAsync(
            seeds, new FakeDiscordOptions { Time = clock, HeartbeatTime = TimeProvider.System, Patience = TimeSpan.FromSeconds(60) }, held);
        room.Ana.AcceptsDirectMessages = false;
        var secret = room.Ana.Runs(room.General, "held", ("text", "secret"), ("private", true));
        await secret.WaitForAckAsync();
        clock.Advance(TimeSpan.FromMinutes(16));
        var before = room.General.OfBot()[^1];
        held.Release();
        var said = await room.General.WaitForBotAsync(before);
        Assert.Contains("direct messages are closed", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_and_slowed_requests_are_sent_again_and_the_answer_lands()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        room.Discord.RestFaults.Add("PATCH webhooks/{application}/{token}/messages/{message}", RestFault.TooMany(new RateLimitFault(RateLimitKind.User, TimeSpan.FromMilliseconds(300))));
        room.Discord.RestFaults.Add("PATCH webhooks/{application}/{token}/messages/{message}", RestFault.ErrorBefore(503));
        Assert.Contains("/ask", (await room.Ana.Runs(room.General, "help").WaitForAnswerAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reload_shows_its_progress_to_the_admin_in_edits_a_second_apart_and_ends_with_the_report()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var asked = room.Admin.Runs(room.General, "reload");
        var report = await (await asked.WaitForAnswerAsync()).WaitForAsync(message => message.Text.Contains("unchanged", StringComparison.Ordinal));
        Assert.True(report.IsEphemeral);
        Assert.Contains("0 added, 0 changed, 0 removed", report.Text, StringComparison.Ordinal);
        Assert.All(report.Versions.Zip(report.Versions.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_to_keeps_nobody_from_an_answer()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var store = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<NewsBot.Discord.State.DiscordStore>(room.Services);
        store.Write("DROP TABLE answer; DROP TABLE taken; DROP TABLE open_interaction");
        var answer = await room.Ana.Runs(room.General, "whosaid", ("text", "multipolar world")).WaitForAnswerAsync();
        Assert.Contains("Alexander Lukashenko", answer.Text, StringComparison.Ordinal);
        var mention = room.Ana.Says(room.General, room.Discord.Bot.Mention);
        Assert.Contains("/ask", (await room.General.WaitForBotAsync(mention)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_a_server_deletes_its_answers_when_the_stated_time_is_over_and_joining_posts_nothing()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var answer = await room.Ana.Runs(room.General, "help").WaitForAnswerAsync();
        var second = room.Discord.CreateGuild("Second");
        var other = second.CreateChannel("general");
        await room.General.WaitForBotAsync(room.Ana.Says(room.General, room.Discord.Bot.Mention));
        Assert.Empty(other.OfBot());

        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var store = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<NewsBot.Discord.State.DiscordStore>(room.Services);
        var servers = new NewsBot.Discord.State.Servers(store, room.Settings, clock);
        room.Discord.RemoveBot(room.Guild);
        await room.Discord.WaitUntilAsync(() => Rows(store, "left_server") == 1, "the bot to notice");
        clock.Advance(TimeSpan.FromDays(29));
        servers.DeleteOutdated();
        Assert.NotEqual(0, Rows(store, "answer"));
        clock.Advance(TimeSpan.FromDays(2));
        servers.DeleteOutdated();
        Assert.Equal(0, Rows(store, "answer"));
        Assert.NotNull(answer);
    }

    private static long Rows(NewsBot.Discord.State.DiscordStore store, string table) =>
        store.Read(connection => Dapper.SqlMapper.ExecuteScalar<long>(connection, $"SELECT COUNT(*) FROM {table}"));
}
