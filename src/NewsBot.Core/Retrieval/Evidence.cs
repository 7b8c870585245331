using NewsBot.Core.Articles;

namespace NewsBot.Core.Retrieval;

/// <summary>A passage that was found for a question, with its article's analysis at hand.</summary>
/// <param name="Article">The article it stands in.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Score">Its score for the question; comparable within one search only.</param>
public sealed record Evidence(AnalyzedArticle Article, Passage Passage, double Score)
{
    /// <summary>The sentences of the passage.</summary>
    public IEnumerable<Sentence> Sentences => Article.Analysis.Sentences.Where(sentence => Passage.Span.Contains(sentence.Span));
}

/// <summary>Words of an article that a statement rests on: whole sentences, by offsets into the article's text.</summary>
public sealed record EvidenceSpan(AnalyzedArticle Article, TextSpan Span);
