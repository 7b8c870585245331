namespace NewsBot.Core.Quotes;

/// <summary>Finds the noun phrases that stand around a cue.</summary>
internal static class NounPhrases
{
    private const WordClass ClauseOpener = WordClass.Subordinator | WordClass.Question;

    /// <summary>
    /// A subject. <c>Phrase</c> is it with its apposition or relative clause, <c>Core</c> without them (for a relative
    /// pronoun the phrase that it stands for); <c>Coordinated</c> says that the verb joins an earlier verb whose subject
    /// it shares, and then there is no phrase.
    /// </summary>
    internal readonly record struct Subject(Phrase Phrase, Phrase Core, bool Coordinated, bool Relative);

    /// <summary>The subject of a verb group that starts at <paramref name="verb"/>, searched leftwards down to <paramref name="from"/>.</summary>
    public static Subject? Before(TextUnit unit, int verb, int from)
    {
        var last = verb - 1;
        if (last < from)
            return null;
        var token = unit.Tokens[last];
        if (token.IsWord && token.Is(WordClass.Coordinator))
            return new Subject(default, default, Coordinated: true, Relative: false);
        if (token.Kind == TokenKind.Comma || token.Kind == TokenKind.Dash)
            return AcrossApposition(unit, last, from);
        if (token.Kind == TokenKind.Close)
            return AcrossParenthesis(unit, last, from);
        if (!token.IsWord)
            return null;
        if (token.Is(WordClass.Relative))
        {
            var antecedent = last - 1 >= from && unit.IsKind(last - 1, TokenKind.Comma) ? last - 2 : last - 1;
            return antecedent < from || unit.Is(last, WordClass.Question) && !unit.Is(last, WordClass.Relative)
                ? null
                : new Subject(new Phrase(last, last), Walk(unit, antecedent, from) ?? new Phrase(last, last), false, Relative: true);
        }

        return Walk(unit, last, from) is { } phrase ? new Subject(phrase, phrase, false, false) : null;
    }

    /// <summary>The noun phrase that ends at a token.</summary>
    public static Phrase? EndingAt(TextUnit unit, int last, int from) => Walk(unit, last, from);

    private static Subject? AcrossParenthesis(TextUnit unit, int close, int from)
    {
        var open = close;
        while (open > from && unit.Tokens[open].Kind != TokenKind.Open)
            open--;
        return open > from && Walk(unit, open - 1, from) is { } core ? new Subject(core with { Last = close }, core, false, false) : null;
    }

    /// <summary>"Murphy, the head of Right to Rise, said": back over commas to the phrase that the apposition explains.</summary>
    private static Subject? AcrossApposition(TextUnit unit, int comma, int from)
    {
        var kind = unit.Tokens[comma].Kind;
        var next = comma;
        for (var steps = 0; steps < 4; steps++)
        {
            var open = next - 1;
            while (open >= from && unit.Tokens[open].Kind != kind && unit.Tokens[open].Kind is not (TokenKind.Quotation or TokenKind.Semicolon or TokenKind.Colon))
                open--;
            if (open <= from || unit.Tokens[open].Kind != kind)
                return null;
            var inner = open + 1;
            if (inner >= comma)
                return null;
            var isAdverbial = unit.Is(inner, WordClass.Preposition | WordClass.Subordinator | WordClass.Adverb) && !unit.Is(inner, WordClass.Relative) || unit.Tokens[inner].Cue is { Forms: VerbForms.Gerund };
            var core = unit.Tokens[open - 1].Kind == TokenKind.Close
                ? AcrossParenthesis(unit, open - 1, from)?.Phrase
                : Walk(unit, open - 1, from);
            if (core is { } phrase && LooksLikeHead(unit, phrase, inner))
                return isAdverbial ? new Subject(phrase, phrase, false, false) : new Subject(phrase with { Last = comma - 1 }, phrase, false, false);
            next = open;
        }

        return null;
    }

    /// <summary>Whether an apposition can explain the phrase: it has a name, or is definite.</summary>
    private static bool LooksLikeHead(TextUnit unit, Phrase phrase, int inner)
    {
        for (var i = phrase.First; i <= phrase.Last; i++)
            if (unit.Is(i, WordClass.Capital) && !unit.Is(i, WordClass.Time))
                return true;
        return unit.Is(inner, WordClass.Relative | WordClass.Determiner) || unit.Is(phrase.First, WordClass.Pronoun);
    }

