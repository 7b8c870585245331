using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>Reads the attribution that a finite cue verb with a subject of its own makes.</summary>
internal sealed class VerbReader(Reading reading)
{
    private readonly TextUnit _unit = reading.Unit;
    private readonly SharingVerbs _sharing = new(reading);
    private readonly PassedOnQuotes _passedOn = new(reading);

    /// <returns>The last token that was taken.</returns>
    public int Read(VerbGroup group)
    {
        if (group.Passive)
            return _passedOn.ReadPassive(group);
        if (AsksForSilence(group))
            return group.Last;
        var before = NounPhrases.Before(_unit, group.First, _unit.IsKind(group.First - 1, TokenKind.Comma) ? 0 : reading.Free);
        if (before is null && group is { Finite: true, Verb.Speech: true } && group.First == reading.Free && reading.Found.Count > 0)
            before = NounPhrases.Before(_unit, group.First, 0);
        var quotationBefore = reading.QuotationBefore(group.First);
        if (quotationBefore >= 0 && group.Verb.Speech && FollowingPhrases.After(_unit, group.Last + 1, _unit.Tokens.Length) is { } inverted)
            return Inverted(group, quotationBefore, inverted);
        if ((before is null || IsBare(before.Value, group)) && group.Verb.Speech && group.First > reading.Free && _unit.IsKind(group.First - 1, TokenKind.Comma) && group.Finite
            && FollowingPhrases.After(_unit, group.Last + 1, _unit.Tokens.Length) is { } late && Clauses.HasName(_unit, late.Core))
            return Inverted(group, -1, late);
        if (before is null && !group.Gerund && !group.Infinitive)
            return group.First == 0 && group.Verb.Speech && FollowingPhrases.After(_unit, group.Last + 1, _unit.Tokens.Length) is { } opening
                ? Opening(group, opening)
                : group.Last;
        if (before is null || before is { Coordinated: true } || group.Gerund || group.Infinitive)
            return _sharing.Read(group);
        if (group.Verb.Lemma is "quote" or "cite" && _passedOn.QuotedObject(group, before.Value) is var end and >= 0)
            return end;
        return Regular(group, before.Value);
    }

    /// <summary>A comma between a subject without apposition and the verb: "The problem, says Lee, is": the verb's subject follows it.</summary>
    private static bool IsBare(NounPhrases.Subject subject, VerbGroup group) => subject.Phrase == subject.Core && subject.Phrase.Last == group.First - 2;

    /// <summary>"who asked not to be named", "spoke on condition of anonymity": tells who speaks, not what is said.</summary>
    private bool AsksForSilence(VerbGroup group)
    {
        for (var i = group.Last + 1; i < _unit.Tokens.Length && i <= group.Last + 5 && _unit.Tokens[i].IsWord; i++)
            if (_unit.IsWord(i, "anonymity") || _unit.IsWord(i, "anonymous") || _unit.IsWord(i, "anonymously") || ((_unit.IsWord(i, "named") || _unit.IsWord(i, "identified") || _unit.IsWord(i, "quoted")) && _unit.IsWord(i - 1, "be")))
                return true;
        return false;
    }

    /// <summary>"...," said Ann Lee, the mayor. With <paramref name="quotation"/> -1 the content is a clause.</summary>
    private int Inverted(VerbGroup group, int quotation, NounPhrases.Subject subject)
    {
        var contentEnd = quotation >= 0 ? quotation : group.First - 2;
        if (contentEnd < reading.Free)
            return group.Last;
        var content = new List<TextSpan> { reading.LeftContent(contentEnd) };
        var last = subject.Phrase.Last;
        var right = reading.QuotationAfter(last + 1);
        if (quotation < 0 && _unit.IsKind(last + 1, TokenKind.Comma) && last + 2 < _unit.Tokens.Length && !_unit.Is(last + 2, WordClass.Coordinator | WordClass.Preposition | WordClass.Subordinator))
        {
            var end = ContentFinder.End(_unit, group, last + 2);
            content.Add(_unit.SpanOf(last + 2, end));
            last = end;
        }
        else if (right >= 0)
        {
            content.Add(_unit.Tokens[right].Span);
            last = right;
        }

        reading.Add(group, subject, content, last);
        return last;
    }

