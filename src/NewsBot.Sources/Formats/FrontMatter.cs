using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsBot.Sources.Formats;

/// <summary>The fields between two lines <c>---</c> at the top of a text or Markdown file, in YAML.</summary>
/// <param name="Fields">Values by lower-case name; lists of plain values are joined by ", ".</param>
/// <param name="Lines">The line in the file of each field.</param>
/// <param name="Body">What follows.</param>
internal sealed record FrontMatter(IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, int> Lines, string Body)
{
    /// <summary>Characters; the YAML scanner takes time with the square of open brackets.</summary>
    private const int Longest = 8 * 1024;

    public string? this[string name] => Fields.GetValueOrDefault(name);

    /// <summary>True for a text whose first line is <c>---</c>.</summary>
    public static bool IsAtTopOf(string text) =>
        text.StartsWith("---", StringComparison.Ordinal) && text.AsSpan(3, LineEnd(text, 3) - 3).IsWhiteSpace();

    /// <param name="text">The file with line ends folded to <c>\n</c>.</param>
    /// <param name="frontMatter">What was read.</param>
    /// <param name="line">The line of the fault.</param>
    /// <param name="reason">The fault, when the result is false.</param>
    public static bool TryRead(string text, out FrontMatter frontMatter, out int line, out string reason)
    {
        frontMatter = new FrontMatter(new Dictionary<string, string>(), new Dictionary<string, int>(), text);
        (line, reason) = (1, "has front matter that no line --- closes");
        var start = Math.Min(LineEnd(text, 0) + 1, text.Length);
        if (!FindClosingLine(text, start, out var end, out var bodyStart))
            return false;
        try
        {
            var (fields, lines) = TopMapping(text[start..end]);
            frontMatter = new FrontMatter(fields, lines, text[bodyStart..]);
            return true;
        }
        catch (YamlException fault)
        {
            line = (int)fault.Start.Line + 1;
            reason = "has front matter that is not valid YAML (a value with a colon or a leading special character must stand in quotes)";
            return false;
        }
    }

    private static bool FindClosingLine(string text, int start, out int end, out int bodyStart)
    {
        end = start;
        bodyStart = start;
        while (end < text.Length && end - start <= Longest)
        {
            var lineEnd = LineEnd(text, end);
            bodyStart = Math.Min(lineEnd + 1, text.Length);
            if (text.AsSpan(end, lineEnd - end).TrimEnd() is "---" or "...")
                return true;
            end = bodyStart;
        }

        return false;
    }

    /// <summary>
    /// Takes the top mapping from the parser's events: no objects are built, so neither aliases nor depth can cost anything.
    /// </summary>
    private static (Dictionary<string, string> Fields, Dictionary<string, int> Lines) TopMapping(string yaml)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var depth = 0;
        string? name = null;
        var nameLine = 0;
        var list = new List<string>();
        var parser = new Parser(new StringReader(yaml));
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case Scalar scalar when depth == 1 && name is null:
                    (name, nameLine) = (scalar.Value, (int)scalar.Start.Line);
                    break;
                case Scalar scalar when depth == 1:
                    Keep(scalar.Value);
                    break;
                case AnchorAlias when depth == 1:
                    name = name is null ? "" : null;
                    break;
                case Scalar scalar when depth == 2 && name is not null:
                    list.Add(scalar.Value);
                    break;
                case MappingStart or SequenceStart:
                    depth++;
                    break;
                case MappingEnd or SequenceEnd:
                    depth--;
                    if (depth == 1 && name is null)
                        name = ""; // a mapping as key: skip its value as well
                    else if (depth == 1)
                        Keep(parser.Current is SequenceEnd ? string.Join(", ", list) : "");
                    break;
            }
        }

        return (fields, lines);

        void Keep(string value)
        {
            // A plain null or ~ is a value that is not given.
            if (name is { Length: > 0 } && value is not ("null" or "~"))
            {
                fields[name] = value;
                lines[name] = nameLine + 1; // the line --- stands above
            }

            name = null;
            list.Clear();
        }
    }

    private static int LineEnd(string text, int from)
    {
        var end = text.IndexOf('\n', from);
        return end < 0 ? text.Length : end;
    }
}
