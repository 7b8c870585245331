using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Events;

namespace NewsBot.Discord.Gateway;

/// <summary>What all shards share.</summary>
internal sealed record ShardContext(
    IdentifyGate Gate, PresenceBoard Presence, Action<DiscordEvent> Deliver, Action CountUnreadable,
    DiscordOptions Options, TimeProvider Time, Random Random, ILogger Logger);

/// <summary>Runs one shard: opens connections, feeds the <see cref="ShardMachine"/> with what they bring, and does what it wants.</summary>
internal sealed class GatewayShard : IShardOutput
{
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PresencePeriod = TimeSpan.FromSeconds(20);

    private readonly ShardIdentity _identity;
    private readonly ShardContext _context;
    private readonly ShardMachine _machine;
    private readonly SlidingWindow _presences = new(4, PresencePeriod);
    private Uri _commonUrl;
    private GatewaySender? _sender;
    private CancellationTokenSource? _stopConnection;
    private Task<Received> _receiving = Task.FromResult(default(Received));
    private Task? _turn;
    private Presence? _shown;
    private volatile ShardHealth _health;

    public GatewayShard(ShardIdentity identity, Uri commonUrl, ShardContext context)
    {
        (_identity, _commonUrl, _context) = (identity, commonUrl, context);
        _machine = new ShardMachine(identity, this, context.Time, context.Random);
        _health = _machine.Health;
    }

    public ShardHealth Health => _health;

    /// <summary>Runs until cancelled (null) or refused for good.</summary>
    public async Task<DiscordStop?> RunAsync(CancellationToken stop)
    {
        try
        {
            return await RunUntilRefusedAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            _health = _machine.Health with { State = ShardState.Stopped };
        }
    }

    private async Task<DiscordStop?> RunUntilRefusedAsync(CancellationToken stop)
    {
        while (true)
        {
            if (_machine.Session is null)
            {
                var (info, refusal) = await _context.Gate.PrepareAsync(stop);
                if (refusal is not null)
                    return refusal;
                if (GatewayUrl.TryRead(info!.Url, out var url))
                    _commonUrl = url;
            }

            var address = GatewayUrl.Choose(_machine.Begin(), _commonUrl);
            _health = _machine.Health;
            await RunConnectionAsync(address, stop);
            _health = _machine.Health;
            if (stop.IsCancellationRequested)
                return null;
            if (_machine.End is not { } end)
                throw new InvalidOperationException("A connection ended without a reason.");
            _context.Logger.LogInformation(
                "Gateway {Shard}: {Reason} (close code {Code}); next: {Next}.", _identity, end.Reason, end.CloseCode, end.Next);
            DiscordMeter.Ended(end.CloseCode);
            _context.Deliver(new Disconnected(_identity.Shard, end.CloseCode, end.Reason));
            if (end.Stop is { } fatal)
                return fatal with { CloseCode = end.CloseCode };
            await Task.Delay(_machine.NextPause(), _context.Time, stop);
        }
    }

    void IShardOutput.Send(ReadOnlyMemory<byte> payload) => _sender!.Send(payload);

    void IShardOutput.Deliver(DiscordEvent discordEvent) => _context.Deliver(discordEvent);

    void IShardOutput.RequestIdentify()
    {
        _machine.Presence = _shown = _context.Presence.Wanted;
        _turn = _context.Gate.TakeTurnAsync(_identity.Shard, _stopConnection!.Token);
    }

    void IShardOutput.Unreadable(string what)
    {
        _context.CountUnreadable();
        _context.Logger.LogWarning("Gateway {Shard}: {What}.", _identity, what);
    }

    private async Task RunConnectionAsync(Uri address, CancellationToken stop)
    {
        GatewayConnection connection;
        using (var handshake = CancellationTokenSource.CreateLinkedTokenSource(stop))
        using (var timeout = new CancellationTokenSource(HandshakeTimeout, _context.Time))
        using (timeout.Token.Register(handshake.Cancel))
        {
            try
            {
                connection = await GatewayConnection.OpenAsync(
                    address, _context.Options.Compress, _context.Options.MaxPayloadBytes, _context.Time, handshake.Token);
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException && !stop.IsCancellationRequested)
            {
                _machine.ConnectFailed($"{address.Host} does not answer: {exception.Message}");
                return;
            }
        }

        await using (connection)
        using (_stopConnection = CancellationTokenSource.CreateLinkedTokenSource(stop))
        {
            _sender = new GatewaySender(connection, _context.Time, _context.Logger);
            _receiving = connection.ReceiveAsync(CancellationToken.None);
            try
            {
                _machine.Opened();
                await FeedAsync(connection, stop);
            }
            finally
            {
                await _stopConnection.CancelAsync();
                _turn = null;
                _sender.Stop();
                var code = _machine.End is null ? (int)WebSocketCloseStatus.NormalClosure : _machine.End.CloseWith;
                await connection.CloseAsync(code ?? ShardMachine.ReconnectCode, _receiving);
                await _sender.Completion;
            }
        }
    }

    /// <summary>The loop: waits for a payload, a time, the turn to identify, a wanted presence or the stop, whichever is first.</summary>
    private async Task FeedAsync(GatewayConnection connection, CancellationToken stop)
    {
        using var alarm = new Alarm(_context.Time);
        using var presenceAlarm = new Alarm(_context.Time);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(() => stopped.TrySetResult());
        while (_machine.End is null && !stop.IsCancellationRequested)
        {
            var presence = _machine.State == ShardState.Ready ? ShowPresence(presenceAlarm) : stopped.Task;
            await Task.WhenAny(
                _receiving, alarm.At(_machine.Deadline - _machine.Now), _turn ?? stopped.Task, presence, stopped.Task);
            if (_receiving.IsCompleted)
            {
                Feed(await _receiving);
                if (_machine.End is null)
                    _receiving = connection.ReceiveAsync(CancellationToken.None);
            }

            if (_turn is { IsCompleted: true } turn)
            {
                await turn;
                _turn = null;
                _machine.IdentifyGranted();
            }

            if (_machine.Now >= _machine.Deadline)
                _machine.Elapsed();
            _health = _machine.Health;
        }
    }

    private void Feed(Received received)
    {
        if (received.IsClosed)
            _machine.Closed(received.CloseCode);
        else if (received.Problem is { } problem)
            _machine.Unreadable(problem);
        else
            _machine.Received(received.Payload);
    }

    /// <summary>Sends the wanted presence if it may be sent now; otherwise what to wait for.</summary>
    private Task ShowPresence(Alarm alarm)
    {
        var changed = _context.Presence.Changed;
        if (_context.Presence.Wanted is var wanted && wanted == _shown)
            return changed;
        var wait = _presences.Wait(_machine.Now);
        if (wait == TimeSpan.Zero)
            wait = _sender!.TakeOrdinary();
        if (wait > TimeSpan.Zero)
            return alarm.At(wait);
        _presences.Record(_machine.Now);
        _sender!.Send(GatewayPayloads.PresenceUpdate(wanted));
        _shown = wanted;
        return changed;
    }
}
