using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>
/// Reads the attributions of one unit from left to right. What one attribution has taken as content is not read again,
/// so that contents never cross.
/// </summary>
internal sealed class UnitReader(TextUnit unit)
{
    /// <summary>How many tokens a search goes back or forth; no sentence needs more, and it keeps the reading linear.</summary>
    private const int Reach = 200;

    private readonly List<Attribution> _found = [];

    private const int MostSubjectTokens = 24;

    /// <summary>First token that no content holds yet.</summary>
    private int _free;

    /// <summary>Source of the last cue in the unit, for verbs and participles that share it.</summary>
    private Attribution? _last;

    private NounPhrases.Subject? _lastSubject;

    public static List<Attribution> Read(TextUnit unit)
    {
        var reader = new UnitReader(unit);
        reader.Read();
        return reader._found;
    }

    /// <summary>The subject of a sentence that only tells who is about to be quoted: a name, "he" or "she"; else null.</summary>
    public static NounPhrases.Subject? SubjectOf(TextUnit unit)
    {
        var reader = new UnitReader(unit);
        for (var i = 1; i < unit.Tokens.Length && i < MostSubjectTokens; i++)
        {
            if (!reader.IsClauseVerb(i) || NounPhrases.Before(unit, i, 0) is not { Coordinated: false, Relative: false } subject)
                continue;
            var first = subject.Core.First;
            return unit.IsWord(first, "he") || unit.IsWord(first, "she") || (first <= 2 && unit.Is(subject.Core.Last, WordClass.Capital) && !unit.Is(subject.Core.Last, WordClass.Function)) ? subject : null;
        }

        return null;
    }

    private void Read()
    {
        foreach (var (cue, source, content, last) in Signatures.Read(unit))
            Add(cue, new NounPhrases.Subject(source, source, false, false), [content], last, QuoteStance.Asserted, AttributionType.Assertion, speech: true, null);
        if (_found.Count > 0)
            return;

        for (var i = FirstOutside(); i < unit.Tokens.Length; i++)
        {
            var token = unit.Tokens[i];
            if (!token.IsWord)
                continue;
            if (ContentFinder.IsAccording(unit, i))
                i = Math.Max(i, ReadAccording(i));
            else if (NounCues.Read(unit, i, _free) is { } noun)
                i = Math.Max(i, ReadNoun(noun));
            else if (token.Cue is not null && VerbGroup.Read(unit, i, _free) is { } group)
                i = Math.Max(i, ReadVerb(group));
        }

        ReadColon();
    }

    /// <summary>"..., a case that Lee makes: "..."": a quotation behind a colon that no cue took is its sentence's subject's, or the name's right before.</summary>
    private void ReadColon()
    {
        for (var i = Math.Max(_free, 1); i + 1 < unit.Tokens.Length; i++)
        {
            if (unit.Tokens[i].Kind != TokenKind.Colon || unit.Tokens[i + 1].Kind != TokenKind.Quotation)
                continue;
            var first = i;
            while (first > 0 && unit.Is(first - 1, WordClass.Capital) && !unit.Is(first - 1, WordClass.Function | WordClass.Time))
                first--;
            var name = new Phrase(first, i - 1);
            var subject = name.Count > 1 || (name.Count == 1 && unit.IsKind(first - 1, TokenKind.Dash)) ? new NounPhrases.Subject(name, name, false, false) : ClauseSubject(i);
            if (subject is { } source)
                Add(unit.Tokens[i].Span, source, [unit.Tokens[i + 1].Span], i + 1, QuoteStance.Asserted, AttributionType.Assertion, speech: true, null);
            return;
        }
    }

