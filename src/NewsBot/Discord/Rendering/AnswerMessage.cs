using NewsBot.Discord.Answers;
using NewsBot.Discord.Buttons;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Rendering;

/// <summary>The message that shows an answer: one embed and buttons. Pure.</summary>
internal sealed record AnswerMessage(Embed Embed, IReadOnlyList<MessageComponent> Components, bool IsError)
{
    public static AnswerMessage Of(GivenAnswer answer, int page = 0)
    {
        var pages = AnswerPages.Of(answer);
        page = Math.Clamp(page, 0, pages.Count - 1);
        return new AnswerMessage(Card.Of(answer, pages, page), AnswerButtons.Of(answer, pages.Count, page), answer.IsError);
    }

    /// <summary>A word about a failure that left no answer to show.</summary>
    public static AnswerMessage Failure(string text) => new(Card.Notice(DiscordText.Escape(text)), [], IsError: true);

    public MessageEdit AsEdit => new() { Content = "", Embeds = [Embed], Components = Components };

    public MessageDraft AsDraft => new() { Embeds = [Embed], Components = Components };

    public MessageDraft AsPrivateDraft => AsDraft with { Flags = MessageFlags.Ephemeral };
}
