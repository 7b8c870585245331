using NewsBot.Core.Quotes;

namespace NewsBot.Evaluation.Polnear;

/// <summary>
/// Asks for the speaker of each gold quote over the quotes of all articles, as <c>/whosaid</c> does: the quote with the
/// best <see cref="QuoteMatcher"/> score answers. Right is an answer whose last name is among the words of the gold
/// speaker, or whose words begin with the gold speaker's ("an adviser who asked not to be named" for "an adviser"), case and
/// "the" aside.
/// </summary>
internal sealed class WhoSaid
{
    private const int MostCandidates = 40;

    private readonly List<(PolnearArticle Article, Quote Quote)> _quotes = [];
    private readonly Dictionary<string, List<int>> _index = new(StringComparer.Ordinal);

    public WhoSaid(IReadOnlyList<PolnearArticle> articles, Dictionary<string, IReadOnlyList<Quote>> extracted)
    {
        foreach (var article in articles)
            foreach (var quote in extracted[article.Id])
            {
                var number = _quotes.Count;
                _quotes.Add((article, quote));
                foreach (var word in quote.Content.SelectMany(c => new QuoteMatcher(article.Text[c.Start..c.End]).ContentWords).Distinct())
                {
                    if (!_index.TryGetValue(word, out var numbers))
                        _index[word] = numbers = [];
                    numbers.Add(number);
                }
            }
    }

    public (PolnearArticle Article, Quote Quote, QuoteMatch Match)? Ask(string text)
    {
        var matcher = new QuoteMatcher(text);
        var hits = new Dictionary<int, double>();
        foreach (var word in matcher.ContentWords)
            if (_index.TryGetValue(word, out var numbers))
                foreach (var number in numbers)
                    hits[number] = hits.GetValueOrDefault(number) + Math.Log(1 + (double)_quotes.Count / numbers.Count);
        (PolnearArticle, Quote, QuoteMatch)? best = null;
        foreach (var (number, _) in hits.OrderByDescending(h => h.Value).ThenBy(h => h.Key).Take(MostCandidates))
        {
            var (article, quote) = _quotes[number];
            var match = matcher.Match(article.Text, quote);
            if (match.Kind != QuoteMatchKind.None && (best is null || match.Score > best.Value.Item3.Score))
                best = (article, quote, match);
        }

        return best;
    }

    public static bool IsRight(Speaker answer, string gold)
    {
        var said = Words(answer.Name ?? answer.Text);
        var right = Words(gold);
        if (said.Count == 0 || right.Count == 0)
            return false;
        return right.Contains(said[^1]) || said.SequenceEqual(right) || Words(answer.Text).Take(right.Count).SequenceEqual(right);
    }

    private static List<string> Words(string text) => text.ToLowerInvariant()
        .Split([' ', ',', '(', ')', '\n', '\u00A0', '—', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries)
        .Select(w => w.EndsWith("’s", StringComparison.Ordinal) || w.EndsWith("'s", StringComparison.Ordinal) ? w[..^2] : w.TrimEnd('.', '’', '\''))
        .Where(w => w.Length > 0 && w is not ("the" or "jr" or "sr" or "iii" or "ii")).ToList();
}
