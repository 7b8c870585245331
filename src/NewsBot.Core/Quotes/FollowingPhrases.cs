namespace NewsBot.Core.Quotes;

/// <summary>Finds the noun phrase that starts behind a cue: "said Ann Lee, the mayor".</summary>
internal static class FollowingPhrases
{
    /// <summary>A noun phrase that starts at a token, with an apposition or a relative clause behind a comma: "said Ann Lee, the mayor".</summary>
    public static NounPhrases.Subject? After(TextUnit unit, int first, int to, bool whole = false)
    {
        while (first < to && unit.Is(first, WordClass.Adverb) && !unit.Is(first, WordClass.Determiner | WordClass.Capital))
            first++;
        if (first >= to || !unit.Tokens[first].IsWord || unit.Is(first, NounPhrases.ClauseOpener | WordClass.To | WordClass.Auxiliary))
            return null;
        var possesses = unit.Is(first, WordClass.PossessivePronoun) && unit.Is(first + 1, WordClass.Role | WordClass.Collective | WordClass.Capital);
        if (unit.Is(first, WordClass.Pronoun) && !unit.Is(first, WordClass.Determiner) && !possesses && !(unit.IsWord(first, "one") && unit.Is(first + 1, WordClass.Role | WordClass.Collective | WordClass.Capital | WordClass.Preposition)) && !(unit.IsWord(first, "one") && first + 1 < to && unit.Tokens[first + 1].Class == WordClass.None && unit.Tokens[first + 1].IsWord))
            return new NounPhrases.Subject(new Phrase(first, first), new Phrase(first, first), false, false);
        if (unit.Is(first, WordClass.Preposition | WordClass.Time) && !unit.Is(first, WordClass.Capital))
            return null;
        var last = first;
        for (var i = first; i < to && i < first + NounPhrases.Reach; i++)
        {
            var token = unit.Tokens[i];
            if (token.Kind == TokenKind.Open)
            {
                while (i < to && unit.Tokens[i].Kind != TokenKind.Close)
                    i++;
                last = Math.Min(i, to - 1);
                continue;
            }

            if (!token.IsWord || (token.Is(WordClass.Auxiliary) && !token.Is(WordClass.Capital)) || token.Is(WordClass.Relative))
                break;
            if (i > first && (token.Is(WordClass.Time) && !token.Is(WordClass.Adverb) || unit.IsWord(i, "on") && unit.Is(i + 1, WordClass.Time) || token.Is(NounPhrases.ClauseOpener) && !NounPhrases.IsPlainPreposition(unit, i)))
                break;
            if (token.Is(WordClass.Preposition) && !whole && IsAdjunctPreposition(unit, i, first))
                break;
            if (token.Cue is { Forms: VerbForms.Gerund } && i > first)
                break;
            last = i;
        }

        while (last > first && unit.Is(last, WordClass.Preposition | WordClass.Coordinator | WordClass.Adverb))
            last--;
        var core = new Phrase(first, last);
        return new NounPhrases.Subject(WithApposition(unit, core, to), core, false, false);
    }

    /// <summary>"said Lee in a statement": what follows is how it was said, not who.</summary>
    private static bool IsAdjunctPreposition(TextUnit unit, int index, int first)
    {
        if (index == first || unit.IsWord(index, "of"))
            return false;
        if (unit.IsWord(index, "for") || unit.IsWord(index, "at") || unit.IsWord(index, "with") || unit.IsWord(index, "from"))
            return !HasRole(unit, first, index);
        return !(unit.IsWord(index, "to") && HasRole(unit, first, index));
    }

    private static bool HasRole(TextUnit unit, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (unit.Is(i, WordClass.Role | WordClass.Collective) || IsRolePlural(unit, i))
                return true;
        return false;
    }

    private static bool IsRolePlural(TextUnit unit, int index)
    {
        if (!unit.Tokens[index].IsWord)
            return false;
        var word = unit.Word(index);
        return word.Length > 3 && word[^1] == 's' && WordClasses.Of(word[..^1]).HasFlag(WordClass.Role);
    }

    private static Phrase WithApposition(TextUnit unit, Phrase core, int to)
    {
        var comma = core.Last + 1;
        if (comma + 1 >= to)
            return core;
        var opensRelative = unit.IsWord(comma, "who");
        if (!opensRelative && unit.Tokens[comma].Kind != TokenKind.Comma)
            return core;
        var start = opensRelative ? comma : comma + 1;
        var isApposition = unit.Is(start, WordClass.Relative | WordClass.Number | WordClass.Role | WordClass.Collective)
            || unit.IsWord(start, "a") || unit.IsWord(start, "an") || unit.IsWord(start, "the") || unit.IsWord(start, "one") || unit.Is(start, WordClass.PossessivePronoun)
            || unit.IsWord(start, "whose") || unit.IsWord(start, "former") || unit.IsWord(start, "himself") || unit.IsWord(start, "herself")
            || (unit.Tokens[start].IsWord && !unit.Is(start, WordClass.Function | WordClass.Adverb | WordClass.Time) && unit.Tokens[start].Cue is null && !unit.Word(start).EndsWith("ing", StringComparison.Ordinal));
        if (!isApposition)
            return core;
        var end = start;
        for (var i = start; i < to && i < start + NounPhrases.Reach; i++)
        {
            var token = unit.Tokens[i];
            if (token.Kind is TokenKind.Quotation or TokenKind.Stop or TokenKind.Semicolon or TokenKind.Colon or TokenKind.Dash)
                break;
            if (token.Kind == TokenKind.Comma && i == start + 1 && unit.Is(start, WordClass.Number) && unit.IsWord(i + 1, "of"))
            {
                end = i;
                continue;
            }

            if (token.Kind == TokenKind.Comma && i + 1 < to)
            {
                if (unit.IsKind(i + 1, TokenKind.Quotation))
                    break;
                var gerund = unit.Tokens[i + 1].IsWord && unit.Word(i + 1).EndsWith("ing", StringComparison.Ordinal);
                if (gerund || unit.Is(i + 1, WordClass.Auxiliary | WordClass.Verb) || unit.Is(i + 1, WordClass.Subordinator | WordClass.Preposition | WordClass.Adverb) && !unit.Is(i + 1, WordClass.Relative))
                    break;
            }

            if (token.Kind == TokenKind.Comma && i > start + 1 && (unit.IsWord(i + 1, "a") || unit.IsWord(i + 1, "an") || unit.IsWord(i + 1, "the")))
                break;
            if (token.Kind == TokenKind.Comma && i > start && !unit.Is(start, WordClass.Relative) && unit.Is(i + 1, WordClass.Relative) && !unit.IsWord(i + 1, "that"))
                break;
            end = i;
        }

        while (end > start && unit.Tokens[end].Kind == TokenKind.Comma)
            end--;
        return end == start && unit.Is(start, WordClass.Relative) ? core : core with { Last = end };
    }
}
