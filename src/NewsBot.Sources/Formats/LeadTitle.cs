using NewsBot.Core.Articles;
using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Formats;

/// <summary>Makes a title for an article that has none.</summary>
internal static class LeadTitle
{
    private const int Longest = 110;

    /// <summary>A clause shorter than this says too little to stand for the article.</summary>
    private const int ShortestClause = 40;

    private const int LeadLength = 1000;

    /// <summary>
    /// The first sentence without its dateline and the mark at its end; when that is too long, its first clause that is long enough, or as
    /// many words as fit and an ellipsis.
    /// </summary>
    public static string From(string text, Dateline? dateline)
    {
        var body = text.AsSpan(dateline?.Length ?? 0).Trim();
        if (body.IsEmpty)
            body = text.AsSpan().Trim();
        var lead = body[..Math.Min(body.Length, LeadLength)].ToString();
        var sentences = SentenceSplitter.Split(lead);
        var first = sentences.Count == 0 ? lead : sentences[0].Span.In(lead);
        var line = SafeText.OneLine(first, LeadLength) ?? "";
        if (line is [.., not '.', '.' or ';' or ':' or ','])
            line = line[..^1];
        return line.Length <= Longest ? line : FirstClause(line) ?? SafeText.Shorten(line, Longest);
    }

    private static string? FirstClause(string line)
    {
        for (var i = ShortestClause; i < Longest; i++)
        {
            var ends = line[i] is ',' or ';' or ':' && line[i + 1] == ' ' || line[i] == ' ' && line[i + 1] is '–' or '—';
            if (ends && !HasOpenQuote(line.AsSpan(0, i)))
                return line[..i].TrimEnd();
        }

        return null;
    }

    private static bool HasOpenQuote(ReadOnlySpan<char> clause) =>
        clause.Count('"') % 2 == 1 || clause.Count('“') > clause.Count('”') || clause.Count('„') > clause.Count('“') + clause.Count('”');
}
