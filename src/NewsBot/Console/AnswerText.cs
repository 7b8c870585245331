using System.Globalization;
using NewsBot.Core.Answering;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;

namespace NewsBot.Console;

internal enum LineStyle
{
    /// <summary>A statement of the answer.</summary>
    Statement,

    /// <summary>The short answer on top.</summary>
    Headline,

    /// <summary>A remark about the answer.</summary>
    Note,

    /// <summary>An entry of the source list.</summary>
    Source,

    /// <summary>A decline or an error.</summary>
    Problem,

    /// <summary>Something about the bot itself.</summary>
    Plain,
}

internal readonly record struct TextLine(string Text, LineStyle Style);

/// <summary>
/// Lays an answer out for a terminal: statements with their citation numbers, remarks, then the list of sources with
/// outlet, date, headline and address. Pure; what a line looks like is the caller's business.
/// </summary>
internal static class AnswerText
{
    public static IReadOnlyList<TextLine> Lines(Answer answer)
    {
        var lines = new List<TextLine>();
        if (answer.Message is { } message)
        {
            var style = answer.Status == AnswerStatus.Answered ? LineStyle.Plain : LineStyle.Problem;
            lines.AddRange(message.Split('\n').Select(line => new TextLine(Visible(line), style)));
        }

        if (answer.Headline is { } headline)
            lines.Add(new TextLine(Visible(headline), LineStyle.Headline));
        foreach (var statement in answer.Statements)
        {
            var numbers = Numbers(statement.Citations);
            var isHeadline = ReferenceEquals(statement, answer.Statements[0]) && answer.ShortAnswer is not null;
            lines.Add(new TextLine($"{Visible(statement.Text.Replace("**", "", StringComparison.Ordinal))} {numbers}", isHeadline ? LineStyle.Headline : LineStyle.Statement));
        }

        lines.AddRange(answer.Notes.Select(note => new TextLine("* " + Visible(note), LineStyle.Note)));
        lines.AddRange(answer.Citations.GroupBy(citation => citation.Article).Select(article => new TextLine(SourceLine([.. article]), LineStyle.Source)));
        if (answer.Nearest.Count > 0)
        {
            lines.Add(new TextLine("Nearest articles:", LineStyle.Note));
            lines.AddRange(answer.Nearest.Select(header => new TextLine($"- {Day(header.Published)}  {Outlet(header.Source)}{Visible(header.Title)}", LineStyle.Source)));
        }

        if (answer.Reach is { } reach)
            lines.Add(new TextLine(ReachLine(reach), LineStyle.Note));
        return lines;
    }

    public static string Of(Answer answer) => string.Join(Environment.NewLine, Lines(answer).Select(line => line.Text));

    public static string Day(Core.Articles.PublicationTime published) => published.Precision >= DatePrecision.Hour
        ? published.Instant.ToString("d MMMM yyyy HH:mm zzz", CultureInfo.InvariantCulture)
        : published.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>One line for an article, with the numbers of all places in it that are cited.</summary>
    private static string SourceLine(IReadOnlyList<Citation> places)
    {
        var article = places[0];
        return $"{Numbers(places.Select(place => place.Number))} {Outlet(article.Source)}{Day(article.Published)}: {Visible(article.Title)}{(article.Url is { } url ? "  " + Visible(url) : "")}";
    }

    private static string Numbers(IEnumerable<int> numbers) =>
        string.Concat(numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"[{number}]")));

    private static string Outlet(string source) => source.Length == 0 ? "" : Visible(source) + ", ";

    private static string ReachLine(CorpusReach reach) => reach is { Earliest: { } from, Latest: { } to }
        ? string.Create(CultureInfo.InvariantCulture, $"The archive has articles from {from:d MMMM yyyy} to {to:d MMMM yyyy}.")
        : "The archive is empty.";

    /// <summary>Control and directional characters from articles could drive a terminal: none gets through.</summary>
    public static string Visible(string text)
    {
        if (!text.Any(c => char.IsControl(c) || Core.Text.Typography.IsInvisible(c)))
            return text;
        return string.Concat(text.Select(c => char.IsControl(c) ? " " : Core.Text.Typography.IsInvisible(c) ? "" : c.ToString()));
    }
}
