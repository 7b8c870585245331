using System.Globalization;
using NewsBot.Console;
using NewsBot.Core.Answering;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;

namespace NewsBot.Discord.Rendering;

/// <summary>Articles as lines: outlet, the outlet's date in words and in the reader's own zone, headline, address. Pure.</summary>
internal static class SourceText
{
    public const int LongestLink = 300;
    private const int LongestTitle = 120;
    private const int LongestOutlet = 60;

    /// <summary>One line for an article, with the numbers of all places in it that are cited, linked to it.</summary>
    public static string Line(IReadOnlyList<Citation> places, int longestLink = LongestLink)
    {
        var article = places[0];
        var numbers = string.Join(", ", places.Select(place => place.Number.ToString(CultureInfo.InvariantCulture)));
        return $"{DiscordText.Link(numbers, article.Url, longestLink)} {Described(article.Source, article.Published, article.Title)}";
    }

    public static string Line(ArticleHeader header) =>
        $"{(header.Url is { } url ? DiscordText.Link("open", url, LongestLink) + " " : "")}{Described(header.Source, header.Published, header.Title)}";

    public static string Described(string outlet, PublicationTime published, string title) =>
        $"{(outlet.Length > 0 ? $"**{Short(outlet, LongestOutlet)}**, " : "")}{When(published)}: {Short(title, LongestTitle)}";

    /// <summary>The outlet's date as text, then the instant, which each reader sees in the own zone.</summary>
    public static string When(PublicationTime published) => published.Precision >= DatePrecision.Hour
        ? $"{AnswerText.Day(published)} (<t:{Seconds(published.Instant)}:f>)"
        : $"{AnswerText.Day(published)} (<t:{Seconds(Noon(published))}:D>)";

    private static string Short(string text, int longest) => DiscordText.Escape(DiscordText.Shorten(DiscordText.Clean(text), longest));

    /// <summary>Where only the day is known its noon stands for it, so that most readers see that day.</summary>
    private static DateTimeOffset Noon(PublicationTime published) => new(published.Day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    private static string Seconds(DateTimeOffset instant) => instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
