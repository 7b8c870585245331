using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Gateway;

/// <summary>The payloads that the client sends.</summary>
internal static class GatewayPayloads
{
    /// <summary>Discord closes the connection on a longer one.</summary>
    public const int MaxBytes = 4096;

    public static ReadOnlyMemory<byte> Heartbeat(long? sequence) => Write(Opcode.Heartbeat, writer =>
    {
        if (sequence is { } s)
            writer.WriteNumberValue(s);
        else
            writer.WriteNullValue();
    });

    public static ReadOnlyMemory<byte> Identify(string token, Intents intents, int shard, int shardCount, Presence presence) => Write(Opcode.Identify, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("token", token);
        writer.WriteNumber("intents", (int)intents);
        writer.WriteStartObject("properties");
        writer.WriteString("os", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        writer.WriteString("browser", "newsbot");
        writer.WriteString("device", "newsbot");
        writer.WriteEndObject();
        writer.WriteStartArray("shard");
        writer.WriteNumberValue(shard);
        writer.WriteNumberValue(shardCount);
        writer.WriteEndArray();
        writer.WriteNumber("large_threshold", 50);
        writer.WriteBoolean("compress", false);
        writer.WritePropertyName("presence");
        WritePresence(writer, presence);
        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Resume(string token, GatewaySession session) => Write(Opcode.Resume, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("token", token);
        writer.WriteString("session_id", session.Id);
        writer.WriteNumber("seq", session.Sequence);
        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> PresenceUpdate(Presence presence) =>
        Write(Opcode.PresenceUpdate, writer => WritePresence(writer, presence));

    private static void WritePresence(Utf8JsonWriter writer, Presence presence)
    {
        writer.WriteStartObject();
        writer.WriteNull("since");
        writer.WriteStartArray("activities");
        if (presence.Text is { Length: > 0 } text)
        {
            writer.WriteStartObject();
            writer.WriteNumber("type", (int)presence.Activity);
            writer.WriteString("name", presence.Activity == ActivityType.Custom ? "Custom Status" : text);
            if (presence.Activity == ActivityType.Custom)
                writer.WriteString("state", text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("status", presence.Status switch
        {
            PresenceStatus.Idle => "idle",
            PresenceStatus.DoNotDisturb => "dnd",
            PresenceStatus.Invisible => "invisible",
            _ => "online",
        });
        writer.WriteBoolean("afk", false);
        writer.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> Write(Opcode op, Action<Utf8JsonWriter> data)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteNumber("op", (int)op);
        writer.WritePropertyName("d");
        data(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
