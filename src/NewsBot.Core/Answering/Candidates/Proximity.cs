using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>
/// How close a candidate stands to what is said about it: <c>0.5 + 0.5 * sum over question terms t in the sentence of
/// idf(t) * exp(-distance(t) / 5) / sum of their idf</c>, distance in words to the nearest end of the candidate.
/// </summary>
internal static class Proximity
{
    private const double Reach = 5;

    public static double Of(AnswerCandidate candidate, ScoredSentence sentence, QuestionWeights weights)
    {
        var tokens = Tokenizer.Tokenize(sentence.Article.Article.Text, sentence.Span);
        var first = tokens.FindIndex(token => token.Span.Overlaps(candidate.Span));
        if (first < 0)
            return 0.5;
        var last = tokens.FindLastIndex(token => token.Span.Overlaps(candidate.Span));
        double near = 0, total = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var weight = weights.Of(tokens[i].Term);
            if (weight <= 0 || (i >= first && i <= last))
                continue;
            total += weight;
            near += weight * Math.Exp(-(i < first ? first - i : i - last) / Reach);
        }

        return total <= 0 ? 0.5 : 0.5 + (0.5 * near / total);
    }
}
