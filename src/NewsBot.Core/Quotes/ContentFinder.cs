namespace NewsBot.Core.Quotes;

/// <summary>Finds where the content of an attribution starts and ends beside its cue.</summary>
internal static class ContentFinder
{
    /// <summary>The first token of the content behind the cue, past the addressee and words of when and where; -1 where there is none.</summary>
    public static int Start(TextUnit unit, VerbGroup group, int from)
    {
        var at = from;
        var end = unit.Tokens.Length;
        if (at >= end)
            return -1;
        if (group.Verb.Frame == CueFrame.Tell || (group.Verb.Frame == CueFrame.Ask && LeadsToQuestion(unit, at)))
            at = PastAddressee(unit, at);
        var isInfinitive = group.Verb.Frame == CueFrame.Ask && unit.Is(at, WordClass.To); // "asked to leave": no "to whom".
        if (group.Verb.Frame is CueFrame.Say or CueFrame.Tell or CueFrame.Ask && !isInfinitive)
            at = PastAdjuncts(unit, at);
        while (at < end && unit.Tokens[at].Kind is TokenKind.Comma or TokenKind.Colon or TokenKind.Dash)
            at++;
        return at < end && unit.Tokens[at].Kind != TokenKind.Stop ? at : -1;
    }

    private static bool LeadsToQuestion(TextUnit unit, int at)
    {
        for (var i = at; i < unit.Tokens.Length && i < at + 5; i++)
        {
            if (unit.Is(i, WordClass.To))
                return false;
            if (unit.Is(i, WordClass.Question) || unit.Tokens[i].Kind is TokenKind.Quotation or TokenKind.Comma or TokenKind.Colon || unit.IsWord(i, "if"))
                return true;
        }

        return false;
    }

    /// <summary>Past "reporters in Iowa", "him", "CNN's Jake Tapper" to the clause that was told.</summary>
    private static int PastAddressee(TextUnit unit, int at)
    {
        var end = unit.Tokens.Length;
        if (at >= end || !unit.Tokens[at].IsWord || unit.Is(at, WordClass.Subordinator | WordClass.Question))
            return at;
        if (unit.Is(at, WordClass.ObjectPronoun) && !(unit.Is(at, WordClass.PossessivePronoun) && at + 1 < end && unit.Tokens[at + 1].IsWord && !unit.Is(at + 1, WordClass.Function | WordClass.Time | WordClass.Adverb)))
            return at + 1;
        var i = at;
        while (i < end && i < at + NounPhrases.Reach && unit.Tokens[i].IsWord)
        {
            if (i > at && unit.Is(i, WordClass.Subordinator | WordClass.Question | WordClass.To) && !unit.IsWord(i, "as"))
                return i;
            var atHead = i > at && !unit.Is(i - 1, WordClass.Determiner | WordClass.PossessivePronoun | WordClass.Preposition | WordClass.Genitive | WordClass.Coordinator);
            if (atHead && unit.Is(i, WordClass.Determiner | WordClass.SubjectPronoun | WordClass.PossessivePronoun))
                return i;
            if (atHead && !unit.Is(i, WordClass.Capital) && unit.Is(i, WordClass.Auxiliary | WordClass.Verb))
                return LastNounStart(unit, at, i);
            i++;
        }

        return i;
    }

    /// <summary>"told CNN Iran was": the clause's own subject is the last name before its verb.</summary>
    private static int LastNounStart(TextUnit unit, int at, int verb)
    {
        var start = verb - 1;
        while (start > at + 1 && unit.Is(start, WordClass.Capital) == unit.Is(start - 1, WordClass.Capital) && !unit.Is(start - 1, WordClass.Preposition))
            start--;
        return Math.Max(start, at + 1);
    }

    /// <summary>Past "on Tuesday", "in a statement", "at a rally in Ohio", where a clause, a quotation or punctuation follows.</summary>
    private static int PastAdjuncts(TextUnit unit, int at)
    {
        var end = unit.Tokens.Length;
        while (at < end)
        {
            if (unit.Is(at, WordClass.Time) && !unit.Is(at, WordClass.Modal) && !unit.Is(at, WordClass.Determiner))
            {
                at++;
                continue;
            }

            if (unit.Is(at, WordClass.Adverb) && !unit.Is(at, WordClass.Determiner | WordClass.Pronoun) && !unit.Is(at, WordClass.Negation))
            {
                at++;
                continue;
            }

            if (unit.Is(at, WordClass.Determiner) && unit.Is(at + 1, WordClass.Time) && !unit.IsWord(at, "the") && !unit.Is(at + 2, WordClass.Auxiliary | WordClass.Verb))
            {
                at += 2;
                continue;
            }

            if (!unit.Is(at, WordClass.Preposition) || unit.IsWord(at, "like") || unit.IsWord(at, "than"))
                return at;
            var close = AdjunctEnd(unit, at);
            if (close == at)
                return at;
            at = close;
        }

        return at;
    }

