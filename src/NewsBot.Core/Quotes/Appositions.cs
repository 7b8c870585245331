namespace NewsBot.Core.Quotes;

/// <summary>
/// Finds the subject of a verb with a comma before it: "Murphy, the head of Right to Rise, said". The text between commas
/// is read leftwards, piece by piece, to the piece that can be the head: one that starts like a name, or like a definite
/// phrase with no name before it. Pieces that start with a preposition or a participle tell when and how; they are passed.
/// </summary>
internal static class Appositions
{
    private const int MostPieces = 6;

    public static NounPhrases.Subject? Across(TextUnit unit, int comma, int from) => Across(unit, comma, from, mayJoin: true);

    private static NounPhrases.Subject? Across(TextUnit unit, int comma, int from, bool mayJoin)
    {
        var kind = unit.Tokens[comma].Kind;
        NounPhrases.Subject? fallback = null;
        var end = comma - 1;
        for (var piece = 0; piece <= MostPieces && end >= from; piece++)
        {
            var open = end;
            while (open >= from && open > comma - NounPhrases.Reach && unit.Tokens[open].Kind != kind && unit.Tokens[open].Kind is not (TokenKind.Quotation or TokenKind.Semicolon or TokenKind.Colon))
                open--;
            var start = open + 1;
            var joins = unit.Is(start, WordClass.Coordinator) && piece > 0;
            while (start < end && (unit.Is(start, WordClass.Coordinator) || (unit.IsWord(start, "as") && unit.Is(start + 1, WordClass.Capital) && open < from)))
                start++;
            if (start > end)
                return fallback;
            if (!IsAdverbial(unit, start) && !unit.Is(start, WordClass.Relative) && Head(unit, end, start) is { } head)
            {
                var subject = piece == 0 || IsAdverbial(unit, end + 2)
                    ? new NounPhrases.Subject(head, head, false, false)
                    : new NounPhrases.Subject(head with { Last = comma - 1 }, head, false, false);
                if (piece == 0 && open > from && IsFullName(unit, head) && IsAdverbial(unit, PieceStart(unit, open - 1, from, kind)))
                    return subject;
                if (piece > 0 && unit.Is(head.First, WordClass.Capital) && !unit.Is(head.First, WordClass.Determiner | WordClass.Time))
                    return subject;
                var opensClause = open < from || joins;
                if (piece == 0 || opensClause || (fallback is { Phrase: var known } && known.First > end) && (unit.Is(head.First, WordClass.Determiner | WordClass.Pronoun) || head.First > start))
                    fallback = subject;
            }

            if (joins && fallback is not null && fallback.Value.Phrase.First > open)
                return mayJoin ? Joined(unit, fallback.Value, comma, open, from) ?? fallback : fallback;
            if (open < from || unit.Tokens[open].Kind != kind)
                break;
            end = open - 1;
        }

        return fallback;
    }

    /// <summary>"Ann Lee, the mayor, and her deputy, Bob Ray,": the phrase from a name that opens the clause on.</summary>
    private static NounPhrases.Subject? Joined(TextUnit unit, NounPhrases.Subject second, int comma, int open, int from)
    {
        if (!unit.IsKind(open, TokenKind.Comma) || !unit.IsWord(open + 1, "and") || second.Phrase.First != open + 2)
            return null;
        return Across(unit, open, from, mayJoin: false) is { Coordinated: false } first && IsFullName(unit, first.Core)
            && (first.Phrase.First == from || unit.IsKind(first.Phrase.First - 1, TokenKind.Quotation))
            ? first with { Phrase = new Phrase(first.Phrase.First, comma - 1) }
            : null;
    }

    private static bool IsFullName(TextUnit unit, Phrase head) => head.Count > 1 && unit.Is(head.First, WordClass.Capital) && unit.Is(head.First + 1, WordClass.Capital) && !unit.Is(head.First, WordClass.Function);

    private static int PieceStart(TextUnit unit, int end, int from, TokenKind kind)
    {
        var start = end;
        while (start > from && start > end - NounPhrases.Reach && unit.Tokens[start - 1].Kind != kind)
            start--;
        return start;
    }

    private static Phrase? Head(TextUnit unit, int end, int start) =>
        unit.Tokens[end].Kind == TokenKind.Close ? NounPhrases.AcrossParenthesis(unit, end, start)?.Phrase : NounPhrases.EndingAt(unit, end, start);

    private static bool IsAdverbial(TextUnit unit, int first) =>
        first < unit.Tokens.Length && ((unit.Is(first, WordClass.Preposition | WordClass.Subordinator | WordClass.Adverb) && !unit.Is(first, WordClass.Relative | WordClass.Determiner))
            || unit.Tokens[first].Cue is { Forms: VerbForms.Gerund } || (unit.Tokens[first].IsWord && !unit.Is(first, WordClass.Capital) && unit.Word(first).EndsWith("ing", StringComparison.Ordinal)));
}
