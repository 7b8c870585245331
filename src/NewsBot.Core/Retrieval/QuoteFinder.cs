using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>A quote of the archive that answers to a text.</summary>
public sealed record FoundQuote(AnalyzedArticle Article, Quote Quote, QuoteMatch Match);

/// <summary>
/// Finds the quotes that a text comes from. The index proposes quotes by their words; each is then compared word by word
/// (<see cref="QuoteMatcher"/>). Ranked by that score; among equals what somebody says goes before what is denied or only
/// believed, a named speaker before an unnamed, direct before reported speech, and the earliest article first.
/// </summary>
public static class QuoteFinder
{
    private const int Candidates = 60;

    public static async Task<IReadOnlyList<FoundQuote>> FindAsync(
        ICorpusSnapshot snapshot, string asked, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var all = Tokenizer.Tokenize(asked).Select(token => token.Term).Distinct(StringComparer.Ordinal).Take(QuoteMatcher.MostWords).ToList();
        var content = all.Where(term => !StopWords.Contains(term)).ToList();
        var hits = snapshot.SearchQuotes(content.Count > 0 ? content : all, filter, Candidates);
        var articles = await snapshot.ArticlesAsync([.. hits.Select(hit => hit.Article).Distinct()], cancellationToken).ConfigureAwait(false);
        var byId = articles.ToDictionary(article => article.Article.Id);

        var matcher = new QuoteMatcher(asked);
        var found = new List<FoundQuote>();
        foreach (var hit in hits)
        {
            if (!byId.TryGetValue(hit.Article, out var article))
                continue;
            var quote = article.Analysis.Quotes[hit.Ordinal];
            var match = matcher.Match(article.Article.Text, quote);
            if (match.Kind != QuoteMatchKind.None)
                found.Add(new FoundQuote(article, quote, match));
        }

        return
        [
            .. found.OrderByDescending(quote => Math.Round(quote.Match.Score, 6))
                .ThenBy(quote => quote.Quote.Stance)
                .ThenBy(quote => quote.Quote.Type)
                .ThenByDescending(quote => quote.Quote.Speaker.Name is not null)
                .ThenBy(quote => quote.Quote.Kind == QuoteKind.Direct ? 0 : 1)
                .ThenBy(quote => quote.Article.Article.Published.Instant)
                .ThenBy(quote => quote.Article.Article.Id.Value, StringComparer.Ordinal)
                .ThenBy(quote => quote.Quote.Content[0].Start),
        ];
    }
}