    private static int AdjunctEnd(TextUnit unit, int at)
    {
        for (var i = at + 1; i < unit.Tokens.Length && i < at + 16; i++)
        {
            var token = unit.Tokens[i];
            if (token.Kind is TokenKind.Quotation or TokenKind.Comma or TokenKind.Colon or TokenKind.Stop or TokenKind.Dash)
                return i;
            if (unit.IsWord(i, "that"))
                return i;
            var headBefore = !unit.Is(i - 1, WordClass.Determiner | WordClass.PossessivePronoun | WordClass.Preposition | WordClass.Genitive | WordClass.Coordinator);
            if (headBefore && unit.Is(i, WordClass.SubjectPronoun | WordClass.Determiner | WordClass.PossessivePronoun))
                return i;
            if (unit.Is(i - 1, WordClass.Time) && unit.Is(i, WordClass.Capital) && !unit.Is(i, WordClass.Time))
                return i;
            if (token.Is(WordClass.Auxiliary))
                return at;
        }

        return unit.Tokens.Length - at <= 16 ? unit.Tokens.Length : at;
    }

    /// <summary>The last token of the content that starts at <paramref name="start"/>.</summary>
    public static int End(TextUnit unit, VerbGroup? group, int start, bool inRelative = false)
    {
        var end = unit.Tokens.Length;
        var narrow = group is { Verb.Frame: CueFrame.Judge };
        var i = start;
        for (; i < end; i++)
        {
            var token = unit.Tokens[i];
            if (i == start)
                continue;
            if (token.Kind == TokenKind.Semicolon)
                break;
            if (token.Kind == TokenKind.Comma && (inRelative || narrow && !IsList(unit, i) || EndsAtComma(unit, i)))
                break;
            if (token.IsWord && token.Is(WordClass.Coordinator) && group is not null && JoinsCue(unit, i, group))
                break;
            if (token.IsWord && IsAccording(unit, i))
                break;
            if (narrow && OpensCircumstance(unit, i))
                break;
            if (token.Kind == TokenKind.Quotation && group is not null && HasOwnCue(unit, i))
                break;
            if (group is { Verb.Frame: not (CueFrame.Say or CueFrame.Tell) } && EndsWithComma(unit, i - 1) && token.IsWord && !token.Is(WordClass.Coordinator))
                break;
            if (token.Cue is { Forms: VerbForms.Gerund, Verb.Speech: true } && unit.IsKind(i - 1, TokenKind.Quotation))
                break;
            if (narrow && token.Cue is { Verb.Frame: CueFrame.Say or CueFrame.Tell } said && (said.Forms & (VerbForms.Past | VerbForms.Third)) != 0 && token.IsWord && OpensContent(unit, i + 1)
                && !unit.Is(i - 1, WordClass.Function | WordClass.Capital | WordClass.Adverb | WordClass.Genitive))
                break;
        }

        i--;
        while (i > start && unit.Tokens[i].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Dash or TokenKind.Colon)
            i--;
        return i;
    }

    public static bool IsAccording(TextUnit unit, int i) => unit.IsWord(i, "according") && unit.IsWord(i + 1, "to");

    /// <summary>In "praised him, the plan, and her" the comma goes on; before a relative or a verb it ends.</summary>
    private static bool IsList(TextUnit unit, int comma)
    {
        for (var i = comma + 1; i < unit.Tokens.Length && i < comma + 8; i++)
        {
            if (unit.Is(i, WordClass.Auxiliary | WordClass.Relative | WordClass.SubjectPronoun | WordClass.Subordinator) || unit.Tokens[i].Cue is not null)
                return false;
            if (unit.IsWord(i, "and") || unit.IsWord(i, "or"))
                return !unit.Is(i + 1, WordClass.SubjectPronoun) && i + 1 < unit.Tokens.Length && unit.Tokens[i + 1].Cue is null;
        }

        return false;
    }

    private static bool EndsAtComma(TextUnit unit, int comma)
    {
        var next = comma + 1;
        if (next >= unit.Tokens.Length)
            return true;
        if (IsAccording(unit, next))
            return true;
        if (OpensAttribution(unit, next))
            return true;
        while (unit.Is(next, WordClass.Adverb) && next + 1 < unit.Tokens.Length)
            next++;
        return unit.Tokens[next].Cue is { Forms: VerbForms.Gerund, Verb.Speech: true };
    }

