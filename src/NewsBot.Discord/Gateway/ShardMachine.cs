using System.Globalization;
using NewsBot.Discord.Events;
using NewsBot.Discord.Json;

namespace NewsBot.Discord.Gateway;

/// <summary>
/// The protocol of one shard as a state machine: inputs are calls (a connection opened, a frame came, a time passed, the
/// connection closed), outputs go to <see cref="IShardOutput"/>; it does no input or output itself and waits for nothing.
/// <code>
/// Disconnected --Begin--> Connecting --Opened--> AwaitingHello --op 10, session----> Resuming --RESUMED--> Ready
///                                                      \-------op 10, no session--> AwaitingIdentify --granted--> Identifying --READY--> Ready
/// any state --failure, close, op 7, op 9, missed acknowledgement, deadline--> End is set --> Disconnected (or Stopped)
/// </code>
/// Not for several threads.
/// </summary>
internal sealed class ShardMachine(ShardIdentity identity, IShardOutput output, TimeProvider time, Random random)
{
    /// <summary>Discord must greet within this.</summary>
    public static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(60);

    /// <summary>A session must begin, and a replay must go on, within this.</summary>
    public static readonly TimeSpan SessionTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Our own close code: anything but 1000 and 1001 keeps the session.</summary>
    public const int ReconnectCode = 4900;

    /// <summary>
    /// How often in a row a resume may fail, in whatever way, before a new session begins. Once would do for Discord's documents,
    /// but a moment without network would then cost all that happens in it, while seconds later the session can still be resumed.
    /// </summary>
    private const int MaxResumes = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Never = TimeSpan.MaxValue;

    private readonly long _origin = time.GetTimestamp();
    private readonly GatewayEventReader _events = new();
    private TimeSpan _beatDue = Never;
    private TimeSpan _phaseDue = Never;
    private TimeSpan _interval;
    private TimeSpan _beatSent;
    private bool _awaitingAck;

    public ShardState State { get; private set; } = ShardState.Disconnected;

    /// <summary>What can be resumed; null when a new session must begin.</summary>
    public GatewaySession? Session { get; private set; }

    /// <summary>Set when the connection is over.</summary>
    public ConnectionEnd? End { get; private set; }

    /// <summary>Connections ended since the last success.</summary>
    public int FailedAttempts { get; private set; }

    public ShardHealth Health { get; private set; } = new() { Id = identity.Shard };

    /// <summary>What the bot is shown to do when a session begins.</summary>
    public Presence Presence { get; set; } = new();

    /// <summary>When <see cref="Elapsed"/> wants to be called, counted like <see cref="Now"/>.</summary>
    public TimeSpan Deadline => _beatDue < _phaseDue ? _beatDue : _phaseDue;

    /// <summary>Time since the machine was made, by a clock that only goes forward.</summary>
    public TimeSpan Now => time.GetElapsedTime(_origin);

    /// <summary>A connection is about to be opened: to the session's address, or to the common one when null.</summary>
    public Uri? Begin()
    {
        End = null;
        _awaitingAck = false;
        (_beatDue, _phaseDue) = (Never, Never);
        Enter(ShardState.Connecting);
        return Session?.ResumeUrl;
    }

    /// <summary>The connection could not be opened.</summary>
    public void ConnectFailed(string reason) => Finish(new ConnectionEnd(NextStep.Resume, reason));

    public void Opened()
    {
        Enter(ShardState.AwaitingHello);
        _phaseDue = Now + HelloTimeout;
    }

    /// <summary>A complete payload came in.</summary>
    public void Received(ReadOnlyMemory<byte> payload)
    {
        if (!GatewayFrame.TryRead(payload, out var frame))
        {
            Unreadable("a payload is not a gateway payload");
            return;
        }

        switch (frame.Op)
        {
            case Opcode.Dispatch:
                Dispatch(frame);
                break;
            case Opcode.Heartbeat:
                output.Send(GatewayPayloads.Heartbeat(Session?.Sequence));
                break;
            case Opcode.Reconnect:
                Finish(new ConnectionEnd(NextStep.Resume, "Discord asked to reconnect") { CloseWith = ReconnectCode });
                break;
            case Opcode.InvalidSession:
                InvalidSession(frame);
                break;
            case Opcode.Hello:
                Hello(frame);
                break;
            case Opcode.HeartbeatAck:
                _awaitingAck = false;
                Health = Health with { LastAck = time.GetUtcNow(), Latency = Now - _beatSent };
                break;
        }
    }

    /// <summary>
    /// A payload could not be read at all. An event may be lost in it, so the session is resumed and Discord sends it again; if it
    /// never gets better, a new session leaves it behind.
    /// </summary>
    public void Unreadable(string what)
    {
        output.Unreadable(what);
        Finish(new ConnectionEnd(NextStep.Resume, what) { CloseWith = ReconnectCode });
    }

    /// <summary>It is this shard's turn to start a session.</summary>
    public void IdentifyGranted()
    {
        if (State != ShardState.AwaitingIdentify)
            return;
        Enter(ShardState.Identifying);
        Health = Health with { Identifies = Health.Identifies + 1 };
        _phaseDue = Now + SessionTimeout;
        output.Send(GatewayPayloads.Identify(identity.Token, identity.Intents, identity.Shard, identity.ShardCount, Presence));
    }

    /// <summary>The connection was closed or lost.</summary>
    public void Closed(int? code) => Finish(ConnectionEnd.OfCloseCode(code));