    /// <summary>
    /// Where reading starts: at 0, or where a cue encloses all before it ("..., he said." and "..., according to Lee"), so that
    /// what is said inside is not read first.
    /// </summary>
    private int FirstOutside()
    {
        if (unit.IsKind(0, TokenKind.Quotation))
            return 0;
        for (var i = 3; i < unit.Tokens.Length; i++)
        {
            if (ContentFinder.IsAccording(unit, i) && unit.IsKind(i - 1, TokenKind.Comma))
                return i;
            if (unit.Tokens[i].Cue is not { } form || !(form.Verb.Speech || form.Verb.Type == AttributionType.Fact) || VerbGroup.Read(unit, i, 0) is not { Finite: true, Passive: false } group)
                continue;
            if (unit.IsKind(group.First - 1, TokenKind.Comma))
            {
                if (FollowingPhrases.After(unit, group.Last + 1, unit.Tokens.Length) is { } late && IsName(late.Core) && EndsClause(late.Phrase.Last + 1) && Appositions.Across(unit, group.First - 1, 0) is null)
                    return group.Head;
                continue;
            }

            if (EndsClause(group.Last + 1) && NounPhrases.Before(unit, group.First, 0) is { Coordinated: false, Relative: false } subject && subject.Core.First > 1
                && unit.IsKind(subject.Phrase.First - 1, TokenKind.Comma) && !unit.IsKind(0, TokenKind.Quotation))
                return group.Head;
        }

        return 0;
    }

    /// <summary>Whether nothing but words of when follows up to the end of the unit.</summary>
    private bool EndsClause(int at)
    {
        while (unit.Is(at, WordClass.Time) || unit.IsWord(at, "on"))
            at++;
        return at >= unit.Tokens.Length || unit.Tokens[at].Kind == TokenKind.Stop;
    }

    /// <returns>The last token that was taken.</returns>
    private int ReadVerb(VerbGroup group)
    {
        if (group.Passive)
            return ReadPassive(group);
        if (AsksForSilence(group))
            return group.Last;
        var before = NounPhrases.Before(unit, group.First, unit.IsKind(group.First - 1, TokenKind.Comma) ? 0 : _free);
        if (before is null && group is { Finite: true, Verb.Speech: true } && group.First == _free && _found.Count > 0)
            before = NounPhrases.Before(unit, group.First, 0);
        var quotationBefore = QuotationBefore(group.First);
        if (quotationBefore >= 0 && group.Verb.Speech && FollowingPhrases.After(unit, group.Last + 1, unit.Tokens.Length) is { } inverted)
            return Inverted(group, quotationBefore, inverted);
        if ((before is null || IsBare(before.Value, group)) && group.Verb.Speech && group.First > _free && unit.IsKind(group.First - 1, TokenKind.Comma) && group.Finite
            && FollowingPhrases.After(unit, group.Last + 1, unit.Tokens.Length) is { } late && IsName(late.Core))
            return Inverted(group, -1, late);
        if (before is null && !group.Gerund && !group.Infinitive)
            return group.First == 0 && group.Verb.Speech && FollowingPhrases.After(unit, group.Last + 1, unit.Tokens.Length) is { } opening
                ? Opening(group, opening)
                : group.Last;
        if (before is null || before is { Coordinated: true } || group.Gerund || group.Infinitive)
            return Sharing(group);
        if (group.Verb.Lemma is "quote" or "cite" && QuotedObject(group, before.Value) is var end and >= 0)
            return end;
        return Regular(group, before.Value);
    }

    /// <summary>A comma between a subject without apposition and the verb: "The problem, says Lee, is": the verb's subject follows it.</summary>
    private static bool IsBare(NounPhrases.Subject subject, VerbGroup group) => subject.Phrase == subject.Core && subject.Phrase.Last == group.First - 2;

    /// <summary>"who asked not to be named", "spoke on condition of anonymity": tells who speaks, not what is said.</summary>
    private bool AsksForSilence(VerbGroup group)
    {
        for (var i = group.Last + 1; i < unit.Tokens.Length && i <= group.Last + 5 && unit.Tokens[i].IsWord; i++)
            if (unit.IsWord(i, "anonymity") || unit.IsWord(i, "anonymous") || unit.IsWord(i, "anonymously") || ((unit.IsWord(i, "named") || unit.IsWord(i, "identified") || unit.IsWord(i, "quoted")) && unit.IsWord(i - 1, "be")))
                return true;
        return false;
    }

