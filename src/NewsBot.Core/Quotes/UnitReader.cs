namespace NewsBot.Core.Quotes;

/// <summary>Reads the attributions of one unit from left to right.</summary>
internal sealed class UnitReader(Reading reading)
{
    private readonly TextUnit _unit = reading.Unit;

    private readonly VerbReader _verbs = new(reading);
    private readonly OtherCues _others = new(reading);

    public static List<Attribution> Read(TextUnit unit)
    {
        var reading = new Reading(unit);
        new UnitReader(reading).Read();
        return reading.Found;
    }

    private void Read()
    {
        foreach (var (cue, source, content, last) in Signatures.Read(_unit))
            reading.Add(cue, new NounPhrases.Subject(source, source, false, false), [content], last, QuoteStance.Asserted, AttributionType.Assertion, speech: true);
        if (reading.Found.Count > 0)
            return;

        for (var i = FirstOutside(); i < _unit.Tokens.Length; i++)
        {
            var token = _unit.Tokens[i];
            if (!token.IsWord)
                continue;
            if (ContentFinder.IsAccording(_unit, i))
                i = Math.Max(i, _others.ReadAccording(i));
            else if (NounCues.Read(_unit, i, reading.Free) is { } noun)
                i = Math.Max(i, _others.ReadNoun(noun));
            else if (token.Cue is not null && VerbGroup.Read(_unit, i, reading.Free) is { } group)
                i = Math.Max(i, _verbs.Read(group));
        }

        _others.ReadColon();
    }

    /// <summary>
    /// Where reading starts: at 0, or where a cue encloses all before it ("..., he said." and "..., according to Lee"), so that
    /// what is said inside is not read first.
    /// </summary>
    private int FirstOutside()
    {
        if (_unit.IsKind(0, TokenKind.Quotation))
            return 0;
        for (var i = 3; i < _unit.Tokens.Length; i++)
        {
            if (ContentFinder.IsAccording(_unit, i) && _unit.IsKind(i - 1, TokenKind.Comma))
                return i;
            if (_unit.Tokens[i].Cue is not { } form || !(form.Verb.Speech || form.Verb.Type == AttributionType.Fact) || VerbGroup.Read(_unit, i, 0) is not { Finite: true, Passive: false } group)
                continue;
            if (_unit.IsKind(group.First - 1, TokenKind.Comma))
            {
                if (FollowingPhrases.After(_unit, group.Last + 1, _unit.Tokens.Length) is { } late && Clauses.HasName(_unit, late.Core) && EndsClause(late.Phrase.Last + 1) && Appositions.Across(_unit, group.First - 1, 0) is null)
                    return group.Head;
                if (EndsClause(group.Last + 1) && !_unit.IsKind(0, TokenKind.Quotation) && Appositions.Across(_unit, group.First - 1, 0) is { Coordinated: false } named && named.Phrase != named.Core
                    && _unit.IsKind(named.Phrase.First - 1, TokenKind.Comma) && _unit.Is(named.Core.First, WordClass.Determiner | WordClass.Capital) && Clauses.IsWhole(_unit, 0, named.Phrase.First))
                    return group.Head;
                continue;
            }

            if (EndsClause(group.Last + 1) && NounPhrases.Before(_unit, group.First, 0) is { Coordinated: false, Relative: false } subject && subject.Core.First > 1
                && _unit.IsKind(subject.Phrase.First - 1, TokenKind.Comma) && !_unit.IsKind(0, TokenKind.Quotation))
                return group.Head;
        }

        return 0;
    }

    /// <summary>Whether nothing but words of when follows up to the end of the unit.</summary>
    private bool EndsClause(int at)
    {
        while (_unit.Is(at, WordClass.Time) || _unit.IsWord(at, "on"))
            at++;
        return at >= _unit.Tokens.Length || _unit.Tokens[at].Kind == TokenKind.Stop;
    }
}
