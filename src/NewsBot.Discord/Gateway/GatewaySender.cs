using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Gateway;

/// <summary>
/// Writes the payloads of one connection in order, without holding up whoever hands them over. A connection that does not take them
/// is dropped. Of Discord's 120 sends a minute a presence takes only what leaves room for heartbeats.
/// </summary>
internal sealed class GatewaySender
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    private readonly GatewayConnection _connection;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly long _origin;
    private readonly Lock _sync = new();
    private readonly SlidingWindow _all = new(118, Minute);
    private readonly SlidingWindow _ordinary = new(100, Minute);
    private readonly Channel<ReadOnlyMemory<byte>> _queue = Channel.CreateBounded<ReadOnlyMemory<byte>>(32);

    public GatewaySender(GatewayConnection connection, TimeProvider time, ILogger logger)
    {
        (_connection, _time, _logger, _origin) = (connection, time, logger, time.GetTimestamp());
        Completion = Task.Run(RunAsync);
    }

    /// <summary>Ends when the connection is lost or <see cref="Stop"/> was called.</summary>
    public Task Completion { get; }

    /// <summary>
    /// Hands over a heartbeat, identify or resume. These pass all queues; answers to a flood of requested heartbeats beyond what
    /// Discord allows are left out.
    /// </summary>
    public void Send(ReadOnlyMemory<byte> payload)
    {
        if (payload.Length > GatewayPayloads.MaxBytes)
        {
            _logger.LogError("A gateway payload of {Bytes} bytes is too large to be sent.", payload.Length);
            return;
        }

        lock (_sync)
        {
            var now = _time.GetElapsedTime(_origin);
            if (_all.Wait(now) > TimeSpan.Zero)
                return;
            _all.Record(now);
        }

        if (!_queue.Writer.TryWrite(payload))
            _connection.Abort();
    }

    /// <summary>How long an ordinary payload must wait; zero takes the place, and it must be sent.</summary>
    public TimeSpan TakeOrdinary()
    {
        lock (_sync)
        {
            var now = _time.GetElapsedTime(_origin);
            var wait = _ordinary.Wait(now);
            if (wait == TimeSpan.Zero)
                _ordinary.Record(now);
            return wait;
        }
    }

    public void Stop() => _queue.Writer.TryComplete();

    private async Task RunAsync()
    {
        try
        {
            await foreach (var payload in _queue.Reader.ReadAllAsync())
            {
                using var timeout = new CancellationTokenSource(SendTimeout, _time);
                await _connection.SendAsync(payload, timeout.Token);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            _connection.Abort();
        }
    }
}
