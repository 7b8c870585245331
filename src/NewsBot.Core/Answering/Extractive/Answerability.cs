using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// Whether the articles tell what a short question asks, and not only of its topic: "Why was the final cancelled?" is no
/// question for an article that has the final and no cancelling.
/// <para>
/// The asked words are those that are no names. Of their weight at least <see cref="LeastTold"/> must stand in one
/// sentence with its neighbours and headline, in an article that has at least <see cref="LeastNamed"/> of the weight of the
/// names. Forms of one word count as the word, a country and its people, a verb and its noun, and
/// so do words of its family (<see cref="WordFamilies"/>). A question with more than
/// <see cref="ShortQuestion"/> asked words describes what it asks in so many ways that its coverage alone decides
/// (<see cref="Sufficiency"/>).
/// </para>
/// </summary>
internal static class Answerability
{
    private const double LeastTold = 0.6;
    private const double LeastNamed = 0.7;
    private const int ShortQuestion = 4;
    private const int Looked = 12;
    private const int SharedStem = 5;

    public static bool IsTold(Question question, IReadOnlyList<ScoredSentence> sentences, QuestionWeights weights)
    {
        var named = question.Names.SelectMany(name => name.Terms).ToHashSet(StringComparer.Ordinal);
        var asked = question.Terms.Where(term => !named.Contains(term)).ToList();
        if (asked.Count > ShortQuestion || question.Clauses.Count > 0)
            return true;
        return sentences.Take(Looked).Any(sentence =>
            Share(asked, weights, Window(sentence)) >= LeastTold && Share([.. named], weights, ArticleTerms(sentence.Article)) >= LeastNamed);
    }

    private static double Share(List<string> terms, QuestionWeights weights, HashSet<string> found)
    {
        var total = terms.Sum(weights.Of);
        return total <= 0 ? 1 : terms.Where(term => Has(found, term)).Sum(weights.Of) / total;
    }

    private static bool Has(HashSet<string> found, string term) =>
        found.Contains(term) || WordFamilies.Of(term).Any(found.Contains) || (term.Length >= SharedStem && !char.IsDigit(term[0]) && found.Any(other => other.AsSpan().StartsWith(term.AsSpan(0, SharedStem))));

    private static HashSet<string> Window(ScoredSentence sentence) =>
        [.. sentence.Terms, .. NameSupport.TermsOf(sentence.Article, sentence.Index)];

    private static HashSet<string> ArticleTerms(AnalyzedArticle article) =>
        [.. Tokenizer.Tokenize(article.Article.Text).Concat(Tokenizer.Tokenize(article.Article.Title)).Select(token => token.Term)];
}