    /// <summary>A noun phrase that ends at a token: back to the clause's start or its verb.</summary>
    private static Phrase? Walk(TextUnit unit, int last, int from)
    {
        if (last < from || !unit.Tokens[last].IsWord)
            return null;
        if (unit.Is(last, WordClass.SubjectPronoun) && !unit.Is(last - 1, WordClass.Determiner | WordClass.Preposition))
            return new Phrase(last, last);
        var first = last;
        var who = -1;
        var lastAnd = -1;
        var hitVerb = false;
        for (var i = last; i >= from; i--)
        {
            var token = unit.Tokens[i];
            if (!token.IsWord)
            {
                if (token.Kind == TokenKind.Close && i > from)
                {
                    var open = i;
                    while (open > from && unit.Tokens[open].Kind != TokenKind.Open)
                        open--;
                    i = open;
                    first = open;
                    continue;
                }

                break;
            }

            if (token.Is(WordClass.Coordinator))
            {
                if (unit.IsWord(i, "but") || unit.IsWord(i, "nor") || unit.IsWord(i, "yet"))
                    break;
                if (lastAnd < 0)
                    lastAnd = i;
                first = i;
                continue;
            }

            if (IsFiniteVerb(unit, i, from))
            {
                hitVerb = true;
                break;
            }

            if (token.Is(ClauseOpener) && !token.Is(WordClass.Capital) && !IsPlainPreposition(unit, i))
                break;
            if (i < last && token.Is(WordClass.SubjectPronoun) && !token.Is(WordClass.Determiner) && !unit.IsWord(i, "one"))
            {
                hitVerb = true;
                break;
            }

            first = i;
        }

        if (hitVerb && (who = RelativeBefore(unit, first, from)) > from && Walk(unit, who - 1, from) is { } antecedent)
            return antecedent with { Last = last };
        if (hitVerb && lastAnd >= first)
            first = lastAnd + 1;
        return Trim(unit, first, last);
    }

    /// <summary>"A man who asked not to be named said": the relative clause that runs up to the verb; -1 where there is none.</summary>
    private static int RelativeBefore(TextUnit unit, int first, int from)
    {
        for (var i = first - 1; i > from && first - i < 16; i--)
        {
            if (!unit.Tokens[i].IsWord)
                return -1;
            if (unit.IsWord(i, "who"))
                return i;
        }

        return -1;
    }

    private static bool IsPlainPreposition(TextUnit unit, int index) =>
        unit.Is(index, WordClass.Preposition) && !unit.IsWord(index, "as") && !unit.IsWord(index, "until") && !unit.IsWord(index, "since");

    private static bool IsFiniteVerb(TextUnit unit, int index, int from)
    {
        var token = unit.Tokens[index];
        if (token.Is(WordClass.Capital) && index > from)
            return false;
        if (token.Is(WordClass.Auxiliary) && !unit.Is(index, WordClass.Time))
            return true;
        var nounBefore = index > from && unit.Tokens[index - 1].IsWord && !unit.Is(index - 1, WordClass.Determiner | WordClass.PossessivePronoun | WordClass.Genitive | WordClass.Preposition | WordClass.Coordinator);
        if (token.Is(WordClass.Verb))
            return nounBefore;
        return token.Cue is { } form && (form.Forms & (VerbForms.Past | VerbForms.Third)) != 0 && form.Verb.Frame is CueFrame.Say or CueFrame.Tell && nounBefore;
    }

    /// <summary>Drops what opens the clause and is not of the phrase: conjunctions, adverbs, "on Tuesday".</summary>
    private static Phrase? Trim(TextUnit unit, int first, int last)
    {
        while (first <= last)
        {
            if (!unit.Tokens[first].IsWord || unit.Is(first, WordClass.Coordinator))
            {
                first++;
            }
            else if (unit.Is(first, WordClass.Subordinator) && !unit.Is(first, WordClass.Relative) || unit.Is(first, WordClass.Question) && first < last && !unit.Is(first, WordClass.Relative))
            {
                first++;
            }
            else if (unit.Is(first, WordClass.Adverb | WordClass.Time) && !unit.Is(first, WordClass.Determiner) && first < last && !IsNamePart(unit, first, last))
            {
                first++;
            }
            else if (unit.Is(first, WordClass.Preposition) && TimePhraseEnd(unit, first, last) is var end && end > first)
            {
                first = end;
            }
            else
            {
                break;
            }
        }

        return first <= last ? new Phrase(first, last) : null;
    }

