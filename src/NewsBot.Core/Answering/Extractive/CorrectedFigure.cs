using NewsBot.Core.Answering.Candidates;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// Finds the figure that a correction puts in the place of one of the candidates: an article that says it corrects an
/// earlier report, names the candidate's figure, is about the question, and says what the correct figure is.
/// </summary>
internal static class CorrectedFigure
{
    private const int Likely = 3;
    private const double LeastShare = 0.5;

    /// <returns>The corrected figure and the candidate that it replaces; null without a correction.</returns>
    public static (RankedCandidate Right, RankedCandidate Wrong)? Find(
        IReadOnlyList<RankedCandidate> candidates, IReadOnlyList<ScoredSentence> sentences, QuestionWeights weights)
    {
        foreach (var sentence in sentences)
        {
            var article = sentence.Article.Article;
            if (!Corrections.Is(article) || Quantities.CorrectedIn(article.Text, sentence.Span).FirstOrDefault() is not { } figure || !IsAbout(sentence.Article, weights))
                continue;
            var named = Numerals.In(article.Text).ToHashSet(StringComparer.Ordinal);
            var wrong = candidates.Take(Likely).FirstOrDefault(candidate =>
                candidate.Candidate.Key != figure.Key && weights.PredicateShare(candidate.Best.Terms) >= LeastShare && named.Contains(candidate.Candidate.Key) && candidate.Best.Article.Article.Published.Instant <= article.Published.Instant);
            if (wrong is not null)
                return (new RankedCandidate(figure, wrong.Votes, sentence, 1, [sentence]), wrong);
        }

        return null;
    }

    private static bool IsAbout(AnalyzedArticle article, QuestionWeights weights)
    {
        var terms = Text.Tokenizer.Tokenize(article.Article.Title + "\n" + article.Article.Text).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        return weights.Share(term => QuestionWeights.Says(terms, term) ? 1 : 0) >= LeastShare;
    }
}
