namespace NewsBot.Core.Quotes;

/// <summary>Finds the dateline before a report's first sentence: "TOLNA, May 3 (Tolna Times) —".</summary>
internal static class Datelines
{
    private const int MostTokens = 16;

    /// <summary>The first token behind the dateline; 0 where the unit opens with none.</summary>
    public static int End(TextUnit unit)
    {
        if (unit.Tokens.Length == 0 || !unit.Tokens[0].IsWord || unit.Word(0).Length < 3 || !IsUpper(unit.Word(0)))
            return 0;
        for (var i = 1; i < unit.Tokens.Length && i < MostTokens; i++)
        {
            if (unit.Tokens[i].Kind == TokenKind.Dash)
                return i + 1;
            var inBrackets = unit.Tokens[i].Kind is TokenKind.Open or TokenKind.Close or TokenKind.Comma or TokenKind.Other;
            if (!inBrackets && !unit.Is(i, WordClass.Capital | WordClass.Number | WordClass.Time))
                return 0;
        }

        return 0;
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (char.IsLower(c) || char.IsDigit(c))
                return false;
        return true;
    }
}
