using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// Answers a yes-or-no question only where one sentence says all of it: it covers at least <see cref="LeastCoverage"/> of the
/// question, is no question itself, and nobody denies or supposes it. "Yes" when question and sentence are both negated or
/// both not, else "No". Questions about what several outlets say are never answered in a word.
/// </summary>
internal static class YesOrNo
{
    private const double LeastCoverage = 0.85;

    public static string? Decide(Question question, ScoredSentence best)
    {
        if (question.Kind != AnswerKind.YesNo || question.Outlets.Count > 1 || question.Terms.Count < 3 || best.Coverage < LeastCoverage || best.Text.EndsWith('?'))
            return null;
        var doubted = best.Article.Analysis.Quotes.Any(quote => quote.Stance != QuoteStance.Asserted && quote.Content.Any(content => content.Overlaps(best.Span)));
        if (doubted)
            return null;
        return Negation.In(question.Text) == Negation.In(best.Text) ? "Yes" : "No";
    }
}
