using System.Collections.Frozen;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;
using Token = NewsBot.Core.Text.Token;

namespace NewsBot.Core.Answering.Candidates.Readings;

internal enum GapKind
{
    /// <summary>Who does it: "Who won?", "Which company operates it?".</summary>
    Doer,

    /// <summary>What it is done to: "What was stolen?", "What did the thieves steal?".</summary>
    DoneTo,
}

/// <summary>
/// What is missing from a question's own clause, by where its question word stands: before the verb it is the one who does
/// it, before an auxiliary with its subject, or before a passive, what it is done to. A question word behind a preposition
/// ("in which year") leaves neither out.
/// </summary>
/// <param name="Kind">Doer or done to.</param>
/// <param name="Deed">The verb's term.</param>
/// <param name="Noun">The term of the noun behind "which" or "what"; null without one.</param>
/// <param name="IsPlural">Whether several are asked for.</param>
internal sealed record AskedGap(GapKind Kind, string Deed, string? Noun, bool IsPlural)
{
    private const int MostNounWords = 5;

    /// <summary>Verbs that name no deed.</summary>
    private static readonly FrozenSet<string> Empty = QuestionWords.Set("happen occur become go come do have make get mean look seem");

    /// <returns>Null where none can be told.</returns>
    public static AskedGap? Of(Question question)
    {
        var text = question.Text;
        var tokens = Tokenizer.Tokenize(text);
        var word = tokens.FindLastIndex(token => token.Term is "who" or "which" or "what" or "whom");
        if (word < 0 || (word > 0 && IsPreposition(tokens[word - 1])))
            return null;
        var verb = VerbAfter(text, tokens, word);
        if (verb < 0)
            return null;
        var noun = verb > word + 1 ? tokens[verb - 1] : default;
        var (kind, deed) = Missing(question, tokens, verb);
        if (deed < 0 || Empty.Contains(tokens[deed].Term))
            return null;
        return new AskedGap(kind, tokens[deed].Term, noun.Term, noun.Term is not null && IsPluralForm(noun.Span.In(text)));

        bool IsPreposition(Token token) => WordClasses.Of(token.Span.Of(text)).HasFlag(WordClass.Preposition);
    }

    /// <summary>The first verb or auxiliary behind the question word and its noun.</summary>
    private static int VerbAfter(string text, List<Token> tokens, int word)
    {
        var first = tokens[word].Term is "who" or "whom" ? word + 1 : word + 2;
        if (first - 1 < tokens.Count && first == word + 2 && IsAuxiliary(text, tokens[word + 1]))
            return word + 1;
        if (first == word + 2 && first < tokens.Count && AskedDeed.IsVerb(tokens[word + 1].Term) && IsPast(text, tokens[word + 1]))
            return word + 1; // "What caused the fire?"
        for (var i = first; i < tokens.Count && i <= word + MostNounWords + 1; i++)
        {
            if (IsAuxiliary(text, tokens[i]))
                return i;
            if (!char.IsLower(text[tokens[i].Span.Start]))
                continue;
            if (first == word + 1 && !StopWords.Contains(tokens[i].Term) && !IsAdverb(text, tokens[i]))
                return i; // Whatever stands behind "who" is its verb.
            if (AskedDeed.IsVerb(tokens[i].Term) && !Is(text, tokens[i - 1], WordClass.Determiner | WordClass.PossessivePronoun | WordClass.Preposition) && !(i + 1 < tokens.Count && (IsPast(text, tokens[i + 1]) || IsAuxiliary(text, tokens[i + 1]))))
                return i;
        }

        return -1;
    }

    private static (GapKind Kind, int Deed) Missing(Question question, List<Token> tokens, int verb)
    {
        var text = question.Text;
        if (!IsAuxiliary(text, tokens[verb]))
            return (GapKind.Doer, verb);
        var isBe = IsBe(text, tokens[verb]);
        var next = verb + 1;
        while (next < tokens.Count && (IsAdverb(text, tokens[next]) || tokens[next].Term is "been" or "be"))
        {
            isBe |= tokens[next].Term is "been" or "be";
            next++;
        }

        if (next < tokens.Count && char.IsLower(text[tokens[next].Span.Start]) && !Is(text, tokens[next], WordClass.Determiner | WordClass.PossessivePronoun | WordClass.Preposition)
            && (AskedDeed.IsVerb(tokens[next].Term) || IsPast(text, tokens[next])) && !Is(text, tokens[verb], WordClass.Do))
        {
            var isGerund = text[tokens[next].Span.Start..tokens[next].Span.End].EndsWith("ing", StringComparison.Ordinal);
            return (isBe && !isGerund ? GapKind.DoneTo : GapKind.Doer, next);
        }

        var deed = AskedDeed.Of(text);
        return (GapKind.DoneTo, deed is null ? -1 : tokens.FindIndex(token => token.Span.Start == deed.At));
    }

    private static bool Is(string text, Token token, WordClass wordClass) => (WordClasses.Of(token.Span.Of(text)) & wordClass) != 0;

    private static bool IsAuxiliary(string text, Token token) => Is(text, token, WordClass.Auxiliary);

    private static bool IsBe(string text, Token token) => Is(text, token, WordClass.Be);

    private static bool IsAdverb(string text, Token token) => Is(text, token, WordClass.Adverb);

    private static bool IsPast(string text, Token token) =>
        text.AsSpan(token.Span.Start, token.Span.Length).EndsWith("ed", StringComparison.Ordinal) || Is(text, token, WordClass.Verb);

    private static bool IsPluralForm(string noun) =>
        (noun.Length > 3 && noun[^1] == 's' && noun[^2] is not ('s' or 'u' or 'i')) || noun is "people" or "men" or "women";
}
