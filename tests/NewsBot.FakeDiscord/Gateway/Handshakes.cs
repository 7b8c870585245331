using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Gateway;

/// <summary>Identify and resume: what is checked, and what follows.</summary>
internal sealed class Handshakes(GatewayHub hub)
{
    /// <summary>Events kept for a resume, however short the history is.</summary>
    private const int LeastReplayed = 1000;
    private readonly FakeDiscordServer server = hub.Server;

    public void CheckAddress(GatewayConnection connection, string? version, string? encoding)
    {
        var conduct = server.Conduct;
        conduct.Check(SheetRow.GatewayUrl, version == "10", $"connected with v={version}");
        if (conduct.Check(SheetRow.GatewayUrl, encoding == "json", $"connected with encoding={encoding}") && version == "10")
            return;
        connection.CloseByServer(version == "10" ? 4002 : 4012);
        server.Gateway.Comebacks.Expect(0, NextStep.Nothing, version == "10" ? "close code 4002" : "close code 4012");
    }

    public void Identify(GatewayConnection connection, JsonObject? data)
    {
        var conduct = server.Conduct;
        conduct.Exercise(SheetRow.Handshake);
        if (connection.Session is not null && !connection.Invalidated)
        {
            connection.Refuse(SheetRow.Handshake, 4005, "identified twice");
            return;
        }

        if (Text(data?["token"]) is not { } token || data!["properties"] is not JsonObject || GatewayConnection.Number(data["intents"]) is not { } bits)
        {
            connection.Refuse(SheetRow.Handshake, 4002, "an identify without token, properties or intents");
            return;
        }

        var (shard, shards) = ShardOf(data);
        var intents = (Intents)(bits & 0xFFFFFFFF);
        hub.Comebacks.Arrived(shard, NextStep.Identify, intents);
        connection.Record.Identified = true;
        if (connection.Invalidated)
            conduct.Violate(SheetRow.ConnectionEnds, "identified on the connection that op 9 had ended");
        conduct.Check(SheetRow.ResumeUrl, !connection.OnResumeHost, "identified at the resume address");
        if (hub.Faults.CloseHandshakesWith is { } fault)
        {
            connection.CloseByServer(fault);
            Expect(shard, fault, intents);
            return;
        }

        var wrong = Wrong(token, shard, shards, bits, intents);
        if (wrong is { } refusal)
        {
            connection.Refuse(SheetRow.Handshake, refusal.Code, refusal.What);
            Expect(shard, refusal.Code, intents);
            return;
        }

        StartSession(connection, data, shard, shards, intents);
    }

    private void StartSession(GatewayConnection connection, JsonObject data, int shard, int shards, Intents intents)
    {
        if (!server.Conduct.Check(SheetRow.IdentifyRate, hub.Budget.Take(), "identified although no session start was left; the token is reset"))
        {
            server.ResetToken();
            connection.CloseByServer(4004);
            Expect(shard, 4004, intents);
            return;
        }

        if (!server.Conduct.Check(SheetRow.IdentifyRate, hub.Budget.InTime(shard), $"identified again within {server.Options.IdentifyWindow.TotalSeconds} s"))
        {
            connection.Invalidate(resumable: false);
            hub.Comebacks.Expect(shard, NextStep.Identify, "op 9 false");
            return;
        }

        if (data["compress"]?.GetValueKind() == System.Text.Json.JsonValueKind.True && !connection.TransportCompression)
            connection.CompressPayloads();
        var session = new GatewaySession(Guid.NewGuid().ToString("N"), shard, shards, intents, connection.Query, Math.Max(LeastReplayed, server.Options.HistoryKept));
        hub.Start(session, connection);
        if (hub.Faults.NoReady)
            return;
        connection.SendEvent(session.Number("READY", Ready(session), keep: false), session.Sequence);
        foreach (var guild in hub.GuildsOf(session).Where(_ => intents.HasFlag(Intents.Guilds)).ToList())
        {
            var created = guild.Unavailable ? new JsonObject { ["id"] = Payloads.Id(guild.Id), ["unavailable"] = true } : Payloads.Of(guild, asEvent: true);
            connection.SendEvent(session.Number("GUILD_CREATE", created, keep: true), session.Sequence);
        }

        server.Changed();
    }

    private void Expect(int shard, int code, Intents intents) =>
        hub.Comebacks.Expect(shard, Endings.After(code) is NextStep.Resume ? NextStep.Either : Endings.After(code), $"close code {code}", code == 4014 ? intents : null);

    private (int Code, string What)? Wrong(string token, int shard, int shards, long bits, Intents intents)
    {
        if (token != server.Token)
            return (4004, "identified with a wrong token");
        if (shard < 0 || shards < 1 || shard >= shards)
            return (4010, $"identified as shard [{shard},{shards}]");
        if (server.World.Guilds.Values.Count(guild => guild.HasBot && (int)((guild.Id >> 22) % (ulong)shards) == shard) > server.Options.GuildsPerShard)
            return (4011, $"more than {server.Options.GuildsPerShard} guilds on one shard");
        if ((bits & ~(long)Intents.All) != 0)
            return (4013, $"intents {bits}, of which some bits mean nothing");
        var refused = intents & Intents.Privileged & ~server.PrivilegedIntents;
        return refused == 0 ? null : (4014, $"asked for {refused}, which is not switched on");
    }

