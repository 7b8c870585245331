using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Grammar;

internal enum TokenKind
{
    Word,

    /// <summary>Digits only, at most eight.</summary>
    Number,

    /// <summary>A number that cannot be part of a date: with a decimal or grouping mark, or too long.</summary>
    Amount,

    /// <summary>"21st".</summary>
    Ordinal,

    /// <summary>"1990s", "90s".</summary>
    Decade,
    Mark,
}

/// <summary>A word, a number or a mark of the text.</summary>
/// <remarks><c>Lexical</c>: The word in the lexicon; null for other words.
/// <c>Value</c>: Of a number, ordinal or decade; for a mark, its character.</remarks>
internal readonly record struct TimeToken(int Start, int End, TokenKind Kind, TimeWord? Lexical, int Value, bool SpaceBefore, bool Capital)
{
    public int Length => End - Start;

    public bool Is(WordKinds kinds) => Lexical is { } word && word.Is(kinds);

    public bool IsWord(string text) => Lexical is { } word && word.Text == text;

    public bool IsMark(char mark) => Kind == TokenKind.Mark && Value == mark;

    /// <summary>A hyphen or dash with no space before it.</summary>
    public bool IsJoin => Kind == TokenKind.Mark && !SpaceBefore && Value is '-' or '‐' or '‑' or '–' or '—';

    public bool IsDash => Kind == TokenKind.Mark && Value is '-' or '‐' or '‑' or '–' or '—';

    public CalendarUnit Unit => Lexical?.Unit ?? CalendarUnit.None;
}
