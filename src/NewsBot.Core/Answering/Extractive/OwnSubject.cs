using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// Whether a sentence is by itself about what a question names, as the one that a short answer rests on must be: it has each
/// name by its last word, and each figure; or the headline has them, and the sentence has no name of anything else that it could be
/// about ("five years ago seventeen people died in Tolna").
/// </summary>
internal static class OwnSubject
{
    public static bool IsIn(Question question, ScoredSentence sentence)
    {
        var article = sentence.Article.Article;
        var missing = question.Names.Where(name => !WordKinship.Says(sentence.Terms, name.Terms[^1])).SelectMany(name => name.Terms)
            .Concat(question.Terms.Where(term => char.IsDigit(term[0]) && !sentence.Terms.Contains(term) && question.Period is null && question.Days.Count == 0))
            .ToList();
        if (missing.Count == 0)
            return true;
        var title = Tokenizer.Tokenize(article.Title).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        return missing.TrueForAll(term => WordKinship.Says(title, term)) && !HasOtherNames(question, sentence, title);
    }

    private static bool HasOtherNames(Question question, ScoredSentence sentence, HashSet<string> title)
    {
        var text = sentence.Article.Article.Text;
        return CapitalisedRuns.In(text, sentence.Article.WithoutDateline(sentence.Span))
            .Where(run => !run.OpensSentence && !sentence.Article.Analysis.Times.Any(time => time.Span.Overlaps(run.Span)))
            .Any(run => Tokenizer.Tokenize(text, run.Span).All(token => !title.Contains(token.Term) && !question.Terms.Contains(token.Term)));
    }
}
