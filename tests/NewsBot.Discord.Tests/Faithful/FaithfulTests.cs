using NewsBot.Discord.Commands;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Tests.Support;
using NewsBot.FakeDiscord.Rest;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Scripting;
using World = NewsBot.FakeDiscord.World;

namespace NewsBot.Discord.Tests.Faithful;

/// <summary>The client against a server that enforces Discord's rules and writes down every breach.</summary>
public sealed class FaithfulTests
{
    [Fact]
    public async Task Commands_components_forms_suggestions_and_messages_go_by_the_rules()
    {
        await using var f = await FaithfulFixture.StartAsync();
        var guild = f.Server.CreateGuild("News");
        var channel = guild.CreateChannel("general");
        var ana = guild.AddMember("ana");

        var answer = await ana.Runs(channel, "echo", ("text", "@everyone hello")).WaitForAnswerAsync();
        Assert.Contains("@everyone hello", answer.Text, StringComparison.Ordinal);
        Assert.False(answer.Pinged.Any);
        Assert.True((await ana.Runs(channel, "echo", ("text", "psst"), ("private", true)).WaitForAnswerAsync()).IsEphemeral);
        Assert.Equal([("RE", "re")], await ana.Types(channel, "echo", "text", "re").WaitForChoicesAsync());
        Assert.True((await ana.Clicks(answer, "More").WaitForFollowupAsync()).IsEphemeral);
        var opener = ana.Clicks(answer, "Correct");
        await opener.WaitForModalAsync();
        ana.Submits(opener, ("why", "wrong date"));
        await answer.WaitForAsync(m => m.Content == "Corrected: wrong date");
        var mention = ana.Says(channel, $"<@{f.Server.Bot.Id}> hi");
        var reply = await channel.WaitForBotAsync(after: mention);
        Assert.Equal(mention, reply.ReplyTo);
        Assert.False(reply.Pinged.Any);
        var thread = channel.StartThread(mention, "thread");
        ana.Says(thread, $"<@{f.Server.Bot.Id}> there");
        await thread.WaitForBotAsync();
        var direct = ana.SaysDirectly("hello bot");
        Assert.Equal("Heard: hello bot", (await direct.Channel.WaitForBotAsync()).Content);
        var menu = ana.UsesOn(mention, "Quote this");
        Assert.StartsWith("> ", (await menu.WaitForAnswerAsync()).Content, StringComparison.Ordinal);

        Assert.Empty(f.Bot.Failures);
        await f.StopAsync();
        f.AssertConduct(SheetRow.GatewayUrl, SheetRow.AllowedMentions, SheetRow.CallbackKinds, SheetRow.Headers, SheetRow.AcknowledgeInTime, SheetRow.DirectMessages);
        Assert.Equal(1000, f.Server.Connections[^1].ClientCloseCode);
    }

