using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>The terms of an article's sentences, found when they are first needed.</summary>
internal sealed class SentenceTerms(AnalyzedArticle article)
{
    public static readonly IReadOnlySet<string> None = new HashSet<string>();
    private HashSet<string>? _whole;
    private Dictionary<string, int>? _counts;
    private readonly HashSet<string>?[] _terms = new HashSet<string>?[article.Analysis.Sentences.Count];

    public IReadOnlySet<string> Title { get; } = Of(article.Article.Title, new TextSpan(0, article.Article.Title.Length));

    public IReadOnlySet<string> this[int index] => _terms[index] ??= Of(article.Article.Text, article.Analysis.Sentences[index].Span);

    /// <summary>The terms of the whole article.</summary>
    public IReadOnlySet<string> Whole => _whole ??= Of(article.Article.Text, new TextSpan(0, article.Article.Text.Length));

    /// <summary>The terms of a sentence without the dateline that it may open with.</summary>
    public IReadOnlySet<string> WithoutDateline(int index)
    {
        var span = article.Analysis.Sentences[index].Span;
        var bare = article.WithoutDateline(span);
        return bare == span ? this[index] : Of(article.Article.Text, bare);
    }

    /// <summary>How often the article's text has a term.</summary>
    public int Count(string term)
    {
        if (_counts is null)
        {
            _counts = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var token in Tokenizer.Tokenize(article.Article.Text))
                _counts[token.Term] = _counts.GetValueOrDefault(token.Term) + 1;
        }

        return _counts.GetValueOrDefault(term);
    }

    private static HashSet<string> Of(string text, TextSpan span)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in Tokenizer.Tokenize(text, span))
            terms.Add(token.Term);
        return terms;
    }
}
