using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>A sentence as evidence for one question.</summary>
/// <param name="Article">Its article.</param>
/// <param name="Index">Index into <see cref="ArticleAnalysis.Sentences"/>.</param>
/// <param name="Terms">Its terms.</param>
/// <param name="Coverage">Share of the question's weight in the sentence.</param>
/// <param name="Context">Share in the sentence, its neighbours and the headline.</param>
/// <param name="Score">The whole score, see <see cref="SentenceScorer"/>.</param>
internal sealed record ScoredSentence(AnalyzedArticle Article, int Index, IReadOnlySet<string> Terms, double Coverage, double Context, double Score)
{
    private const double AgreementWeight = 0.2;

    /// <summary>How far it says what the best sentences of other articles say too, 0 to 1.</summary>
    public double Agreement { get; init; }

    /// <summary>What it is worth to be shown.</summary>
    public double Worth => Score + (AgreementWeight * Agreement);

    public TextSpan Span => Article.Analysis.Sentences[Index].Span;

    public string Text => Span.In(Article.Article.Text);

    public EvidenceSpan Evidence => new(Article, Span);
}
