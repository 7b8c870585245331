using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

internal enum TokenKind : byte
{
    Word,
    Comma,
    Semicolon,
    Colon,
    Dash,
    Open,
    Close,
    Stop,

    /// <summary>A whole outer quotation, marks and all.</summary>
    Quotation,
    Other,
}

/// <summary>A token; <c>Cue</c> is the cue verb whose form the word is, null for any other token.</summary>
internal readonly record struct Token(TextSpan Span, TokenKind Kind, WordClass Class, CueLexicon.Form? Cue)
{
    public bool Is(WordClass wordClass) => (Class & wordClass) != 0;

    public bool IsWord => Kind == TokenKind.Word;
}
