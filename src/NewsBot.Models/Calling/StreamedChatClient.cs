using System.Text;
using Microsoft.Extensions.AI;

namespace NewsBot.Models.Calling;

/// <summary>
/// Asks for the answer as a stream and puts it together, so that what was written before the time or the space ran out is
/// not lost: it comes as a whole response that says it was cut (<see cref="ChatFinishReason.Length"/>).
/// </summary>
/// <param name="inner">The provider.</param>
/// <param name="mostCharacters">Where to stop reading.</param>
/// <param name="caller">The caller's own token: when it is cancelled nobody wants the rest.</param>
internal sealed class StreamedChatClient(IChatClient inner, int mostCharacters, CancellationToken caller) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var updates = new List<ChatResponseUpdate>();
        var length = 0;
        var isCut = false;
        try
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
            {
                updates.Add(update);
                length += update.Text.Length + 1;
                isCut = length > mostCharacters;
                if (isCut)
                    break;
            }
        }
        catch (Exception) when (!caller.IsCancellationRequested && updates.Any(update => update.Text.Length > 0))
        {
            isCut = true; // Out of time, or the connection broke: what has come so far is looked at.
        }

        var response = updates.ToChatResponse();
        if (isCut)
            response.FinishReason = ChatFinishReason.Length;
        return response;
    }

    /// <summary>All text of a response.</summary>
    public static string TextOf(ChatResponse response)
    {
        var text = new StringBuilder();
        foreach (var message in response.Messages)
            if (message.Role == ChatRole.Assistant)
                text.Append(message.Text);
        return text.ToString();
    }
}
