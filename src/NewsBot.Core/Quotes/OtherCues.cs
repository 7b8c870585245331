using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>Reads attributions whose cue is no verb: a noun, "according to", a colon.</summary>
internal sealed class OtherCues(Reading reading)
{
    private readonly TextUnit _unit = reading.Unit;

    /// <summary>"The mayor's claim that ...", "her criticism of ...".</summary>
    public int ReadNoun(NounCues.Cue noun)
    {
        var end = NounCues.ContentEnd(_unit, noun);
        if (end < noun.Content)
            return noun.Last;
        var subject = new NounPhrases.Subject(noun.Source, noun.Source, false, false);
        if (_unit.Is(noun.Source.First, WordClass.PossessivePronoun) && noun.Source.First > 1 && Clauses.SubjectBefore(_unit, noun.Source.First) is { } owner && !_unit.IsKind(noun.Source.First - 1, TokenKind.Comma))
            subject = owner;
        reading.Add(_unit.SpanOf(noun.First, noun.Last), subject, [_unit.SpanOf(noun.Content, end)], end, QuoteStance.Asserted, noun.Type, speech: false);
        return end;
    }

    /// <summary>"According to X, ..." and "..., according to X".</summary>
    public int ReadAccording(int at)
    {
        if (FollowingPhrases.After(_unit, at + 2, _unit.Tokens.Length, whole: true) is not { } subject)
            return at + 1;
        var cue = _unit.SpanOf(at, at + 1);
        var opening = at == 0 || (at <= 2 && reading.Free == 0 && _unit.Is(0, WordClass.Coordinator | WordClass.Adverb));
        TextSpan content;
        if (opening && !HasClauseBehind(subject.Phrase))
            subject = subject with { Phrase = subject.Core };
        var last = subject.Phrase.Last;
        if (opening)
        {
            var start = last + 1;
            while (start < _unit.Tokens.Length && _unit.Tokens[start].Kind != TokenKind.Comma && _unit.Tokens[start].Kind != TokenKind.Quotation)
                start++;
            if (_unit.IsKind(start, TokenKind.Comma))
                start++;
            if (start >= _unit.Tokens.Length)
                return last;
            last = ContentFinder.End(_unit, null, start);
            content = _unit.SpanOf(start, last);
        }
        else
        {
            var end = at - 1;
            while (end >= reading.Free && _unit.Tokens[end].Kind is TokenKind.Comma or TokenKind.Dash)
                end--;
            if (end < reading.Free)
                return last;
            content = reading.LeftContent(end);
        }

        reading.Add(cue, subject, [content], last, QuoteStance.Asserted, AttributionType.Assertion, speech: true);
        return last;
    }

    /// <summary>Whether an apposition is closed by a comma with a clause behind it; else it is the clause itself.</summary>
    private bool HasClauseBehind(Phrase phrase) =>
        _unit.IsKind(phrase.Last + 1, TokenKind.Comma) && phrase.Last + 3 < _unit.Tokens.Length && !_unit.Is(phrase.Last + 2, WordClass.Relative);

    /// <summary>"..., a case that Lee makes: "..."": a quotation behind a colon that no cue took is its sentence's subject's, or the name's right before; in a language whose verbs are not known, the first name's of the clause.</summary>
    public void ReadColon()
    {
        for (var i = Math.Max(reading.Free, 1); i + 1 < _unit.Tokens.Length; i++)
        {
            if (_unit.Tokens[i].Kind != TokenKind.Colon || _unit.Tokens[i + 1].Kind != TokenKind.Quotation)
                continue;
            var first = i;
            while (first > 0 && _unit.Is(first - 1, WordClass.Capital) && !_unit.Is(first - 1, WordClass.Function | WordClass.Time))
                first--;
            var name = new Phrase(first, i - 1);
            var subject = name.Count > 1 || (name.Count == 1 && _unit.IsKind(first - 1, TokenKind.Dash)) ? new NounPhrases.Subject(name, name, false, false) : Clauses.SubjectBefore(_unit, i) ?? Clauses.FirstName(_unit, reading.Free, i);
            if (subject is { } source)
                reading.Add(_unit.Tokens[i].Span, source, [_unit.Tokens[i + 1].Span], i + 1, QuoteStance.Asserted, AttributionType.Assertion, speech: true);
            return;
        }
    }
}
