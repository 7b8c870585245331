using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Articles;

/// <summary>What is found out about an article once, when it comes in. All offsets point into <see cref="Article.Text"/>.</summary>
public sealed record ArticleAnalysis(
    IReadOnlyList<Sentence> Sentences,
    IReadOnlyList<Passage> Passages,
    IReadOnlyList<Quote> Quotes,
    IReadOnlyList<TimeExpression> Times);

/// <summary>An article together with its analysis.</summary>
public sealed record AnalyzedArticle(Article Article, ArticleAnalysis Analysis);
