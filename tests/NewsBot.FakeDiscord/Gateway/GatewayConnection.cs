using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rules;

namespace NewsBot.FakeDiscord.Gateway;

/// <summary>One WebSocket of the client under test, from Hello to its end.</summary>
internal sealed class GatewayConnection : IDisposable
{
    /// <summary>The largest payload a client may send, in bytes.</summary>
    private const int LargestPayload = 4096;
    private static readonly HashSet<string> Statuses = ["online", "dnd", "idle", "invisible", "offline"];
    private static readonly TimeSpan CloseReplyWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReconnectWithin = TimeSpan.FromSeconds(5);

    private readonly GatewayHub hub;
    private readonly WebSocket socket;
    private readonly CancellationTokenSource ended = new();
    private readonly FrameWriter writer;
    private readonly SendBudget budget;
    private readonly ITimer silence;
    private bool closing;

    public GatewayConnection(GatewayHub hub, WebSocket socket, bool onResumeHost, string query, bool streamed, Action abort)
    {
        this.hub = hub;
        this.socket = socket;
        OnResumeHost = onResumeHost;
        Query = query;
        TransportCompression = streamed;
        budget = new SendBudget(hub.Server.Options);
        writer = new FrameWriter(socket, hub.Faults, streamed, abort);
        Watch = new HeartbeatWatch(hub.Server.Conduct, hub.HeartbeatTime, hub.Server.Options);
        silence = hub.HeartbeatTime.CreateTimer(_ => NoBeat(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Record = new ConnectionRecord { OnResumeHost = onResumeHost, Query = query, OpenedAt = hub.Server.Options.Time.GetUtcNow() };
    }

    public bool OnResumeHost { get; }
    public string Query { get; }
    public bool TransportCompression { get; }
    public HeartbeatWatch Watch { get; }
    public ConnectionRecord Record { get; }
    public GatewaySession? Session { get; set; }

    /// <summary>The last event that went out on this connection; what is read in order was read before any close that follows.</summary>
    public long LastSent { get; private set; }

    /// <summary>Op 9 was sent: nothing but a new connection follows.</summary>
    public bool Invalidated { get; private set; }
    public bool Open => !closing && !ended.IsCancellationRequested;

    public async Task RunAsync(CancellationToken serverStops)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, serverStops);
        var writing = writer.RunAsync(linked.Token);
        lock (hub.Server.Gate)
            Greet();
        try
        {
            await ReadAsync(linked.Token);
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException or InvalidOperationException)
        {
            // The line is cut: by the client, by a fault, or as the server stops.
        }

        lock (hub.Server.Gate)
        {
            silence.Dispose();
            Watch.Ended();
            hub.Ended(this);
        }

        writer.Finish();
        await ended.CancelAsync();
        try
        {
            await writing;
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException or InvalidOperationException)
        {
            // Nobody is left to write to.
        }
    }

