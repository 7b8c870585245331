using System.Text.RegularExpressions;

namespace NewsBot.Core.Articles;

/// <summary>
/// What stands on a news page beside the report and is read into its text: stamps of publication and update, captions with
/// their credit, marks of clips, prompts, and sentences that send the reader to an address. It tells no event, whatever dates and names it has.
/// </summary>
internal static partial class PageFurniture
{
    private const int FewestWords = 5;

    /// <summary>Whether a sentence is furniture.</summary>
    public static bool Is(string text, TextSpan sentence)
    {
        var shown = sentence.In(text);
        return Stamp().IsMatch(shown) || Clip().IsMatch(shown) || Credit().IsMatch(shown) || Prompt().IsMatch(shown) || Address().IsMatch(shown);
    }

    /// <summary>
    /// Whether a sentence is one of the report: no furniture, no heading (which has no full stop) and no question, and of at
    /// least five words.
    /// </summary>
    public static bool IsReport(string text, TextSpan sentence) =>
        !sentence.IsEmpty && !Is(text, sentence) && IsClosed(text, sentence) && text[sentence.End - 1] != '?' && PassageChunker.CountWords(sentence.Of(text)) >= FewestWords;

    /// <summary>The lead as a report can show it: the first sentence of the report, or that of the article where it has none.</summary>
    public static Sentence LeadOf(AnalyzedArticle article) =>
        article.Analysis.Sentences.FirstOrDefault(
            sentence => !article.Analysis.IsDateline(sentence) && IsReport(article.Article.Text, sentence.Span) && !article.IsQuoted(sentence.Span), article.Analysis.Lead);

    private static bool IsClosed(string text, TextSpan sentence) =>
        Punctuation.IsTerminator(text[sentence.End - 1]) || Punctuation.IsCloser(text[sentence.End - 1]);

    /// <summary>"Updated May 3, 2024, 3:25 p.m. ET", "Published 9:10 AM", "4 hours ago", a line that is only a date.</summary>
    [GeneratedRegex(@"(?:^|\b)(?:last )?(?:updated|published|posted|first published|modified)\b(?: at| on|:)? .{0,40}\d.{0,40}$|\d{1,2}:\d{2} (?:[ap]\.?m\.? )?[A-Z]{2,4}(?: [A-Z]\w+ \d{1,2}, \d{4})? Share this|^\W*(?:[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    /// <summary>The length of a clip at the end, or its call.</summary>
    [GeneratedRegex(@"(?<![\d:]) ?\b\d{1,2}:\d{2}(?: - Source: .{1,40})?\s*$|^\W*(?:MUST WATCH|WATCH NOW|WATCH LIVE|NOW PLAYING|VIDEO:|JUST WATCHED|(?:Hide|Show) [Cc]aption|\d+ of \d+\b|Photos?:)", RegexOptions.CultureInvariant)]
    private static partial Regex Clip();

    /// <summary>Whose picture it is.</summary>
    [GeneratedRegex(@"\bGetty Images\b|\b(?:AP|AFP|Reuters|EPA|Shutterstock) ?(?:/|Photo\b|Images\b)|/(?:AP|AFP|Reuters|EPA|Shutterstock)\b|\b[Pp]hoto(?:graph)?s? (?:by|courtesy)\b|\b[Cc]ourtesy of\b|\([A-Z][\w. ]+/[A-Z][\w. ]+\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Credit();

    /// <summary>What asks the reader to go on elsewhere.</summary>
    [GeneratedRegex(@"^\W*(?:More|Read more|Related|See also|Watch|Listen|Photos?|Gallery|Live updates?|Contributing|Follow|Sign up|Subscribe|Click|Get the|Share this|Check back|Editor's note|Advertisement|Support)\b ?(?::|on |to |for |our |us |here |here$|in your |@|back |'s )", RegexOptions.CultureInvariant)]
    private static partial Regex Prompt();

    /// <summary>An address, in a sentence that speaks to whoever reads it: one that only has an address may be of the report.</summary>
    [GeneratedRegex(@"^(?=.*\b(?:you|your|readers?|visit|click|go to)\b).*\b(?:https?://|www\.)\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Address();
}
