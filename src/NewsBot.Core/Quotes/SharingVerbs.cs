namespace NewsBot.Core.Quotes;

/// <summary>Reads cue verbs without a subject of their own: participles, infinitives, and the second verb of a subject.</summary>
internal sealed class SharingVerbs(Reading reading)
{
    private readonly TextUnit _unit = reading.Unit;

    /// <summary>A participle, an infinitive, or the second verb of a subject: "..., adding that", "but said".</summary>
    public int Read(VerbGroup group)
    {
        var start = ContentFinder.Start(_unit, group, group.Last + 1);
        if (group.First <= 1 && reading.Found.Count == 0 && (group.Gerund || group.Infinitive))
            return start < 0 ? group.Last : OpeningClause(group, start);
        if (group.Gerund && group.First > reading.Free && NounPhrases.EndingAt(_unit, group.First - 1, reading.Free) is { } with && WithSubject(with) is { } own)
            return reading.Following(group, new NounPhrases.Subject(own, own, false, false), start);
        if (group.Infinitive && InfinitiveSubject(group.First) is { } agent)
            return reading.Following(group, new NounPhrases.Subject(agent, agent, false, false), start);
        var quotation = reading.QuotationBefore(group.First);
        if (quotation >= 0 && group.Verb.Speech && start < 0)
            return group.Last;
        return (IsAdjacent(group) ? reading.LastSubject ?? Clauses.SubjectBefore(_unit, group.First) : Clauses.SubjectBefore(_unit, group.First) ?? reading.LastSubject) is { } shared ? reading.Following(group, shared, start) : group.Last;
    }

    /// <summary>Whether nothing but a comma and a conjunction stands between the last content and the verb.</summary>
    private bool IsAdjacent(VerbGroup group)
    {
        var at = group.First - 1;
        while (at >= reading.Free && (_unit.IsKind(at, TokenKind.Comma) || _unit.Is(at, WordClass.Coordinator | WordClass.Adverb)))
            at--;
        return reading.LastSubject is not null && at < reading.Free;
    }

    /// <summary>"Reflecting on the vote, Lee ...": the content ends at the comma, and the subject of the sentence is the source.</summary>
    private int OpeningClause(VerbGroup group, int start)
    {
        var comma = start;
        while (comma < _unit.Tokens.Length && _unit.Tokens[comma].Kind != TokenKind.Comma)
            comma++;
        var verb = comma + 1;
        while (verb < _unit.Tokens.Length && !Clauses.IsVerb(_unit, verb))
            verb++;
        if (verb >= _unit.Tokens.Length || NounPhrases.Before(_unit, verb, comma + 1) is not { Coordinated: false } subject)
            return group.Last;
        reading.Add(group, subject with { Phrase = subject.Core }, [_unit.SpanOf(start, comma - 1)], comma - 1);
        return comma;
    }

    /// <summary>"with Lee shouting": the phrase behind "with".</summary>
    private Phrase? WithSubject(Phrase phrase)
    {
        for (var i = phrase.Last; i >= phrase.First; i--)
            if (_unit.IsWord(i, "with"))
                return i < phrase.Last ? phrase with { First = i + 1 } : null;
        return null;
    }

    /// <summary>"led Lee to declare", "for both to assert": the subject of an infinitive that another verb brings about.</summary>
    private Phrase? InfinitiveSubject(int to)
    {
        var last = to - 1;
        if (last <= reading.Free || !_unit.Tokens[last].IsWord)
            return null;
        if (_unit.Is(last, WordClass.ObjectPronoun) || _unit.IsWord(last, "some") || _unit.IsWord(last, "many") || _unit.IsWord(last, "others") || _unit.IsWord(last, "both"))
            return new Phrase(last, last);
        for (var i = last; i > 0 && i > last - 9 && _unit.Tokens[i].IsWord; i--)
        {
            if (i < last && (_unit.IsWord(i, "for") || Causes(i)))
                return _unit.Is(last, WordClass.Capital | WordClass.Role | WordClass.Collective) ? new Phrase(i + 1, last) : null;
            if (Clauses.IsVerb(_unit, i))
                return null;
        }

        return null;
    }

    private bool Causes(int index) => _unit.Tokens[index].IsWord && Causatives.Contains(_unit.Word(index).ToString());

    private static readonly HashSet<string> Causatives = new(StringComparer.OrdinalIgnoreCase)
    {
        "led", "lead", "leads", "prompted", "prompting", "prompts", "allow", "allows", "allowed", "allowing", "caused", "causing", "force", "forced", "forcing", "help", "helped", "get", "got",
        "getting", "inspired", "enabled", "sent", "compelled", "convinced", "persuaded", "leading", "drove", "moved", "caused", "invited", "required",
    };
}