    /// <summary>The quotation that ends right before a token, perhaps with a comma between; -1 where there is none.</summary>
    private int QuotationBefore(int token)
    {
        var at = token - 1;
        if (at >= _free && unit.Tokens[at].Kind is TokenKind.Comma or TokenKind.Dash)
            at--;
        return at >= _free && unit.Tokens[at].Kind == TokenKind.Quotation ? at : -1;
    }

    /// <summary>"...," said Ann Lee, the mayor. With <paramref name="quotation"/> -1 the content is a clause.</summary>
    private int Inverted(VerbGroup group, int quotation, NounPhrases.Subject subject)
    {
        var contentEnd = quotation >= 0 ? quotation : group.First - 2;
        if (contentEnd < _free)
            return group.Last;
        var content = new List<TextSpan> { LeftContent(contentEnd) };
        var last = subject.Phrase.Last;
        var right = QuotationAfter(last + 1);
        if (quotation < 0 && unit.IsKind(last + 1, TokenKind.Comma) && last + 2 < unit.Tokens.Length && !unit.Is(last + 2, WordClass.Coordinator | WordClass.Preposition | WordClass.Subordinator))
        {
            var end = ContentFinder.End(unit, group, last + 2);
            content.Add(unit.SpanOf(last + 2, end));
            last = end;
        }
        else if (right >= 0)
        {
            content.Add(unit.Tokens[right].Span);
            last = right;
        }

        Add(group, subject, content, last);
        return last;
    }

    /// <summary>Said Ann Lee: "...".</summary>
    private int Opening(VerbGroup group, NounPhrases.Subject subject)
    {
        var start = QuotationAfter(subject.Phrase.Last + 1);
        if (start < 0)
            return group.Last;
        var end = ContentFinder.End(unit, group, start);
        Add(group, subject, [unit.SpanOf(start, end)], end);
        return end;
    }

    /// <summary>The next quotation after a cue and words of when, where and to whom; -1 where something else comes first.</summary>
    private int QuotationAfter(int token)
    {
        for (var i = token; i < unit.Tokens.Length && i < token + Reach; i++)
        {
            if (unit.Tokens[i].Kind == TokenKind.Quotation)
                return unit.Tokens[i].Span.Length > 3 ? i : -1;
            if (unit.Tokens[i].Kind is TokenKind.Semicolon)
                return -1;
            if (unit.Tokens[i].Kind == TokenKind.Comma && !unit.IsKind(i + 1, TokenKind.Quotation) && i > token + 12)
                return -1;
            if (unit.Tokens[i].Cue is { Verb.Speech: true, Forms: not VerbForms.Gerund } && i > token + 1 || unit.Is(i, WordClass.Subordinator) && unit.IsWord(i, "that"))
                return -1;
        }

        return -1;
    }

    private int Regular(VerbGroup group, NounPhrases.Subject subject)
    {
        var quotation = QuotationBefore(subject.Phrase.First);
        if (group.Verb.Speech && quotation >= 0 && (IsClosed(quotation) || quotation == _free))
        {
            var content = new List<TextSpan> { LeftContent(quotation) };
            var last = group.Last;
            var right = QuotationAfter(group.Last + 1);
            if (right >= 0 && !unit.IsWord(group.Last + 1, "that"))
            {
                content.Add(unit.SpanOf(right, LastQuotation(right)));
                last = LastQuotation(right);
            }

            Add(group, subject, content, last);
            return last;
        }

        var start = ContentFinder.Start(unit, group, group.Last + 1);
        var clauseBefore = subject.Phrase.First - 1 > _free && unit.Tokens[subject.Phrase.First - 1].Kind == TokenKind.Comma && !subject.Relative;
        if (clauseBefore && IsParenthetical(group, start))
        {
            var content = new List<TextSpan> { LeftContent(subject.Phrase.First - 2) };
            var last = group.Last;
            if (start >= 0 && unit.Is(start, WordClass.Coordinator) && QuotationAfter(start) >= 0)
                start++;
            if (start >= 0 && unit.IsKind(group.Last + 1, TokenKind.Comma) && !unit.Is(start, WordClass.Coordinator) && unit.Tokens[start].Cue is not { Forms: VerbForms.Gerund })
            {
                last = ContentFinder.End(unit, group, start);
                content.Add(unit.SpanOf(start, last));
            }

            Add(group, subject, content, last);
            return last;
        }

        return Following(group, subject, start, shared: null);
    }

