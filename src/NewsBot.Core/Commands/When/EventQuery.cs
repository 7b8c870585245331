using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands.When;

/// <summary>What <c>/when</c> was asked about.</summary>
/// <param name="Event">The one word or phrase in <paramref name="Words"/> to date; null to date the whole.</param>
/// <param name="Words">A phrase, a question without its question words, or a sentence.</param>
internal sealed partial record EventQuery(string? Event, string Words)
{
    private const int LongestEvent = 60;

    [GeneratedRegex(@"^\s*(?:when|(?:on|at|in) (?:what|which) (?:date|day|month|year))?\s*(?:did|was|were|is|are|will|does|do|has|have|had|would)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex QuestionWords();

    /// <summary>
    /// Reads "word: sentence" where the sentence has the word, and drops "when did" from questions. A colon inside an
    /// ordinary phrase stays what it is.
    /// </summary>
    public static EventQuery Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is > 0 and <= LongestEvent && text[..colon].Trim() is { Length: > 0 } word && text[(colon + 1)..].Trim() is { Length: > 0 } sentence
            && Has(sentence, word))
            return new EventQuery(word, sentence);
        var bare = QuestionWords().Replace(text.Trim().TrimEnd('?', '!', '.'), "").Trim();
        return new EventQuery(null, bare.Length > 0 ? bare : text.Trim());
    }

    private static bool Has(string sentence, string word)
    {
        var terms = Tokenizer.Tokenize(sentence).Select(token => token.Term).ToHashSet();
        return Tokenizer.Tokenize(word) is { Count: > 0 } tokens && tokens.TrueForAll(token => terms.Contains(token.Term));
    }
}
