using System.Text;

namespace NewsBot.Sources.Formats;

/// <summary>Brings plain text into the form in which articles are stored: paragraphs of one line, one empty line between them.</summary>
internal static class Paragraphs
{
    /// <summary>Lines of at most this many characters have been wrapped by hand; a longer one is a paragraph of its own.</summary>
    private const int LongestWrappedLine = 100;

    /// <summary>
    /// An empty line ends a paragraph. Lines between two empty lines are joined when all of them are short enough to have been
    /// wrapped, and are a paragraph each when one is not.
    /// </summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var paragraphs = new List<string>();
        var block = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (!trimmed.IsEmpty)
                block.Add(trimmed.ToString());
            else
                Flush();
        }

        Flush();
        return paragraphs;

        void Flush()
        {
            if (block.Count > 0)
            {
                if (block.TrueForAll(line => line.Length <= LongestWrappedLine))
                    paragraphs.Add(string.Join(' ', block));
                else
                    paragraphs.AddRange(block);
            }

            block.Clear();
        }
    }

    public static string Join(IEnumerable<string> paragraphs) =>
        new StringBuilder().AppendJoin("\n\n", paragraphs).ToString();
}