    private int Following(VerbGroup group, NounPhrases.Subject? subject, int start, Attribution? shared)
    {
        if (start < 0 || !Fits(group, start))
        {
            _lastSubject = subject ?? _lastSubject;
            return group.Last;
        }

        var inRelative = subject is { Relative: true } s && unit.IsKind(s.Phrase.First - 1, TokenKind.Comma);
        var end = ContentFinder.End(unit, group, start, inRelative);
        if (end == start && unit.Is(start, WordClass.Adverb) && !unit.Is(start, WordClass.Determiner))
            return group.Last; // "thinks so": nothing that could be told.
        Add(group, subject, [unit.SpanOf(start, end)], end, shared);
        return end;
    }

    /// <summary>A participle, an infinitive, or the second verb of a subject: "..., adding that", "but said".</summary>
    private int Sharing(VerbGroup group)
    {
        var start = ContentFinder.Start(unit, group, group.Last + 1);
        if (group.First <= 1 && _found.Count == 0 && (group.Gerund || group.Infinitive))
            return start < 0 ? group.Last : OpeningClause(group, start);
        if (group.Gerund && group.First > _free && NounPhrases.EndingAt(unit, group.First - 1, _free) is { } with && WithSubject(with) is { } own)
            return Following(group, new NounPhrases.Subject(own, own, false, false), start, null);
        if (group.Infinitive && InfinitiveSubject(group.First) is { } agent)
            return Following(group, new NounPhrases.Subject(agent, agent, false, false), start, null);
        var quotation = QuotationBefore(group.First);
        if (quotation >= 0 && group.Verb.Speech && start < 0)
            return group.Last;
        return (IsAdjacent(group) ? _lastSubject ?? ClauseSubject(group.First) : ClauseSubject(group.First) ?? _lastSubject) is { } shared ? Following(group, shared, start, null) : group.Last;
    }

    /// <summary>Whether nothing but a comma and a conjunction stands between the last content and the verb.</summary>
    private bool IsAdjacent(VerbGroup group)
    {
        var at = group.First - 1;
        while (at >= _free && (unit.IsKind(at, TokenKind.Comma) || unit.Is(at, WordClass.Coordinator | WordClass.Adverb)))
            at--;
        return _lastSubject is not null && at < _free;
    }

    /// <summary>"Reflecting on the vote, Lee ...": the content ends at the comma, and the subject of the sentence is the source.</summary>
    private int OpeningClause(VerbGroup group, int start)
    {
        var comma = start;
        while (comma < unit.Tokens.Length && unit.Tokens[comma].Kind != TokenKind.Comma)
            comma++;
        var verb = comma + 1;
        while (verb < unit.Tokens.Length && !IsClauseVerb(verb))
            verb++;
        if (verb >= unit.Tokens.Length || NounPhrases.Before(unit, verb, comma + 1) is not { Coordinated: false } subject)
            return group.Last;
        Add(group, subject with { Phrase = subject.Core }, [unit.SpanOf(start, comma - 1)], comma - 1);
        return comma;
    }

    /// <summary>"with Lee shouting": the phrase behind "with".</summary>
    private Phrase? WithSubject(Phrase phrase)
    {
        for (var i = phrase.Last; i >= phrase.First; i--)
            if (unit.IsWord(i, "with"))
                return i < phrase.Last ? phrase with { First = i + 1 } : null;
        return null;
    }

    /// <summary>The subject of the clause that a shared verb stands in: the phrase before its first verb.</summary>
    private NounPhrases.Subject? ClauseSubject(int verb)
    {
        for (var i = verb - 1; i > 0 && i > verb - Reach; i--)
            if (IsClauseVerb(i) && !unit.Is(i - 1, WordClass.Auxiliary) && NounPhrases.Before(unit, i, 0) is { Coordinated: false } subject && !unit.IsWord(subject.Core.First, "there"))
                return subject;
        return null;
    }

