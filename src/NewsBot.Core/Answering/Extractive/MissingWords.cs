using NewsBot.Core.Answering.Extractive.Telling;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// Words of a question that no article of the archive has, and that what is shown says in no other word either
/// (<see cref="WordKinship"/>): "married" of "Is Teodor Quist married?", answered by a sentence about him. Names are told by
/// <see cref="NameSupport"/>. Words that only the shown sentences lack are not told, as that was measured to say nothing:
/// a third of the right answers lack one, and as many of the wrong ones.
/// </summary>
internal static class MissingWords
{
    /// <returns>The words as the question writes them.</returns>
    public static IReadOnlyList<string> In(Question question, IReadOnlyList<ScoredSentence> shown, QuestionWeights weights)
    {
        var names = question.Names.SelectMany(name => name.Terms).ToHashSet(StringComparer.Ordinal);
        var unknown = question.Terms.Where(term => weights.IsUnknown(term) && !names.Contains(term) && !question.Focus.Contains(term)).ToList();
        if (unknown.Count == 0)
            return [];
        var around = shown.Select(sentence => new Surroundings(sentence, new SentenceTerms(sentence.Article))).ToList();
        unknown.RemoveAll(term => around.Exists(other => other.IsAbout(term)));
        return [.. Tokenizer.Tokenize(question.Text).Where(token => unknown.Contains(token.Term)).Select(token => token.Span.In(question.Text)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
