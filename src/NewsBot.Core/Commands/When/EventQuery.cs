using System.Text.RegularExpressions;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands.When;

/// <summary>What <c>/when</c> was asked about.</summary>
/// <param name="Event">The one word or phrase in <paramref name="Words"/> to date; null to date the whole.</param>
/// <param name="Words">A phrase, a question without its question words, or a sentence.</param>
/// <param name="IsPast">True for "when did", false for "when will", null where the words leave it open.</param>
/// <param name="Deed">The verb of a question, as a term; null where none can be told.</param>
/// <param name="IsPassive">The deed is done to its subject: "was sentenced".</param>
internal sealed partial record EventQuery(string? Event, string Words, bool? IsPast = null, string? Deed = null, bool IsPassive = false)
{
    private const int LongestEvent = 60;

    [GeneratedRegex(@"^\s*(?:when|(?:on|at|in) (?:what|which) (?:date|day|month|year))?\s*(?<past>did|was|were|has|have|had)?(?<future>will|would)?(?:is|are|does|do)?\b", RegexOptions.IgnoreCase)]
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
        var trimmed = text.Trim().TrimEnd('?', '!', '.');
        var question = QuestionWords().Match(trimmed);
        var bare = trimmed[question.Length..].Trim();
        if (bare.Length == 0)
            return new EventQuery(null, trimmed);
        var deed = AskedDeed.Of($"when {question.Value.Trim()} {bare}");
        return new EventQuery(null, bare, question.Groups["past"].Success ? true : question.Groups["future"].Success ? false : null, deed?.Term, deed?.IsPassive ?? false);
    }

    private static bool Has(string sentence, string word)
    {
        var terms = Tokenizer.Tokenize(sentence).Select(token => token.Term).ToHashSet();
        return Tokenizer.Tokenize(word) is { Count: > 0 } tokens && tokens.TrueForAll(token => terms.Contains(token.Term));
    }
}