    /// <summary>Whether a word can be the finite verb of a clause.</summary>
    private bool IsClauseVerb(int index)
    {
        var token = unit.Tokens[index];
        if (!token.IsWord || unit.Is(index - 1, WordClass.To | WordClass.Determiner | WordClass.PossessivePronoun | WordClass.Genitive | WordClass.Preposition))
            return false;
        if (unit.Is(index, WordClass.Auxiliary | WordClass.Verb))
            return !unit.Is(index, WordClass.Capital);
        return token.Cue is { } cue && (cue.Forms & (VerbForms.Past | VerbForms.Third)) != 0
            || (!unit.Is(index, WordClass.Capital | WordClass.Function) && unit.Word(index).Length > 4 && unit.Word(index).EndsWith("ed", StringComparison.Ordinal));
    }

    /// <summary>"led Lee to declare", "for both to assert": the subject of an infinitive that another verb brings about.</summary>
    private Phrase? InfinitiveSubject(int to)
    {
        var last = to - 1;
        if (last <= _free || !unit.Tokens[last].IsWord)
            return null;
        if (unit.Is(last, WordClass.ObjectPronoun) || unit.IsWord(last, "some") || unit.IsWord(last, "many") || unit.IsWord(last, "others") || unit.IsWord(last, "both"))
            return new Phrase(last, last);
        for (var i = last; i > 0 && i > last - 9 && unit.Tokens[i].IsWord; i--)
        {
            if (i < last && (unit.IsWord(i, "for") || Causes(i)))
                return unit.Is(last, WordClass.Capital | WordClass.Role | WordClass.Collective) ? new Phrase(i + 1, last) : null;
            if (IsClauseVerb(i))
                return null;
        }

        return null;
    }

    private bool Causes(int index) => unit.Tokens[index].IsWord && Causatives.Contains(unit.Word(index).ToString());

    private static readonly HashSet<string> Causatives = new(StringComparer.OrdinalIgnoreCase)
    {
        "led", "lead", "leads", "prompted", "prompting", "prompts", "allow", "allows", "allowed", "allowing", "caused", "causing", "force", "forced", "forcing", "help", "helped", "get", "got",
        "getting", "inspired", "enabled", "sent", "compelled", "convinced", "persuaded", "leading", "drove", "moved", "caused", "invited", "required",
    };

    /// <summary>"X was accused by Y of Z", "X is expected to".</summary>
    private int ReadPassive(VerbGroup group)
    {
        var next = group.Last + 1;
        var before = NounPhrases.Before(unit, group.First, _free);
        if (unit.IsWord(next, "as") && before is { Coordinated: false } quoted && unit.Tokens.Length > next + 1 && unit.Tokens[next + 1].Cue is { Forms: VerbForms.Gerund, Verb.Speech: true })
            return QuotedBy(group with { Last = next + 1 }, quoted);
        if (unit.IsWord(next, "by") && FollowingPhrases.After(unit, next + 1, unit.Tokens.Length) is { } agent && before is { Coordinated: false } patient)
        {
            var content = new List<TextSpan> { unit.SpanOf(patient.Phrase.First, patient.Phrase.Last) };
            var last = agent.Core.Last;
            Add(group with { Last = next }, agent with { Phrase = agent.Core }, content, last);
            return last;
        }

        return group.Last;
    }

    /// <summary>"..., X was quoted as saying by the agency": X is the source, the agency the channel.</summary>
    private int QuotedBy(VerbGroup group, NounPhrases.Subject subject)
    {
        Phrase? channel = null;
        var last = group.Last;
        if (unit.IsWord(last + 1, "by") && FollowingPhrases.After(unit, last + 2, unit.Tokens.Length) is { } agency)
        {
            channel = agency.Core;
            last = agency.Core.Last;
        }

        List<TextSpan> content = [];
        var quotation = QuotationBefore(subject.Phrase.First);
        if (quotation >= 0)
            content.Add(LeftContent(quotation));
        var start = quotation >= 0 ? QuotationAfter(last + 1) : ContentFinder.Start(unit, group, last + 1);
        if (start >= 0)
        {
            last = ContentFinder.End(unit, group, start);
            content.Add(unit.SpanOf(start, last));
        }

        if (content.Count > 0)
            Add(unit.SpanOf(group.First, group.Last), subject, content, last, group.Stance, AttributionType.Assertion, speech: true, null, channel);
        return last;
    }

