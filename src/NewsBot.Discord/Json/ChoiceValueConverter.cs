using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Discord.Json;

/// <summary>The value of a choice: a text, or the number of an option that takes numbers, which is read as it is written.</summary>
internal sealed class ChoiceValueConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => throw new JsonException("A choice is neither a text nor a number."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
