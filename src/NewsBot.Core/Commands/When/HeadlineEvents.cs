using NewsBot.Core.Articles;
using NewsBot.Core.Dates.Events;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands.When;

/// <summary>
/// Events that headlines tell ("Tarsk wins its first cup"). The lead tells of what the headline tells, so the event has the
/// date of the lead. A headline that asks, supposes or plans tells nothing.
/// </summary>
internal static class HeadlineEvents
{
    private static readonly string[] Asking = ["when", "what", "why", "how", "who", "where", "will", "could", "can", "should", "is", "are", "does"];

    /// <summary>Those of the articles whose headline says all that happened, and headline and lead all the names.</summary>
    public static IEnumerable<DatedEvent> Among(IEnumerable<AnalyzedArticle> articles, EventWords words)
    {
        if (words.Happening.Count == 0)
            yield break;
        foreach (var article in articles)
        {
            if (article.Analysis.Sentences.Count == 0 || !Tells(article.Article.Title, words))
                continue;
            var lead = PageFurniture.LeadOf(article);
            var both = Terms(article.Article.Title, new TextSpan(0, article.Article.Title.Length));
            both.UnionWith(Terms(article.Article.Text, lead.Span));
            if (words.Names.All(name => WordKinship.Says(both, name)))
                yield return OfLead(article, words.Happening, words.Share(words.Content, both));
        }
    }

    /// <summary>The lead as the sentence that tells of the event.</summary>
    public static DatedEvent OfLead(AnalyzedArticle article, IReadOnlyList<string> happening, double coverage)
    {
        var lead = PageFurniture.LeadOf(article);
        var index = article.Analysis.Sentences.Index().First(sentence => sentence.Item == lead).Index;
        var found = new FoundSentence(article, index, coverage, 1);
        return new DatedEvent(found, EventSearch.Date(found, happening), coverage);
    }

    private static bool Tells(string title, EventWords words)
    {
        var tokens = Tokenizer.Tokenize(title);
        if (tokens.Count == 0 || title.Contains('?', StringComparison.Ordinal) || Asking.Contains(tokens[0].Term))
            return false;
        if (words.Subject?.IsOf(title, new TextSpan(0, title.Length)) == false)
            return false;
        var said = tokens.Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        return words.Happening.All(term => WordKinship.Match(said, term) is { } match && IsTold(title, tokens.Find(token => token.Term == match)));
    }

    /// <summary>In headlines "to" before a verb is the future.</summary>
    private static bool IsTold(string title, Token word)
    {
        var before = title[..word.Span.Start].TrimEnd();
        return !before.EndsWith(" to", StringComparison.Ordinal) && Assertions.Of(title, new TextSpan(0, title.Length), word.Span.Start) == Assertion.Told;
    }

    private static HashSet<string> Terms(string text, TextSpan span) => [.. Tokenizer.Tokenize(text, span).Select(token => token.Term)];
}