    /// <summary>Said Ann Lee: "...".</summary>
    private int Opening(VerbGroup group, NounPhrases.Subject subject)
    {
        var start = reading.QuotationAfter(subject.Phrase.Last + 1);
        if (start < 0)
            return group.Last;
        var end = ContentFinder.End(_unit, group, start);
        reading.Add(group, subject, [_unit.SpanOf(start, end)], end);
        return end;
    }

    private int Regular(VerbGroup group, NounPhrases.Subject subject)
    {
        var quotation = reading.QuotationBefore(subject.Phrase.First);
        if (group.Verb.Speech && quotation >= 0 && (IsClosed(quotation) || quotation == reading.Free))
        {
            var content = new List<TextSpan> { reading.LeftContent(quotation) };
            var last = group.Last;
            var right = reading.QuotationAfter(group.Last + 1);
            if (right >= 0 && !_unit.IsWord(group.Last + 1, "that"))
            {
                content.Add(_unit.SpanOf(right, reading.LastQuotation(right)));
                last = reading.LastQuotation(right);
            }

            reading.Add(group, subject, content, last);
            return last;
        }

        var start = ContentFinder.Start(_unit, group, group.Last + 1);
        var clauseBefore = subject.Phrase.First - 1 > reading.Free && _unit.Tokens[subject.Phrase.First - 1].Kind == TokenKind.Comma && !subject.Relative;
        if (clauseBefore && IsParenthetical(group, start, subject.Phrase.First))
        {
            var content = new List<TextSpan> { reading.LeftContent(subject.Phrase.First - 2) };
            var last = group.Last;
            if (start >= 0 && _unit.Is(start, WordClass.Coordinator) && reading.QuotationAfter(start) >= 0)
                start++;
            if (start >= 0 && _unit.IsKind(group.Last + 1, TokenKind.Comma) && !_unit.Is(start, WordClass.Coordinator) && _unit.Tokens[start].Cue is not { Forms: VerbForms.Gerund })
            {
                last = ContentFinder.End(_unit, group, start);
                content.Add(_unit.SpanOf(start, last));
            }

            reading.Add(group, subject, content, last);
            return last;
        }

        return reading.Following(group, subject, start);
    }

    /// <summary>Whether a quotation ends like a sentence or a clause, as one does whose speaker follows.</summary>
    private bool IsClosed(int quotation)
    {
        var span = _unit.Tokens[quotation].Span;
        if (_unit.IsKind(quotation + 1, TokenKind.Comma) || _unit.IsKind(quotation + 1, TokenKind.Dash))
            return true;
        for (var i = span.End - 1; i > span.Start && i > span.End - 5; i--)
        {
            if (_unit.Text[i] is ',' or '.' or '!' or '?' or '…' or '—' or '–' or '-')
                return true;
            if (!QuotationMarks.IsMark(_unit.Text[i]) && !char.IsWhiteSpace(_unit.Text[i]))
                return false;
        }

        return false;
    }

    /// <summary>"..., he said.", "..., he said, ..." and "..., he said on Tuesday, ...": nothing behind the cue belongs to it alone.</summary>
    private bool IsParenthetical(VerbGroup group, int start, int subject)
    {
        if (!group.Verb.Speech && group.Verb.Frame != CueFrame.Think)
            return false;
        if (group.Verb.Frame == CueFrame.Want && !group.Verb.Speech)
            return false;
        var next = group.Last + 1;
        if (start < 0 || next >= _unit.Tokens.Length || _unit.Tokens[next].Kind == TokenKind.Stop)
            return true;
        if (_unit.Tokens[next].Kind != TokenKind.Comma)
            return group.Verb.Speech && _unit.IsKind(start - 1, TokenKind.Comma) && !_unit.IsWord(start, "that") && !_unit.IsKind(start, TokenKind.Quotation) && Clauses.IsWhole(_unit, reading.Free, subject);
        return !_unit.IsWord(start, "that") && !_unit.IsKind(start, TokenKind.Quotation) && reading.Free == 0;
    }
}
