namespace NewsBot.Core.Quotes;

/// <summary>Finds the noun phrases that stand around a cue.</summary>
internal static class NounPhrases
{
    /// <summary>How many tokens a phrase may have; keeps the search linear.</summary>
    internal const int Reach = 80;

    internal const WordClass ClauseOpener = WordClass.Subordinator | WordClass.Question;

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
        while (last > from + 1 && IsTimeBeforeVerb(unit, last))
            last--;
        if (last < from)
            return null;
        var token = unit.Tokens[last];
        if (token.IsWord && token.Is(WordClass.Coordinator))
            return new Subject(default, default, Coordinated: true, Relative: false);
        if (token.Kind == TokenKind.Comma || token.Kind == TokenKind.Dash)
            return Appositions.Across(unit, last, from);
        if (token.Kind == TokenKind.Close)
            return AcrossParenthesis(unit, last, from);
        if (!token.IsWord)
            return null;
        if (token.Is(WordClass.Relative))
        {
            var antecedent = last - 1 >= from && unit.IsKind(last - 1, TokenKind.Comma) ? last - 2 : last - 1;
            return antecedent < from || unit.Is(last, WordClass.Question) && !unit.Is(last, WordClass.Relative)
                ? null
                : new Subject(new Phrase(last, last), WithoutPreposition(unit, Walk(unit, antecedent, from)) ?? new Phrase(last, last), false, Relative: true);
        }

        return Walk(unit, last, from) is { } phrase ? new Subject(phrase, phrase, false, false) : null;
    }

    /// <summary>"went to Lee, who": the preposition is not of the phrase.</summary>
    private static Phrase? WithoutPreposition(TextUnit unit, Phrase? phrase) =>
        phrase is { Count: > 1 } whole && unit.Is(whole.First, WordClass.Preposition) && !unit.Is(whole.First, WordClass.Capital) ? whole with { First = whole.First + 1 } : phrase;

    /// <summary>"Beck, who lost, last week said": words of when between a comma and the verb.</summary>
    private static bool IsTimeBeforeVerb(TextUnit unit, int index)
    {
        var first = index;
        while (first > 0 && (unit.Is(first, WordClass.Time) || unit.IsWord(first, "on") || unit.IsWord(first, "this")))
            first--;
        return first < index && unit.IsKind(first, TokenKind.Comma);
    }

    /// <summary>The noun phrase that ends at a token.</summary>
    public static Phrase? EndingAt(TextUnit unit, int last, int from) => Walk(unit, last, from);

    public static Subject? AcrossParenthesis(TextUnit unit, int close, int from)
    {
        var open = close;
        while (open > from && unit.Tokens[open].Kind != TokenKind.Open)
            open--;
        return open > from && Walk(unit, open - 1, from) is { } core ? new Subject(core with { Last = close }, core, false, false) : null;
    }

    /// <summary>A noun phrase that ends at a token: back to the clause's start or its verb.</summary>
    private static Phrase? Walk(TextUnit unit, int last, int from)
    {
        if (last < from || !unit.Tokens[last].IsWord)
            return null;
        if (unit.Is(last, WordClass.SubjectPronoun) && (!unit.Is(last - 1, WordClass.Determiner | WordClass.Preposition) || unit.Is(last - 1, WordClass.Subordinator)))
            return new Phrase(last, last);
        var first = last;
        var who = -1;
        var lastAnd = -1;
        var hitVerb = false;
        for (var i = last; i >= from && i > last - Reach; i--)
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
            {
                hitVerb |= unit.IsWord(i, "who");
                break;
            }

            if (i < last && IsSomebody(unit, i) && unit.Is(i + 1, WordClass.Preposition))
                return new Phrase(i, last);
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

    /// <summary>"Someone in the room".</summary>
    private static bool IsSomebody(TextUnit unit, int i) =>
        unit.IsWord(i, "someone") || unit.IsWord(i, "somebody") || unit.IsWord(i, "everyone") || unit.IsWord(i, "everybody") || unit.IsWord(i, "anyone") || unit.IsWord(i, "nobody");

    /// <summary>"A man who asked not to be named said": the relative clause that runs up to the verb; -1 where there is none.</summary>
    private static int RelativeBefore(TextUnit unit, int first, int from)
    {
        for (var i = first - 1; i > from && first - i < 16; i--)
        {
            if (!unit.Tokens[i].IsWord)
                return -1;
            if (unit.Tokens[i].Cue is { Verb.Frame: CueFrame.Say or CueFrame.Tell } said && (said.Forms & (VerbForms.Past | VerbForms.Third)) != 0)
                return -1;
            if (unit.IsWord(i, "who"))
                return i;
        }

        return -1;
    }

    internal static bool IsPlainPreposition(TextUnit unit, int index) =>
        unit.Is(index, WordClass.Preposition) && !unit.Is(index, WordClass.Subordinator);

    private static bool IsFiniteVerb(TextUnit unit, int index, int from)
    {
        var token = unit.Tokens[index];
        if (token.Is(WordClass.Capital) && index > from)
            return false;
        if (token.Is(WordClass.Auxiliary) && !unit.Is(index, WordClass.Time))
            return true;
        var nounBefore = index > from && unit.Tokens[index - 1].IsWord && !unit.Is(index - 1, WordClass.Determiner | WordClass.PossessivePronoun | WordClass.Genitive | WordClass.Preposition | WordClass.Coordinator);
        if (unit.IsWord(index + 1, "by"))
            return false; // "a group led by Lee": no verb of the clause.
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

        return first <= last ? new Phrase(first, TrimEnd(unit, first, last)) : null;
    }

    /// <summary>Drops what tells when from the end of a subject: "Lee later Thursday", "Lee on Monday", "Lee this week".</summary>
    private static int TrimEnd(TextUnit unit, int first, int last)
    {
        var end = last;
        while (end > first && (unit.IsWord(end, "all") || unit.IsWord(end, "both") || unit.IsWord(end, "each") || unit.IsWord(end, "themselves") || unit.IsWord(end, "himself") || unit.IsWord(end, "herself") || unit.Is(end, WordClass.Time | WordClass.Adverb) && !unit.Is(end, WordClass.Determiner | WordClass.Role) || (end < last && (unit.IsWord(end, "on") || unit.IsWord(end, "this") || unit.IsWord(end, "in")))))
            end--;
        for (var i = first + 1; i < end - 1; i++)
            if ((unit.IsWord(i, "in") || unit.IsWord(i, "at") || unit.IsWord(i, "during")) && unit.Is(i - 1, WordClass.Capital) && (unit.Is(i + 1, WordClass.PossessivePronoun) || unit.IsWord(i + 1, "a") || unit.IsWord(i + 1, "an")))
                return i - 1;
        return end;
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
}
