using NewsBot.Core.Corpus;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Voices;

/// <summary>
/// Who said what about a topic: statements of different speakers, the one that says most of the topic first, and second
/// statements of the same speakers only where there is room. A statement counts where it names the topic or stands in an
/// article about it, and it and the article's opening have most of the topic, scored by
/// <c>topic's share of the quote's sentences + 0.5 if its paragraph is about it + 0.6 * share of headline and lead, where the article is about it
/// + 0.15 for words in quotation marks + 0.1 for a named person</c>.
/// </summary>
internal static class OpenVoices
{
    private const int MostPassages = 60;
    private const int MostQuoteHits = 40;
    private const int MostSpeakers = 6;
    private const int MostStatements = 8;
    private const int FewSpeakers = 4;
    private const double LeastNamed = 0.65;
    private const double LeastAround = 0.75;
    private const double ParagraphBonus = 0.5;
    private const double ArticleWeight = 0.6;
    private const double MarksBonus = 0.15;
    private const double PersonBonus = 0.1;

    /// <param name="snapshot">The revision.</param>
    /// <param name="topic">What about.</param>
    /// <param name="lemmas">Restricts to quotes that verbs with these lemmas attribute; null for anything said.</param>
    /// <param name="filter">Restricts the articles.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null where nobody is quoted about that.</returns>
    public static async Task<AnswerDraft?> OfAsync(ICorpusSnapshot snapshot, AskedTopic topic, IReadOnlySet<string>? lemmas, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var query = topic.Query(filter);
        var ids = snapshot.SearchPassages(query, MostPassages).Select(hit => hit.Article)
            .Concat(snapshot.SearchQuotes([.. topic.Terms], filter, MostQuoteHits).Select(hit => hit.Article)).Distinct().ToList();
        var articles = await snapshot.ArticlesAsync(ids, cancellationToken).ConfigureAwait(false);
        var scored = articles
            .SelectMany(article => article.Analysis.Quotes.Where(quote => quote.Content.Count > 0).Select(quote => new SpokenQuote(article, quote)))
            .Where(quote => lemmas is null ? IsVoice(quote) && quote.IsStatement : quote.Quote.Speaker.Text.Length > 0 && Deeds.IsDone(quote, lemmas))
            .Select(quote => (Quote: quote, Score: Score(quote, topic, lemmas is not null)))
            .Where(pair => pair.Score > 0)
            .OrderByDescending(pair => pair.Score).ThenByDescending(pair => pair.Quote.Article.Article.Published.Instant).ThenBy(pair => pair.Quote.Quote.Content[0].Start)
            .ToList();
        var distinct = SpokenQuote.Distinct(scored.Select(pair => pair.Quote)).ToHashSet();
        var speakers = scored.Where(pair => distinct.Contains(pair.Quote)).Select(pair => pair.Quote)
            .DistinctBy(quote => quote.Statement.Text)
            .GroupBy(SpeakerKey).ToList();
        if (speakers.Count == 0)
            return null;
        var shown = speakers.Take(MostSpeakers).Select(group => group.First()).ToList();
        if (speakers.Count < FewSpeakers)
            shown.AddRange(speakers.SelectMany(group => group.Skip(1).Take(1)).Take(MostStatements - shown.Count));
        return new AnswerDraft
        {
            Statements = [.. shown.Select(quote => quote.Statement)],
            Speaker = speakers.Count == 1 ? QuoteStatement.SpeakerOf(shown[0].Quote) : null,
            Notes = speakers.Count > MostSpeakers ? [$"{MostSpeakers} of {speakers.Count} speakers."] : [],
        };
    }

    /// <returns>0 for what is not about the topic.</returns>
    private static double Score(SpokenQuote quote, AskedTopic topic, bool mustName)
    {
        var named = topic.ShareIn(quote);
        var subject = topic.IsSubjectOf(quote.Article);
        var spoken = topic.SpokenOf(quote).Count > 0 && topic.WholeShare(quote.Article) >= LeastNamed;
        if (topic.ShareAround(quote) < LeastAround || (named < LeastNamed && !spoken && !(subject && (named > 0 || !mustName))) || (mustName && topic.IsNameOf(quote)))
            return 0;
        return named + (spoken ? ParagraphBonus : 0) + (subject ? ArticleWeight * topic.OpeningShare(quote.Article) : 0)
            + (quote.Quote.Kind == QuoteKind.Indirect ? 0 : MarksBonus) + (quote.IsOfPerson ? PersonBonus : 0) - (quote.IsScrap ? 1 : 0);
    }

    /// <summary>Somebody who can speak is behind it: a name, a role, people, or an organisation that is called one.</summary>
    private static bool IsVoice(SpokenQuote quote) => quote.Quote.Speaker switch
    {
        { Name: not null } => true,
        { Text.Length: 0 } or { Kind: SpeakerKind.Pronoun or SpeakerKind.Unknown } => false,
        { Kind: SpeakerKind.Role or SpeakerKind.Anonymous } => true,
        { Text: var text } => Tokenizer.Tokenize(text).Any(token => WordClasses.Of(token.Span.In(text).ToLowerInvariant()).HasFlag(WordClass.Collective)),
    };

    private static string SpeakerKey(SpokenQuote quote) => (quote.Quote.Speaker.Name ?? $"{quote.Article.Article.Id} {quote.Quote.Speaker.Text}").ToUpperInvariant();
}
