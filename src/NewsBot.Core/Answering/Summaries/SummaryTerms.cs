using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Summaries;

/// <summary>
/// What an article is about: its content terms weighted by <c>tf * idf</c>, with tf damped to <c>1 + ln(tf)</c> and idf from
/// the passages of the archive, but at least 0.5 so that the one article of a small archive has weights too.
/// </summary>
internal sealed class SummaryTerms
{
    private const double LeastIdf = 0.5;
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    public SummaryTerms(AnalyzedArticle article, ICorpusSnapshot snapshot)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in Tokenizer.Tokenize(article.Article.Text))
            if (!StopWords.Contains(token.Term) && token.Term.Length > 1)
                counts[token.Term] = counts.GetValueOrDefault(token.Term) + 1;
        foreach (var (term, count) in counts)
            _weights[term] = (1 + Math.Log(count)) * Math.Max(LeastIdf, SentenceSearch.InverseFrequency(snapshot, term)) * (count == 1 ? 0.3 : 1);
    }

    public double Of(string term) => _weights.GetValueOrDefault(term);
}
