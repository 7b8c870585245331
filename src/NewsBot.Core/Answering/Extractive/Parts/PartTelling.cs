using System.Text.RegularExpressions;
using NewsBot.Core.Answering.Extractive.Telling;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Extractive.Parts;

/// <summary>
/// Whether statements tell what one part of a question asks. A part that took its topic from another is long enough to be
/// covered by a sentence about that topic alone, so its own words must be said: "what will it cost" is not told by a
/// sentence about the visit. What a part counts or names as the kind of its answer, and money, may be said in other words.
/// </summary>
internal static partial class PartTelling
{
    [GeneratedRegex(@"^by how (?:much|many)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksByHow();

    [GeneratedRegex(@"\bby (?:\w+ ){0,2}\d", RegexOptions.IgnoreCase)]
    private static partial Regex ByAmount();

    private const double LeastNear = 0.5;
    private const double LeastSaid = 0.7;

    /// <returns>
    /// The statements that say half of the part's own words by weight, in their sentence, next to it or in the headline; those
    /// first that say most of them in the sentence. Where the first is a short answer, it must be one of them.
    /// </returns>
    public static IReadOnlyList<DraftStatement> Telling(AnswerRequestPart part, IReadOnlyList<DraftStatement> statements)
    {
        if (part.Request is not { } request || OwnWords(part) is not { Count: > 0 } own)
            return statements;
        var weights = new QuestionWeights(request.Question, request.Snapshot);
        var telling = statements.Where(statement => Around([statement]).Any(around => Share(own, weights, around.SaysNear) >= LeastNear)).ToList();
        return statements.Count > 0 && ShortForm.Of(statements[0]) is not null
            ? telling.Contains(statements[0]) ? telling : []
            : [.. telling.OrderByDescending(statement => Around([statement]).Max(around => Share(own, weights, around.Says)))];
    }

    /// <summary>
    /// Whether a sentence that is shown for another part tells this one too: it has what is asked for, and itself most of
    /// the part's own words.
    /// </summary>
    public static bool IsToldBy(AnswerRequestPart part, IReadOnlyList<DraftStatement> statements)
    {
        if (part.Request is not { } request)
            return false;
        var slot = new AnswerSlot(request.Question);
        var weights = new QuestionWeights(request.Question, request.Snapshot);
        var isByHow = AsksByHow().IsMatch(request.Question.Text);
        return Around(statements).Any(around => Share(OwnWords(part), weights, around.Says) >= LeastSaid
            && (isByHow ? ByAmount().IsMatch(around.Sentence.Text) : slot.IsFilled(around, weights)));
    }

    private static double Share(IReadOnlyList<string> own, QuestionWeights weights, Func<string, bool> says)
    {
        var total = own.Sum(weights.Of);
        return total <= 0 ? 1 : own.Where(says).Sum(weights.Of) / total;
    }

    private static List<string> OwnWords(AnswerRequestPart part)
    {
        if (part.Request?.Question is not { Kind: not AnswerKind.Money } question)
            return [];
        var kind = AnswerSlot.IsTyped(question.Kind) ? question.Focus : [];
        return [.. part.Own.Where(term => !kind.Contains(term) && !AnswerSlot.IsLight(term))];
    }

    private static IEnumerable<Surroundings> Around(IEnumerable<DraftStatement> statements)
    {
        foreach (var evidence in statements.SelectMany(statement => statement.Evidence))
        {
            var terms = new SentenceTerms(evidence.Article);
            foreach (var (index, sentence) in evidence.Article.Analysis.Sentences.Index())
                if (sentence.Span.Overlaps(evidence.Span))
                    yield return new Surroundings(new ScoredSentence(evidence.Article, index, terms[index], 0, 0, 0), terms);
        }
    }
}
