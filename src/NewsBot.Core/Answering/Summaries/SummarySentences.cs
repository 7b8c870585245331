using System.Text.RegularExpressions;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Summaries;

/// <summary>
/// Which sentences of an article can stand in a summary: whole ones of a usual length that tell something of their own. Not
/// headings, questions, what somebody is quoted with and no more, nor what the page says about itself: captions, credits,
/// invitations to read, watch or subscribe.
/// </summary>
internal static partial class SummarySentences
{
    private const int FewestWords = 7;
    private const int MostWords = 60;

    /// <summary>Sentences among which the lead is looked for.</summary>
    private const int Leads = 3;

    [GeneratedRegex(@"^[“""‘']?(?:he|she|they|that|these|those|his|her|their|its|but|and|so|or|this(?! (?:week|weekend|month|year|spring|summer|autumn|fall|winter|morning|time)\b))(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"\b(?:(?:just|must) watch(?:ed)?|hide caption|replay more|more videos|sign up|subscribe|newsletter|your inbox|click (?:here|on the)|read (?:more|full|next)|(?:follow|like|find) (?:us|me) on" +
        @"|share this|photo(?:graph)?s? (?:by|courtesy)|getty images|image (?:source|credit|caption)|all rights reserved|advertisement|editor[’']s note|(?:story|article|report) (?:was|has been) (?:first |originally )?(?:updated|published|corrected)" +
        @"|contributed to this (?:report|story|article)|reach (?:the )?(?:him|her|them|reporter)|(?:contact|email) (?:him|her|the (?:author|reporter)) |get the \w+ app|download (?:our|the) app|welcome to \w+|up to speed on)\b|©|\bphotos?:|\b(?:ap|reuters|afp)/|@\w+\.\w",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfThePage();

    public static bool IsUsable(AnalyzedArticle article, int index)
    {
        var text = article.Article.Text;
        var span = article.Analysis.Sentences[index].Span;
        var words = PassageChunker.CountWords(span.Of(text));
        if (words is < FewestWords or > MostWords || !EndsAsSentence(span.Of(text)) || OfThePage().IsMatch(span.In(text)) || PageFurniture.Is(text, span))
            return false;
        return !article.Analysis.Quotes.Any(quote => quote.Kind == QuoteKind.Direct && IsOnlyWords(quote, span)) && ShownSentence.Told(article, span) is not null;
    }

    /// <summary>Whether a sentence leans on the one before it: "But they ...", "That is why ...".</summary>
    public static bool LeansBack(AnalyzedArticle article, TextSpan sentence) => Reference().IsMatch(article.WithoutDateline(sentence).In(article.Article.Text));

    /// <summary>The sentence that says best what the article is about: of its first few that are usable one that stands for itself.</summary>
    /// <returns>Its index; null where no sentence is usable.</returns>
    public static int? Lead(AnalyzedArticle article)
    {
        var first = Enumerable.Range(0, article.Analysis.Sentences.Count).Where(i => IsUsable(article, i)).Take(Leads).ToList();
        return first.Count == 0 ? null : first.Find(i => !LeansBack(article, article.Analysis.Sentences[i].Span)) is > 0 and var found ? found : first[0];
    }

    private static bool EndsAsSentence(ReadOnlySpan<char> sentence)
    {
        var end = sentence.Length;
        while (end > 0 && Punctuation.IsCloser(sentence[end - 1]))
            end--;
        return end > 0 && Punctuation.IsTerminator(sentence[end - 1]) && sentence[end - 1] is not ('?' or '…');
    }

    /// <summary>Whether the sentence is all inside a direct quote and does not name its speaker.</summary>
    private static bool IsOnlyWords(Quote quote, TextSpan sentence) =>
        quote.Content.Any(content => content.Overlaps(sentence) && content.Start <= sentence.Start + 1 && content.End >= sentence.End - 1)
        || (quote.Content.Any(content => content.Overlaps(sentence)) && !(quote.Cue is { } cue && sentence.Overlaps(cue)) && !(quote.Speaker.Span is { } speaker && sentence.Overlaps(speaker)));

    /// <summary>The content terms of a sentence.</summary>
    public static HashSet<string> Terms(AnalyzedArticle article, TextSpan sentence) =>
        [.. Tokenizer.Tokenize(article.Article.Text, sentence).Select(token => token.Term).Where(term => !StopWords.Contains(term))];
}
