using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsBot.Sources.Formats;

/// <summary>The plain text of a Markdown body.</summary>
/// <param name="Title">The first heading, when nothing but headings stands above it; it is no paragraph then.</param>
/// <param name="Paragraphs">Paragraphs, headings, list items and quoted blocks as one line each.</param>
internal sealed partial record MarkdownText(string? Title, IReadOnlyList<string> Paragraphs)
{
    /// <summary>The parser takes time with the square of unfinished links; this many cost it half a second.</summary>
    private const int MostBrackets = 10_000;

    private static readonly MarkdownPipeline CommonMark = new MarkdownPipelineBuilder().Build();

    public static bool TryParse(string markdown, [NotNullWhen(true)] out MarkdownText? text, out string reason)
    {
        text = null;
        reason = $"is Markdown with more than {MostBrackets} links";
        if (markdown.AsSpan().Count('[') > MostBrackets)
            return false;
        try
        {
            text = Of(Markdown.Parse(markdown, CommonMark));
            return true;
        }
        catch (ArgumentException)
        {
            // The parser's way to say that blocks or emphasis stand deeper in each other than it follows.
            reason = "is Markdown that is nested too deeply";
            return false;
        }
    }

    private static MarkdownText Of(MarkdownDocument document)
    {
        var paragraphs = new List<string>();
        string? title = null;
        foreach (var block in document)
        {
            if (block is HeadingBlock heading && title is null && paragraphs.Count == 0)
                title = Line(heading);
            else
                Add(block, "", paragraphs);
        }

        return new MarkdownText(string.IsNullOrEmpty(title) ? null : title, paragraphs);
    }

    private static void Add(Block block, string marker, List<string> paragraphs)
    {
        switch (block)
        {
            case ListBlock list:
                foreach (var item in list.OfType<ListItemBlock>())
                {
                    // A number can be part of what is said ("1984. A year ..."); a bullet never is.
                    var number = list.IsOrdered ? $"{item.Order}{list.OrderedDelimiter} " : "";
                    for (var i = 0; i < item.Count; i++)
                        Add(item[i], i == 0 ? marker + number : "", paragraphs);
                }

                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock container:
                foreach (var child in container)
                    Add(child, marker, paragraphs);
                break;
            case LeafBlock leaf:
                var line = Line(leaf);
                if (line.Length > 0)
                    paragraphs.Add(marker + line);
                break;
        }
    }

    private static string Line(LeafBlock block)
    {
        var text = new StringBuilder();
        if (block is HtmlBlock)
            text.Append(WebUtility.HtmlDecode(Markup().Replace(block.Lines.ToString(), " ")));
        else if (block.Inline is null)
            text.Append(block.Lines.ToString());
        else
            Append(block.Inline, text);
        return Spacing().Replace(text.ToString(), " ").Trim();
    }

    private static void Append(ContainerInline inlines, StringBuilder text)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LinkInline { IsImage: true }:
                    break; // what an image shows is not said by the article
                case ContainerInline container:
                    Append(container, text);
                    break;
            }
        }
    }

    [GeneratedRegex(@"<!--.*?(?:-->|$)|<(script|style)\b.*?(?:</\1\s*>|$)|<[^<>]*>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spacing();
}
