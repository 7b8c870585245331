using System.Diagnostics.CodeAnalysis;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsBot.Sources.Pages.Markup;

/// <summary>
/// Parses HTML within bounds. The parser of HTML is forgiving by design, and what it forgives can cost time and memory that
/// grow with the square of the page: elements nested without end, and unclosed formatting that is opened anew in every
/// paragraph. Pages that are written for readers stay far below the bounds.
/// </summary>
internal static class BoundedHtml
{
    /// <summary>Characters.</summary>
    public const int LongestPage = 8_000_000;

    public const int MostElements = 100_000;

    /// <summary>Browsers stop at 512.</summary>
    public const int DeepestLevel = 500;

    public static bool TryParse(string html, [NotNullWhen(true)] out IHtmlDocument? document, out string reason)
    {
        document = null;
        reason = $"is longer than {LongestPage / 1_000_000} million characters";
        if (html.Length > LongestPage)
            return false;
        reason = "has elements nested too deeply";
        if (OpenElements.DeepestIn(html) > DeepestLevel * 4)
            return false;
        var elements = 0;
        var options = new HtmlParserOptions
        {
            OnCreated = (_, _) =>
            {
                if (++elements > MostElements)
                    throw new TooManyElementsException();
            },
        };
        try
        {
            document = new HtmlParser(options).ParseDocument(html);
        }
        catch (TooManyElementsException)
        {
            reason = $"has more than {MostElements} elements";
            return false;
        }

        if (Depth(document) <= DeepestLevel)
            return true;
        document = null;
        return false;
    }

    /// <summary>Counted without recursion: the tree may be deeper than the stack allows.</summary>
    private static int Depth(IHtmlDocument document)
    {
        var (node, depth, deepest) = ((INode)document, 0, 0);
        while (true)
        {
            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                deepest = Math.Max(deepest, depth);
                continue;
            }

            while (node.NextSibling is null)
            {
                if (node.Parent is not { } parent || parent == document)
                    return deepest;
                (node, depth) = (parent, depth - 1);
            }

            node = node.NextSibling;
        }
    }

    private sealed class TooManyElementsException : Exception;
}
