using NewsBot.Discord.Commands;
using NewsBot.Discord.Messages;

namespace NewsBot.Discord.Interactions;

/// <summary>The first answer to an interaction: exactly one, within three seconds. It fixes whether the answer is private.</summary>
public abstract record InteractionResponse;

/// <summary>A new message. Private with <see cref="Model.MessageFlags.Ephemeral"/>. Not for autocomplete.</summary>
public sealed record MessageResponse(MessageDraft Message) : InteractionResponse;

/// <summary>"Thinking": the message follows as an edit of the original. Not for autocomplete.</summary>
public sealed record DeferredMessageResponse(bool Ephemeral) : InteractionResponse;

/// <summary>Acknowledges a component without a visible sign; the message can be edited afterwards.</summary>
public sealed record DeferredUpdateResponse : InteractionResponse;

/// <summary>Edits the message with the component.</summary>
public sealed record UpdateMessageResponse(MessageEdit Edit) : InteractionResponse;

/// <summary>At most 25 suggestions, none is fine. Only for autocomplete.</summary>
public sealed record AutocompleteResponse(IReadOnlyList<OptionChoice> Choices) : InteractionResponse;

/// <summary>Opens a form. Only for commands and components.</summary>
public sealed record ModalResponse(Modal Modal) : InteractionResponse;
