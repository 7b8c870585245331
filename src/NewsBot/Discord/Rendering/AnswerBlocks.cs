using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Answering;
using NewsBot.Discord.Answers;

namespace NewsBot.Discord.Rendering;

/// <summary>A line of an answer that is not cut any more.</summary>
/// <param name="Text">With Markdown.</param>
/// <param name="Cites">The citations that it shows.</param>
internal sealed record Block(string Text, IReadOnlyList<Citation> Cites);

/// <summary>Turns answers into lines for Discord: statements with their numbers, remarks, nearest articles. Pure.</summary>
internal static partial class AnswerBlocks
{
    /// <summary>Longest text of a block without its citation numbers.</summary>
    private const int LongestText = 1200;

    /// <summary>Longest address behind a number; the list of sources takes longer ones.</summary>
    private const int LongestInlineLink = 250;

    /// <summary>Numbers shown behind one statement at most when there is no room for links; the list of sources has all.</summary>
    private const int MostNumbers = 100;

    /// <summary>A line in two columns, "version     0.1.0", as tables for a terminal have it.</summary>
    [GeneratedRegex(@"^(?<name>\S+(?: \S+)*?)\s{2,}(?<value>\S.*)$")]
    private static partial Regex Columns();

    public static IEnumerable<Block> Of(GivenAnswer answer)
    {
        var blocks = answer.Parts.SelectMany(Of);
        if (OutdatedText.Notice(answer) is { } notice)
            blocks = blocks.Prepend(Plain(notice));
        return answer.HasFiles ? blocks.Append(Plain("-# The files in your message were not read; this answers its text.")) : blocks;
    }

    private static IEnumerable<Block> Of(AnswerPart part)
    {
        var answer = part.Answer;
        if (part.Title is { } title)
            yield return Plain($"**{DiscordText.Escape(DiscordText.Shorten(title, 200))}**");
        if (answer.Message is { } message)
            foreach (var block in message.Split('\n').SelectMany(line => MessageLine(line)))
                yield return block;
        if (answer.Headline is { } headline)
            foreach (var text in Parts(headline))
                yield return Plain($"**{DiscordText.Escape(text)}**");
        foreach (var block in answer.Statements.SelectMany((statement, index) => OfStatement(answer, statement, index == 0)))
            yield return block;
        foreach (var text in answer.Notes.SelectMany(Parts))
            yield return Plain("-# " + InstantText.Escape(text));
        if (answer.Nearest.Count > 0)
            yield return Plain("Nearest articles:");
        foreach (var header in answer.Nearest)
            yield return Plain(SourceText.Line(header));
        if (answer.Reach is { } reach)
            yield return Plain("-# " + ReachText.Sentence(reach));
    }

    private static IEnumerable<Block> OfStatement(Answer answer, Statement statement, bool isFirst)
    {
        var cites = answer.Citations.Where(citation => statement.Citations.Contains(citation.Number)).ToList();
        var numbers = Numbers(cites);
        var shortAnswer = isFirst && answer.ShortAnswer is { } brief ? brief : ShortForm.BriefOf(statement);
        if (shortAnswer is not null && statement.Text.Length <= LongestText / 2)
        {
            yield return new Block($"{WithBold(statement.Text, shortAnswer)} {numbers}".TrimEnd(), cites);
            yield break;
        }

        var parts = Parts(shortAnswer is null ? statement.Text : statement.Text.Replace("**", "", StringComparison.Ordinal)).ToList();
        for (var i = 0; i < parts.Count; i++)
            yield return i < parts.Count - 1 ? new Block(DiscordText.Escape(parts[i]), cites) : new Block($"{DiscordText.Escape(parts[i])} {numbers}".TrimEnd(), cites);
    }

    /// <summary>The numbers of citations, each a link; without links where they are so many that those would fill the page.</summary>
    private static string Numbers(IReadOnlyList<Citation> cites)
    {
        var linked = string.Join(' ', cites.Select(citation => Number(citation, LongestInlineLink)));
        return linked.Length <= LongestText ? linked : string.Join(' ', cites.Take(MostNumbers).Select(citation => Number(citation, longestLink: 0)));
    }

    private static string Number(Citation citation, int longestLink) =>
        DiscordText.Link(citation.Number.ToString(CultureInfo.InvariantCulture), citation.Url, longestLink);

    /// <summary>A statement with a short answer has it in bold already: that mark stays, everything else is escaped.</summary>
    private static string WithBold(string text, string shortAnswer)
    {
        var marked = $"**{shortAnswer}**";
        var at = text.IndexOf(marked, StringComparison.Ordinal);
        if (at < 0)
            return DiscordText.Escape(text);
        var (before, after) = (text[..at], text[(at + marked.Length)..]);
        return $"{EscapeKeepingSpace(before)}**{DiscordText.Escape(shortAnswer)}**{EscapeKeepingSpace(after)}";
    }

    private static string EscapeKeepingSpace(string text) =>
        (text.StartsWith(' ') ? " " : "") + DiscordText.Escape(text) + (text.Length > 1 && text.EndsWith(' ') ? " " : "");

    /// <summary>A line of a reply about the bot. Its columns and indents, made for a terminal, become bold and small print.</summary>
    private static IEnumerable<Block> MessageLine(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return [];
        if (char.IsWhiteSpace(line[0]))
            return Parts(line.Trim()).Select(text => Plain("-# " + DiscordText.Escape(text)));
        if (Columns().Match(line) is { Success: true } columns && columns.Groups["name"].Length <= 60)
            return Parts(columns.Groups["value"].Value)
                .Select((text, index) => Plain(index == 0 ? $"**{DiscordText.Escape(columns.Groups["name"].Value)}** {DiscordText.Escape(text)}" : DiscordText.Escape(text)));
        return Parts(line).Select(text => Plain(DiscordText.Escape(text)));
    }

    private static IReadOnlyList<string> Parts(string text) => TextCut.Parts(DiscordText.Clean(text), LongestText, part => DiscordText.Escape(part).Length);

    private static Block Plain(string text) => new(text, []);
}
