namespace NewsBot.Core.Quotes;

/// <summary>
/// Finds a place for quotations that have no cue in their own sentence. Tried in this order, for a unit of nothing else:
/// the name on a line behind a dash below it or beside it; the sentence before, when it ends with a colon, or is of the same
/// paragraph and has a verb of speech left without content ("Lee agreed."); the quote before it in its paragraph, or that
/// runs on from the paragraph before, which it goes on from; the quote of the paragraph that it runs on into; the subject of the sentence before in its paragraph, where that is a name or "he" or "she"; else the last speaker. Short quotations inside a sentence are scare quotes or titles and are left out.
/// </summary>
internal static class LooseQuotations
{
    public static List<Attribution> Attach(List<TextUnit> units, List<Attribution> attributions)
    {
        var result = new List<Attribution>(attributions.Count);
        var next = 0;
        Attribution? last = null;
        Attribution? latest = null;
        for (var u = 0; u < units.Count; u++)
        {
            var unit = units[u];
            var first = next;
            while (next < attributions.Count && attributions[next].Unit == unit)
                next++;
            if (first == next && StandsAlone(unit))
            {
                if (SpeakerBefore(units, u, result) is null && !GoesOn(last, unit) && RunningQuotations.Owner(units, u, attributions, next) is { } owner)
                    u = RunningQuotations.Prepend(units, u, owner);
                else
                    last = latest = AttachAlone(units, u, last, latest, result);
                continue;
            }

            for (var i = first; i < next; i++)
            {
                result.Add(attributions[i]);
                if (attributions[i] is { Type: AttributionType.Assertion, Source: not null })
                    latest = attributions[i];
                if (attributions[i].Speech)
                    last = attributions[i];
            }
        }

        return result;
    }

    /// <summary>A unit of nothing but quotations and punctuation.</summary>
    private static bool StandsAlone(TextUnit unit)
    {
        var any = false;
        foreach (var token in unit.Tokens)
        {
            if (token.IsWord && !token.Is(WordClass.Coordinator))
                return false;
            any |= token.Kind == TokenKind.Quotation && token.Span.Length > 8;
        }

        return any;
    }

    private static Attribution AttachAlone(List<TextUnit> units, int index, Attribution? last, Attribution? latest, List<Attribution> result)
    {
        var unit = units[index];
        var spans = unit.Tokens.Where(t => t.Kind == TokenKind.Quotation).Select(t => t.Span).ToList();
        if (index + 1 < units.Count && SignatureLine(units[index + 1]) is var (dash, name))
            return Put(result, new Attribution { Unit = units[index + 1], Content = spans, Cue = dash, Source = name, Core = name, Speech = true });
        if (SpeakerBefore(units, index, result) is var (cue, subject))
            return Put(result, new Attribution { Unit = units[index - 1], Content = spans, Cue = cue, Source = subject.Phrase, Core = subject.Core, Speech = true });
        if (latest is { Speech: false } && index > 0 && latest.Unit == units[index - 1] && latest.Unit.Paragraph == unit.Paragraph)
            return Put(result, new Attribution { Unit = unit, Content = spans, SharesSource = latest, Speech = true });
        if (last is not null && GoesOn(last, unit))
        {
            last.Content.AddRange(spans);
            return last;
        }

        if (index > 0 && units[index - 1].Paragraph == unit.Paragraph && Clauses.Introduced(units[index - 1]) is { } named)
            return Put(result, new Attribution { Unit = units[index - 1], Content = spans, Source = named.Phrase, Core = named.Core, Speech = true });
        return Put(result, new Attribution { Unit = unit, Content = spans, SharesSource = last, Speech = true });
    }

    /// <summary>Whether a unit of quotations goes on from an attribution: in its paragraph, or as its running quotation.</summary>
    private static bool GoesOn(Attribution? last, TextUnit unit) =>
        last is not null && (last.Unit.Paragraph == unit.Paragraph || RunningQuotations.RunsInto(last, unit));

    private static Attribution Put(List<Attribution> result, Attribution attribution)
    {
        result.Add(attribution);
        return attribution;
    }

    /// <summary>A line of a dash and a name: "— Ann Lee".</summary>
    private static (Articles.TextSpan Dash, Phrase Name)? SignatureLine(TextUnit unit)
    {
        if (unit.Tokens.Length is < 2 or > 12 || unit.Tokens[0].Kind != TokenKind.Dash || !unit.Is(1, WordClass.Capital))
            return null;
        return FollowingPhrases.After(unit, 1, unit.Tokens.Length) is { } subject ? (unit.Tokens[0].Span, subject.Core) : null;
    }

    /// <summary>Who speaks in the sentence before a quotation that it leaves without a cue of its own.</summary>
    private static (Articles.TextSpan Cue, NounPhrases.Subject Subject)? SpeakerBefore(List<TextUnit> units, int index, List<Attribution> result)
    {
        if (index == 0)
            return null;
        var (before, unit) = (units[index - 1], units[index]);
        var colon = before.Tokens.Length > 1 && before.Tokens[^1].Kind == TokenKind.Colon;
        if (!colon && before.Paragraph != unit.Paragraph)
            return null;
        for (var i = before.Tokens.Length - 1; i > 0; i--)
        {
            if (!before.Tokens[i].IsWord || before.Tokens[i].Cue is null || VerbGroup.Read(before, i, 0) is not { Finite: true, Passive: false } group)
                continue;
            if (!colon && (!group.Verb.Speech || before.Tokens.Length - i > 4))
                return null;
            var cue = before.SpanOf(group.First, group.Last);
            if (!colon && result.Count > 0 && result[^1].Cue is { } taken && taken.Overlaps(cue))
                return null;
            return NounPhrases.Before(before, group.First, 0) is { Coordinated: false } subject ? (cue, subject) : null;
        }

        return colon && (Clauses.SubjectBefore(before, before.Tokens.Length - 1) ?? Clauses.FirstName(before, 0, before.Tokens.Length - 1)) is { } named ? (before.Tokens[^1].Span, named) : null;
    }
}
