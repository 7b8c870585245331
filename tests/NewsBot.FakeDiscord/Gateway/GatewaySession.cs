using System.Text;
using System.Text.Json.Nodes;

namespace NewsBot.FakeDiscord.Gateway;

/// <summary>What a client resumes: numbered events since READY, and what the client asked for. Events beyond those kept make a resume impossible.</summary>
internal sealed class GatewaySession(string id, int shard, int shards, Intents intents, string query, int kept)
{
    private readonly Queue<(long Sequence, byte[] Utf8)> sent = new();

    public string Id { get; } = id;
    public int Shard { get; } = shard;
    public int Shards { get; } = shards;
    public Intents Intents { get; } = intents;
    public string Query { get; } = query;
    public long Sequence { get; private set; }
    public GatewayConnection? Connection { get; set; }

    /// <summary>When the connection was lost; null while there is one.</summary>
    public DateTimeOffset? LostAt { get; set; }

    /// <summary>Numbers an event and keeps it for a replay.</summary>
    public byte[] Number(string name, JsonObject data, bool keep)
    {
        Sequence++;
        var utf8 = Encoding.UTF8.GetBytes(new JsonObject { ["op"] = 0, ["s"] = Sequence, ["t"] = name, ["d"] = data }.ToJsonString());
        if (keep)
            sent.Enqueue((Sequence, utf8));
        while (sent.Count > kept)
            Forgotten = sent.Dequeue().Sequence;
        return utf8;
    }

    /// <summary>The last event that is no longer kept; a resume from before it is impossible.</summary>
    public long Forgotten { get; private set; }

    public IEnumerable<(long Sequence, byte[] Utf8)> After(long sequence) => sent.Where(item => item.Sequence > sequence);

    /// <summary>The last event that the client has read for certain.</summary>
    public long Confirmed { get; private set; }

    public void Confirm(long sequence) => Confirmed = Math.Max(Confirmed, sequence);

    public bool Serves(ulong? guildId) => guildId is { } id ? (int)((id >> 22) % (ulong)Shards) == Shard : Shard == 0;
}
