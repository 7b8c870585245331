using NewsBot.Core.Answering.Candidates;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// Chooses the few sentences that answer: the best one (with a clear short answer, the best that has it), then at most two
/// that earn a place beside it, best first by <c>worth - redundancy + candidate</c>: redundancy is the largest Jaccard
/// overlap with a chosen sentence, and a sentence with a likely short answer that none of the chosen has gets a bonus, so
/// that where the evidence is open the likeliest answers are all shown.
/// <para>
/// A further sentence must have 0.6 of the best one's score and 0.3 of its coverage (0.7 beside a short answer), and must
/// do one of these: say something asked that none of the chosen says (<see cref="Adds"/> of the question's weight); bear
/// them out from another outlet; or, without a short answer, say as much of what is asked as the best one, have a possible
/// answer that none of them has, or tell more of a subject where nothing is asked that has a short form. Beside a short
/// answer whose sentence says most of what is asked (<see cref="Full"/>) only another outlet or another likely answer earns
/// it, about as fully. Nothing is added to fill up.
/// </para>
/// </summary>
internal static class SentenceChoice
{
    public const int Most = 3;
    private const int Considered = 60;
    private const double RedundancyWeight = 0.7;
    private const double CandidateBonus = 0.15;
    private const double NearBest = 0.6;
    private const double Duplicate = 0.7;
    private const double LeastCoverage = 0.3;
    private const double LeastCoverageBesideAnswer = 0.7;

    private const double Adds = 0.1;
    private const double Full = 0.55;
    private const double AsFull = 0.8;
    private const double OtherOutlet = 0.6;
    private const double OtherAnswer = 0.3;
    private const double SameSubject = 0.5;

    public static IReadOnlyList<ScoredSentence> Choose(
        Question question, IReadOnlyList<ScoredSentence> sentences, IReadOnlyList<RankedCandidate> candidates, RankedCandidate? answer, QuestionWeights weights)
    {
        var chosen = new List<ScoredSentence>();
        if ((answer?.Sentences ?? []).Concat(sentences).FirstOrDefault(CanBeShown) is not { } first)
            return chosen;
        chosen.Add(first);
        var likely = candidates.Take(Most).ToList();
        var leastCoverage = (answer is null ? LeastCoverage : LeastCoverageBesideAnswer) * first.Coverage;
        while (chosen.Count < Most)
        {
            var next = sentences.Take(Considered)
                .Where(sentence => !chosen.Contains(sentence) && sentence.Score >= NearBest * first.Score && sentence.Coverage >= leastCoverage && chosen.Max(other => Overlap(sentence, other)) < Duplicate)
                .Where(sentence => Earns(sentence, chosen, candidates, answer is not null, question, weights))
                .Select(sentence => (Sentence: sentence, Value: Value(sentence, chosen, likely)))
                .OrderByDescending(pair => pair.Value)
                .FirstOrDefault(pair => CanBeShown(pair.Sentence));
            if (next.Sentence is null)
                break;
            chosen.Add(next.Sentence);
        }

        return InOrder(chosen, answer is null && HasNoShortForm(question.Kind));
    }

    private static bool Earns(ScoredSentence sentence, List<ScoredSentence> chosen, IReadOnlyList<RankedCandidate> candidates, bool answered, Question question, QuestionWeights weights)
    {
        if (weights.Share(term => Math.Max(0, QuestionWeights.Credit(sentence.Terms, term) - chosen.Max(other => QuestionWeights.Credit(other.Terms, term)))) >= Adds)
            return true;
        var best = chosen[0].Coverage;
        var isOtherOutlet = chosen.TrueForAll(other => other.Article.Article.Source != sentence.Article.Article.Source);
        if (answered && best >= Full)
            return sentence.Coverage >= AsFull * best && (isOtherOutlet || HasOtherAnswer(sentence, chosen, candidates.Take(Most)));
        return (isOtherOutlet && sentence.Coverage >= OtherOutlet * best)
            || (!answered && (sentence.Coverage >= best
                || (sentence.Coverage >= OtherAnswer * best && HasOtherAnswer(sentence, chosen, candidates))
                || (sentence.Coverage >= SameSubject * best && HasNoShortForm(question.Kind))));
    }

    private static bool HasNoShortForm(AnswerKind kind) => kind is AnswerKind.Any or AnswerKind.Statement or AnswerKind.Reason or AnswerKind.Definition or AnswerKind.List;

    /// <summary>
    /// The sentence that answers comes first; those of one article stand together, as they stand in it. Where nothing is asked
    /// that one sentence answers, the first takes its place among those of its article too.
    /// </summary>
    private static List<ScoredSentence> InOrder(List<ScoredSentence> chosen, bool isFree)
    {
        var articles = chosen.Select(sentence => sentence.Article.Article.Id).Distinct().ToList();
        return [.. chosen.OrderBy(sentence => !isFree && sentence == chosen[0] ? 0 : 1).ThenBy(sentence => articles.IndexOf(sentence.Article.Article.Id)).ThenBy(sentence => sentence.Index)];
    }

    /// <summary>Somebody's words of whom nobody knows whose they are answer nothing.</summary>
    private static bool CanBeShown(ScoredSentence sentence) => ShownSentence.Of(sentence.Article, sentence.Span) is not null;

    private static double Value(ScoredSentence sentence, List<ScoredSentence> chosen, List<RankedCandidate> likely) =>
        sentence.Worth + (HasOtherAnswer(sentence, chosen, likely) ? CandidateBonus : 0) - (RedundancyWeight * chosen.Max(other => Overlap(sentence, other)));

    private static bool HasOtherAnswer(ScoredSentence sentence, List<ScoredSentence> chosen, IEnumerable<RankedCandidate> candidates) =>
        candidates.Any(candidate => candidate.Sentences.Contains(sentence) && !candidate.Sentences.Any(chosen.Contains));

    private static double Overlap(ScoredSentence a, ScoredSentence b)
    {
        var shared = a.Terms.Count(b.Terms.Contains);
        return (double)shared / Math.Max(1, a.Terms.Count + b.Terms.Count - shared);
    }
}
