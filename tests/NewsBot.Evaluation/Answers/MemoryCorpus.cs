using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Evaluation.Answers;

internal sealed class MemoryCorpus : ICorpusSnapshot
{
    private readonly Dictionary<ArticleId, AnalyzedArticle> _articles;
    private readonly List<(ArticleId Id, int Ordinal, List<string> Terms, Dictionary<string, int> Counts)> _passages = [];
    private readonly Dictionary<string, int> _df = new(StringComparer.Ordinal);
    private readonly double _average;

    public MemoryCorpus(IReadOnlyList<AnalyzedArticle> articles)
    {
        _articles = articles.ToDictionary(a => a.Article.Id);
        foreach (var article in articles)
            foreach (var passage in article.Analysis.Passages)
            {
                var a = article.Article;
                var text = $"{a.Title} . {a.Source} . {a.Published.Day:d MMMM yyyy} . {passage.Span.In(a.Text)}";
                var terms = Tokenizer.Tokenize(text).Select(t => t.Term).ToList();
                var counts = terms.GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count());
                _passages.Add((a.Id, passage.Ordinal, terms, counts));
                foreach (var t in counts.Keys)
                    _df[t] = _df.GetValueOrDefault(t) + 1;
            }

        _average = _passages.Average(p => p.Terms.Count);
    }

    public long Revision => 1;

    public CorpusReach Reach => new(_articles.Values.Min(a => a.Article.Published.Day), _articles.Values.Max(a => a.Article.Published.Day));

    public CorpusCounts Counts => new(_articles.Count, _passages.Count, 0, 0);

    public IReadOnlyList<PassageHit> SearchPassages(PassageQuery query, int count)
    {
        var hits = new List<PassageHit>();
        foreach (var p in _passages)
        {
            var article = _articles[p.Id].Article;
            if (query.Filter.Articles is { } only && !only.Contains(p.Id))
                continue;
            if (!query.Filter.Published.Contains(article.Published.Day))
                continue;
            var score = 0.0;
            foreach (var t in query.Terms)
                if (p.Counts.TryGetValue(t.Term, out var tf))
                    score += t.Weight * Bm25(Idf(t.Term), tf, p.Terms.Count);
            foreach (var phrase in query.Phrases)
            {
                var tf = Occurrences(p.Terms, p.Counts, phrase);
                if (tf > 0)
                    score += phrase.Weight * Bm25(phrase.Terms.Sum(Idf), tf, p.Terms.Count);
            }

            if (score <= 0)
                continue;
            foreach (var s in query.Sources)
                if (string.Equals(s.Source, article.Source, StringComparison.OrdinalIgnoreCase))
                    score += s.Score;
            foreach (var d in query.Dates)
                if (d.Published.Contains(article.Published.Day))
                    score += d.Score;
            hits.Add(new PassageHit(p.Id, p.Ordinal, score));
        }

        return [.. hits.OrderByDescending(h => h.Score).ThenByDescending(h => _articles[h.Article].Article.Published.Instant).ThenBy(h => h.Article.Value, StringComparer.Ordinal).ThenBy(h => h.Ordinal).Take(count)];
    }

    private static double Occurrences(List<string> terms, Dictionary<string, int> counts, WeightedPhrase phrase)
    {
        if (!phrase.Terms.All(counts.ContainsKey))
            return 0;
        var found = 0.0;
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i] != phrase.Terms[0])
                continue;
            var at = i;
            var gap = 0;
            var ok = true;
            foreach (var term in phrase.Terms.Skip(1))
            {
                var next = terms.IndexOf(term, at + 1, Math.Min(terms.Count - at - 1, phrase.Slop - gap + 1));
                if (next < 0)
                {
                    ok = false;
                    break;
                }

                gap += next - at - 1;
                at = next;
            }

            if (ok)
                found += 1.0 / (1 + gap);
        }

        return found;
    }

    private double Idf(string term) => Math.Log(1 + ((_passages.Count - _df.GetValueOrDefault(term) + 0.5) / (_df.GetValueOrDefault(term) + 0.5)));

    private double Bm25(double idf, double tf, int length) => idf * tf * 2.2 / (tf + (1.2 * (0.25 + (0.75 * length / _average))));

    public int PassageFrequency(string term) => _df.GetValueOrDefault(term);

    public Task<IReadOnlyList<AnalyzedArticle>> ArticlesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AnalyzedArticle>>([.. ids.Where(_articles.ContainsKey).Select(id => _articles[id])]);

    public Task<IReadOnlyList<ArticleHeader>> HeadersAsync(ArticleFilter filter, int count, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ArticleHeader>>([.. _articles.Values.Select(a => a.Article).Where(a => filter.Published.Contains(a.Published.Day)).OrderByDescending(a => a.Published.Instant).Take(count).Select(a => new ArticleHeader(a.Id, a.Title, a.Source, a.Published, a.Url))]);

    public Task<IReadOnlyList<SourceSummary>> SourcesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SourceSummary>>([.. _articles.Values.GroupBy(a => a.Article.Source).Select(g => new SourceSummary(g.Key, g.Count(), g.Min(a => a.Article.Published.Day), g.Max(a => a.Article.Published.Day)))]);

    public Task<IReadOnlyList<SpeakerCount>> SpeakersAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<QuoteRef>> QuotesByAsync(IReadOnlyCollection<string> names, ArticleFilter filter, int count, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<TimeRef>> TimesInAsync(DateInterval interval, ArticleFilter filter, int count, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IReadOnlyList<QuoteHit> SearchQuotes(IReadOnlyList<string> terms, ArticleFilter filter, int count) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
