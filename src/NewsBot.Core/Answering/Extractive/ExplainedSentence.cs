using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// A sentence as it stands in its article, with the speakers that it names only by "he", "she" or a role explained in square
/// brackets: "he [Alexander Lukashenko] added". A wrong explanation is worse than none, so of what the article's analysis
/// resolved only that is told which a reader of the article sees as well: a full name, whose bearer says something by name
/// in the article, named in one of the <see cref="Near"/> sentences before, with nobody else named in the sentence before
/// the word that is explained.
/// </summary>
internal static class ExplainedSentence
{
    private const int Near = 3;

    public static string Of(AnalyzedArticle article, TextSpan sentence)
    {
        var shown = sentence.In(article.Article.Text);
        var explanations = article.Analysis.Quotes
            .Select(quote => quote.Speaker)
            .Where(speaker => speaker is { Name: not null, Span: { IsEmpty: false } span } && sentence.Contains(span))
            .DistinctBy(speaker => speaker.Span)
            .OrderByDescending(speaker => speaker.Span!.Value.Start)
            .Where(speaker => IsPlain(article, sentence, speaker, shown));
        foreach (var speaker in explanations.ToList())
            shown = shown.Insert(speaker.Span!.Value.End - sentence.Start, $" [{speaker.Name}]");
        return shown.ReplaceLineEndings(" ");
    }

    private static bool IsPlain(AnalyzedArticle article, TextSpan sentence, Speaker speaker, string shown)
    {
        var (text, span, name) = (article.Article.Text, speaker.Span!.Value, speaker.Name!);
        var words = name.Split(' ');
        if (words.Length < 2 || !IsReference(speaker, span.Of(text)) || shown.Contains(words[^1], StringComparison.OrdinalIgnoreCase))
            return false;
        return (text.Contains(name, StringComparison.Ordinal) || article.Article.Title.Contains(name, StringComparison.Ordinal))
            && article.Analysis.Quotes.Any(quote => quote.Speaker.Kind == SpeakerKind.Person && quote.Speaker.Name == name && SharesWord(quote.Speaker.Text, name))
            && SentencesBefore(article, sentence).Any(before => Names(text, before, words[^1]))
            && !CapitalisedRuns.In(text, new TextSpan(sentence.Start, span.Start)).Any(run => run.Words > 1);
    }

    /// <summary>"He" and "she", and roles; "his" and "who" read badly with a name behind them.</summary>
    private static bool IsReference(Speaker speaker, ReadOnlySpan<char> words) => speaker.Kind switch
    {
        SpeakerKind.Pronoun => words.Equals("he", StringComparison.OrdinalIgnoreCase) || words.Equals("she", StringComparison.OrdinalIgnoreCase),
        SpeakerKind.Role => !SharesWord(speaker.Text, speaker.Name!),
        _ => false,
    };

    private static IEnumerable<TextSpan> SentencesBefore(AnalyzedArticle article, TextSpan sentence) =>
        article.Analysis.Sentences.Where(other => other.Span.End <= sentence.Start).TakeLast(Near).Select(other => other.Span);

    private static bool Names(string text, TextSpan span, string word) =>
        Tokenizer.Tokenize(text, span).Any(token => token.Term == Tokenizer.TermOf(word));

    /// <summary>"Li" is name enough for Li Shangfu.</summary>
    private static bool SharesWord(string words, string name) => Terms(words).Overlaps(Terms(name));

    private static HashSet<string> Terms(string text) => [.. Tokenizer.Tokenize(text).Select(token => token.Term)];
}
