using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Evaluation.Answers;

/// <summary>
/// Picks one of several choices from the evidence alone: each choice is searched together with the question, and gets
/// <c>sum over the best ten sentences of score^3 * share of the choice's idf weight in the sentence or its neighbours</c>.
/// </summary>
internal static class ChoiceScorer
{
    public static async Task<int> PickAsync(Question question, IReadOnlyList<string> choices, ICorpusSnapshot corpus, CancellationToken cancellationToken)
    {
        var scores = new double[choices.Count];
        for (var i = 0; i < choices.Count; i++)
            scores[i] = await ScoreAsync(question, choices[i], corpus, cancellationToken);
        return Array.IndexOf(scores, scores.Max());
    }

    private static async Task<double> ScoreAsync(Question question, string choice, ICorpusSnapshot corpus, CancellationToken cancellationToken)
    {
        var terms = Tokenizer.Tokenize(choice).Select(token => token.Term).Where(term => !StopWords.Contains(term)).Distinct(StringComparer.Ordinal).ToList();
        if (terms.Count == 0)
            return 0;
        var idf = terms.ToDictionary(term => term, term => SentenceSearch.InverseFrequency(corpus, term), StringComparer.Ordinal);
        var total = idf.Values.Sum();
        var searched = question with { Terms = [.. question.Terms, .. terms.Except(question.Terms)] };
        var found = await Retriever.FindAsync(searched, corpus, Retriever.DefaultCount, cancellationToken);
        var weights = new QuestionWeights(question, corpus);
        return SentenceScorer.Score(question, found.Evidence, weights)
            .Select(sentence => Math.Pow(Math.Max(0, sentence.Score), 3) * Share(sentence, idf) / total)
            .OrderDescending()
            .Take(10)
            .Sum();
    }

    private static double Share(ScoredSentence sentence, Dictionary<string, double> idf)
    {
        var near = NameSupport.TermsOf(sentence.Article, sentence.Index);
        return idf.Sum(pair => pair.Value * (sentence.Terms.Contains(pair.Key) ? 1 : near.Contains(pair.Key) ? 0.4 : 0));
    }
}
