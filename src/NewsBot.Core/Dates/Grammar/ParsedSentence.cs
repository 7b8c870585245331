namespace NewsBot.Core.Dates.Grammar;

/// <summary>A sentence in tokens, with the forms found in it, in order and without overlaps.</summary>
/// <remarks><c>Ordinal</c>: How many sentences with a time expression stand before it.</remarks>
internal sealed record ParsedSentence(int Start, int End, List<TimeToken> Tokens, List<TimeMatch> Matches, int Ordinal)
{
    /// <returns>Null when the sentence has no time expression.</returns>
    public static ParsedSentence? Parse(string text, int start, int end, int ordinal, bool caseless)
    {
        var tokens = new List<TimeToken>((end - start) / 5);
        TimeTokenizer.Tokenize(text, start, end, tokens, caseless);
        var grammar = new TimeGrammar(text, tokens);
        List<TimeMatch>? matches = null;
        for (var i = 0; i < tokens.Count;)
        {
            if (grammar.At(i) is not { } match)
            {
                i++;
                continue;
            }

            matches ??= [];
            matches.Add(match);
            i = match.End;
            while (grammar.Continuation(match) is { } rest)
            {
                matches.Add(rest);
                i = rest.End;
                match = rest;
            }
        }

        return matches is null ? null : new ParsedSentence(start, end, tokens, matches, ordinal);
    }
}
