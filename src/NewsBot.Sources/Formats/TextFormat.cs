using NewsBot.Core.Articles;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Formats;

/// <summary>What is wrong with a file, and at which line.</summary>
internal sealed record FileFault(int? Line, string Reason);

/// <summary>One article in one file of plain text or Markdown, with or without front matter.</summary>
internal static partial class TextFormat
{
    private const int LongestHeadline = 150;

    /// <param name="content">The decoded file.</param>
    /// <param name="isMarkdown">Whether the body is Markdown.</param>
    /// <param name="fileName">Without its folder; a day at its start (<c>2023-08-17-name</c>) dates an article that nothing else dates.</param>
    /// <param name="origin">The path as people know it.</param>
    /// <param name="placeKey">The path below the source folder.</param>
    /// <param name="raw">The article.</param>
    /// <param name="lineOf">The line of a field, for messages about it.</param>
    /// <param name="fault">What is wrong, when the result is false.</param>
    public static bool TryRead(
        string content, bool isMarkdown, string fileName, string origin, string placeKey,
        [NotNullWhen(true)] out RawArticle? raw, out Func<string, int?> lineOf, [NotNullWhen(false)] out FileFault? fault)
    {
        raw = null;
        fault = null;
        lineOf = static _ => null;
        var text = content.ReplaceLineEndings("\n");
        FrontMatter? front = null;
        if (FrontMatter.IsAtTopOf(text))
        {
            if (!FrontMatter.TryRead(text, out front, out var line, out var reason))
            {
                fault = new FileFault(line, reason);
                return false;
            }

            lineOf = field => front.Lines.TryGetValue(field, out var at) || (field == "published" && front.Lines.TryGetValue("date", out at)) ? at : null;
            text = front.Body;
        }

        var (body, leadingDate) = front is null ? TakeLeadingDate(text) : (text, null);
        var title = front?["title"];
        IReadOnlyList<string> paragraphs;
        if (!isMarkdown)
            paragraphs = PlainText(body, ref title);
        else if (MarkdownText.TryParse(body, out var markdown, out var problem))
            paragraphs = Markdown(markdown, ref title);
        else
        {
            fault = new FileFault(null, problem);
            return false;
        }

        raw = new RawArticle
        {
            Id = front?["id"],
            Title = title,
            Text = Paragraphs.Join(paragraphs),
            Published = front?["published"] ?? front?["date"] ?? leadingDate,
            DayOfSource = DayOf(fileName),
            Source = front?["source"],
            Url = front?["url"],
            Author = front?["author"],
            Language = front?["language"] ?? front?["lang"],
            Origin = origin,
            PlaceKey = placeKey,
        };
        return true;
    }

    /// <summary>An article may open with <c>date 2023-08-17</c>, before its dateline.</summary>
    private static (string Body, string? Date) TakeLeadingDate(string text)
    {
        var match = LeadingDate().Match(text);
        return match.Success ? (text[match.Length..], match.Groups["date"].Value) : (text, null);
    }

    private static IReadOnlyList<string> Markdown(MarkdownText markdown, ref string? title)
    {
        if (markdown.Title is not { } heading)
            return markdown.Paragraphs;
        title ??= heading;
        // The title is not repeated in the text; a heading that says something else belongs to it.
        return SafeText.OneLine(title, LongestHeadline * 2) == SafeText.OneLine(heading, LongestHeadline * 2)
            ? markdown.Paragraphs
            : [heading, .. markdown.Paragraphs];
    }

    /// <summary>A short first paragraph that does not end like a sentence is the headline.</summary>
    private static IReadOnlyList<string> PlainText(string body, ref string? title)
    {
        var paragraphs = Paragraphs.Split(body);
        if (paragraphs.Count < 2 || paragraphs[0].Length > LongestHeadline)
            return paragraphs;
        var first = paragraphs[0];
        if (title is not null ? first != title.Trim() : EndsLikeSentence(first) || Dateline.Find(first) is not null)
            return paragraphs;
        title ??= first;
        return [.. paragraphs.Skip(1)];
    }

    private static bool EndsLikeSentence(string line) =>
        line.TrimEnd('"', '”', '»', '’', '\'', ')', ']') is "" or [.., '.' or '!' or '…' or ':' or ';' or ','];

    private static DateOnly? DayOf(string fileName) =>
        fileName.Length >= 10
        && DateOnly.TryParseExact(fileName.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    [GeneratedRegex(@"^\s*date:?\s+(?<date>\d{4}-\d{1,2}-\d{1,2})(?!\d)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingDate();
}
