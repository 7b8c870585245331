using System.Text.Json;

namespace NewsBot.Discord.Gateway;

/// <summary>Reads the greeting.</summary>
internal static class HelloData
{
    /// <summary>The heartbeat interval; null when there is none between 10 milliseconds and an hour.</summary>
    public static TimeSpan? ReadInterval(ReadOnlySpan<byte> data)
    {
        try
        {
            var reader = new Utf8JsonReader(data);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("heartbeat_interval", out var interval)
                && interval.ValueKind == JsonValueKind.Number
                && interval.TryGetDouble(out var milliseconds)
                && milliseconds is >= 10 and <= 3_600_000
                ? TimeSpan.FromMilliseconds(milliseconds)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
