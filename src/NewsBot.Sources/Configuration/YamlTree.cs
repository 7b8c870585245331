using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsBot.Sources.Configuration;

/// <summary>A piece of YAML with the line that it starts in. Exactly one of the three is set.</summary>
internal sealed record YamlTree(int Line)
{
    /// <summary>Characters; the scanner takes time with the square of open brackets.</summary>
    private const int Longest = 256 * 1024;

    private const int Deepest = 6;

    public string? Scalar { get; private init; }

    public IReadOnlyList<YamlTree>? Items { get; private init; }

    /// <summary>Names with their lines and values, in order.</summary>
    public IReadOnlyList<(string Name, int Line, YamlTree Value)>? Fields { get; private init; }

    /// <summary>
    /// Reads one document. Anchors, aliases and tags are refused: settings do not need them, and without them no file can
    /// become larger than it is.
    /// </summary>
    /// <returns>The tree; null for a file without content; or the line and what is wrong there.</returns>
    public static (YamlTree? Tree, int Line, string? Fault) Read(string text)
    {
        if (text.Length > Longest)
            return (null, 1, $"has more than {Longest / 1024} KB");
        if (IndentedByTab(text) is { } tab)
            return (null, tab, "begins with a tab; YAML is indented with spaces");
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return (null, 1, null);
            parser.Consume<DocumentStart>();
            var tree = Node(parser, 0);
            parser.Consume<DocumentEnd>();
            return parser.Accept<StreamEnd>(out var end) ? (tree, 1, null) : (null, (int)(end?.Start.Line ?? parser.Current!.Start.Line), "has more than one document");
        }
        catch (Refused refused)
        {
            return (null, refused.Line, refused.Message);
        }
        catch (YamlException fault)
        {
            return (null, Math.Max((int)fault.End.Line, 1), "is not valid YAML (a value with a colon or a leading special character must stand in quotes)");
        }
    }

    /// <summary>The usual slip, which the parser tells of a line before.</summary>
    private static int? IndentedByTab(string text)
    {
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            if (content.TrimStart(' ') is ['\t', ..] rest && !rest.IsWhiteSpace())
                return line;
        }

        return null;
    }

    private static YamlTree Node(Parser parser, int depth)
    {
        var line = (int)parser.Current!.Start.Line;
        if (depth > Deepest)
            throw new Refused(line, "is nested too deeply");
        if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            throw new Refused(line, "has an anchor, an alias or a tag, which are not used here");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlTree(line) { Scalar = scalar.Value };
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlTree>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Node(parser, depth + 1));
            return new YamlTree(line) { Items = items };
        }

        parser.Consume<MappingStart>();
        var fields = new List<(string, int, YamlTree)>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = Node(parser, depth + 1);
            if (name.Scalar is null)
                throw new Refused(name.Line, "has something other than a name before a colon");
            fields.Add((name.Scalar, name.Line, Node(parser, depth + 1)));
        }

        return new YamlTree(line) { Fields = fields };
    }

    /// <summary>Ends the reading where it stands; nothing outside sees it.</summary>
    private sealed class Refused(int line, string message) : Exception(message)
    {
        public int Line => line;
    }
}
