using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// How many of the names that a question asks about its evidence has. A name is there when its last word is, which names a
/// person or an organisation alone, and with names of three words and more at least half of the words.
/// </summary>
internal sealed class NameSupport
{
    private readonly Question _question;
    private readonly List<(QuestionName Name, double Weight)> _names;
    private readonly Dictionary<ArticleId, HashSet<string>> _articles = [];

    public NameSupport(Question question, QuestionWeights weights)
    {
        _question = question;
        _names = [.. question.Names.Select(name => (name, name.Terms.Max(weights.Of)))];
    }

    /// <summary>Terms of a sentence's article headline and neighbours.</summary>
    public static HashSet<string> TermsOf(AnalyzedArticle article, int index)
    {
        var sentences = article.Analysis.Sentences;
        var from = sentences[Math.Max(0, index - 1)].Span.Start;
        var to = sentences[Math.Min(sentences.Count - 1, index + 1)].Span.End;
        HashSet<string> terms = [.. Tokenizer.Tokenize(article.Article.Text, new TextSpan(from, to)).Select(token => token.Term)];
        terms.UnionWith(Tokenizer.Tokenize(article.Article.Title).Select(token => token.Term));
        return terms;
    }

    public double Best(IReadOnlyList<ScoredSentence> sentences)
    {
        var total = _names.Sum(entry => entry.Weight);
        if (total <= 0)
            return 1;
        if (_question.Clauses.Count > 0)
            return _names.Where(entry => sentences.Any(sentence => Has(sentence.Article, entry.Name))).Sum(entry => entry.Weight) / total;
        return sentences.Max(sentence => _names.Where(entry => Has(sentence.Article, entry.Name)).Sum(entry => entry.Weight) / total);
    }

    public IReadOnlyList<string> Missing(IReadOnlyList<ScoredSentence> sentences) =>
        [.. _names.Where(entry => !sentences.Any(sentence => Has(sentence.Article, entry.Name))).Select(entry => entry.Name.Text)];

    private bool Has(AnalyzedArticle article, QuestionName name)
    {
        if (!_articles.TryGetValue(article.Article.Id, out var terms))
        {
            terms = [.. Tokenizer.Tokenize(article.Article.Text).Select(token => token.Term)];
            terms.UnionWith(Tokenizer.Tokenize(article.Article.Title).Select(token => token.Term));
            _articles[article.Article.Id] = terms;
        }

        return terms.Contains(name.Terms[^1]) && 2 * name.Terms.Count(terms.Contains) >= name.Terms.Count;
    }
}
