using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Json;

/// <summary>Permission sets are decimal strings in JSON; numbers are read too.</summary>
internal sealed class PermissionsConverter : JsonConverter<Permissions>
{
    public override Permissions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var number))
            return (Permissions)number;
        if (reader.TokenType == JsonTokenType.String
            && ulong.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var bits))
            return (Permissions)bits;
        throw new JsonException("A permission set is not a decimal string.");
    }

    public override void Write(Utf8JsonWriter writer, Permissions value, JsonSerializerOptions options) =>
        writer.WriteStringValue(((ulong)value).ToString(CultureInfo.InvariantCulture));
}
