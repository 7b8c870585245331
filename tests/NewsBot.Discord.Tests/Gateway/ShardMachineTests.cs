using System.Text;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Discord.Events;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Model;
using NewsBot.Discord.Tests.Support;

namespace NewsBot.Discord.Tests.Gateway;

/// <summary>The protocol without sockets, on a clock that stands still.</summary>
public sealed class ShardMachineTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Output _output = new();

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void The_first_heartbeat_comes_at_random_within_the_interval_and_the_next_one_interval_later(double random)
    {
        var machine = Greeted(new SteadyRandom(random), 1000);
        Pass(machine, 1000 * random);
        Assert.Equal(1, _output.Beats);
        machine.Received("""{"op":11}"""u8.ToArray());
        Pass(machine, 998);
        Assert.Equal(1, _output.Beats);
        Pass(machine, 2);
        Assert.Equal(2, _output.Beats);
        Assert.Null(machine.End);
    }

    [Fact]
    public void A_heartbeat_asked_for_is_sent_at_once_and_the_schedule_stays()
    {
        var machine = Greeted(new SteadyRandom(0.5), 1000);
        machine.Received("""{"op":1,"d":null}"""u8.ToArray());
        Assert.Equal(1, _output.Beats);
        Pass(machine, 499);
        Assert.Equal(1, _output.Beats);
        Pass(machine, 1);
        Assert.Equal(2, _output.Beats);
    }

    [Fact]
    public void Without_an_acknowledgement_the_next_heartbeat_ends_the_connection_with_a_code_that_keeps_the_session()
    {
        var machine = InSession(1000);
        Pass(machine, 1000);
        Assert.Null(machine.End);
        Pass(machine, 1000);
        Assert.Equal(NextStep.Resume, machine.End!.Next);
        Assert.NotInRange(machine.End.CloseWith!.Value, 1000, 1001);
        Assert.Equal("s1", machine.Session!.Id);
    }

    [Fact]
    public void A_heartbeat_asked_for_and_not_acknowledged_does_not_end_the_connection()
    {
        var machine = InSession(1000);
        Pass(machine, 900);
        machine.Received("""{"op":1,"d":null}"""u8.ToArray());
        Pass(machine, 100);
        Assert.Null(machine.End);
    }

    [Fact]
    public void Heartbeats_go_on_while_the_turn_to_identify_is_waited_for()
    {
        var machine = Greeted(new SteadyRandom(1), 1000, grant: false);
        for (var i = 0; i < 100; i++)
        {
            Pass(machine, 1000);
            machine.Received("""{"op":11}"""u8.ToArray());
        }

        Assert.InRange(_output.Beats, 99, 101);
        Assert.Equal(ShardState.AwaitingIdentify, machine.State);
        machine.IdentifyGranted();
        Assert.Equal(ShardState.Identifying, machine.State);
    }

    [Theory]
    [InlineData(null, "Resume")]
    [InlineData(1000, "Resume")]
    [InlineData(1001, "Resume")]
    [InlineData(1006, "Resume")]
    [InlineData(4000, "Resume")]
    [InlineData(4001, "Resume")]
    [InlineData(4002, "Resume")]
    [InlineData(4003, "Identify")]
    [InlineData(4004, "Stop")]
    [InlineData(4005, "Identify")]
    [InlineData(4006, "Identify")]
    [InlineData(4007, "Identify")]
    [InlineData(4008, "Resume")]
    [InlineData(4009, "Identify")]
    [InlineData(4010, "Stop")]
    [InlineData(4011, "Stop")]
    [InlineData(4012, "Stop")]
    [InlineData(4013, "Stop")]
    [InlineData(4014, "Stop")]
    [InlineData(4242, "Resume")]
    public void Every_close_code_has_its_consequence(int? code, string next)
    {
        var machine = InSession(1000);
        machine.Closed(code);
        Assert.Equal(next, machine.End!.Next.ToString());
        Assert.Equal(next == "Identify", machine.Session is null);
        Assert.Equal(next == "Stop" ? ShardState.Stopped : ShardState.Disconnected, machine.State);
        Assert.Equal(next == "Stop", machine.End.Stop is not null);
    }

    [Fact]
    public void After_sending_too_fast_there_is_a_pause()
    {
        var machine = InSession(1000);
        machine.Closed(4008);
        Assert.True(machine.NextPause() >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void An_invalid_session_that_may_be_resumed_is_and_one_that_may_not_begins_anew_after_one_to_five_seconds()
    {
        var resumable = InSession(1000);
        resumable.Received("""{"op":9,"d":true}"""u8.ToArray());
        Assert.Equal((NextStep.Resume, "s1"), (resumable.End!.Next, resumable.Session!.Id));

        var lost = InSession(1000);
        lost.Received("""{"op":9,"d":false}"""u8.ToArray());
        Assert.Equal(NextStep.Identify, lost.End!.Next);
        Assert.Null(lost.Session);
        Assert.InRange(lost.NextPause(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_greeting_that_does_not_come_or_has_no_usable_interval_ends_the_connection()
    {
        var silent = new ShardMachine(Identity, _output, _time, new SteadyRandom(0));
        silent.Begin();
        silent.Opened();
        Pass(silent, ShardMachine.HelloTimeout.TotalMilliseconds);
        Assert.Equal("Discord did not greet", silent.End!.Reason);

        foreach (var interval in (string[])["0", "-5", "1e300", "\"x\"", "null"])
        {
            var odd = new ShardMachine(Identity, _output, _time, new SteadyRandom(0));
            odd.Begin();
            odd.Opened();
            odd.Received(Encoding.UTF8.GetBytes($$$"""{"op":10,"d":{"heartbeat_interval":{{{interval}}}}}"""));
            Assert.NotNull(odd.End);
        }
    }

    [Fact]
    public void A_session_that_does_not_begin_in_time_is_given_up()
    {
        var machine = Greeted(new SteadyRandom(0.9), 60_000);
        Pass(machine, ShardMachine.SessionTimeout.TotalMilliseconds);
        Assert.Equal((NextStep.Identify, "no session began in time"), (machine.End!.Next, machine.End.Reason));
    }

    [Fact]
    public void A_replay_may_take_long_as_long_as_it_goes_on()
    {
        var machine = InSession(600_000);
        machine.Closed(null);
        machine.Begin();
        machine.Opened();
        machine.Received("""{"op":10,"d":{"heartbeat_interval":600000}}"""u8.ToArray());
        for (var i = 0; i < 10; i++)
        {
            Pass(machine, 20_000);
            machine.Received(Message(2 + i));
            Assert.Equal(ShardState.Resuming, machine.State);
        }

        machine.Received("""{"op":0,"s":20,"t":"RESUMED","d":{}}"""u8.ToArray());
        Assert.Equal((ShardState.Ready, 20L), (machine.State, machine.Session!.Sequence));
        Assert.IsType<Resumed>(_output.Events[^1]);
    }

    [Fact]
    public void The_event_number_only_rises_and_counts_for_events_that_cannot_be_read_too()
    {
        var machine = InSession(1000);
        machine.Received(Message(5));
        machine.Received(Message(3));
        Assert.Equal(5, machine.Session!.Sequence);
        machine.Received("""{"op":0,"s":6,"t":"MESSAGE_CREATE","d":{"id":{}}}"""u8.ToArray());
        machine.Received("""{"op":0,"s":7,"t":"NEVER_HEARD_OF","d":1}"""u8.ToArray());
        Assert.Equal(7, machine.Session.Sequence);
        Assert.Equal(1, _output.UnreadableCount);
    }

    [Fact]
    public void A_new_session_counts_its_events_anew()
    {
        var machine = InSession(1000);
        machine.Received(Message(500));
        machine.Received("""{"op":9,"d":false}"""u8.ToArray());
        machine.Begin();
        machine.Opened();
        machine.Received("""{"op":10,"d":{"heartbeat_interval":1000}}"""u8.ToArray());
        Pass(machine, 1000);
        Assert.EndsWith("\"d\":null}", _output.Sent[^1], StringComparison.Ordinal);
        machine.IdentifyGranted();
        machine.Received(Ready);
        Assert.Equal(1, machine.Session!.Sequence);
    }

    [Fact]
    public void A_READY_that_cannot_be_read_is_no_session()
    {
        var machine = Greeted(new SteadyRandom(0), 1000);
        machine.Received("""{"op":0,"s":1,"t":"READY","d":{"user":{"id":"1"}}}"""u8.ToArray());
        Assert.Equal(NextStep.Identify, machine.End!.Next);
        Assert.Null(machine.Session);
    }

    [Fact]
    public void After_its_end_a_connection_changes_nothing_any_more()
    {
        var machine = InSession(1000);
        machine.Closed(null);
        var end = machine.End;
        machine.Closed(4004);
        machine.Received("""{"op":9,"d":false}"""u8.ToArray());
        Pass(machine, 10_000);
        Assert.Same(end, machine.End);
        Assert.NotNull(machine.Session);
    }

    [Property]
    public void Pauses_grow_to_a_minute_at_most_with_full_jitter_and_begin_anew_after_a_success(byte failures, double jitter)
    {
        jitter = double.IsFinite(jitter) ? Math.Abs(jitter % 1) : 0;
        var machine = new ShardMachine(Identity, new Output(), _time, new SteadyRandom(jitter));
        for (var i = 0; i <= failures; i++)
        {
            machine.Begin();
            machine.ConnectFailed("no answer");
        }

        var cap = failures < 2 ? 1 : Math.Min(60, Math.Pow(2, failures - 1));
        Assert.InRange(machine.NextPause().TotalSeconds, (cap * jitter) - 0.001, (cap * jitter) + 0.001);

        Begin(machine, 1000, grant: true);
        machine.Received(Ready);
        Assert.Equal(0, machine.FailedAttempts);
    }

    [Fact]
    public void The_largest_identify_is_within_what_Discord_takes()
    {
        var presence = new Presence(new string('字', 128));
        var payload = GatewayPayloads.Identify(new string('t', 200), (Intents)int.MaxValue, 9999, 10_000, presence);
        Assert.InRange(payload.Length, 1, GatewayPayloads.MaxBytes);
    }

    private static ShardIdentity Identity => new("token", Intents.Guilds, 0, 1);

    private static byte[] Ready => """{"op":0,"s":1,"t":"READY","d":{"user":{"id":"900"},"session_id":"s1","resume_gateway_url":"ws://h/r","application":{"id":"901"}}}"""u8.ToArray();

    private static byte[] Message(int sequence) =>
        Encoding.UTF8.GetBytes($$$"""{"op":0,"s":{{{sequence}}},"t":"MESSAGE_CREATE","d":{"id":"1","channel_id":"2"}}""");

    private ShardMachine Greeted(Random random, int interval, bool grant = true)
    {
        var machine = new ShardMachine(Identity, _output, _time, random);
        Begin(machine, interval, grant);
        return machine;
    }

    private static void Begin(ShardMachine machine, int interval, bool grant)
    {
        machine.Begin();
        machine.Opened();
        machine.Received(Encoding.UTF8.GetBytes($$$"""{"op":10,"d":{"heartbeat_interval":{{{interval}}}}}"""));
        if (grant)
            machine.IdentifyGranted();
    }

    /// <summary>With heartbeats at whole intervals from now.</summary>
    private ShardMachine InSession(int interval)
    {
        var machine = Greeted(new SteadyRandom(1), interval);
        machine.Received(Ready);
        return machine;
    }

    /// <summary>Lets time pass, with every due moment met.</summary>
    private void Pass(ShardMachine machine, double milliseconds)
    {
        var until = machine.Now + TimeSpan.FromMilliseconds(milliseconds);
        while (machine.Deadline <= until)
        {
            if (machine.Deadline > machine.Now)
                _time.Advance(machine.Deadline - machine.Now);
            machine.Elapsed();
        }

        _time.Advance(until - machine.Now);
    }

    private sealed class Output : IShardOutput
    {
        public List<string> Sent { get; } = [];

        public List<DiscordEvent> Events { get; } = [];

        public int UnreadableCount { get; private set; }

        public int Beats => Sent.Count(payload => payload.StartsWith("{\"op\":1,", StringComparison.Ordinal));

        public void Send(ReadOnlyMemory<byte> payload) => Sent.Add(Encoding.UTF8.GetString(payload.Span));

        public void Deliver(DiscordEvent discordEvent) => Events.Add(discordEvent);

        public void RequestIdentify()
        {
        }

        public void Unreadable(string what) => UnreadableCount++;
    }
}
