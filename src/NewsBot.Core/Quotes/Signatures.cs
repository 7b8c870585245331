using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>Attributions by punctuation alone: "Ann Lee: ...", as in transcripts and headlines, and "..." — Ann Lee.</summary>
internal static class Signatures
{
    private const int MostNameTokens = 8;

    /// <summary>The cue, the source, the content and the last token of each; empty where the unit has no such form.</summary>
    public static IEnumerable<(TextSpan Cue, Phrase Source, TextSpan Content, int Last)> Read(TextUnit unit)
    {
        if (Before(unit) is { } before)
        {
            yield return before;
            yield break;
        }

        for (var first = 0; Behind(unit, first) is { } behind; first = behind.Item4 + 1)
            yield return behind;
    }

    private static (TextSpan, Phrase, TextSpan, int)? Before(TextUnit unit)
    {
        var colon = 0;
        while (colon < unit.Tokens.Length && colon <= MostNameTokens && unit.Tokens[colon].Kind is TokenKind.Word or TokenKind.Dash)
            colon++;
        if (colon == 0 || colon > MostNameTokens || colon + 1 >= unit.Tokens.Length || unit.Tokens[colon].Kind != TokenKind.Colon)
            return null;
        var first = colon - 1;
        while (first > 0 && unit.Tokens[first - 1].IsWord && !unit.Is(first - 1, WordClass.Preposition))
            first--;
        if (!IsName(unit, first, colon - 1, needsKnown: unit.Tokens[colon + 1].Kind != TokenKind.Quotation))
            return null;
        var last = unit.Tokens.Length - 1;
        while (last > colon + 1 && unit.Tokens[last].Kind is TokenKind.Close or TokenKind.Other)
            last--;
        return (unit.Tokens[colon].Span, new Phrase(first, colon - 1), unit.SpanOf(colon + 1, last), last);
    }

    private static (TextSpan, Phrase, TextSpan, int)? Behind(TextUnit unit, int first)
    {
        for (var i = first; i + 2 < unit.Tokens.Length; i++)
        {
            if (unit.Tokens[i].Kind != TokenKind.Quotation)
                return null;
            if (unit.Tokens[i + 1].Kind != TokenKind.Dash || !unit.Is(i + 2, WordClass.Capital))
                continue;
            var last = i + 2;
            while (last + 1 < unit.Tokens.Length && unit.Tokens[last + 1].IsWord)
                last++;
            return IsName(unit, i + 2, last, needsKnown: false) ? (unit.Tokens[i + 1].Span, new Phrase(i + 2, last), unit.SpanOf(first, i), unit.IsKind(last + 1, TokenKind.Quotation) ? last : unit.Tokens.Length - 1) : null;
        }

        return null;
    }

    /// <summary>Capitalised words only; with <paramref name="needsKnown"/> as transcripts have them, in capitals, or with a known given name.</summary>
    private static bool IsName(TextUnit unit, int first, int last, bool needsKnown)
    {
        var known = !needsKnown;
        for (var i = first; i <= last; i++)
        {
            if (!unit.Is(i, WordClass.Capital) || unit.Is(i, WordClass.Function | WordClass.Time) && i > first)
                return unit.IsWord(i, "and") && i > first && i < last && !needsKnown;
            known |= FirstNames.IsKnown(unit.Word(i)) && i < last || unit.Word(i).Length > 2 && !unit.Word(i).ContainsAnyInRange('a', 'z');
        }

        return known;
    }
}
