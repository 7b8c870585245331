using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>Reads passive cue verbs, and words that somebody passes on for somebody else.</summary>
internal sealed class PassedOnQuotes(Reading reading)
{
    private readonly TextUnit _unit = reading.Unit;

    /// <summary>"X was accused by Y of Z", "X is expected to".</summary>
    public int ReadPassive(VerbGroup group)
    {
        var next = group.Last + 1;
        var before = NounPhrases.Before(_unit, group.First, reading.Free);
        if (_unit.IsWord(next, "as") && before is { Coordinated: false } quoted && _unit.Tokens.Length > next + 1 && _unit.Tokens[next + 1].Cue is { Forms: VerbForms.Gerund, Verb.Speech: true })
            return QuotedBy(group with { Last = next + 1 }, quoted);
        if (_unit.IsWord(next, "by") && FollowingPhrases.After(_unit, next + 1, _unit.Tokens.Length) is { } agent && before is { Coordinated: false } patient)
        {
            var content = new List<TextSpan> { _unit.SpanOf(patient.Phrase.First, patient.Phrase.Last) };
            var last = agent.Core.Last;
            reading.Add(group with { Last = next }, agent with { Phrase = agent.Core }, content, last);
            return last;
        }

        return group.Last;
    }

    /// <summary>"..., X was quoted as saying by the agency": X is the source, the agency the channel.</summary>
    private int QuotedBy(VerbGroup group, NounPhrases.Subject subject)
    {
        Phrase? channel = null;
        var last = group.Last;
        if (_unit.IsWord(last + 1, "by") && FollowingPhrases.After(_unit, last + 2, _unit.Tokens.Length) is { } agency)
        {
            channel = agency.Core;
            last = agency.Core.Last;
        }

        List<TextSpan> content = [];
        var quotation = reading.QuotationBefore(subject.Phrase.First);
        if (quotation >= 0)
            content.Add(reading.LeftContent(quotation));
        var start = quotation >= 0 ? reading.QuotationAfter(last + 1) : ContentFinder.Start(_unit, group, last + 1);
        if (start >= 0)
        {
            last = ContentFinder.End(_unit, group, start);
            content.Add(_unit.SpanOf(start, last));
        }

        if (content.Count > 0)
            reading.Add(_unit.SpanOf(group.First, group.Last), subject, content, last, group.Stance, AttributionType.Assertion, speech: true, channel);
        return last;
    }

    /// <summary>"The agency quoted X as saying that ...".</summary>
    public int QuotedObject(VerbGroup group, NounPhrases.Subject agency)
    {
        if (FollowingPhrases.After(_unit, group.Last + 1, _unit.Tokens.Length) is not { } subject)
            return -1;
        var next = subject.Core.Last + 1;
        if (!_unit.IsWord(next, "as") || next + 1 >= _unit.Tokens.Length || _unit.Tokens[next + 1].Cue is not { Forms: VerbForms.Gerund, Verb.Speech: true })
            return -1;
        var start = ContentFinder.Start(_unit, group with { Verb = _unit.Tokens[next + 1].Cue!.Verb }, next + 2);
        if (start < 0)
            return -1;
        var last = ContentFinder.End(_unit, group, start);
        reading.Add(_unit.SpanOf(next, next + 1), subject, [_unit.SpanOf(start, last)], last, group.Stance, AttributionType.Assertion, speech: true, agency.Phrase);
        return last;
    }
}