    [Fact]
    public async Task Through_every_loss_of_the_gateway_nothing_is_lost_and_nothing_answered_twice()
    {
        await using var f = await FaithfulFixture.StartAsync(speed: 5);
        var guild = f.Server.CreateGuild("News");
        var channel = guild.CreateChannel("general");
        var ana = guild.AddMember("ana");
        (string Name, Action Do)[] faults =
        [
            ("drop", () => f.Server.GatewayFaults.Drop()),
            ("op 7", () => f.Server.GatewayFaults.AskToReconnect()),
            ("op 9 true", () => f.Server.GatewayFaults.InvalidateSession(resumable: true)),
            ("op 7 before hello", () => { f.Server.GatewayFaults.ReconnectBeforeHello = 1; f.Server.GatewayFaults.Drop(); }),
            ("refused connection", () => { f.Server.GatewayFaults.RefuseConnections = 1; f.Server.GatewayFaults.Drop(); }),
            ("duplicates", () => f.Server.GatewayFaults.DuplicateEvents = 2),
            ("fragments", () => f.Server.GatewayFaults.FragmentSize = 7),
            ("garbage", () => f.Server.GatewayFaults.SendText("}{ not json")),
            ("binary", () => f.Server.GatewayFaults.SendBinary([1, 2, 3])),
            ("unknown opcode", () => f.Server.GatewayFaults.SendUnknownOpcode()),
            ("a megabyte", () => f.Server.GatewayFaults.SendUnknownEvent(1_000_000)),
            ("beat wanted", () => f.Server.GatewayFaults.RequestHeartbeat()),
            ("4000", () => f.Server.GatewayFaults.Close(4000)),
            ("1000", () => f.Server.GatewayFaults.Close(1000)),
            ("4001", () => f.Server.GatewayFaults.Close(4001)),
            ("4008", () => f.Server.GatewayFaults.Close(4008)),
        ];
        var expected = new List<string>();
        foreach (var (name, fault) in faults)
        {
            fault();
            var mention = ana.Says(channel, $"<@{f.Server.Bot.Id}> after {name}");
            expected.Add("Heard: " + mention.Content);
            var answer = await Record.ExceptionAsync(() => channel.WaitForBotAsync(after: mention));
            Assert.True(answer is null, $"after {name}: {answer?.Message} {f.Client.Health.Shards[0]}");
            (f.Server.GatewayFaults.DuplicateEvents, f.Server.GatewayFaults.FragmentSize) = (0, 0);
        }

        var connections = f.Server.Connections.Count;
        f.Server.GatewayFaults.WithholdAcks = true;
        await f.Server.WaitUntilAsync(() => f.Server.Connections.Count > connections, "the end of the zombie");
        f.Server.GatewayFaults.WithholdAcks = false;
        var last = ana.Says(channel, $"<@{f.Server.Bot.Id}> after the zombie");
        expected.Add("Heard: " + last.Content);
        await channel.WaitForBotAsync(after: last);

        Assert.Equal(expected, channel.OfBot().Select(m => m.Content));
        await f.StopAsync();
        f.AssertConduct(SheetRow.Resume, SheetRow.ResumeUrl, SheetRow.ConnectionEnds, SheetRow.FrameShape, SheetRow.MissingAck);
    }

    [Fact]
    public async Task Heartbeats_come_on_time_and_at_once_when_asked_for()
    {
        await using var f = await FaithfulFixture.StartAsync(options => options with { HeartbeatInterval = TimeSpan.FromSeconds(1) });
        f.Server.GatewayFaults.RequestHeartbeat();
        await f.Server.WaitUntilAsync(
            () => f.Server.Conduct.Exercised.IsSupersetOf([SheetRow.RequestedHeartbeat, SheetRow.HeartbeatTiming, SheetRow.HeartbeatSequence]), "heartbeats");
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        f.AssertConduct();
    }

    [Fact]
    public async Task When_a_session_is_lost_a_new_one_begins_without_breaking_the_rate_of_identifies()
    {
        await using var f = await FaithfulFixture.StartAsync(speed: 10);
        foreach (var lose in (Action[])
            [
                () => f.Server.GatewayFaults.InvalidateSession(resumable: false),
                () => f.Server.GatewayFaults.Close(4009),
                () => { f.Server.GatewayFaults.ForgetSessions(); f.Server.GatewayFaults.Drop(); },
                () => { f.Server.GatewayFaults.ResumeHostDown = true; f.Server.GatewayFaults.Drop(); },
            ])
        {
            var sessions = f.Bot.Sessions;
            lose();
            await Wait.UntilAsync(() => f.Bot.Sessions > sessions, "a new session");
            f.Server.GatewayFaults.ResumeHostDown = false;
        }

        await f.StopAsync();
        f.AssertConduct(SheetRow.IdentifyRate, SheetRow.ResumeUrl);
    }