    /// <summary>"The agency quoted X as saying that ...".</summary>
    private int QuotedObject(VerbGroup group, NounPhrases.Subject agency)
    {
        if (FollowingPhrases.After(unit, group.Last + 1, unit.Tokens.Length) is not { } subject)
            return -1;
        var next = subject.Core.Last + 1;
        if (!unit.IsWord(next, "as") || next + 1 >= unit.Tokens.Length || unit.Tokens[next + 1].Cue is not { Forms: VerbForms.Gerund, Verb.Speech: true })
            return -1;
        var start = ContentFinder.Start(unit, group with { Verb = unit.Tokens[next + 1].Cue!.Verb }, next + 2);
        if (start < 0)
            return -1;
        var last = ContentFinder.End(unit, group, start);
        Add(unit.SpanOf(next, next + 1), subject, [unit.SpanOf(start, last)], last, group.Stance, AttributionType.Assertion, speech: true, null, agency.Phrase);
        return last;
    }

    /// <summary>"The mayor's claim that ...", "her criticism of ...".</summary>
    private int ReadNoun(NounCues.Cue noun)
    {
        var end = NounCues.ContentEnd(unit, noun);
        if (end < noun.Content)
            return noun.Last;
        var subject = new NounPhrases.Subject(noun.Source, noun.Source, false, false);
        if (unit.Is(noun.Source.First, WordClass.PossessivePronoun) && noun.Source.First > 1 && ClauseSubject(noun.Source.First) is { } owner && !unit.IsKind(noun.Source.First - 1, TokenKind.Comma))
            subject = owner;
        Add(unit.SpanOf(noun.First, noun.Last), subject, [unit.SpanOf(noun.Content, end)], end, QuoteStance.Asserted, noun.Type, speech: false, null);
        return end;
    }

    /// <summary>"According to X, ..." and "..., according to X".</summary>
    private int ReadAccording(int at)
    {
        if (FollowingPhrases.After(unit, at + 2, unit.Tokens.Length, whole: true) is not { } subject)
            return at + 1;
        var cue = unit.SpanOf(at, at + 1);
        var opening = at == 0 || (at <= 2 && _free == 0 && unit.Is(0, WordClass.Coordinator | WordClass.Adverb));
        TextSpan content;
        if (opening && !HasClauseBehind(subject.Phrase))
            subject = subject with { Phrase = subject.Core };
        var last = subject.Phrase.Last;
        if (opening)
        {
            var start = last + 1;
            while (start < unit.Tokens.Length && unit.Tokens[start].Kind != TokenKind.Comma && unit.Tokens[start].Kind != TokenKind.Quotation)
                start++;
            if (unit.IsKind(start, TokenKind.Comma))
                start++;
            if (start >= unit.Tokens.Length)
                return last;
            last = ContentFinder.End(unit, null, start);
            content = unit.SpanOf(start, last);
        }
        else
        {
            var end = at - 1;
            while (end >= _free && unit.Tokens[end].Kind is TokenKind.Comma or TokenKind.Dash)
                end--;
            if (end < _free)
                return last;
            content = LeftContent(end);
        }

        Add(cue, subject, [content], last, QuoteStance.Asserted, AttributionType.Assertion, speech: true, null);
        return last;
    }

    /// <summary>Whether an apposition is closed by a comma with a clause behind it; else it is the clause itself.</summary>
    private bool HasClauseBehind(Phrase phrase) =>
        unit.IsKind(phrase.Last + 1, TokenKind.Comma) && phrase.Last + 3 < unit.Tokens.Length && !unit.Is(phrase.Last + 2, WordClass.Relative);

