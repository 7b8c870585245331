using NewsBot.Core.Text;

namespace NewsBot.Evaluation.Gate;

/// <summary>How many content terms two texts share, by the length of the first.</summary>
internal static class NearestSentences
{
    public static double Shared(string claim, string sentence)
    {
        var terms = Terms(sentence);
        var mine = Terms(claim);
        return mine.Count == 0 ? 0 : (double)mine.Count(terms.Contains) / mine.Count;
    }

    private static HashSet<string> Terms(string text) => [.. Tokenizer.Tokenize(text).Select(token => token.Term).Where(term => !StopWords.Contains(term))];
}
