using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>A candidate with what speaks for it.</summary>
/// <param name="Candidate">Its longest form.</param>
/// <param name="Votes">Sum of its votes.</param>
/// <param name="Best">The best sentence that has it.</param>
/// <param name="Articles">In how many articles.</param>
/// <param name="Sentences">The sentences that have it, best first.</param>
internal sealed record RankedCandidate(AnswerCandidate Candidate, double Votes, ScoredSentence Best, int Articles, IReadOnlyList<ScoredSentence> Sentences);

/// <summary>
/// Lets sentences vote for the short answer: <c>votes(c) = rarity(c) * sum over articles of max over sentences with c of
/// score^3 * proximity(c)</c> (<see cref="Proximity"/>), over the best <see cref="Voters"/> sentences. What several articles say near the words of the question
/// wins, and what every article says anyway counts less (<see cref="QuestionWeights.Rarity"/>).
/// </summary>
internal static class CandidateBallot
{
    private const int Voters = 40;
    private const double Sharpness = 3;

    public static IReadOnlyList<RankedCandidate> Rank(Question question, IReadOnlyList<ScoredSentence> sentences, QuestionWeights weights)
    {
        var byKey = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var sentence in sentences.Take(Voters))
            foreach (var candidate in AnswerCandidates.In(question, sentence.Article, sentence.Index, weights))
            {
                if (!byKey.TryGetValue(candidate.Key, out var tally))
                    byKey[candidate.Key] = tally = new Tally();
                tally.Add(candidate, sentence, Proximity.Of(candidate, sentence, weights), weights.Rarity(candidate.Key));
            }

        return [.. byKey.Values.Select(tally => tally.Ranked()).OrderByDescending(ranked => ranked.Votes).ThenBy(ranked => ranked.Candidate.Key, StringComparer.Ordinal)];
    }

    private sealed class Tally
    {
        private readonly Dictionary<ArticleId, double> _votes = [];
        private readonly List<ScoredSentence> _sentences = [];
        private AnswerCandidate? _longest;
        private double _rarity;

        public void Add(AnswerCandidate candidate, ScoredSentence sentence, double proximity, double rarity)
        {
            _rarity = Math.Max(_rarity, rarity);
            var id = sentence.Article.Article.Id;
            _votes[id] = Math.Max(_votes.GetValueOrDefault(id), Math.Pow(Math.Max(0, sentence.Score), Sharpness) * proximity);
            if (!_sentences.Contains(sentence))
                _sentences.Add(sentence);
            if (_longest is null || candidate.Text.Length > _longest.Text.Length)
                _longest = candidate;
        }

        public RankedCandidate Ranked() => new(_longest!, _votes.Values.Sum() * _rarity, _sentences[0], _votes.Count, _sentences);
    }
}
