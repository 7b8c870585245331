using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// How far a sentence says what the best sentences of several articles say beyond the question itself: articles that tell of
/// one event share its facts, and what is asked is mostly one of them. Words vote as short answers do
/// (<see cref="Candidates.CandidateBallot"/>), <c>votes(t) = rarity(t) * sum over articles of max over sentences with t of
/// score^3</c>, over the best <see cref="Voters"/> sentences; a sentence has the mean of its <see cref="Best"/> highest, in
/// relation to the highest of all. It is the centroid of summaries (Radev et al. 2004) around a question.
/// </summary>
internal sealed class Agreement
{
    private const int Voters = 40;
    private const int Best = 3;
    private const double Sharpness = 3;
    private readonly Dictionary<string, double> _votes = new(StringComparer.Ordinal);
    private readonly double _most;

    /// <param name="sentences">Best first.</param>
    /// <param name="weights">Weights of the question's terms.</param>
    public Agreement(IReadOnlyList<ScoredSentence> sentences, QuestionWeights weights)
    {
        var byArticle = new Dictionary<(string Term, ArticleId Article), double>();
        foreach (var sentence in sentences.Take(Voters))
            foreach (var term in sentence.Terms)
                // Scores fall, so the first sentence of an article with a term has its highest.
                if (!StopWords.Contains(term) && !weights.SaysAny(term))
                    byArticle.TryAdd((term, sentence.Article.Article.Id), Math.Pow(Math.Max(0, sentence.Score), Sharpness));
        foreach (var ((term, _), vote) in byArticle)
            _votes[term] = _votes.GetValueOrDefault(term) + vote;
        foreach (var term in _votes.Keys)
            _votes[term] *= weights.Rarity(term);
        _most = _votes.Count == 0 ? 0 : _votes.Values.Max();
    }

    /// <returns>0 to 1.</returns>
    public double Of(ScoredSentence sentence) => _most <= 0
        ? 0
        : sentence.Terms.Select(term => _votes.GetValueOrDefault(term)).OrderDescending().Take(Best).Sum() / (Best * _most);
}
