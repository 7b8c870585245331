using System.Collections.Frozen;

namespace NewsBot.Core.Quotes;

/// <summary>
/// Nouns that mark an attribution when they have a possessor, who is its source, and a clause or a prepositional phrase
/// behind, which is its content: "the mayor's claim that", "her criticism of".
/// </summary>
internal static class NounCues
{
    /// <summary>The cue from <c>First</c> through <c>Last</c>; its content starts at <c>Content</c>.</summary>
    internal sealed record Cue(int First, int Last, int Content, Phrase Source, AttributionType Type);

    private static readonly FrozenDictionary<string, AttributionType> Nouns = Build();

    private static FrozenDictionary<string, AttributionType> Build()
    {
        var nouns = new Dictionary<string, AttributionType>(StringComparer.OrdinalIgnoreCase);
        void Add(AttributionType type, string words)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                nouns[word] = type;
                nouns[word.EndsWith('y') && !word.EndsWith("ey", StringComparison.Ordinal) ? word[..^1] + "ies" : word.EndsWith('s') || word.EndsWith("sh", StringComparison.Ordinal) ? word + "es" : word + "s"] = type;
            }
        }

        Add(
            AttributionType.Assertion,
            "claim statement assertion allegation accusation argument criticism call proposal suggestion recommendation warning comment remark attack praise " +
            "announcement admission denial insistence prediction complaint apology comparison description characterization condemnation denunciation declaration " +
            "message question response explanation endorsement rebuke rhetoric tirade broadside tweet testimony tribute reference response");
        Add(
            AttributionType.Belief,
            "belief view opinion support opposition concern fear doubt stance position disdain contempt admiration skepticism scepticism frustration anger " +
            "faith conviction disapproval approval optimism pessimism enthusiasm hatred dislike distrust embrace rejection dismissal fondness worry confidence");
        Add(
            AttributionType.Eventuality,
            "plan promise pledge vow threat demand request decision refusal desire hope commitment intention willingness bid appeal interest reluctance offer wish");
        return nouns.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public static Cue? Read(TextUnit unit, int at, int from)
    {
        if (at <= from || !unit.Tokens[at].IsWord || !Nouns.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(unit.Word(at), out var type))
            return null;
        var next = at + 1;
        if (next + 1 >= unit.Tokens.Length || Possessor(unit, at, from) is not var (first, source))
            return null;
        if (unit.IsWord(next, "that") || unit.Is(next, WordClass.To) && unit.Tokens[next + 1].IsWord && !unit.Is(next + 1, WordClass.Determiner | WordClass.Capital | WordClass.PossessivePronoun))
            return new Cue(first, at, next, source, type);
        if (unit.IsKind(next, TokenKind.Colon) && unit.IsKind(next + 1, TokenKind.Quotation))
            return new Cue(first, at, next + 1, source, type);
        var preposition = unit.IsWord(next, "of") || unit.IsWord(next, "for") || unit.IsWord(next, "about") || unit.IsWord(next, "on") || unit.IsWord(next, "against") || unit.IsWord(next, "to") || unit.IsWord(next, "over");
        return preposition ? new Cue(first, next, next + 1, source, type) : null;
    }

    /// <summary>Who has the noun, over at most two adjectives; and the cue's first token.</summary>
    private static (int First, Phrase Source)? Possessor(TextUnit unit, int at, int from)
    {
        var i = at - 1;
        while (i > from && at - i < 3 && unit.Tokens[i].IsWord && !unit.Is(i, WordClass.Function | WordClass.Genitive | WordClass.Capital))
            i--;
        if (i < from)
            return null;
        if (unit.Is(i, WordClass.PossessivePronoun) && !unit.IsWord(i, "whose"))
            return (i + 1, new Phrase(i, i));
        if (!unit.Is(i, WordClass.Genitive) || i - 1 < from)
            return null;
        if (NounPhrases.EndingAt(unit, i - 1, from) is not { } source)
            return null;
        for (var p = source.Last - 1; p >= source.First; p--)
            if (unit.Is(p, WordClass.Preposition) && !unit.IsWord(p, "of"))
                return (i + 1, source with { First = p + 1 });
        return (i + 1, source);
    }

    /// <summary>
    /// Where the content ends: at punctuation, or before the verb of the sentence that the noun stands in. A clause has one
    /// verb of its own first.
    /// </summary>
    public static int ContentEnd(TextUnit unit, Cue cue)
    {
        var verbs = unit.IsWord(cue.Content, "that") ? 1 : 0;
        var i = cue.Content;
        for (; i < unit.Tokens.Length; i++)
        {
            var token = unit.Tokens[i];
            if (token.Kind is TokenKind.Comma or TokenKind.Semicolon or TokenKind.Dash or TokenKind.Stop or TokenKind.Colon)
                break;
            if (i == cue.Content || !IsFinite(unit, i))
                continue;
            if (--verbs < 0)
                break;
        }

        return i - 1;
    }

    private static bool IsFinite(TextUnit unit, int index)
    {
        var token = unit.Tokens[index];
        if (!token.IsWord || unit.Is(index - 1, WordClass.Auxiliary | WordClass.Adverb | WordClass.To | WordClass.Relative | WordClass.Coordinator | WordClass.Determiner | WordClass.PossessivePronoun | WordClass.Genitive | WordClass.Preposition))
            return false;
        return token.Is(WordClass.Auxiliary | WordClass.Verb) || token.Cue is { } cue && (cue.Forms & (VerbForms.Past | VerbForms.Third)) != 0
            || (!token.Is(WordClass.Capital) && unit.Word(index).EndsWith("ed", StringComparison.Ordinal) && unit.Word(index).Length > 4);
    }
}
