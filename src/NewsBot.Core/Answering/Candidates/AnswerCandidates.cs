using System.Text.RegularExpressions;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>Finds in a sentence what could be the short answer to a question, but for what the question itself says.</summary>
internal static partial class AnswerCandidates
{
    [GeneratedRegex(@"\b(?:US|U\.S\.|USA|United States|Americans?)(?!\w)")]
    private static partial Regex SpeaksOfUnitedStates();

    /// <summary>Behind "how many" the noun is counted; "what is the population" names the number itself.</summary>
    [GeneratedRegex(@"\bhow many\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksHowMany();

    /// <summary>"How long is the bridge": of a thing it may be its length.</summary>
    [GeneratedRegex(@"\bhow long (?:is|are|was|were)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksLength();

    /// <summary>Whether a sentence could have the answer. A date is only looked for, as to date what is asked is dear.</summary>
    public static bool Any(Question question, AnalyzedArticle article, int index, QuestionWeights weights) => question.Kind == AnswerKind.Date
        ? TimeCandidates.AnyDateIn(article, article.Analysis.Sentences[index].Span)
        : In(question, article, index, weights).Any();

    /// <returns>None for kinds that have no short form.</returns>
    public static IEnumerable<AnswerCandidate> In(Question question, AnalyzedArticle article, int index, QuestionWeights weights)
    {
        var span = article.Analysis.Sentences[index].Span;
        var text = article.Article.Text;
        var found = question.Kind switch
        {
            AnswerKind.Person or AnswerKind.Place or AnswerKind.Organisation or AnswerKind.Name => Names.In(article, span, question.Kind),
            AnswerKind.Date => TimeCandidates.DatesIn(article, span, weights),
            AnswerKind.Duration when question.Focus.Count > 0 => TimeCandidates.DurationsIn(article, span, question.Focus[0]),
            AnswerKind.Duration => TimeCandidates.DurationsIn(article, span, null).Concat(AsksLength().IsMatch(question.Text) ? Measures.LengthsIn(text, span) : []),
            AnswerKind.Measure when question.Focus.Count == 0 => Measures.In(text, span, null).Concat(Quantities.MoneyIn(text, span)),
            AnswerKind.Measure => Measures.In(text, span, question.Focus[0]),
            AnswerKind.Age => Ages.In(question, text, span),
            AnswerKind.Money => Quantities.MoneyIn(text, span),
            AnswerKind.Percent => Quantities.PercentIn(text, span),
            AnswerKind.Number => Quantities.CountsIn(text, span, AsksHowMany().IsMatch(question.Text) ? question.Focus : []),
            _ => [],
        };
        return found.Where(candidate => IsNew(candidate, question, weights));
    }

    /// <summary>Whether a candidate says something that the question does not, and is not a place of another sort.</summary>
    public static bool IsNew(AnswerCandidate candidate, Question question, QuestionWeights weights) =>
        !IsInQuestion(candidate, weights) && !IsWrongPlace(candidate, question);

    private static bool IsWrongPlace(AnswerCandidate candidate, Question question) =>
        question.Kind == AnswerKind.Place
        && ((question.Focus.Count > 0 && Gazetteer.Excludes(candidate.Text, question.Focus[0]))
            || (Gazetteer.IsUnitedStates(candidate.Text) && SpeaksOfUnitedStates().IsMatch(question.Text)));

    private static bool IsInQuestion(AnswerCandidate candidate, QuestionWeights weights)
    {
        var any = false;
        foreach (var token in Tokenizer.Tokenize(candidate.Text))
        {
            if (StopWords.Contains(token.Term))
                continue;
            any = true;
            if (!weights.Asks(token.Term))
                return false;
        }

        return any;
    }
}
