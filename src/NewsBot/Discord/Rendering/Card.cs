using System.Globalization;
using NewsBot.Core.Answering;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Messages;

namespace NewsBot.Discord.Rendering;

/// <summary>The embed that shows a page of an answer, or a short word of the bot. Pure.</summary>
internal static class Card
{
    private const int Answered = 0x3B6EA5;
    private const int Declined = 0x8A8F98;
    private const int Failed = 0xB3403A;

    /// <summary>One page of an answer, with what it is as of.</summary>
    public static Embed Of(GivenAnswer answer, IReadOnlyList<string> pages, int page) => new()
    {
        Description = pages[page],
        Color = ColorOf(answer),
        Footer = new EmbedFooter(Footer(answer, pages.Count, page)),
        Timestamp = answer.At,
    };

    /// <summary>A word of the bot itself; the text is trusted Markdown.</summary>
    public static Embed Notice(string text) => new() { Description = text, Color = Declined };

    private static int ColorOf(GivenAnswer answer)
    {
        if (answer.IsError)
            return Failed;
        return answer.Parts.Any(part => part.Answer.Status == AnswerStatus.Answered) ? Answered : Declined;
    }

    private static string Footer(GivenAnswer answer, int pages, int page)
    {
        var revision = answer.Parts.Max(part => part.Answer.Revision);
        var asOf = revision > 0 ? string.Create(CultureInfo.InvariantCulture, $"As of revision {revision}, {ReachText.Range(answer.Reach)}") : ReachText.Range(answer.Reach);
        return pages == 1 ? asOf : string.Create(CultureInfo.InvariantCulture, $"{asOf} \u00B7 page {page + 1} of {pages}");
    }
}
