namespace NewsBot.Core.Chat.Conversations;

/// <summary>Completes a follow-up by what was asked and answered before.</summary>
public interface IFollowUpReader
{
    /// <param name="text">What the user wrote.</param>
    /// <param name="last">The last answer of the conversation.</param>
    /// <param name="cancellationToken">Ends it, as with the call.</param>
    /// <returns>The question in full words; null where the text is no follow-up and stands for itself.</returns>
    ValueTask<FollowUp?> ReadAsync(string text, ConversationTurn last, CancellationToken cancellationToken);
}

/// <param name="Text">The question in full words, as the user could have written it; it may name its command with a slash.</param>
/// <param name="Assumed">What was assumed, in words for the user.</param>
public sealed record FollowUp(string Text, string Assumed);
