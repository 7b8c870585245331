using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace NewsBot.Sources.Feeds;

/// <summary>
/// Parses XML within bounds on depth and elements. Where it is not well-formed, it is tried once more with the usual faults of
/// feeds mended; if that does not help, what stands before the fault is kept.
/// </summary>
/// <param name="Root">Null where not even the first element can be read.</param>
/// <param name="Fault">Null for a document that could be read to its end.</param>
internal sealed partial record XmlTree(XElement? Root, FeedFault? Fault)
{
    public const int DeepestLevel = 256;

    public const int MostElements = 500_000;

    private const int MostPrefixes = 50;

    public static XmlTree Parse(string text)
    {
        // The declaration is about bytes, which are characters by now; warnings of a server before it are no part of the feed.
        var start = text.IndexOf('<', StringComparison.Ordinal);
        if (start < 0)
            return new(null, new FeedFault(null, "is neither XML nor JSON"));
        var markup = Declaration().Replace(text, m => Blank(m.Value), 1);
        var tree = Load(markup);
        if (tree.Fault is not { IsSyntax: true })
            return new(tree.Root, tree.Fault?.Public);
        var mended = Load(Mend(markup));
        var best = mended.Fault is null || mended.Elements > tree.Elements ? mended : tree;
        return new(best.Root, best.Fault?.Public);
    }

    private sealed record LoadFault(FeedFault Public, bool IsSyntax);

    private static (XElement? Root, LoadFault? Fault, int Elements) Load(string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = FeedReader.LongestFeed,
        };
        XElement? root = null;
        XElement? at = null;
        string? foreign = null;
        var (elements, depth) = (0, 0);
        using var reader = XmlReader.Create(new StringReader(text), settings);
        var lines = (IXmlLineInfo)reader;
        try
        {
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        if (++elements > MostElements)
                            return (root, new(new(lines.LineNumber, $"has more than {MostElements} elements"), false), elements);
                        if (++depth > DeepestLevel)
                            return (root, new(new(lines.LineNumber, $"is nested more than {DeepestLevel} levels deep"), false), elements);
                        var isEmpty = reader.IsEmptyElement;
                        // A feed in a namespace of its own is read as one without.
                        foreign ??= Vocabulary.IsKnown(reader.NamespaceURI) ? "" : reader.NamespaceURI;
                        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI == foreign ? "" : reader.NamespaceURI));
                        while (reader.MoveToNextAttribute())
                        {
                            if (reader.Prefix != "xmlns" && reader.LocalName != "xmlns")
                                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
                        }

                        at?.Add(element);
                        root ??= element;
                        if (isEmpty)
                            depth--;
                        else
                            at = element;
                        break;
                    case XmlNodeType.EndElement:
                        depth--;
                        at = at?.Parent;
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                        at?.Add(new XText(reader.Value));
                        break;
                }
            }

            return (root, null, elements);
        }
        catch (XmlException fault)
        {
            var line = fault.LineNumber > 0 ? fault.LineNumber : (int?)null;
            return (root, new(new(line, root is null ? "is not XML" : "is not well-formed XML"), true), elements);
        }
    }

    /// <summary>
    /// Prefixes that are not declared get their usual namespace, references of HTML become their characters, ampersands that start no reference are written as one, characters that
    /// XML cannot have become spaces. CDATA sections need none of this but the last.
    /// </summary>
    private static string Mend(string text)
    {
        var mended = new StringBuilder(text.Length + 256);
        var rest = 0;
        foreach (Match section in Cdata().Matches(text))
        {
            mended.Append(Reference().Replace(text[rest..section.Index], Refer)).Append(section.Value);
            rest = section.Index + section.Length;
        }

        mended.Append(Reference().Replace(text[rest..], Refer));
        for (var i = 0; i < mended.Length; i++)
        {
            if (mended[i] is < ' ' and not ('\n' or '\r' or '\t') or '\ufffe' or '\uffff')
                mended[i] = ' ';
        }

        for (var i = 0; i < mended.Length && mended[i] != '<'; i++)
        {
            if (mended[i] != '\n')
                mended[i] = ' ';
        }

        return Declare(mended.ToString());
    }

    private static string Declare(string text)
    {
        var missing = Prefix().Matches(text).Select(m => m.Groups["prefix"].Value).Distinct(StringComparer.Ordinal)
            .Where(prefix => prefix is not ("xml" or "xmlns") && !text.Contains($"xmlns:{prefix}=", StringComparison.Ordinal)).Take(MostPrefixes).ToList();
        if (missing.Count == 0 || FirstName().Match(text) is not { Success: true } root)
            return text;
        return text.Insert(root.Index + root.Length, string.Concat(missing.Select(prefix => $" xmlns:{prefix}=\"{Vocabulary.UsualNamespace(prefix)}\"")));
    }

    private static string Refer(Match reference)
    {
        if (reference.Value is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;" || (reference.Groups["code"] is { Success: true } code && IsCharacter(code.ValueSpan)))
            return reference.Value;
        var text = WebUtility.HtmlDecode(reference.Value);
        return text == reference.Value ? $"&amp;{reference.Value[1..]}" : text;
    }

    private static bool IsCharacter(ReadOnlySpan<char> code) =>
        (code[0] is 'x' or 'X'
            ? int.TryParse(code[1..], System.Globalization.NumberStyles.AllowHexSpecifier, null, out var number)
            : int.TryParse(code, System.Globalization.NumberStyles.None, null, out number))
        && code[0] != 'X' && number is 9 or 10 or 13 or >= 32 and < 0xd800 or >= 0xe000 and < 0xfffe or >= 0x10000 and <= 0x10ffff;

    /// <summary>Keeps the lines, so that faults are told where they are.</summary>
    private static string Blank(string text) => string.Concat(text.Select(c => c is '\n' or '\r' ? c : ' '));

    [GeneratedRegex(@"\A[^<]{0,2000}<\?xml\b[^>]{0,500}\?>", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"</?(?<prefix>[A-Za-z_][\w.-]{0,50}):[A-Za-z_]|\s(?<prefix>[A-Za-z_][\w.-]{0,50}):[A-Za-z_][\w.-]{0,50}\s*=\s*[""']", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"<[A-Za-z_][\w.:-]*", RegexOptions.CultureInvariant)]
    private static partial Regex FirstName();

    [GeneratedRegex(@"<!\[CDATA\[.*?\]\]>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Cdata();

    [GeneratedRegex(@"&(?:#(?<code>[xX]?[0-9a-fA-F]{1,8});|[A-Za-z][A-Za-z0-9]{1,31};)?", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
