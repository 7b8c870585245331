using System.Text.RegularExpressions;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>Reads the noun phrase that starts at a token: up to a mark, a verb, or a preposition other than "of".</summary>
internal static partial class Chunks
{
    [GeneratedRegex(@"^(?:" + Quantities.Word + @"|dozens|hundreds|thousands|several|many)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IsNumber();

    private const int Most = 9;

    /// <returns>Its tokens; null where no noun phrase starts there.</returns>
    public static Phrase? From(ReadSentence sentence, int first)
    {
        var unit = sentence.Unit;
        var last = first - 1;
        while (last + 1 < sentence.Count && last - first < Most && Continues(sentence, first, last + 1))
            last++;
        while (last >= first && (unit.IsWord(last, "of") || unit.Is(last, WordClass.Determiner | WordClass.PossessivePronoun | WordClass.Genitive | WordClass.Adverb | WordClass.Time) && !unit.Is(last, WordClass.Capital)))
            last--;
        return last >= first && !(last == first && unit.Is(first, WordClass.Function)) ? new Phrase(first, last) : null;
    }

    public static AnswerCandidate Candidate(ReadSentence sentence, Phrase phrase)
    {
        var span = sentence.Unit.SpanOf(phrase.First, phrase.Last);
        var text = span.In(sentence.Unit.Text);
        var key = string.Join(' ', Text.Tokenizer.Tokenize(text).Select(token => token.Term).Where(term => !Text.StopWords.Contains(term)));
        if (phrase.First == 0 && text.Length > 1 && char.IsLower(text[1]) && (sentence.Unit.Is(0, WordClass.Determiner) || IsNumber().IsMatch(text)))
            text = char.ToLowerInvariant(text[0]) + text[1..];
        return new AnswerCandidate(text, key, span) { IsRead = true };
    }

    private static bool Continues(ReadSentence sentence, int first, int at)
    {
        var unit = sentence.Unit;
        var token = unit.Tokens[at];
        if (!token.IsWord)
            return token.Kind == TokenKind.Quotation && at > first;
        if (unit.IsWord(at, "of"))
            return at > first;
        if (token.Is(WordClass.Capital))
            return !token.Is(WordClass.Time);
        if (at == first)
            return !token.Is(WordClass.Pronoun & ~WordClass.Determiner | WordClass.Coordinator | WordClass.Subordinator | WordClass.Auxiliary | WordClass.Adverb | WordClass.Preposition) || token.Is(WordClass.Determiner);
        return !token.Is(WordClass.Preposition | WordClass.Coordinator | WordClass.Subordinator | WordClass.Relative | WordClass.Auxiliary | WordClass.Question | WordClass.Time | WordClass.To | WordClass.Adverb)
            && !(token.Is(WordClass.Determiner) && !unit.IsWord(at - 1, "of")) && !(token.Is(WordClass.Verb) && !unit.Is(at - 1, WordClass.Determiner));
    }
}
