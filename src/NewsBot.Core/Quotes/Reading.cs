using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>
/// How far the reading of a unit has come: what was found, the first token that no content holds yet, and whose verbs may
/// share a subject. What one attribution has taken as content is not read again, so that contents never cross.
/// </summary>
internal sealed class Reading(TextUnit unit)
{
    /// <summary>How many tokens a search goes back or forth; no sentence needs more, and it keeps the reading linear.</summary>
    public const int Reach = 200;

    private const int MostBetween = 8;

    public TextUnit Unit => unit;

    public List<Attribution> Found { get; } = [];

    /// <summary>First token that no content holds yet.</summary>
    public int Free { get; private set; }

    /// <summary>Source of the last cue in the unit, for verbs and participles that share it.</summary>
    public NounPhrases.Subject? LastSubject { get; private set; }

    /// <summary>From the first free token to <paramref name="last"/>, without what opens the clause.</summary>
    public TextSpan LeftContent(int last)
    {
        var first = Free > 0 ? Free : Datelines.End(Unit);
        if (first > last)
            first = Free;
        while (first < last && (Unit.Tokens[first].Kind is TokenKind.Comma or TokenKind.Dash or TokenKind.Semicolon or TokenKind.Stop or TokenKind.Colon || Unit.Is(first, WordClass.Coordinator)))
            first++;
        return Unit.SpanOf(first, last);
    }

    /// <summary>The quotation that ends right before a token, perhaps with a comma between; -1 where there is none.</summary>
    public int QuotationBefore(int token)
    {
        var at = token - 1;
        if (at >= Free && Unit.Tokens[at].Kind is TokenKind.Comma or TokenKind.Dash)
            at--;
        return at >= Free && Unit.Tokens[at].Kind == TokenKind.Quotation ? at : -1;
    }

    /// <summary>The next quotation after a cue and words of when, where and to whom; -1 where something else comes first.</summary>
    public int QuotationAfter(int token)
    {
        for (var i = token; i < Unit.Tokens.Length && i < token + Reach; i++)
        {
            if (Unit.Tokens[i].Kind == TokenKind.Quotation)
                return Unit.Tokens[i].Span.Length > 3 ? i : -1;
            if (Unit.Tokens[i].Kind is TokenKind.Semicolon)
                return -1;
            if (Unit.Tokens[i].Kind == TokenKind.Comma && !Unit.IsKind(i + 1, TokenKind.Quotation) && i > token + 12)
                return -1;
            if (Unit.Tokens[i].Cue is { Verb.Speech: true, Forms: not VerbForms.Gerund } && i > token + 1 || Unit.Is(i, WordClass.Subordinator) && Unit.IsWord(i, "that"))
                return -1;
        }

        return -1;
    }

    /// <summary>The last of quotations that follow each other with few words between: "... "a" and then "b"".</summary>
    public int LastQuotation(int first)
    {
        var last = first;
        for (var i = first; i < Unit.Tokens.Length && i <= last + MostBetween; i++)
        {
            if (Unit.Tokens[i].Kind == TokenKind.Quotation)
                last = i;
            if (Unit.Tokens[i].Cue is { Verb.Speech: true, Forms: not VerbForms.Base })
                break;
        }

        return last;
    }

    public int Following(VerbGroup group, NounPhrases.Subject? subject, int start)
    {
        if (start < 0 || !Fits(group, start))
        {
            LastSubject = subject ?? LastSubject;
            return group.Last;
        }

        var inRelative = subject is { Relative: true } s && Unit.IsKind(s.Phrase.First - 1, TokenKind.Comma);
        var end = ContentFinder.End(Unit, group, start, inRelative);
        if (end == start && Unit.Is(start, WordClass.Adverb) && !Unit.Is(start, WordClass.Determiner))
            return group.Last; // "thinks so": nothing that could be told.
        if (IsOnlyTime(start, end))
            return group.Last; // "conceded an hour later", "published every Friday": when, not what.
        Add(group, subject, [Unit.SpanOf(start, end)], end);
        return end;
    }

    private bool IsOnlyTime(int start, int end)
    {
        var any = false;
        for (var i = start; i <= end; i++)
        {
            if (!Unit.Tokens[i].IsWord)
                return false;
            var isTime = Unit.Is(i, WordClass.Time) || Unit.Word(i) is "hour" or "hours" or "minute" or "minutes" or "day" or "days" or "weeks" or "months" or "years";
            any |= isTime;
            if (!isTime && !Unit.Is(i, WordClass.Determiner | WordClass.Number) && !Unit.IsWord(i, "ago") && !Unit.IsWord(i, "on") && !Unit.IsWord(i, "in"))
                return false;
        }

        return any;
    }

    /// <summary>Whether what follows can be content of the verb.</summary>
    private bool Fits(VerbGroup group, int start)
    {
        var token = Unit.Tokens[start];
        if (token.Kind == TokenKind.Quotation)
            return true;
        if (!token.IsWord && token.Kind != TokenKind.Open)
            return false;
        if (group.Verb.Frame == CueFrame.Say && !group.Verb.Speech)
            return false;
        if (Unit.IsKind(start - 1, TokenKind.Comma) && start - 1 == group.Last + 1 && group.Verb.Lemma == "put")
            return true;
        if (Unit.IsKind(start - 1, TokenKind.Comma) && start - 1 == group.Last + 1)
            return group.Verb.Frame is CueFrame.Say or CueFrame.Tell && Unit.IsWord(start, "that");
        return !token.Is(WordClass.Coordinator);
    }

    public void Add(VerbGroup group, NounPhrases.Subject? subject, List<TextSpan> content, int last) =>
        Add(Unit.SpanOf(group.First, group.Last), subject, content, last, group.Stance, group.Verb.Type, group.Verb.Speech);

    public void Add(TextSpan cue, NounPhrases.Subject? subject, List<TextSpan> content, int last, QuoteStance stance, AttributionType type, bool speech, Phrase? channel = null)
    {
        Found.Add(new Attribution
        {
            Unit = Unit,
            Content = content,
            Cue = cue,
            Source = subject?.Phrase,
            Core = subject?.Core ?? default,
            Channel = channel,
            Stance = stance,
            Type = type,
            Speech = speech,
        });
        if (subject is { Relative: false } || LastSubject is null)
            LastSubject = subject ?? LastSubject;
        Free = Math.Max(Free, last + 1);
    }
}
