using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Rendering;

namespace NewsBot.Discord.Asking;

/// <summary>Where the answer to one request goes. What is delivered last is what stays.</summary>
internal interface IReplyPlace
{
    /// <summary>Whether only the asker sees the answer.</summary>
    bool IsPrivate { get; }

    /// <summary>Shows that work goes on, until the answer is delivered.</summary>
    IAsyncDisposable ShowWorking();

    /// <summary>Shows how far the work is, with buttons under it, or nothing, in case it cannot be shown there, or was shown only just now.</summary>
    Task ShowProgressAsync(string text, IReadOnlyList<MessageComponent> buttons, CancellationToken cancellationToken);

    /// <summary>Delivers the answer, by another way if the proper one fails.</summary>
    /// <returns>The message that shows it; null when it is a private one, or could not be delivered at all.</returns>
    Task<Snowflake?> DeliverAsync(AnswerMessage message, CancellationToken cancellationToken);
}
