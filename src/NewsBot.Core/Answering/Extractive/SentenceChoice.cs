using NewsBot.Core.Answering.Candidates;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// Chooses the few sentences that answer: the best one (with a clear short answer, the best that has it), then those that
/// add something, by <c>score - redundancy + candidate</c>: redundancy is the largest Jaccard overlap with a chosen
/// sentence, and a sentence with a likely short answer that none of the chosen has gets a bonus, so that where the
/// evidence is open the likeliest answers are all shown. A further sentence must have 0.6 of the best one's score and 0.3 of
/// its coverage; beside a short answer 0.7, as little more is needed then.
/// </summary>
internal static class SentenceChoice
{
    public const int Most = 3;
    private const double RedundancyWeight = 0.7;
    private const double CandidateBonus = 0.15;
    private const double NearBest = 0.6;
    private const double Duplicate = 0.7;
    private const double LeastCoverage = 0.3;
    private const double LeastCoverageBesideAnswer = 0.7;

    public static IReadOnlyList<ScoredSentence> Choose(IReadOnlyList<ScoredSentence> sentences, IReadOnlyList<RankedCandidate> candidates, RankedCandidate? answer)
    {
        var chosen = new List<ScoredSentence>();
        if ((answer?.Sentences ?? []).Concat(sentences).FirstOrDefault(CanBeShown) is not { } first)
            return chosen;
        chosen.Add(first);
        var likely = candidates.Take(Most).ToList();
        while (chosen.Count < Most)
        {
            var next = sentences.Take(60)
                .Where(sentence => !chosen.Contains(sentence) && sentence.Score >= NearBest * chosen[0].Score && sentence.Coverage >= (answer is null ? LeastCoverage : LeastCoverageBesideAnswer) * chosen[0].Coverage && chosen.Max(other => Overlap(sentence, other)) < Duplicate)
                .Select(sentence => (Sentence: sentence, Value: Value(sentence, chosen, likely)))
                .OrderByDescending(pair => pair.Value)
                .FirstOrDefault(pair => CanBeShown(pair.Sentence));
            if (next.Sentence is null)
                break;
            chosen.Add(next.Sentence);
        }

        return chosen;
    }

    /// <summary>Somebody's words of whom nobody knows whose they are answer nothing.</summary>
    private static bool CanBeShown(ScoredSentence sentence) => ShownSentence.Of(sentence.Article, sentence.Span) is not null;

    private static double Value(ScoredSentence sentence, List<ScoredSentence> chosen, List<RankedCandidate> likely)
    {
        var bonus = likely.Any(candidate => candidate.Sentences.Contains(sentence) && !candidate.Sentences.Any(chosen.Contains)) ? CandidateBonus : 0;
        return sentence.Score + bonus - (RedundancyWeight * chosen.Max(other => Overlap(sentence, other)));
    }

    private static double Overlap(ScoredSentence a, ScoredSentence b)
    {
        var shared = a.Terms.Count(b.Terms.Contains);
        return (double)shared / Math.Max(1, a.Terms.Count + b.Terms.Count - shared);
    }
}