    private JsonObject Ready(GatewaySession session) => new()
    {
        ["v"] = 10,
        ["user"] = Payloads.Of(server.World.Bot),
        ["user_settings"] = new JsonObject(),
        ["private_channels"] = new JsonArray(),
        ["relationships"] = new JsonArray(),
        ["guilds"] = Payloads.Array(hub.GuildsOf(session).Select(guild => new JsonObject { ["id"] = Payloads.Id(guild.Id), ["unavailable"] = true })),
        ["session_id"] = session.Id,
        ["resume_gateway_url"] = server.ResumeGatewayUrl,
        ["shard"] = new JsonArray(session.Shard, session.Shards),
        ["application"] = new JsonObject { ["id"] = Payloads.Id(server.World.Bot.Id), ["flags"] = server.ApplicationFlags },
    };

    public void Resume(GatewayConnection connection, JsonObject? data)
    {
        var conduct = server.Conduct;
        conduct.Exercise(SheetRow.Resume);
        if (connection.Session is not null)
        {
            connection.Refuse(SheetRow.Handshake, 4005, "resumed on a connection that has a session");
            return;
        }

        if (Text(data?["token"]) is not { } token || Text(data!["session_id"]) is not { } id || GatewayConnection.Number(data["seq"]) is not { } sequence)
        {
            connection.Refuse(SheetRow.Resume, 4002, "a resume without token, session or sequence");
            return;
        }

        var session = hub.Find(id);
        var shard = session?.Shard ?? 0;
        hub.Comebacks.Arrived(shard, NextStep.Resume);
        connection.Record.Resumed = true;
        conduct.Check(SheetRow.ResumeUrl, connection.OnResumeHost, "resumed at the base address");
        conduct.Check(SheetRow.ClientClose, !hub.WasClosedByClient(id), "resumed a session that it had closed with 1000 or 1001");
        if (hub.Faults.CloseHandshakesWith is { } fault)
        {
            connection.CloseByServer(fault);
            hub.Comebacks.Expect(shard, Endings.After(fault), $"close code {fault}");
            return;
        }

        if (token != server.Token)
        {
            connection.Refuse(SheetRow.Resume, 4004, "resumed with a wrong token");
            hub.Comebacks.Expect(shard, NextStep.Nothing, "close code 4004");
            return;
        }

        if (session is null || hub.Faults.RefuseResumes > 0 || sequence < session.Forgotten)
        {
            hub.Faults.RefuseResumes = Math.Max(0, hub.Faults.RefuseResumes - 1);
            if (session is not null)
                hub.Drop(session);
            connection.Invalidate(resumable: false);
            hub.Comebacks.Expect(shard, NextStep.Identify, "op 9 false");
            return;
        }

        session.Confirm(sequence);
        conduct.Check(SheetRow.GatewayUrl, SameQuery(connection.Query, session.Query), $"resumed with '{connection.Query}' instead of '{session.Query}'");
        if (!conduct.Check(SheetRow.Resume, sequence <= session.Sequence, $"resumed from {sequence}, but the last event was {session.Sequence}"))
        {
            hub.Drop(session);
            connection.CloseByServer(4007);
            hub.Comebacks.Expect(shard, NextStep.Identify, "close code 4007");
            return;
        }

        Replay(connection, session, sequence);
    }

    private void Replay(GatewayConnection connection, GatewaySession session, long sequence)
    {
        session.Connection?.Drop();
        GatewayHub.Attach(session, connection);
        connection.Watch.Resumed(sequence);
        foreach (var (number, utf8) in session.After(sequence).ToList())
            connection.SendEvent(utf8, number);
        connection.SendEvent(session.Number("RESUMED", new JsonObject { ["_trace"] = new JsonArray("fake") }, keep: false), session.Sequence);
        hub.Comebacks.Done(session.Shard);
        server.Changed();
    }

    /// <summary>The same parameters, in whatever order.</summary>
    private static bool SameQuery(string one, string other)
    {
        static string[] Parts(string query) => [.. query.TrimStart('?').Split('&').Order(StringComparer.Ordinal)];
        return Parts(one).SequenceEqual(Parts(other));
    }

    private static (int Shard, int Shards) ShardOf(JsonObject data)
    {
        if (data["shard"] is not JsonArray pair)
            return (0, 1);
        return pair.Count == 2 && GatewayConnection.Number(pair[0]) is { } shard && GatewayConnection.Number(pair[1]) is { } shards
            ? ((int)shard, (int)shards)
            : (-1, -1);
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
