using System.Net;
using System.Text;
using System.Xml.Linq;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Pages;

namespace NewsBot.Sources.Feeds;

/// <summary>
/// The texts of feeds, which may be plain, escaped HTML or XHTML (RFC 4287, 3.1), and in Atom 0.3 also Base64. RSS does not say
/// which; there a text is HTML where it has tags or references.
/// </summary>
internal static class TextConstruct
{
    private const int LongestLine = 500;

    /// <summary>As HTML, not sanitised.</summary>
    public static string? Html(XElement? element)
    {
        if (element is null)
            return null;
        var html = Kind(element) switch
        {
            TextKind.Markup => Inner(element),
            TextKind.Plain => WebUtility.HtmlEncode(element.Value.Trim()),
            TextKind.Base64 => Decoded(element.Value),
            _ => element.Value.Trim(),
        };
        return string.IsNullOrWhiteSpace(html) ? null : html;
    }

    /// <summary>As one line of plain text.</summary>
    public static string? Line(XElement? element)
    {
        if (element is null)
            return null;
        var kind = Kind(element);
        return kind == TextKind.Plain ? SafeText.OneLine(element.Value, LongestLine) : Line(Html(element));
    }

    public static string? Line(string? html)
    {
        if (html is null)
            return null;
        var isPlain = !html.AsSpan().ContainsAny('<', '&');
        // Only what could be a tag is one: "1 < 2" is left as it is by the parser of HTML.
        return SafeText.OneLine(isPlain ? html : PageReader.TextOf(html.Length > LongestLine * 20 ? html[..(LongestLine * 20)] : html), LongestLine);
    }

    private enum TextKind
    {
        Plain,
        Escaped,
        Markup,
        Base64,
    }

    private static TextKind Kind(XElement element)
    {
        var type = element.Attribute("type")?.Value.Trim().ToLowerInvariant();
        var mode = element.Attribute("mode")?.Value.Trim().ToLowerInvariant();
        if (mode == "base64" || (mode is null && type is not null && IsBinaryType(type) && !element.HasElements))
            return TextKind.Base64;
        if (element.HasElements && (type is "xhtml" or "application/xhtml+xml" || mode == "xml" || mode is null))
            return TextKind.Markup;
        if (Vocabulary.NameOf(element).Contains(':', StringComparison.Ordinal))
            return type == "plain" ? TextKind.Plain : TextKind.Escaped;
        return type == "text" || (type == "text/plain" && mode != "escaped") ? TextKind.Plain
            // Atom's texts are plain where they do not say; a good part of the feeds in use has HTML in them all the same.
            : TextKind.Escaped;
    }

    private static bool IsBinaryType(string type) =>
        type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("+xml", StringComparison.Ordinal) && !type.EndsWith("/xml", StringComparison.Ordinal);

    private static string Decoded(string value)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(value.Trim()));
        }
        catch (FormatException)
        {
            return value.Trim();
        }
    }

    /// <summary>The markup inside, without namespaces, and without the <c>div</c> that only holds it.</summary>
    private static string Inner(XElement element)
    {
        var holder = element.Elements().ToList() is [{ Name.LocalName: "div" } div] && element.Nodes().OfType<XText>().All(t => string.IsNullOrWhiteSpace(t.Value)) ? div : element;
        var html = new StringBuilder();
        foreach (var node in holder.Nodes())
            Write(node, html);
        return html.ToString().Trim();
    }

    /// <summary>The depth of the tree is bounded.</summary>
    private static void Write(XNode node, StringBuilder html)
    {
        if (node is XText text)
        {
            html.Append(WebUtility.HtmlEncode(text.Value));
            return;
        }

        if (node is not XElement element || !IsName(element.Name.LocalName))
            return;
        html.Append('<').Append(element.Name.LocalName);
        foreach (var attribute in element.Attributes().Where(a => IsName(a.Name.LocalName)))
            html.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(WebUtility.HtmlEncode(attribute.Value)).Append('"');
        html.Append('>');
        if (element.IsEmpty && element.Name.LocalName is "br" or "img" or "hr")
            return;
        foreach (var child in element.Nodes())
            Write(child, html);
        html.Append("</").Append(element.Name.LocalName).Append('>');
    }

    private static bool IsName(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
