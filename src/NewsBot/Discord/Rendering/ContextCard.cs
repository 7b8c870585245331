using System.Globalization;
using System.Text;
using NewsBot.Core.Answering;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Buttons;
using NewsBot.Discord.Messages;

namespace NewsBot.Discord.Rendering;

/// <summary>"Show in context": the paragraph of a citation with the cited words in bold, and a choice of the others. Pure.</summary>
internal static class ContextCard
{
    private const int LongestCited = 1500;
    private const int LongestAround = 350;

    /// <summary>Discord's limit for a select.</summary>
    private const int MostChoices = 25;

    /// <param name="citation">What is shown.</param>
    /// <param name="paragraphs">Where it stands; null when the article has changed there or gone since.</param>
    /// <param name="outdated">What of the answer's sources has changed.</param>
    public static Embed Of(Citation citation, IReadOnlyList<CitedParagraph>? paragraphs, IReadOnlyList<OutdatedSource> outdated)
    {
        var text = new StringBuilder();
        if (OutdatedText.Of(citation.Article, outdated) is { } note)
            text.Append(note).Append("\n\n");
        foreach (var paragraph in paragraphs ?? [])
        {
            var line = Line(paragraph);
            if (text.Length + line.Length > AnswerPages.LongestPage - 1000)
                break;
            text.Append(line).Append("\n\n");
        }

        if (paragraphs is null)
            text.Append("The cited words no longer stand there. Please ask again.\n\n");
        return Card.Notice(text.Append(SourceText.Line([citation])).ToString());
    }

    /// <summary>A choice among the citations of an answer; none where there is one only.</summary>
    public static IReadOnlyList<MessageComponent> Choice(GivenAnswer answer, int shown)
    {
        var citations = answer.Citations.Take(MostChoices).ToList();
        if (citations.Count < 2)
            return [];
        var options = citations.Select(citation => new SelectOption(
            DiscordText.Shorten(string.Create(CultureInfo.InvariantCulture, $"{citation.Number}: {DiscordText.Clean(citation.Title)}"), 100),
            citation.Number.ToString(CultureInfo.InvariantCulture),
            DiscordText.Clean(citation.Source) is { Length: > 0 } outlet ? DiscordText.Shorten(outlet, 100) : null,
            citation.Number == shown ? true : null));
        return
        [
            new ActionRow([new StringSelect { CustomId = new ButtonId(ButtonAction.Context, answer.Id).ToString(), Placeholder = "Another citation", Options = [.. options] }]),
        ];
    }

    private static string Line(CitedParagraph paragraph)
    {
        var cited = Escaped(DiscordText.Shorten(paragraph.Cited, LongestCited));
        return $"> {Escaped(End(paragraph.Before))}{(cited.Trim().Length > 0 ? $"**{cited.Trim()}**" : "")}{Escaped(DiscordText.Shorten(paragraph.After, LongestAround))}";
    }

    /// <summary>The last words of what stands before.</summary>
    private static string End(string text)
    {
        if (text.Length <= LongestAround)
            return text;
        var from = text.IndexOf(' ', text.Length - LongestAround);
        return "… " + text[(from < 0 ? text.Length : from + 1)..];
    }

    /// <summary>Escaped, with the spaces at its ends that join it to its neighbours.</summary>
    private static string Escaped(string text) =>
        (text.Length > 0 && char.IsWhiteSpace(text[0]) ? " " : "") + DiscordText.Escape(text) + (text.Length > 1 && char.IsWhiteSpace(text[^1]) ? " " : "");
}
