namespace NewsBot.Core.Quotes;

/// <summary>
/// A cue verb (the token <c>Head</c>) with the auxiliaries and adverbs before it and its particle behind it:
/// "has also called for".
/// </summary>
internal sealed record VerbGroup(int First, int Head, int Last, CueVerb Verb, bool Finite, bool Gerund, bool Passive, bool Infinitive, QuoteStance Stance)
{
    private static readonly Dictionary<string, string[]> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["call"] = ["on", "for", "out", "upon"], ["point"] = ["out", "to"], ["refer"] = ["to"], ["allude"] = ["to"], ["talk"] = ["about", "of", "up", "down"],
        ["speak"] = ["about", "of", "out", "against", "up"], ["object"] = ["to"], ["vote"] = ["for", "against"], ["agree"] = ["with"], ["push"] = ["for", "back"],
        ["press"] = ["for"], ["lash"] = ["out"], ["hit"] = ["back"], ["complain"] = ["about"], ["ask"] = ["for", "about"], ["disagree"] = ["with"],
        ["apologize"] = ["for"], ["joke"] = ["about"], ["think"] = ["about", "of"], ["hear"] = ["about"], ["know"] = ["about"], ["worry"] = ["about"],
        ["advocate"] = ["for"], ["respond"] = ["to"], ["reply"] = ["to"], ["appeal"] = ["to"], ["lobby"] = ["for"], ["wonder"] = ["about"], ["look"] = ["to"],
        ["spell"] = ["out"], ["bristle"] = ["at"], ["hope"] = ["for"], ["learn"] = ["about"], ["find"] = ["out"], ["figure"] = ["out"], ["speculate"] = ["about", "on"],
        ["comment"] = ["on"], ["back"] = ["away", "off"], ["boast"] = ["about", "of"], ["brag"] = ["about"], ["rant"] = ["about", "against"], ["warn"] = ["of", "about", "against"],
        ["hint"] = ["at"], ["protest"] = ["against"], ["disapprove"] = ["of"], ["approve"] = ["of"], ["plead"] = ["for", "with"], ["shoot"] = ["back"], ["fire"] = ["back"], ["put"] = ["it"], ["go"] = ["after"], ["weigh"] = ["in"], ["side"] = ["with"], ["reflect"] = ["on"], ["sing"] = [], ["lean"] = ["on"], ["beg"] = ["for"],
    };

    /// <summary>Verbs that mark no attribution without their particle: "went after him", "put it", "shot back".</summary>
    private static readonly HashSet<string> NeedsParticle = new(StringComparer.OrdinalIgnoreCase)
    {
        "speak", "talk", "point", "refer", "allude", "vote", "object", "bristle", "shoot", "fire", "hit", "put", "go", "lash", "weigh", "side", "lean",
    };

    /// <returns>The group around a cue verb; null where the word is no verb there.</returns>
    public static VerbGroup? Read(TextUnit unit, int head, int from)
    {
        var form = unit.Tokens[head].Cue!;
        var first = head;
        bool be = false, have = false, modal = false, negated = false, to = false;
        while (first > from)
        {
            var before = unit.Tokens[first - 1];
            if (!before.IsWord || before.Is(WordClass.Genitive))
                break;
            if (before.Is(WordClass.Auxiliary))
            {
                be |= before.Is(WordClass.Be) && !to;
                have |= before.Is(WordClass.Have);
                modal |= before.Is(WordClass.Modal | WordClass.Do);
            }
            else if (unit.IsWord(first - 1, "since") && unit.Is(first - 2, WordClass.Have))
            {
                first--;
                continue;
            }
            else if (before.Is(WordClass.To) && !to && (first == head || unit.Is(first, WordClass.Adverb | WordClass.Be | WordClass.Have)) && form.Forms.HasFlag(VerbForms.Base))
            {
                to = true;
            }
            else if (!before.Is(WordClass.Adverb | WordClass.Negation) || (before.Is(WordClass.Capital) && unit.Is(first - 2, WordClass.Capital)) || before.Is(WordClass.Determiner | WordClass.Pronoun))
            {
                break;
            }

            negated |= before.Is(WordClass.Negation);
            first--;
            if (to && before.Is(WordClass.To))
                break;
        }

        while (first < head && first == 0 && unit.Is(first, WordClass.Adverb) && !unit.Is(first, WordClass.Auxiliary))
            first++; // An adverb that opens the sentence is not the verb's.
        if (to && first >= 2 && unit.IsWord(first - 1, "on") && (unit.IsWord(first - 2, "went") || unit.IsWord(first - 2, "goes")))
        {
            first -= 2;
            to = false;
            modal = true;
        }

        var gerund = form.Forms == VerbForms.Gerund;
        var passive = be && !gerund && form.Forms.HasFlag(VerbForms.Participle);
        var finite = !gerund && !to && (be || have || modal || (form.Forms & VerbForms.Finite) != 0);
        if (!to && !IsVerb(unit, first, head, form, aux: be || have || modal))
            return null;
        var last = head;
        if (Particles.TryGetValue(form.Verb.Lemma, out var particles) && head + 1 < unit.Tokens.Length && unit.Tokens[head + 1].IsWord)
            foreach (var particle in particles)
                if (unit.IsWord(head + 1, particle))
                    last = head + 1;
        if (last == head && NeedsParticle.Contains(form.Verb.Lemma) && !unit.IsWord(head - 1, "to"))
            return null;
        return new VerbGroup(first, head, last, form.Verb, finite || (gerund && be), gerund && !be, passive, to, StanceOf(unit, first, form.Verb, negated));
    }

    private static QuoteStance StanceOf(TextUnit unit, int first, CueVerb verb, bool negated)
    {
        if (negated)
            return verb.Stance == QuoteStance.Denied ? QuoteStance.Asserted : QuoteStance.Denied;
        if (verb.Stance != QuoteStance.Asserted)
            return verb.Stance;
        for (var i = first; i < unit.Tokens.Length && (i == first || unit.Is(i - 1, WordClass.Auxiliary | WordClass.Adverb)); i++)
            if (unit.IsWord(i, "might") || unit.IsWord(i, "may") || unit.IsWord(i, "could") || unit.IsWord(i, "would") || unit.IsWord(i, "should"))
                return QuoteStance.Hypothetical;
        for (var i = first - 1; i >= 0 && i >= first - 5; i--)
            if (unit.IsWord(i, "if") || unit.IsWord(i, "unless"))
                return QuoteStance.Hypothetical;
        return QuoteStance.Asserted;
    }

    /// <summary>Tells "he claims that" from "his claims that" by what stands before and behind.</summary>
    private static bool IsVerb(TextUnit unit, int first, int head, CueLexicon.Form form, bool aux)
    {
        var before = first - 1;
        if (aux)
            return true;
        if (unit.Is(before, WordClass.PossessivePronoun | WordClass.Genitive) || (unit.Is(before, WordClass.Determiner) && !unit.Is(before, WordClass.Pronoun) && !IsStandingAlone(unit, before)))
            return false;
        if (form.Forms == VerbForms.Gerund)
            return before < 0 || !unit.Tokens[before].IsWord || unit.Is(before, WordClass.Preposition | WordClass.Coordinator | WordClass.Subordinator | WordClass.ObjectPronoun | WordClass.Time)
                || (form.Verb.Speech && (unit.Is(before, WordClass.Capital | WordClass.Adverb) || IsPlural(unit, before) || unit.Tokens[head + 1 < unit.Tokens.Length ? head + 1 : head].Kind is TokenKind.Quotation or TokenKind.Colon || unit.IsWord(head + 1, "that")));
        if (unit.Is(before, WordClass.Preposition) && !unit.Is(before, WordClass.Adverb | WordClass.Subordinator))
            return false;
        if (form.Forms is VerbForms.Past or VerbForms.Participle or (VerbForms.Past | VerbForms.Participle))
            return true;
        // A base or third-person form could be a noun.
        if (unit.Is(before, WordClass.SubjectPronoun | WordClass.Relative) && !unit.IsWord(before, "one"))
            return true;
        var next = head + 1;
        var opens = next >= unit.Tokens.Length || unit.Tokens[next].Kind is TokenKind.Quotation or TokenKind.Colon or TokenKind.Comma or TokenKind.Stop
            || unit.Is(next, WordClass.Determiner | WordClass.PossessivePronoun | WordClass.Pronoun | WordClass.Subordinator | WordClass.To | WordClass.Question | WordClass.Capital | WordClass.Number)
            || (unit.Is(next, WordClass.Preposition) && before >= 0 && (unit.Is(before, WordClass.Capital) || !unit.Tokens[before].IsWord));
        if (before < 0)
            return form.Verb.Speech && unit.IsKind(next, TokenKind.Quotation);
        if (!opens && !(form.Forms.HasFlag(VerbForms.Base) && IsGroup(unit, before)))
            return false;
        if (form.Forms.HasFlag(VerbForms.Third))
            return unit.Tokens[before].Kind is TokenKind.Quotation or TokenKind.Comma or TokenKind.Close || !IsPlural(unit, before);
        return IsPlural(unit, before) || unit.Is(before, WordClass.Collective) || (form.Forms.HasFlag(VerbForms.Past) && unit.Is(before, WordClass.Capital));
    }

    private static bool IsStandingAlone(TextUnit unit, int index) =>
        unit.IsWord(index, "others") || unit.IsWord(index, "some") || unit.IsWord(index, "many") || unit.IsWord(index, "all") || unit.IsWord(index, "both") ||
        unit.IsWord(index, "most") || unit.IsWord(index, "few") || unit.IsWord(index, "several");

    /// <summary>"analysts", "officials": a noun that names people.</summary>
    private static bool IsGroup(TextUnit unit, int index)
    {
        if (!unit.Tokens[index].IsWord)
            return false;
        var word = unit.Word(index);
        return word.Length > 4 && word[^1] == 's' && (WordClasses.Of(word[..^1]).HasFlag(WordClass.Role) || (unit.Is(index, WordClass.Collective) && !unit.Is(index, WordClass.Capital)));
    }

    private static bool IsPlural(TextUnit unit, int index)
    {
        if (!unit.Tokens[index].IsWord)
            return false;
        var word = unit.Word(index);
        return (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && !unit.Is(index, WordClass.Capital)) || word is "people" or "women" or "men" or "police" or "media"
            || IsStandingAlone(unit, index);
    }
}