    [Fact]
    public async Task Requests_that_fail_after_they_were_stored_are_stored_once()
    {
        await using var f = await FaithfulFixture.StartAsync();
        var guild = f.Server.CreateGuild("News");
        var channel = guild.CreateChannel("general");
        var ana = guild.AddMember("ana");
        RestFault[] faults =
        [
            RestFault.ErrorAfterStoring(500), RestFault.ErrorAfterStoring(502), RestFault.CutAfterStoring(),
            RestFault.ErrorBefore(503), RestFault.CutBefore(),
        ];
        for (var i = 0; i < faults.Length; i++)
        {
            var fault = faults[i];
            f.Server.RestFaults.Add("POST channels/{channel}/messages", fault);
            Assert.True((await f.Client.CreateMessageAsync(new Snowflake(channel.Id), new MessageDraft { Content = $"once {i}" }, null, CancellationToken.None)).Succeeded);
            f.Server.RestFaults.Add("*", fault); // The acknowledgement.
            await ana.Runs(channel, "echo", ("text", "x")).WaitForAnswerAsync();
        }

        Assert.Equal(faults.Length, channel.OfBot().Count(m => m.Content.StartsWith("once", StringComparison.Ordinal)));
        Assert.Equal(0, f.Server.DuplicateMessages);
        Assert.Equal(0, f.Server.LateAcknowledgements);
        Assert.Empty(f.Bot.Failures);
        await f.StopAsync();
        f.AssertConduct(SheetRow.Nonce, SheetRow.FaultsAfterStoring);
    }

    [Fact]
    public async Task A_burst_over_channels_and_interactions_meets_no_rate_limit()
    {
        await using var f = await FaithfulFixture.StartAsync();
        var guild = f.Server.CreateGuild("News");
        var channels = Enumerable.Range(0, 4).Select(i => guild.CreateChannel($"c{i}")).ToList();
        var ana = guild.AddMember("ana");
        var sends = channels.SelectMany(channel => Enumerable.Range(0, 14).Select(i =>
            f.Client.CreateMessageAsync(new Snowflake(channel.Id), new MessageDraft { Content = $"m{i}" }, null, CancellationToken.None))).ToList();
        var commands = Enumerable.Range(0, 40).Select(i => ana.Runs(channels[i % 4], "echo", ("text", $"t{i}"))).ToList();

        foreach (var command in commands)
            await command.WaitForAnswerAsync();
        Assert.All(await Task.WhenAll(sends), result => Assert.True(result.Succeeded));

        Assert.Equal(0, f.Server.InvalidRequests);
        Assert.Equal(0, f.Server.LateAcknowledgements);
        await f.StopAsync();
        f.AssertConduct(SheetRow.Buckets);
    }

    [Theory]
    [InlineData(RateLimitKind.User, false)]
    [InlineData(RateLimitKind.User, true)]
    [InlineData(RateLimitKind.Shared, false)]
    [InlineData(RateLimitKind.Global, false)]
    [InlineData(RateLimitKind.SubLimit, false)]
    public async Task Every_kind_of_refusal_is_waited_out(RateLimitKind kind, bool withoutHeader)
    {
        await using var f = await FaithfulFixture.StartAsync();
        var channel = f.Server.CreateGuild("News").CreateChannel("general");
        f.Server.RestFaults.Add("POST channels/{channel}/messages", RestFault.TooMany(new RateLimitFault(kind, TimeSpan.FromSeconds(0.6)) { WithoutHeader = withoutHeader }));
        for (var i = 0; i < 3; i++)
            Assert.True((await f.Client.CreateMessageAsync(new Snowflake(channel.Id), new MessageDraft { Content = "x" }, null, CancellationToken.None)).Succeeded);
        Assert.Equal(3, channel.OfBot().Count);
        await f.StopAsync();
        f.AssertConduct(SheetRow.RateLimitKinds);
    }

    [Fact]
    public async Task When_the_address_is_blocked_no_request_leaves()
    {
        await using var f = await FaithfulFixture.StartAsync();
        var channel = f.Server.CreateGuild("News").CreateChannel("general");
        f.Server.RestFaults.Add("POST channels/{channel}/messages", RestFault.TooMany(new RateLimitFault(RateLimitKind.Blocked, TimeSpan.FromSeconds(30))));
        var first = await f.Client.CreateMessageAsync(new Snowflake(channel.Id), new MessageDraft { Content = "x" }, null, CancellationToken.None);
        var requests = f.Server.Requests.Count;
        var second = await f.Client.GetSelfAsync(CancellationToken.None);
        Assert.Equal((FailureKind.Blocked, FailureKind.Blocked), (first.Failure!.Kind, second.Failure!.Kind));
        Assert.Equal(requests, f.Server.Requests.Count);
        await f.StopAsync();
        f.AssertConduct();
    }

