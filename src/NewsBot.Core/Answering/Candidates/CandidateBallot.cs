using NewsBot.Core.Answering.Candidates.Readings;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Answering.Extractive.Telling;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>A candidate with what speaks for it.</summary>
/// <param name="Candidate">Its longest form.</param>
/// <param name="Votes">Sum of its votes.</param>
/// <param name="Best">The best sentence that has it; where its build makes it the answer, the best of those.</param>
/// <param name="Articles">In how many articles.</param>
/// <param name="Sentences">The sentences that have it, best first.</param>
internal sealed record RankedCandidate(AnswerCandidate Candidate, double Votes, ScoredSentence Best, int Articles, IReadOnlyList<ScoredSentence> Sentences)
{
    /// <summary>The sentence from which its words are taken, where that is another than <see cref="Best"/>.</summary>
    public ScoredSentence? Source { get; init; }

    /// <summary>What the words rest on.</summary>
    public IReadOnlyList<EvidenceSpan> Evidence => Source is null || Source == Best ? [Best.Evidence] : [Best.Evidence, Source.Evidence];
}

/// <summary>
/// Lets sentences vote for the short answer: <c>votes(c) = rarity(c) * sum over articles of max over sentences with c of
/// score^3 * proximity(c)</c> (<see cref="Proximity"/>), where a candidate that is read from the build of its sentence
/// (<see cref="ShortReadings"/>) counts <see cref="ReadWeight"/> in place of its proximity, over the best <see cref="Voters"/> sentences. What several articles say near the words of the question
/// wins, and what every article says anyway counts less (<see cref="QuestionWeights.Rarity"/>).
/// </summary>
internal static class CandidateBallot
{
    private const int Voters = 40;
    private const double Sharpness = 3;

    private const double ReadWeight = 3;

    /// <param name="question">The question.</param>
    /// <param name="sentences">The evidence, best first.</param>
    /// <param name="tells">Whether a sentence tells what is asked, so that its build may be read.</param>
    /// <param name="weights">Weights of the question's terms.</param>
    public static IReadOnlyList<RankedCandidate> Rank(Question question, IReadOnlyList<ScoredSentence> sentences, Func<ScoredSentence, bool> tells, QuestionWeights weights)
    {
        var readings = new ShortReadings(question);
        var byKey = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var sentence in sentences.Take(Voters))
        {
            var read = tells(sentence) ? readings.In(new Surroundings(sentence, new SentenceTerms(sentence.Article)), weights) : [];
            foreach (var candidate in AnswerCandidates.In(question, sentence.Article, sentence.Index, weights).Concat(read))
            {
                if (!byKey.TryGetValue(candidate.Key, out var tally))
                    byKey[candidate.Key] = tally = new Tally();
                tally.Add(candidate, sentence, candidate.IsRead ? ReadWeight : Proximity.Of(candidate, sentence, weights), candidate.IsRead ? 1 : weights.Rarity(candidate.Key));
            }
        }

        return [.. byKey.Values.Select(tally => tally.Ranked()).OrderByDescending(ranked => ranked.Votes).ThenBy(ranked => ranked.Candidate.Key, StringComparer.Ordinal)];
    }

    private sealed class Tally
    {
        private readonly Dictionary<ArticleId, double> _votes = [];
        private readonly List<ScoredSentence> _sentences = [];
        private AnswerCandidate? _longest;
        private ScoredSentence? _source;
        private ScoredSentence? _read;
        private double _rarity;

        public void Add(AnswerCandidate candidate, ScoredSentence sentence, double proximity, double rarity)
        {
            _rarity = Math.Max(_rarity, rarity);
            var id = sentence.Article.Article.Id;
            _votes[id] = Math.Max(_votes.GetValueOrDefault(id), Math.Pow(Math.Max(0, sentence.Score), Sharpness) * proximity);
            if (!_sentences.Contains(sentence))
                _sentences.Add(sentence);
            if (candidate.IsRead)
                _read ??= sentence;
            if (_longest is not null && (_longest.IsRead, _longest.Text.Length).CompareTo((candidate.IsRead, candidate.Text.Length)) >= 0)
                return;
            _longest = candidate;
            _source = sentence;
        }

        public RankedCandidate Ranked() => new(_longest!, _votes.Values.Sum() * _rarity, _read ?? _sentences[0], _votes.Count, _read is null ? _sentences : [_read, .. _sentences.Where(sentence => sentence != _read)]) { Source = _source };
    }
}