    /// <summary>"praised him when the vote was over", "attacked it by citing a poll": when and how, not what.</summary>
    private static bool OpensCircumstance(TextUnit unit, int i)
    {
        if (unit.IsWord(i, "when") || unit.IsWord(i, "while") || unit.IsWord(i, "because") || unit.IsWord(i, "although"))
            return true;
        if (unit.IsWord(i, "after") || unit.IsWord(i, "before") || unit.IsWord(i, "as") || unit.IsWord(i, "since"))
            return unit.Is(i + 1, WordClass.SubjectPronoun);
        return unit.IsWord(i, "by") && i + 1 < unit.Tokens.Length && unit.Tokens[i + 1].IsWord && unit.Word(i + 1).EndsWith("ing", StringComparison.Ordinal);
    }

    /// <summary>A quotation with a comma before its closing mark.</summary>
    private static bool EndsWithComma(TextUnit unit, int index)
    {
        if (!unit.IsKind(index, TokenKind.Quotation))
            return false;
        var end = unit.Tokens[index].Span.End - 1;
        while (end > unit.Tokens[index].Span.Start && QuotationMarks.IsMark(unit.Text[end]))
            end--;
        return unit.Text[end] == ',';
    }

    private static bool OpensContent(TextUnit unit, int next) =>
        next < unit.Tokens.Length && (unit.Tokens[next].Kind is TokenKind.Comma or TokenKind.Quotation or TokenKind.Colon || unit.Is(next, WordClass.Subordinator | WordClass.Time | WordClass.SubjectPronoun | WordClass.Determiner));

    /// <summary>Whether a quotation is followed by its own speaker: "...," she said; "...," said Lee.</summary>
    private static bool HasOwnCue(TextUnit unit, int quotation)
    {
        var next = quotation + 1;
        if (unit.IsKind(next, TokenKind.Comma))
            next++;
        for (var i = next; i < unit.Tokens.Length && i < next + 7 && unit.Tokens[i].IsWord; i++)
        {
            if (unit.Tokens[i].Cue is { Verb.Speech: true } cue && (cue.Forms & (VerbForms.Past | VerbForms.Third)) != 0)
                return i == next || unit.Is(next, WordClass.SubjectPronoun | WordClass.Capital | WordClass.Determiner);
            if (unit.Is(i, WordClass.Preposition | WordClass.Coordinator | WordClass.Auxiliary | WordClass.Subordinator | WordClass.Relative) && !unit.IsWord(i, "of") && !unit.IsWord(i, "for"))
                return false;
        }

        return false;
    }

    /// <summary>", but the senator says", ", while aides argued": another clause, with a speaker of its own.</summary>
    private static bool OpensAttribution(TextUnit unit, int next)
    {
        var joined = unit.IsWord(next, "but") || unit.IsWord(next, "while") || unit.IsWord(next, "although") || unit.IsWord(next, "though") || unit.IsWord(next, "whereas") || unit.IsWord(next, "and") || unit.IsWord(next, "as");
        if (!joined)
            return false;
        for (var i = next + 1; i < unit.Tokens.Length && i < next + 10 && unit.Tokens[i].IsWord; i++)
        {
            if (unit.Is(i, WordClass.Relative | WordClass.Question) || (unit.Is(i, WordClass.Verb) && !unit.Is(i, WordClass.Capital)))
                return false;
            if (i > next + 1 && unit.Tokens[i].Cue is { Verb.Frame: CueFrame.Say or CueFrame.Tell or CueFrame.Ask } cue && (cue.Forms & VerbForms.Finite) != 0 && VerbGroup.Read(unit, i, next + 1) is { Finite: true } group)
                return group.First > next + 1;
        }

        return false;
    }

    /// <summary>", and added that": the next verb of the same subject and tense.</summary>
    private static bool JoinsCue(TextUnit unit, int coordinator, VerbGroup group)
    {
        var i = coordinator + 1;
        while (i < unit.Tokens.Length && (unit.Is(i, WordClass.Adverb) || unit.IsWord(i, "has") || unit.IsWord(i, "have")))
            i++;
        if (i >= unit.Tokens.Length || unit.Tokens[i].Cue is not { } next || !unit.Tokens[i].IsWord)
            return false;
        if (next.Verb.Frame is not (CueFrame.Say or CueFrame.Tell or CueFrame.Ask) && group.Verb.Frame is CueFrame.Say or CueFrame.Tell or CueFrame.Ask)
            return false;
        var own = unit.Tokens[group.Head].Cue!.Forms;
        return (own & next.Forms & (VerbForms.Past | VerbForms.Third | VerbForms.Gerund)) != 0 || (group.Infinitive && next.Forms.HasFlag(VerbForms.Base));
    }
}