    [Theory]
    [InlineData("token", StopReason.InvalidToken)]
    [InlineData("privileged", StopReason.DisallowedIntents)]
    [InlineData("intents", StopReason.InvalidIntents)]
    [InlineData("shard", StopReason.InvalidShard)]
    public async Task What_Discord_refuses_for_good_ends_the_run(string what, StopReason reason)
    {
        await using var f = await FaithfulFixture.StartAsync(
            configure: options =>
            {
                if (what == "token")
                    options.Token = "wrong";
            },
            intents: what == "privileged" ? Intents.Guilds | Intents.MessageContent : what == "intents" ? (Intents)(1 << 30) : FaithfulFixture.Wanted,
            ready: false,
            prepare: server => server.GatewayFaults.CloseHandshakesWith = what == "shard" ? 4010 : null);
        Assert.Equal(reason, (await f.Run.WaitAsync(Wait.Longest)).Reason);
        await Task.Delay(300);
        Assert.InRange(f.Server.Connections.Count, 0, 1);
        Assert.Equal(what is "privileged" or "intents" ? 1 : 0, f.Server.Conduct.Violations.Count); // The asking itself, and nothing after it.
    }

    [Fact]
    public async Task Commands_read_back_are_the_same_set_so_that_a_second_start_writes_nothing()
    {
        await using var f = await FaithfulFixture.StartAsync();
        var read = await f.Client.GetCommandsAsync(null, CancellationToken.None);
        Assert.True(CommandSet.Same(EchoBot.Commands, read.Value!));
        Assert.Equal((1, 2), (f.Server.CommandPuts, f.Server.CommandsCreated));
        await f.StopAsync();
        f.AssertConduct(SheetRow.CommandRegistration);
    }

    [Fact]
    public async Task Missing_permissions_are_known_by_name_and_a_refusal_is_not_tried_again()
    {
        await using var f = await FaithfulFixture.StartAsync();
        var guild = f.Server.CreateGuild("News");
        var channel = guild.CreateChannel("general");
        channel.DenyBot(World.Permission.SendMessages);
        var granted = await f.Client.GetOwnPermissionsAsync(new Snowflake(channel.Id), CancellationToken.None);
        Assert.Equal(["Send Messages"], PermissionSets.NamesOf((Permissions.ViewChannel | Permissions.SendMessages).MissingFrom(granted.Value)));
        var requests = f.Server.Requests.Count;
        var result = await f.Client.CreateMessageAsync(new Snowflake(channel.Id), new MessageDraft { Content = "x" }, null, CancellationToken.None);
        Assert.Equal((FailureKind.Forbidden, DiscordCode.MissingPermissions), (result.Failure!.Kind, result.Failure.Code));
        Assert.Equal(requests + 1, f.Server.Requests.Count);
        await f.StopAsync();
        f.AssertConduct(SheetRow.Permissions);
    }

    [Fact]
    public async Task Every_message_limit_broken_comes_back_as_the_field_it_is_about()
    {
        await using var f = await FaithfulFixture.StartAsync();
        var channel = f.Server.CreateGuild("News").CreateChannel("general");
        var result = await f.Client.CreateMessageAsync(
            new Snowflake(channel.Id), new MessageDraft { Embeds = [new Embed { Description = "x", Fields = [new EmbedField("n", new string('v', 1025))] }] }, null, CancellationToken.None);
        Assert.Equal(FailureKind.Invalid, result.Failure!.Kind);
        Assert.Equal("embeds.0.fields.0.value", Assert.Single(result.Failure.Fields).Path);
    }
}
