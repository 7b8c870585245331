using System.Text.Json;

namespace NewsBot.Discord.Gateway;

/// <summary>The operations of the gateway that this client knows.</summary>
internal enum Opcode
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    PresenceUpdate = 3,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}

/// <summary>The envelope of one payload. <paramref name="Data"/> is the JSON of <c>d</c>, a slice of the payload, empty when absent.</summary>
internal readonly record struct GatewayFrame(Opcode Op, long? Sequence, string? Name, ReadOnlyMemory<byte> Data)
{
    /// <summary>Reads the envelope and leaves the data unread. False for anything that is not one.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> payload, out GatewayFrame frame)
    {
        frame = default;
        try
        {
            return TryReadCore(payload, out frame);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool TryReadCore(ReadOnlyMemory<byte> payload, out GatewayFrame frame)
    {
        frame = default;
        var reader = new Utf8JsonReader(payload.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        int? op = null;
        long? sequence = null;
        string? name = null;
        ReadOnlyMemory<byte> data = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("op"u8))
            {
                if (!reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var value))
                    return false;
                op = value;
            }
            else if (reader.ValueTextEquals("s"u8))
            {
                reader.Read();
                sequence = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) ? value : null;
            }
            else if (reader.ValueTextEquals("t"u8))
            {
                reader.Read();
                name = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                if (name is null)
                    reader.Skip();
            }
            else if (reader.ValueTextEquals("d"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                data = payload[start..(int)reader.BytesConsumed];
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        if (op is null || reader.TokenType != JsonTokenType.EndObject || reader.Read())
            return false;
        frame = new GatewayFrame((Opcode)op, sequence, name, data);
        return true;
    }
}
