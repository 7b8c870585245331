using System.Globalization;
using NewsBot.Core.Answering;
using NewsBot.Discord.Answers;

namespace NewsBot.Discord.Rendering;

/// <summary>
/// Lays an answer out on pages that each fit into one embed. A page is lines and, under them, the sources that its lines
/// cite; a line is never cut. Pure.
/// </summary>
internal static class AnswerPages
{
    /// <summary>Longest page. Discord takes 4096 characters in a description, and 6000 in all.</summary>
    public const int LongestPage = 3900;

    private const string Heading = "**Sources**";

    /// <returns>At least one page, none longer than <see cref="LongestPage"/> and none empty.</returns>
    public static IReadOnlyList<string> Of(GivenAnswer answer)
    {
        var pages = new List<string>();
        var page = new List<Block>();
        foreach (var block in AnswerBlocks.Of(answer))
        {
            if (page.Count > 0 && Written([.. page, block]).Length > LongestPage)
            {
                pages.Add(Written(page));
                page = [];
            }

            page.Add(block);
        }

        if (page.Count > 0)
            pages.Add(Written(page));
        return pages.Count > 0 ? pages : ["There is nothing to show."];
    }

    /// <summary>All sources of an answer, each article once, with what became of it since.</summary>
    public static IReadOnlyList<string> Sources(GivenAnswer answer, IReadOnlyList<OutdatedSource> outdated)
    {
        var pages = new List<string>();
        foreach (var article in answer.Citations.GroupBy(citation => citation.Article))
        {
            var line = SourceText.Line([.. article]);
            if (OutdatedText.Of(article.Key, outdated) is { } note)
                line += "\n-# " + note;
            if (pages.Count > 0 && pages[^1].Length + line.Length + 1 <= LongestPage)
                pages[^1] += "\n" + line;
            else
                pages.Add(line);
        }

        return pages;
    }

    private static string Written(List<Block> blocks)
    {
        var text = string.Join('\n', blocks.Select(block => block.Text));
        var cites = blocks.SelectMany(block => block.Cites).DistinctBy(citation => citation.Number).OrderBy(citation => citation.Number).ToList();
        if (cites.Count == 0)
            return text;
        var written = $"{text}\n\n{Heading}\n{string.Join('\n', Lines(cites, SourceText.LongestLink))}";
        return blocks.Count > 1 || written.Length <= LongestPage ? written : Reduced(text, cites);
    }

    /// <summary>A single line that cites so much that its sources do not fit with their links: as many as do.</summary>
    private static string Reduced(string text, List<Citation> cites)
    {
        var written = $"{text}\n\n{Heading}";
        var lines = Lines(cites, longestLink: 0).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (written.Length + lines[i].Length + 60 > LongestPage)
                return written + string.Create(CultureInfo.InvariantCulture, $"\n-# and {lines.Count - i} more, under the button Sources");
            written += "\n" + lines[i];
        }

        return written;
    }

    private static IEnumerable<string> Lines(IReadOnlyList<Citation> cites, int longestLink) =>
        cites.GroupBy(citation => citation.Article).Select(article => SourceText.Line([.. article], longestLink));
}
