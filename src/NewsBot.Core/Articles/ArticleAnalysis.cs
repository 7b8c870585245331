using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Articles;

/// <summary>What is found out about an article once, when it comes in. All offsets point into <see cref="Article.Text"/>.</summary>
public sealed record ArticleAnalysis(
    IReadOnlyList<Sentence> Sentences,
    IReadOnlyList<Passage> Passages,
    IReadOnlyList<Quote> Quotes,
    IReadOnlyList<TimeExpression> Times)
{
    private const int LongestDateline = 60;

    /// <summary>The first sentence that tells something; there must be a sentence.</summary>
    public Sentence Lead => Sentences.FirstOrDefault(sentence => !IsDateline(sentence), Sentences[0]);

    /// <summary>Whether a sentence is nothing but a dateline: "MINSK, August 17. /TASS/."</summary>
    public bool IsDateline(Sentence sentence) =>
        sentence.Span.Length < LongestDateline && Times.Any(time => time.Basis == TimeBasis.Dateline && sentence.Span.Contains(time.Span));
}

/// <summary>An article together with its analysis.</summary>
public sealed record AnalyzedArticle(Article Article, ArticleAnalysis Analysis)
{
    /// <summary>A sentence as it can be shown by itself: without the dateline that the report opens with.</summary>
    public TextSpan WithoutDateline(TextSpan sentence) =>
        sentence.Start < Dateline.LatestEnd && Dateline.In(Article.Text) is { } dateline && dateline.End > sentence.Start && dateline.Start <= sentence.Start && dateline.End < sentence.End
            ? new TextSpan(dateline.End, sentence.End)
            : sentence;

    /// <summary>Whether a sentence stands in quotation marks as part of somebody's words.</summary>
    public bool IsQuoted(TextSpan sentence) => Analysis.Quotes.Any(
        quote => quote.Kind == QuoteKind.Direct && quote.Content.Any(content => content.Start <= sentence.Start && content.End + 1 >= sentence.End));
}