    private static bool IsNamePart(TextUnit unit, int first, int last) => unit.Is(first, WordClass.Capital) && first > 0 && last > first && unit.Is(first + 1, WordClass.Capital) && !unit.Is(first, WordClass.Adverb);

    private static int TimePhraseEnd(TextUnit unit, int first, int last)
    {
        var i = first + 1;
        if (i <= last && (unit.Is(i, WordClass.Time | WordClass.Number)))
        {
            while (i <= last && unit.Is(i, WordClass.Time | WordClass.Number))
                i++;
            return i <= last ? i : first;
        }

        return first;
    }

    /// <summary>A noun phrase that starts at a token, with an apposition or a relative clause behind a comma: "said Ann Lee, the mayor".</summary>
    public static Subject? After(TextUnit unit, int first, int to)
    {
        while (first < to && unit.Is(first, WordClass.Adverb) && !unit.Is(first, WordClass.Determiner | WordClass.Capital))
            first++;
        if (first >= to || !unit.Tokens[first].IsWord || unit.Is(first, ClauseOpener | WordClass.To | WordClass.Auxiliary))
            return null;
        var possesses = unit.Is(first, WordClass.PossessivePronoun) && unit.Is(first + 1, WordClass.Role | WordClass.Collective | WordClass.Capital);
        if (unit.Is(first, WordClass.Pronoun) && !unit.Is(first, WordClass.Determiner) && !possesses)
            return new Subject(new Phrase(first, first), new Phrase(first, first), false, false);
        if (unit.Is(first, WordClass.Preposition | WordClass.Time) && !unit.Is(first, WordClass.Capital))
            return null;
        var last = first;
        for (var i = first; i < to; i++)
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
            if (i > first && (token.Is(WordClass.Time) && !token.Is(WordClass.Adverb) || unit.IsWord(i, "on") && unit.Is(i + 1, WordClass.Time) || token.Is(ClauseOpener) && !IsPlainPreposition(unit, i)))
                break;
            if (token.Is(WordClass.Preposition) && IsAdjunctPreposition(unit, i, first))
                break;
            if (token.Cue is { Forms: VerbForms.Gerund } && i > first)
                break;
            last = i;
        }

        while (last > first && unit.Is(last, WordClass.Preposition | WordClass.Coordinator | WordClass.Adverb))
            last--;
        var core = new Phrase(first, last);
        return new Subject(WithApposition(unit, core, to), core, false, false);
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
            if (unit.Is(i, WordClass.Role | WordClass.Collective))
                return true;
        return false;
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
            || (unit.Is(start, WordClass.Determiner | WordClass.PossessivePronoun) && !unit.IsWord(start, "this") && !unit.IsWord(start, "that"))
            || unit.IsWord(start, "whose") || unit.IsWord(start, "former") || unit.IsWord(start, "himself") || unit.IsWord(start, "herself")
            || (unit.Tokens[start].IsWord && !unit.Is(start, WordClass.Function | WordClass.Adverb | WordClass.Time) && unit.Tokens[start].Cue is null && !unit.Word(start).EndsWith("ing", StringComparison.Ordinal));
        if (!isApposition)
            return core;
        var end = start;
        for (var i = start; i < to; i++)
        {
            var token = unit.Tokens[i];
            if (token.Kind is TokenKind.Quotation or TokenKind.Stop or TokenKind.Semicolon or TokenKind.Colon or TokenKind.Dash)
                break;
            if (token.Kind == TokenKind.Comma && i + 1 < to)
            {
                if (unit.IsKind(i + 1, TokenKind.Quotation))
                    break;
                var gerund = unit.Tokens[i + 1].IsWord && unit.Word(i + 1).EndsWith("ing", StringComparison.Ordinal);
                if (gerund || unit.Is(i + 1, WordClass.Subordinator | WordClass.Preposition | WordClass.Adverb) && !unit.Is(i + 1, WordClass.Relative))
                    break;
            }

            end = i;
        }

        while (end > start && unit.Tokens[end].Kind == TokenKind.Comma)
            end--;
        return core with { Last = end };
    }
}
