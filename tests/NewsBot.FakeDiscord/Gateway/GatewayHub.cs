using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Gateway;

/// <summary>All connections and sessions of the gateway. Its state is read and changed under the server's gate.</summary>
internal sealed class GatewayHub
{
    private readonly List<GatewaySession> sessions = [];
    private readonly List<GatewayConnection> open = [];
    private readonly HashSet<string> closedByClient = [];

    public GatewayHub(FakeDiscordServer server)
    {
        Server = server;
        HeartbeatTime = server.Options.HeartbeatTime ?? server.Options.Time;
        Faults = new GatewayFaults(this);
        Budget = new IdentifyBudget(server.Options);
        Comebacks = new Comebacks(server.Conduct);
        Handshakes = new Handshakes(this);
    }

    public FakeDiscordServer Server { get; }
    public TimeProvider HeartbeatTime { get; }
    public GatewayFaults Faults { get; }
    public IdentifyBudget Budget { get; }
    public Comebacks Comebacks { get; }
    public Handshakes Handshakes { get; }
    public List<ConnectionRecord> Records { get; } = [];
    public IReadOnlyList<GatewayConnection> OpenConnections => open;
    public IReadOnlyList<GatewaySession> Sessions => sessions;

    public async Task AcceptAsync(HttpContext context, bool onResumeHost, CancellationToken serverStops)
    {
        if (Refuses(onResumeHost))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var query = context.Request.QueryString.Value ?? "";
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var connection = new GatewayConnection(this, socket, onResumeHost, query, context.Request.Query["compress"] == "zlib-stream", context.Abort);
        lock (Server.Gate)
        {
            open.Add(connection);
            if (Records.Count == Server.Options.HistoryKept)
                Records.RemoveAt(0);
            Records.Add(connection.Record);
            Handshakes.CheckAddress(connection, context.Request.Query["v"], context.Request.Query["encoding"]);
        }

        await connection.RunAsync(serverStops);
    }

    private bool Refuses(bool onResumeHost)
    {
        lock (Server.Gate)
        {
            if (Faults.RefuseConnections > 0)
                Faults.RefuseConnections--;
            else if (!onResumeHost || !Faults.ResumeHostDown)
                return false;
            Comebacks.ConnectFailed();
            return true;
        }
    }

    public void Receive(GatewayConnection connection, int op, JsonNode? data)
    {
        switch (op)
        {
            case 1:
                connection.Beat(data);
                break;
            case 2:
                Handshakes.Identify(connection, data as JsonObject);
                break;
            case 6:
                Handshakes.Resume(connection, data as JsonObject);
                break;
            case 3 or 4 or 8 or 31 or 43 when connection.Session is null:
                connection.Refuse(SheetRow.Handshake, 4003, $"op {op} before identify");
                break;
            case 3:
                connection.SetPresence(data as JsonObject);
                break;
            case 4 or 8 or 31 or 43:
                break;
            default:
                connection.Refuse(SheetRow.Handshake, 4001, $"op {op}, which no client sends");
                break;
        }
    }

    public void Start(GatewaySession session, GatewayConnection connection)
    {
        sessions.RemoveAll(old => old.Shard == session.Shard && old.Shards == session.Shards && old.Connection is null);
        sessions.Add(session);
        Attach(session, connection);
        Server.Rest.ClientStarted();
    }

    public static void Attach(GatewaySession session, GatewayConnection connection)
    {
        session.Connection = connection;
        session.LostAt = null;
        connection.Session = session;
        connection.Record.SessionId = session.Id;
    }

    public GatewaySession? Find(string? id)
    {
        var now = Server.Options.Time.GetUtcNow();
        sessions.RemoveAll(session => session.LostAt is { } at && now - at > Server.Options.SessionLifetime);
        return sessions.Find(session => session.Id == id);
    }

    public void Drop(GatewaySession session) => sessions.Remove(session);

    /// <summary>Whether the client has read an event, or will when it resumes.</summary>
    public bool Reaches(GatewaySession session, long sequence) => sequence <= session.Confirmed || sessions.Contains(session);

    public bool WasClosedByClient(string? id) => id is not null && closedByClient.Contains(id);

    /// <summary>
    /// Sends an event to the sessions of the guild's shard that asked for it.
    /// True when it left on a connection at once; otherwise it waits for a resume, or there is nobody.
    /// </summary>
    public bool Dispatch(string name, ulong? guildId, Intents wanted, Func<GatewaySession, JsonObject> data)
    {
        var left = false;
        foreach (var session in sessions.Where(session => session.Serves(guildId) && (wanted == Intents.None || (session.Intents & wanted) != 0)).ToList())
        {
            for (var copy = 0; copy <= Faults.DuplicateEvents; copy++)
            {
                var utf8 = session.Number(name, data(session), keep: true);
                left |= session.Connection?.SendEvent(utf8, session.Sequence) ?? false;
            }
        }

        Server.Changed();
        return left;
    }

