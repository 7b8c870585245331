using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>
/// A sentence as attribution sees it: a quotation of several sentences stands in the sentence that frames it, as one token.
/// </summary>
internal sealed class TextUnit(string text, TextSpan span, int paragraph, int ordinal, int level, Token[] tokens)
{
    public string Text => text;

    public TextSpan Span => span;

    public int Paragraph => paragraph;

    /// <summary>Number of the unit in its text, from 0.</summary>
    public int Ordinal => ordinal;

    /// <summary>0 for a sentence of the article, 1 for one inside a quotation, whose quotations are nested, and so on.</summary>
    public int Level => level;

    public Token[] Tokens => tokens;

    public ReadOnlySpan<char> Word(int index) => Tokens[index].Span.Of(Text);

    public bool Is(int index, WordClass wordClass) => index >= 0 && index < Tokens.Length && Tokens[index].Is(wordClass);

    public bool IsKind(int index, TokenKind kind) => index >= 0 && index < Tokens.Length && Tokens[index].Kind == kind;

    public bool IsWord(int index, string word) =>
        index >= 0 && index < Tokens.Length && Tokens[index].IsWord && Word(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text from one token through another.</summary>
    public TextSpan SpanOf(int first, int last) => new(Tokens[first].Span.Start, Tokens[last].Span.End);
}
