using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Answering.Candidates;
using NewsBot.Core.Answering.Candidates.Readings;
using NewsBot.Core.Answering.Extractive.Telling;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>What the candidates come to.</summary>
/// <param name="Answer">The short answer; null where none is clear enough.</param>
/// <param name="Against">A candidate that another source gives for the same thing; null where sources agree.</param>
/// <param name="Note">What the reader should know of a conflict or correction; null without one.</param>
internal sealed record ShortAnswer(RankedCandidate? Answer, RankedCandidate? Against, string? Note);

/// <summary>
/// Decides whether the first candidate may stand as the short answer. Its best sentence must tell what is asked and be by
/// itself about what the question names (<see cref="OwnSubject"/>). A candidate that is read from the build of its sentence
/// needs <see cref="LeastShare"/> of the votes of the first two, and of a long question <see cref="LeastCoverage"/>. One that
/// is only near the words needs more: (about) the best sentence of all, more of the votes and of the question for people
/// and amounts; and as any name of a sentence may be that of a place, a body or the holder of an office, those must be read, but for a
/// name right behind the asked title. Where another article gives a different amount or date in a sentence about as close, neither stands
/// alone: both are shown, unless one of the articles corrects the other.
/// </summary>
internal static partial class ShortAnswers
{
    private const double LeastShare = 0.57;
    private const double LeastCoverage = 0.75;
    private const double LeastShareOpen = 0.65;
    private const double LeastCoverageStrict = 0.8;
    private const double LeastCoverageTitled = 0.5;
    private const double LeastContext = 0.55;
    private const double LeastPredicate = 0.5;
    private const double LeastPredicateRead = 0.3;
    private const int ShortQuestion = 4;
    private const double NearBest = 0.93;
    private const double ConflictScore = 0.85;
    private const int ManyArticles = 4;
    private const double CommonShare = 0.6;
    private const double CommonScore = 0.95;
    private const double CommonCoverage = 0.3;

    public static ShortAnswer Decide(Question question, IReadOnlyList<RankedCandidate> candidates, IReadOnlyList<ScoredSentence> sentences, Func<ScoredSentence, bool> tells, QuestionWeights weights)
    {
        if (candidates.Count == 0 || AsksStory().IsMatch(question.Text))
            return new ShortAnswer(null, null, null);
        var best = sentences[0];
        var first = candidates[0];
        if (IsAmount(question.Kind) && CorrectedFigure.Find(candidates, sentences, weights) is ({ } right, { } wrong))
            return Corrected(right, wrong);
        if (Conflict(question, candidates, weights) is { } conflict)
            return conflict;
        var share = candidates.Count == 1 ? 1 : first.Votes / (first.Votes + candidates[1].Votes);
        var isTitled = AskedRole.Of(question) is null && AsksWho().IsMatch(question.Text) && IsTitled(question, first);
        var leastShare = IsOpen(question.Kind) ? LeastShareOpen : LeastShare;
        var leastCoverage = isTitled ? LeastCoverageTitled : IsOpen(question.Kind) || IsAmount(question.Kind) ? LeastCoverageStrict : LeastCoverage;
        var predicate = weights.PredicateShare(first.Best.Terms);
        var covers = question.Terms.Count <= ShortQuestion || (first.Best.Context >= LeastContext && first.Best.Coverage >= (IsAmount(question.Kind) ? LeastCoverageStrict : LeastCoverage) && predicate >= LeastPredicate);
        var hasAmount = !WantsAmount(question.Kind) || ShortReadings.CountsInhabitants(question.Text) || predicate >= LeastPredicateRead;
        var isWhole = tells(first.Best) && OwnSubject.IsIn(question, first.Best, first.Candidate.Text) && !IsPartOfMore().IsMatch(first.Candidate.Text);
        var clear = isWhole && (first.Candidate.IsRead
            ? (share >= LeastShare || question.Kind == AnswerKind.Definition) && covers && hasAmount
            : (isTitled || !NeedsReading(question)) && share >= leastShare && first.Best.Coverage >= leastCoverage && first.Best.Context >= LeastContext
                && predicate >= LeastPredicate && first.Best.Score >= NearBest * best.Score);
        return new ShortAnswer(clear || IsCommon(question, first, share, best) ? first : null, null, null);
    }

