using System.Globalization;
using NewsBot.Core.Answering.Candidates;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>What the candidates come to.</summary>
/// <param name="Answer">The short answer; null where none is clear enough.</param>
/// <param name="Against">A candidate that another source gives for the same thing; null where sources agree.</param>
/// <param name="Note">What the reader should know of a conflict or correction; null without one.</param>
internal sealed record ShortAnswer(RankedCandidate? Answer, RankedCandidate? Against, string? Note);

/// <summary>
/// Decides whether the first candidate may stand as the short answer. The best sentence of all must have it, cover at least
/// <see cref="LeastCoverage"/> of the question, and it must have at least <see cref="LeastShare"/> of the votes of the first
/// two; more of both for people and organisations, as any name of a sentence may be one. Where another article gives a different amount or date in a sentence about as close, neither
/// stands alone: both are shown, unless one of the articles corrects the other.
/// </summary>
internal static class ShortAnswers
{
    private const double LeastShare = 0.55;
    private const double LeastCoverage = 0.5;
    private const double LeastShareOpen = 0.65;
    private const double LeastCoverageOpen = 0.65;
    private const double LeastContext = 0.55;
    private const double ConflictScore = 0.85;

    public static ShortAnswer Decide(Question question, IReadOnlyList<RankedCandidate> candidates, ScoredSentence best)
    {
        if (candidates.Count == 0)
            return new ShortAnswer(null, null, null);
        var first = candidates[0];
        if (Conflict(question, candidates) is { } conflict)
            return conflict;
        var share = candidates.Count == 1 ? 1 : first.Votes / (first.Votes + candidates[1].Votes);
        var (leastShare, leastCoverage) = IsOpen(question.Kind) ? (LeastShareOpen, LeastCoverageOpen) : (LeastShare, LeastCoverage);
        var clear = share >= leastShare && first.Best.Coverage >= leastCoverage && first.Best.Context >= LeastContext && first.Sentences.Contains(best);
        return new ShortAnswer(clear ? first : null, null, null);
    }

    private static bool IsOpen(AnswerKind kind) => kind is AnswerKind.Person or AnswerKind.Organisation;

    private static ShortAnswer? Conflict(Question question, IReadOnlyList<RankedCandidate> candidates)
    {
        if (question.Kind is not (AnswerKind.Number or AnswerKind.Money or AnswerKind.Percent or AnswerKind.Duration or AnswerKind.Date))
            return null;
        var first = candidates[0];
        var other = candidates.Skip(1).FirstOrDefault(candidate =>
            candidate.Best.Score >= ConflictScore * first.Best.Score && candidate.Best.Coverage >= first.Best.Coverage - 0.1
            && candidate.Best.Article.Article.Id != first.Best.Article.Article.Id && !candidate.Sentences.Any(first.Sentences.Contains));
        if (other is null || first.Best.Coverage < LeastCoverage)
            return null;
        var (mine, theirs) = (Corrections.Is(first.Best.Article.Article), Corrections.Is(other.Best.Article.Article));
        if (mine != theirs)
        {
            var (right, wrong) = mine ? (first, other) : (other, first);
            return new ShortAnswer(right, null, $"{Source(right)} corrects an earlier report; {Source(wrong)} had “{wrong.Candidate.Text}”.");
        }

        return new ShortAnswer(null, other, $"Reports differ: “{first.Candidate.Text}” ({Source(first)}) and “{other.Candidate.Text}” ({Source(other)}).");
    }

    private static string Source(RankedCandidate candidate)
    {
        var article = candidate.Best.Article.Article;
        var day = article.Published.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return article.Source.Length > 0 ? $"{article.Source}, {day}" : day;
    }
}
