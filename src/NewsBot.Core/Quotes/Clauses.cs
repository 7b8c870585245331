namespace NewsBot.Core.Quotes;

/// <summary>Finds the verbs of a unit's clauses and their subjects.</summary>
internal static class Clauses
{
    private const int MostSubjectTokens = 24;

    /// <summary>The subject of the clause that a shared verb stands in: the phrase before its first verb.</summary>
    public static NounPhrases.Subject? SubjectBefore(TextUnit unit, int verb)
    {
        for (var i = verb - 1; i > 0 && i > verb - Reading.Reach; i--)
            if (IsVerb(unit, i) && !unit.Is(i - 1, WordClass.Auxiliary) && NounPhrases.Before(unit, i, 0) is { Coordinated: false } subject && !unit.IsWord(subject.Core.First, "there"))
                return subject;
        return null;
    }

    /// <summary>Whether a word can be the finite verb of a clause.</summary>
    public static bool IsVerb(TextUnit unit, int index)
    {
        var token = unit.Tokens[index];
        if (!token.IsWord || unit.Is(index - 1, WordClass.To | WordClass.Determiner | WordClass.PossessivePronoun | WordClass.Genitive | WordClass.Preposition))
            return false;
        if (unit.Is(index, WordClass.Auxiliary | WordClass.Verb))
            return !unit.Is(index, WordClass.Capital);
        return token.Cue is { } cue && (cue.Forms & (VerbForms.Past | VerbForms.Third)) != 0
            || (!unit.Is(index, WordClass.Capital | WordClass.Function) && unit.Word(index).Length > 4 && unit.Word(index).EndsWith("ed", StringComparison.Ordinal));
    }

    /// <summary>Whether what stands from one token to before another is a main clause: it has a finite verb, and nothing opens it.</summary>
    public static bool IsWhole(TextUnit unit, int from, int to)
    {
        if (unit.Is(from, WordClass.Preposition | WordClass.Subordinator | WordClass.Coordinator | WordClass.Adverb) && !unit.Is(from, WordClass.Determiner | WordClass.Pronoun))
            return false;
        for (var i = from + 1; i < to; i++)
            if (IsVerb(unit, i))
                return true;
        return false;
    }

    /// <summary>The subject of the first finite verb; null where it has none of its own.</summary>
    public static NounPhrases.Subject? FirstSubject(TextUnit unit)
    {
        for (var i = 1; i < unit.Tokens.Length && i < MostSubjectTokens; i++)
            if (IsVerb(unit, i) && NounPhrases.Before(unit, i, 0) is { Coordinated: false, Relative: false } subject)
                return subject;
        return null;
    }

    /// <summary>The subject of a sentence that only tells who is about to be quoted: a name, "he" or "she"; else null.</summary>
    public static NounPhrases.Subject? Introduced(TextUnit unit)
    {
        for (var i = 1; i < unit.Tokens.Length && i < MostSubjectTokens; i++)
        {
            if (!IsVerb(unit, i) || NounPhrases.Before(unit, i, 0) is not { Coordinated: false, Relative: false } subject)
                continue;
            var first = subject.Core.First;
            return unit.IsWord(first, "he") || unit.IsWord(first, "she") || (first <= 2 && unit.Is(subject.Core.Last, WordClass.Capital) && !unit.Is(subject.Core.Last, WordClass.Function)) ? subject : null;
        }

        return null;
    }

    /// <summary>
    /// The first phrase of two or more capitalised words between two tokens, which names a person in any language; null where
    /// there is none.
    /// </summary>
    public static NounPhrases.Subject? FirstName(TextUnit unit, int from, int to)
    {
        for (var first = from; first + 1 < to; first++)
        {
            var last = first;
            while (last < to && unit.Is(last, WordClass.Capital) && !unit.Is(last, WordClass.Function | WordClass.Time | WordClass.Genitive))
                last++;
            last--;
            if (last > first)
                return new NounPhrases.Subject(new Phrase(first, last), new Phrase(first, last), false, false);
        }

        return null;
    }

    /// <summary>Whether a phrase has a word that can name somebody: a capitalised one, a role, or a group.</summary>
    public static bool HasName(TextUnit unit, Phrase phrase)
    {
        for (var i = phrase.First; i <= phrase.Last; i++)
            if (unit.Is(i, WordClass.Capital | WordClass.Role | WordClass.Collective))
                return true;
        return false;
    }
}
