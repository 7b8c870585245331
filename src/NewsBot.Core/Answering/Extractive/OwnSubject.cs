using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// Whether a sentence is by itself about what a question names, as the one that a short answer rests on must be: it has each
/// name by its last word, and each figure; or the headline, the lead or the sentence before has them, and the sentence has no name of
/// anything else that it could be about ("five years ago seventeen people died in Tolna").
/// </summary>
internal static class OwnSubject
{
    /// <param name="question">The question.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="answer">The short answer, whose own names do not count; empty for a yes or no.</param>
    public static bool IsIn(Question question, ScoredSentence sentence, string answer)
    {
        var missing = question.Names.Where(name => !WordKinship.Says(sentence.Terms, name.Terms[^1])).SelectMany(name => name.Terms)
            .Concat(question.Terms.Where(term => char.IsDigit(term[0]) && !sentence.Terms.Contains(term) && question.Period is null && question.Days.Count == 0))
            .ToList();
        if (missing.Count == 0)
            return true;
        var about = TermsAround(sentence);
        return missing.TrueForAll(term => WordKinship.Says(about, term)) && !HasOtherNames(question, sentence, about, answer);
    }

    /// <summary>The terms of the headline, the lead and the sentence before.</summary>
    private static HashSet<string> TermsAround(ScoredSentence sentence)
    {
        var (article, analysis) = (sentence.Article.Article, sentence.Article.Analysis);
        var tokens = Tokenizer.Tokenize(article.Title).Concat(Tokenizer.Tokenize(article.Text, analysis.Lead.Span));
        if (sentence.Index > 0)
            tokens = tokens.Concat(Tokenizer.Tokenize(article.Text, analysis.Sentences[sentence.Index - 1].Span));
        return tokens.Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
    }

    private static bool HasOtherNames(Question question, ScoredSentence sentence, HashSet<string> about, string answer)
    {
        var text = sentence.Article.Article.Text;
        var own = Tokenizer.Tokenize(answer).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        return CapitalisedRuns.In(text, sentence.Article.WithoutDateline(sentence.Span))
            .Where(run => !run.OpensSentence && !sentence.Article.Analysis.Times.Any(time => time.Span.Overlaps(run.Span)))
            .Any(run => Tokenizer.Tokenize(text, run.Span).All(token => !about.Contains(token.Term) && !own.Contains(token.Term) && !question.Terms.Contains(token.Term)));
    }
}