    /// <summary>Any name of a sentence may be that of a place or a person, so where one is, and who holds an office, must be read.</summary>
    private static bool NeedsReading(Question question) =>
        question.Kind is AnswerKind.Place or AnswerKind.Organisation or AnswerKind.Name || AsksWho().IsMatch(question.Text) || AskedRole.Of(question) is not null;

    /// <summary>"fire chief Aldo Brem": a word of the question stands right before the name.</summary>
    private static bool IsTitled(Question question, RankedCandidate candidate)
    {
        var before = Tokenizer.Tokenize(candidate.Best.Text[..Math.Max(0, candidate.Best.Text.IndexOf(candidate.Candidate.Text, StringComparison.Ordinal))]);
        return before.Count > 0 && question.Terms.Contains(before[^1].Term);
    }

    [GeneratedRegex(@"^\W*who (?:is|was|are|were) (?:the|its|their)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksWho();

    /// <summary>What is told by sentences, not by a name: "What happened in Tolna?", "What did the bank do?".</summary>
    [GeneratedRegex(@"^\W*what (?:\w+ )?happen|^\W*what (?:has|have|did|does|do|will|is|are|was|were)\b.*\b(?:do|done|doing)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex AsksStory();

    /// <summary>"three other people": there are more.</summary>
    [GeneratedRegex(@"\b(?:others?|another|additional|further)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IsPartOfMore();

    /// <summary>What many articles say clearly more than anything else needs less of the question in any one of them.</summary>
    private static bool IsCommon(Question question, RankedCandidate first, double share, ScoredSentence best) =>
        question.Kind is AnswerKind.Person or AnswerKind.Place && (first.Candidate.IsRead || !NeedsReading(question)) && first.Articles >= ManyArticles && share >= CommonShare && first.Best.Score >= CommonScore * best.Score && first.Best.Coverage >= CommonCoverage;

    private static bool IsOpen(AnswerKind kind) => kind is AnswerKind.Person or AnswerKind.Organisation;

    private static bool IsAmount(AnswerKind kind) => kind is AnswerKind.Number or AnswerKind.Money or AnswerKind.Percent;

    private static bool WantsAmount(AnswerKind kind) => IsAmount(kind) || kind is AnswerKind.Measure or AnswerKind.Duration;

    private static ShortAnswer? Conflict(Question question, IReadOnlyList<RankedCandidate> candidates, QuestionWeights weights)
    {
        if (!IsAmount(question.Kind) && question.Kind is not (AnswerKind.Duration or AnswerKind.Date))
            return null;
        var first = candidates[0];
        var other = candidates.Skip(1).FirstOrDefault(candidate =>
            candidate.Best.Score >= ConflictScore * first.Best.Score && candidate.Best.Coverage >= first.Best.Coverage - 0.1
            && weights.PredicateShare(candidate.Best.Terms) >= LeastPredicate && candidate.Best.Article.Article.Id != first.Best.Article.Article.Id && !candidate.Sentences.Any(first.Sentences.Contains));
        if (other is null || first.Best.Coverage < LeastCoverage || weights.PredicateShare(first.Best.Terms) < LeastPredicate)
            return null;
        var (mine, theirs) = (Corrections.Is(first.Best.Article.Article), Corrections.Is(other.Best.Article.Article));
        if (mine != theirs)
            return mine ? Corrected(first, other) : Corrected(other, first);
        return new ShortAnswer(null, other, $"Reports differ: “{first.Candidate.Text}” ({Source(first)}) and “{other.Candidate.Text}” ({Source(other)}).");
    }

    private static ShortAnswer Corrected(RankedCandidate right, RankedCandidate wrong) =>
        new(right, null, $"{Source(right)}, corrects an earlier report, which had “{wrong.Candidate.Text}” ({Source(wrong)}).");

    private static string Source(RankedCandidate candidate)
    {
        var article = candidate.Best.Article.Article;
        var day = article.Published.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return article.Source.Length > 0 ? $"{article.Source}, {day}" : day;
    }
}