    /// <summary>Whether the connection that took the interaction is still the same: if not, the client may never have read it.</summary>
    public bool WasHeardSince(Interactions.FakeInteraction interaction) =>
        Server.Endpoint.Url is not null
        || sessions.Exists(session => session.Serves(interaction.Channel.Guild?.Id) && session.Connection is { Open: true } connection
            && connection.Record.OpenedAt <= interaction.CreatedAt && !Faults.Silence);

    public void SendUnknownEvent(int bytes)
    {
        lock (Server.Gate)
        {
            Server.Conduct.Exercise(SheetRow.FrameShape);
            Dispatch("A_THING_NOBODY_KNOWS", null, Intents.None, _ => new JsonObject { ["text"] = new string('ü', bytes / 2), ["number"] = 1e300, ["deep"] = new JsonArray(new JsonArray(), null) });
        }
    }

    public void SendOdd(Frame frame)
    {
        lock (Server.Gate)
        {
            Server.Conduct.Exercise(SheetRow.FrameShape);
            foreach (var connection in open)
                connection.SendOdd(frame);
        }
    }

    public void EndAll(Action<GatewayConnection> end)
    {
        lock (Server.Gate)
        {
            foreach (var connection in open.Where(connection => connection.Open).ToList())
                end(connection);
        }
    }

    public void ForgetSessions()
    {
        lock (Server.Gate)
            sessions.Clear();
    }

    /// <summary>The server closes or cuts a connection: decides what may follow.</summary>
    public void EndedByServer(GatewayConnection connection, int? code)
    {
        Expect(connection, Endings.After(code), code is null ? "a lost connection" : $"close code {code}");
        if (connection.Session is not { } session)
            return;
        if (code is not null)
            session.Confirm(connection.LastSent);
        Detach(session, connection);
        if (!Endings.KeepsSession(code))
            sessions.Remove(session);
    }

    public void Invalidated(GatewayConnection connection, bool resumable)
    {
        Expect(connection, resumable ? NextStep.Resume : NextStep.Identify, $"op 9 {(resumable ? "true" : "false")}");
        if (connection.Session is { } session)
        {
            session.Confirm(connection.LastSent);
            Detach(session, connection);
            if (!resumable)
                sessions.Remove(session);
        }
    }

    /// <summary>What may follow, if the connection got as far as a session; before that a resume stays as right as it was.</summary>
    public void Expect(GatewayConnection connection, NextStep allowed, string why)
    {
        if (connection.Session is { } session)
            Comebacks.Expect(session.Shard, allowed, why, why.Contains("4014", StringComparison.Ordinal) ? session.Intents : null);
    }

    /// <summary>The connection is over, whoever ended it.</summary>
    public void Ended(GatewayConnection connection)
    {
        open.Remove(connection);
        connection.Record.EndedAt = Server.Options.Time.GetUtcNow();
        if (connection.Session is { } session)
        {
            var code = connection.Record.ClientCloseCode;
            var byClient = code is not null && connection.Record.ServerCloseCode is null && !connection.Record.Dropped;
            if (byClient && connection.Record.AckWithheld)
            {
                Server.Conduct.Check(SheetRow.MissingAck, code is not (1000 or 1001), $"closed with {code} when a heartbeat was not acknowledged");
                Comebacks.Expect(session.Shard, NextStep.Resume, "a missing ACK");
            }

            if (byClient && code is 1000 or 1001)
            {
                Server.Conduct.Exercise(SheetRow.ClientClose);
                closedByClient.Add(session.Id);
                sessions.Remove(session);
                if (code == 1000)
                {
                    Server.Conduct.Exercise(SheetRow.Shutdown);
                    Server.Rest.ClientStopped();
                }
            }

            Detach(session, connection);
        }

        Server.Changed();
    }

    private void Detach(GatewaySession session, GatewayConnection connection)
    {
        if (session.Connection != connection)
            return;
        session.Connection = null;
        session.LostAt = Server.Options.Time.GetUtcNow();
    }

    public IEnumerable<Guild> GuildsOf(GatewaySession session) =>
        Server.World.Guilds.Values.Where(guild => guild.HasBot && session.Serves(guild.Id));
}