    private void Greet()
    {
        if (hub.Faults.ReconnectBeforeHello > 0)
        {
            hub.Faults.ReconnectBeforeHello--;
            AskToReconnect();
            return;
        }

        if (hub.Faults.NoHello || hub.Faults.Silence)
            return;
        Send(new JsonObject
        {
            ["op"] = 10,
            ["d"] = new JsonObject { ["heartbeat_interval"] = (int)hub.Server.Options.HeartbeatInterval.TotalMilliseconds, ["_trace"] = new JsonArray("fake") },
            ["s"] = null,
            ["t"] = null,
        });
        Watch.Hello();
        silence.Change(Watch.Patience, Timeout.InfiniteTimeSpan);
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var buffer = new byte[LargestPayload + 1];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult received;
            do
            {
                // Once too much came, the rest is read over the last byte: the length tells.
                var room = length < buffer.Length ? buffer.AsMemory(length) : buffer.AsMemory(buffer.Length - 1);
                received = await socket.ReceiveAsync(room, cancel);
                length = Math.Min(buffer.Length, length + received.Count);
            }
            while (!received.EndOfMessage);

            if (received.MessageType == WebSocketMessageType.Close)
            {
                Record.ClientCloseCode = (int?)socket.CloseStatus ?? 1005;
                if (socket.State == WebSocketState.CloseReceived)
                    await socket.CloseOutputAsync(socket.CloseStatus is { } status && (int)status != 1005 ? status : WebSocketCloseStatus.NormalClosure, null, cancel);
                return;
            }

            lock (hub.Server.Gate)
            {
                if (!closing)
                    Take(received.MessageType, buffer.AsSpan(0, length));
            }
        }
    }

    private void Take(WebSocketMessageType type, ReadOnlySpan<byte> message)
    {
        hub.Server.Conduct.Exercise(SheetRow.SendRate);
        if (!budget.Take())
        {
            Refuse(SheetRow.SendRate, 4008, $"more than {hub.Server.Options.GatewaySendLimit} messages in 60 s");
            return;
        }

        if (type == WebSocketMessageType.Binary || message.Length > LargestPayload)
        {
            Refuse(SheetRow.Handshake, 4002, type == WebSocketMessageType.Binary ? "a binary message" : "a payload of more than 4096 bytes");
            return;
        }

        JsonObject? payload;
        try
        {
            payload = JsonNode.Parse(new UTF8Encoding(false, true).GetString(message), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException)
        {
            payload = null;
        }

        if (payload is null || Number(payload["op"]) is not { } op)
        {
            Refuse(SheetRow.Handshake, 4002, "a message that is no JSON payload with an opcode");
            return;
        }

        Record.Opcodes.Add((int)op);
        hub.Receive(this, (int)op, payload["d"]);
    }

    public void Beat(JsonNode? data)
    {
        if (data is not null && Number(data) is null)
        {
            Refuse(SheetRow.HeartbeatSequence, 4002, "a heartbeat without a number");
            return;
        }

        Watch.Beat(Number(data));
        Session?.Confirm(Number(data) ?? 0);
        silence.Change(Watch.Patience, Timeout.InfiniteTimeSpan);
        if (hub.Faults.WithholdAcks || hub.Faults.Silence)
        {
            Record.AckWithheld = true;
            Watch.Withheld();
            return;
        }

        Send(new JsonObject { ["op"] = 11 });
    }

    /// <summary>A presence: at most five in 20 s, the status a known one.</summary>
    public void SetPresence(JsonObject? data)
    {
        hub.Server.Conduct.Check(SheetRow.SendRate, budget.TakePresence(), "more than five presences in 20 s");
        if (!Statuses.Contains((data?["status"] as JsonValue)?.ToString() ?? ""))
            Refuse(SheetRow.Handshake, 4002, "a presence without a known status");
    }

    private void NoBeat()
    {
        lock (hub.Server.Gate)
        {
            if (Open && !hub.Faults.Silence)
                Refuse(SheetRow.MissingHeartbeat, 4009, $"no heartbeat for {Watch.Patience.TotalMilliseconds:0} ms");
        }
    }

    public void Send(JsonObject payload)
    {
        if (Open && !hub.Faults.Silence)
            writer.Add(new Frame.Payload(Encoding.UTF8.GetBytes(payload.ToJsonString())));
    }

    /// <summary>Sends a numbered event; false when it stays behind, for a resume.</summary>
    public bool SendEvent(byte[] utf8, long sequence)
    {
        if (!Open || Invalidated || hub.Faults.Silence)
            return false;
        Watch.EventSent(sequence);
        LastSent = sequence;
        writer.Add(new Frame.Payload(utf8));
        return true;
    }

    public void SendOdd(Frame frame)
    {
        if (Open)
            writer.Add(frame);
    }

    public void CompressPayloads() => writer.CompressPayloads = true;

    /// <summary>The client broke a rule: it is noted and the connection closed.</summary>
    public void Refuse(SheetRow row, int code, string what)
    {
        hub.Server.Conduct.Violate(row, what);
        CloseByServer(code);
    }

    public void CloseByServer(int code)
    {
        if (closing)
            return;
        closing = true;
        Record.ServerCloseCode = code;
        hub.EndedByServer(this, code);
        writer.Add(new Frame.Close(code, Endings.Reasons.GetValueOrDefault(code, "")));
        _ = AbortAfterAsync(CloseReplyWithin);
    }

    public void Drop()
    {
        if (closing)
            return;
        closing = true;
        Record.Dropped = true;
        hub.EndedByServer(this, null);
        writer.Add(new Frame.Abort());
    }

    public void AskToReconnect()
    {
        Send(new JsonObject { ["op"] = 7, ["d"] = null, ["s"] = null, ["t"] = null });
        hub.Expect(this, NextStep.Resume, "op 7");
        _ = DropAfterAsync(ReconnectWithin);
    }

    public void Invalidate(bool resumable)
    {
        Send(new JsonObject { ["op"] = 9, ["d"] = resumable, ["s"] = null, ["t"] = null });
        Invalidated = true;
        hub.Invalidated(this, resumable);
        _ = DropAfterAsync(ReconnectWithin);
    }

    public void RequestHeartbeat()
    {
        Send(new JsonObject { ["op"] = 1, ["d"] = null, ["s"] = null, ["t"] = null });
        Watch.Requested();
    }

    private async Task AbortAfterAsync(TimeSpan wait)
    {
        await Task.Delay(wait, TimeProvider.System, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ended.IsCancellationRequested)
            await ended.CancelAsync();
    }

    private async Task DropAfterAsync(TimeSpan wait)
    {
        await Task.Delay(wait, TimeProvider.System, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (hub.Server.Gate)
        {
            if (Open)
            {
                closing = true;
                writer.Add(new Frame.Abort());
            }
        }
    }

    public static long? Number(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public void Dispose()
    {
        silence.Dispose();
        writer.Dispose();
        ended.Dispose();
    }
}