    /// <summary>From the first free token to <paramref name="last"/>, without what opens the clause.</summary>
    private TextSpan LeftContent(int last)
    {
        var first = _free;
        while (first < last && (unit.Tokens[first].Kind is TokenKind.Comma or TokenKind.Dash or TokenKind.Semicolon or TokenKind.Stop or TokenKind.Colon || unit.Is(first, WordClass.Coordinator)))
            first++;
        return unit.SpanOf(first, last);
    }

    private int LastQuotation(int first)
    {
        var last = first;
        for (var i = first; i < unit.Tokens.Length; i++)
            if (unit.Tokens[i].Kind == TokenKind.Quotation)
                last = i;
        return last;
    }

    /// <summary>Whether a quotation ends like a sentence or a clause, as one does whose speaker follows.</summary>
    private bool IsClosed(int quotation)
    {
        var span = unit.Tokens[quotation].Span;
        if (unit.IsKind(quotation + 1, TokenKind.Comma) || unit.IsKind(quotation + 1, TokenKind.Dash))
            return true;
        for (var i = span.End - 1; i > span.Start && i > span.End - 5; i--)
        {
            if (unit.Text[i] is ',' or '.' or '!' or '?' or '…' or '—' or '–' or '-')
                return true;
            if (!QuotationMarks.IsMark(unit.Text[i]) && !char.IsWhiteSpace(unit.Text[i]))
                return false;
        }

        return false;
    }

    /// <summary>"..., he said." and "..., he said, ...": nothing behind the cue belongs to it alone.</summary>
    private bool IsParenthetical(VerbGroup group, int start)
    {
        if (!group.Verb.Speech && group.Verb.Frame != CueFrame.Think)
            return false;
        if (group.Verb.Frame == CueFrame.Want && !group.Verb.Speech)
            return false;
        var next = group.Last + 1;
        if (start < 0 || next >= unit.Tokens.Length || unit.Tokens[next].Kind == TokenKind.Stop)
            return true;
        if (unit.Tokens[next].Kind != TokenKind.Comma)
            return false;
        return !unit.IsWord(start, "that") && !unit.IsKind(start, TokenKind.Quotation) && _free == 0;
    }

    private bool IsName(Phrase phrase)
    {
        for (var i = phrase.First; i <= phrase.Last; i++)
            if (unit.Is(i, WordClass.Capital | WordClass.Role | WordClass.Collective))
                return true;
        return false;
    }

    /// <summary>Whether what follows can be content of the verb.</summary>
    private bool Fits(VerbGroup group, int start)
    {
        var token = unit.Tokens[start];
        if (token.Kind == TokenKind.Quotation)
            return true;
        if (!token.IsWord && token.Kind != TokenKind.Open)
            return false;
        if (group.Verb.Frame == CueFrame.Say && !group.Verb.Speech)
            return false;
        if (unit.IsKind(start - 1, TokenKind.Comma) && start - 1 == group.Last + 1 && group.Verb.Lemma == "put")
            return true;
        if (unit.IsKind(start - 1, TokenKind.Comma) && start - 1 == group.Last + 1)
            return group.Verb.Frame is CueFrame.Say or CueFrame.Tell && unit.IsWord(start, "that");
        return !token.Is(WordClass.Coordinator);
    }

    private void Add(VerbGroup group, NounPhrases.Subject? subject, List<TextSpan> content, int last, Attribution? shared = null) =>
        Add(unit.SpanOf(group.First, group.Last), subject, content, last, group.Stance, group.Verb.Type, group.Verb.Speech, shared);

    private void Add(TextSpan cue, NounPhrases.Subject? subject, List<TextSpan> content, int last, QuoteStance stance, AttributionType type, bool speech, Attribution? shared, Phrase? channel = null)
    {
        _last = new Attribution
        {
            Unit = unit,
            Content = content,
            Cue = cue,
            Source = subject?.Phrase,
            Core = subject?.Core ?? default,
            Channel = channel,
            Stance = stance,
            Type = type,
            Speech = speech,
            SharesSource = shared,
        };
        _found.Add(_last);
        if (subject is { Relative: false } || _lastSubject is null)
            _lastSubject = subject ?? _lastSubject;
        _free = Math.Max(_free, last + 1);
    }
}
