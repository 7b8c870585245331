using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Batch;

/// <summary>How every verb writes JSON: without what is not there, and letters of all scripts as they are, so that results can be read and searched.</summary>
internal static class ReadableJson
{
    /// <returns>Options of their own, as each serializer context binds its options to itself.</returns>
    public static JsonSerializerOptions NewOptions() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
