using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Json;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Rest;

/// <summary>The JSON of a first answer: its type and data.</summary>
internal static class CallbackJson
{
    public static ReadOnlyMemory<byte> Write(InteractionResponse response) => response switch
    {
        MessageResponse message => Write(4, MessageBody.Of(message.Message), DiscordJson.Relaxed.MessageBody),
        DeferredMessageResponse deferred => Write(5, new DeferBody(deferred.Ephemeral ? MessageFlags.Ephemeral : null), DiscordJson.Relaxed.DeferBody),
        DeferredUpdateResponse => Write(6, new DeferBody(null), DiscordJson.Relaxed.DeferBody),
        UpdateMessageResponse update => Write(7, MessageBody.Of(update.Edit), DiscordJson.Relaxed.MessageBody),
        AutocompleteResponse autocomplete => Write(8, new ChoicesBody(autocomplete.Choices), DiscordJson.Relaxed.ChoicesBody),
        ModalResponse { Modal: var modal } => Write(9, new ModalBody(modal.CustomId, modal.Title, modal.Components), DiscordJson.Relaxed.ModalBody),
        _ => throw new ArgumentOutOfRangeException(nameof(response), response.GetType().Name, "Unknown response."),
    };

    /// <summary>The files that go with it.</summary>
    public static IReadOnlyList<MessageFile> FilesOf(InteractionResponse response) => response switch
    {
        MessageResponse message => message.Message.Files,
        UpdateMessageResponse update => update.Edit.Files,
        _ => [],
    };

    private static ReadOnlyMemory<byte> Write<T>(int type, T data, JsonTypeInfo<T> info)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = info.Options.Encoder });
        writer.WriteStartObject();
        writer.WriteNumber("type", type);
        writer.WritePropertyName("data");
        JsonSerializer.Serialize(writer, data, info);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
