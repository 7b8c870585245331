using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsBot.Sources.Pages.Body;

/// <summary>
/// Turns elements into blocks of text: what HTML shows as a block is one, two line breaks in a row end one, a table has one
/// for each row with its cells separated by bars.
/// </summary>
internal sealed partial class BodyBlocks
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "caption",
    };

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "head", "title", "iframe", "object", "svg", "math", "canvas", "audio", "video", "button", "select", "input", "textarea", "datalist",
    };

    private readonly List<BodyBlock> _blocks = [];
    private readonly StringBuilder _text = new();
    private int _linked;
    private int _links;

    /// <param name="root">In a tree of bounded depth.</param>
    public static IReadOnlyList<BodyBlock> Of(IElement root)
    {
        var reader = new BodyBlocks();
        reader.Walk(root, BlockKind.Paragraph);
        reader.Flush(BlockKind.Paragraph);
        return reader._blocks;
    }

    private void Walk(INode node, BlockKind kind)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                Append(text.Data);
            else if (child is IElement element && !Silent.Contains(element.LocalName))
                Walk(element, kind);
        }
    }

    private void Walk(IElement element, BlockKind outer)
    {
        var name = element.LocalName;
        if (name == "br")
        {
            _text.Append('\n');
            return;
        }

        if (name is "td" or "th" && _text.Length > 0)
            _text.Append(" | ");
        if (name == "a")
            _links++;
        if (!Blocks.Contains(name))
        {
            Walk((INode)element, outer);
        }
        else
        {
            Flush(outer);
            var kind = Kind(name) ?? outer;
            Walk((INode)element, kind);
            Flush(kind);
        }

        if (name == "a")
            _links--;
    }

    private static BlockKind? Kind(string name) => name switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
        "li" or "dd" or "dt" => BlockKind.ListItem,
        "blockquote" => BlockKind.Quotation,
        "tr" => BlockKind.Row,
        _ => null,
    };

    private void Append(string text)
    {
        // Line ends in the source are spaces; those of <br> are told apart from them here.
        foreach (var c in text)
            _text.Append(c is '\n' or '\r' or '\t' or '\f' ? ' ' : c);
        if (_links > 0)
            _linked += text.Length;
    }

    private void Flush(BlockKind kind)
    {
        if (_text.Length > 0)
        {
            var share = Math.Min(1, _linked / (double)_text.Length);
            foreach (var part in EmptyLine().Split(_text.ToString()))
            {
                var line = Spaces().Replace(part, " ").Trim(' ', '|');
                if (line.Length > 0)
                    _blocks.Add(new BodyBlock(line, kind, share));
            }
        }

        _text.Clear();
        _linked = 0;
    }

    [GeneratedRegex(@"\n[\s\u00a0]*\n", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLine();

    [GeneratedRegex(@"[\s\u00a0\u200b\ufeff]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