    /// <summary>Time has passed: does what is due.</summary>
    public void Elapsed()
    {
        if (End is not null)
            return;
        if (Now >= _phaseDue)
        {
            var resume = State is ShardState.AwaitingHello;
            var reason = State is ShardState.AwaitingHello ? "Discord did not greet" : "no session began in time";
            Finish(new ConnectionEnd(resume ? NextStep.Resume : NextStep.Identify, reason) { CloseWith = ReconnectCode });
        }
        else if (Now >= _beatDue)
        {
            Beat();
        }
    }

    /// <summary>
    /// How long to wait before the next connection: at random up to one second for the first, then up to 1, 2, 4 ... 60 seconds
    /// ("full jitter"), and no less than the end asks for.
    /// </summary>
    public TimeSpan NextPause()
    {
        var exponent = Math.Clamp(FailedAttempts - 2, 0, 6);
        var cap = Math.Min(LongestPause.TotalSeconds, Math.Pow(2, exponent));
        var pause = TimeSpan.FromSeconds(random.NextDouble() * cap);
        return End is { } end && end.MinimumPause > pause ? end.MinimumPause : pause;
    }

    private void Hello(GatewayFrame frame)
    {
        if (State != ShardState.AwaitingHello)
            return;
        if (HelloData.ReadInterval(frame.Data.Span) is not { } interval)
        {
            Unreadable("the greeting has no usable heartbeat interval");
            return;
        }

        _interval = interval;
        _beatDue = Now + (interval * random.NextDouble());
        if (Session is { } session)
        {
            Enter(ShardState.Resuming);
            _phaseDue = Now + SessionTimeout;
            output.Send(GatewayPayloads.Resume(identity.Token, session));
        }
        else
        {
            Enter(ShardState.AwaitingIdentify);
            _phaseDue = Never;
            output.RequestIdentify();
        }
    }

    private void Beat()
    {
        if (_awaitingAck)
        {
            Finish(new ConnectionEnd(NextStep.Resume, "no acknowledgement of a heartbeat") { CloseWith = ReconnectCode });
            return;
        }

        _awaitingAck = true;
        _beatSent = Now;
        _beatDue += _interval;
        if (_beatDue <= Now)
            _beatDue = Now + _interval; // The machine slept: beats that were missed are not made up for.
        output.Send(GatewayPayloads.Heartbeat(Session?.Sequence));
    }

    private void InvalidSession(GatewayFrame frame)
    {
        var resumable = frame.Data.Span.SequenceEqual("true"u8);
        Finish(new ConnectionEnd(resumable ? NextStep.Resume : NextStep.Identify, "invalid session")
        {
            CloseWith = ReconnectCode,
            MinimumPause = resumable ? TimeSpan.Zero : TimeSpan.FromSeconds(1 + (4 * random.NextDouble())),
        });
    }

    private void Dispatch(GatewayFrame frame)
    {
        if (frame.Name is null || frame.Sequence is not { } sequence)
            return;
        Health = Health with { LastEvent = time.GetUtcNow() };
        switch (frame.Name)
        {
            case "READY":
                BeginSession(frame, sequence);
                return;
            case "RESUMED" when State == ShardState.Resuming:
                Accept(sequence);
                Succeed();
                Health = Health with { Resumes = Health.Resumes + 1 };
                output.Deliver(new Resumed(identity.Shard));
                return;
        }

        if (State is not (ShardState.Ready or ShardState.Resuming))
            return;
        if (State == ShardState.Resuming)
            _phaseDue = Now + SessionTimeout;
        Accept(sequence);
        switch (_events.Read(frame, time.GetUtcNow(), out var discordEvent))
        {
            case GatewayEventReader.Outcome.Read:
                output.Deliver(discordEvent!);
                break;
            case GatewayEventReader.Outcome.Unreadable:
                output.Unreadable(string.Create(CultureInfo.InvariantCulture, $"event {sequence} ({frame.Name}) cannot be read"));
                break;
        }
    }

    private void BeginSession(GatewayFrame frame, long sequence)
    {
        if (State != ShardState.Identifying)
            return;
        if (DiscordJson.TryRead(frame.Data.Span, DiscordJson.Relaxed.ReadyData) is not { } ready)
        {
            output.Unreadable("READY cannot be read");
            Finish(new ConnectionEnd(NextStep.Identify, "READY cannot be read") { CloseWith = ReconnectCode });
            return;
        }

        // A session whose address makes no sense is resumed at the common one.
        _ = Uri.TryCreate(ready.ResumeGatewayUrl, UriKind.Absolute, out var resumeUrl);
        Session = new GatewaySession(ready.SessionId, resumeUrl, sequence);
        _events.BeginSession(ready);
        Succeed();
        output.Deliver(new Ready(identity.Shard, ready.User, ready.Application, [.. ready.Guilds.Select(guild => guild.Id)]));
    }

    private void Accept(long sequence)
    {
        if (Session is { } session && sequence > session.Sequence)
            Session = session with { Sequence = sequence };
    }

    private void Succeed()
    {
        FailedAttempts = 0;
        _phaseDue = Never;
        Enter(ShardState.Ready);
    }

    private void Finish(ConnectionEnd end)
    {
        if (End is not null)
            return;
        (_beatDue, _phaseDue) = (Never, Never);
        FailedAttempts++;
        if (end.Next == NextStep.Resume && FailedAttempts > MaxResumes)
            end = end with { Next = NextStep.Identify };
        if (end.Next == NextStep.Identify)
            Session = null;
        End = end;
        Health = Health with { LastEnd = end.Reason };
        Enter(end.Next == NextStep.Stop ? ShardState.Stopped : ShardState.Disconnected);
    }

    private void Enter(ShardState state)
    {
        State = state;
        Health = Health with { State = state, FailedAttempts = FailedAttempts };
    }
}
