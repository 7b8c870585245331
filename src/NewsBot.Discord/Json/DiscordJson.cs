using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Model;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Json;

/// <summary>
/// How everything is read and written. Unknown fields and enum values are accepted; a null where none may be is refused here
/// rather than met later. What is missing is null even in properties with an initializer (the generated code sets all of them), so
/// those that must not be give their default in the getter. Non-ASCII text is written as it is, since escapes count towards the gateway's 4096 bytes.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(DeferBody))]
[JsonSerializable(typeof(ChoicesBody))]
[JsonSerializable(typeof(ModalBody))]
[JsonSerializable(typeof(RecipientBody))]
[JsonSerializable(typeof(ThreadBody))]
[JsonSerializable(typeof(GatewayInfo))]
[JsonSerializable(typeof(ReadyData))]
[JsonSerializable(typeof(GuildDeleteData))]
[JsonSerializable(typeof(MessageDeleteData))]
[JsonSerializable(typeof(MessageDeleteBulkData))]
[JsonSerializable(typeof(RoleData))]
[JsonSerializable(typeof(RoleDeleteData))]
[JsonSerializable(typeof(ReactionData))]
[JsonSerializable(typeof(InteractionData))]
[JsonSerializable(typeof(CommandData))]
[JsonSerializable(typeof(ComponentData))]
[JsonSerializable(typeof(ModalData))]
internal sealed partial class DiscordJson : JsonSerializerContext
{
    /// <summary>The one to use: <c>Default</c> would escape.</summary>
    public static DiscordJson Relaxed => Holder.Instance;

    /// <summary>Reads a value. Null for anything that is not it, whatever is wrong.</summary>
    public static T? TryRead<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or NotSupportedException)
        {
            // InvalidOperation: text that is not valid Unicode. NotSupported: a component without a type that it can be.
            return null;
        }
    }

    /// <summary>Made when first used: the generated half's own statics must be there before.</summary>
    private static class Holder
    {
        internal static readonly DiscordJson Instance = new(new JsonSerializerOptions(Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = null,
        });
    }
}
