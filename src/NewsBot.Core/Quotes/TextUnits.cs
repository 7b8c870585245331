using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>Cuts a text into <see cref="TextUnit"/>s and their tokens, in one pass.</summary>
internal static class TextUnits
{
    /// <summary>The sentences of the article, each outer quotation a token.</summary>
    public static List<TextUnit> Read(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<Quotation> quotations) =>
        Read(text, sentences, quotations.Where(q => q.Depth == 0).ToList(), firstOrdinal: 0, level: 0);

    /// <summary>Sentences at one level, each of the given quotations a token.</summary>
    public static List<TextUnit> Read(string text, IReadOnlyList<Sentence> sentences, List<Quotation> outer, int firstOrdinal, int level)
    {
        var units = new List<TextUnit>();
        var quotation = 0;
        for (var i = 0; i < sentences.Count;)
        {
            var start = sentences[i].Span.Start;
            var end = sentences[i].Span.End;
            var paragraph = sentences[i].Paragraph;
            var first = quotation;
            i++;
            while (true)
            {
                while (quotation < outer.Count && outer[quotation].Span.Start < end)
                    quotation++;
                var reach = quotation > first ? outer[quotation - 1].Span.End : 0;
                if (reach <= end || i >= sentences.Count || sentences[i].Paragraph != paragraph)
                    break;
                end = sentences[i].Span.End;
                i++;
            }

            var span = new TextSpan(start, end);
            units.Add(new TextUnit(text, span, paragraph, firstOrdinal + units.Count, level, [.. Tokenize(text, span, outer, first, quotation)]));
        }

        return units;
    }

    private static List<Token> Tokenize(string text, TextSpan span, List<Quotation> quotations, int first, int last)
    {
        var tokens = new List<Token>();
        var at = span.Start;
        while (at < span.End)
        {
            while (first < last && quotations[first].Span.Start < at)
                first++;
            if (first < last && quotations[first].Span.Start == at)
            {
                var whole = new TextSpan(at, Math.Min(quotations[first].Span.End, span.End));
                tokens.Add(new Token(whole, TokenKind.Quotation, WordClass.None, null));
                at = whole.End;
                continue;
            }

            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            var stop = first < last ? Math.Min(quotations[first].Span.Start, span.End) : span.End;
            var next = IsWordChar(c) ? AddWords(text, at, stop, span.End, tokens) : AddMark(text, at, stop, tokens);
            at = next;
        }

        MarkOrdinalTitles(text, tokens);
        return tokens;
    }

    /// <summary>"First" in "First Minister Ann Lee" and "the First Lady" is of the title; elsewhere it is an adverb.</summary>
    private static void MarkOrdinalTitles(string text, List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
            if (tokens[i].Is(WordClass.Capital) && tokens[i + 1].Is(WordClass.Capital) && tokens[i + 1].Is(WordClass.Title | WordClass.Role) && tokens[i].Span.Of(text).Equals("First", StringComparison.Ordinal))
                tokens[i] = tokens[i] with { Class = WordClass.Capital | WordClass.Title };
    }

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || c is '$' or '£' or '€' or '@' or '#' or '%' or '&';

    private static int AddWords(string text, int start, int stop, int end, List<Token> tokens)
    {
        var at = start + 1;
        while (at < stop && (IsWordChar(text[at]) || (IsInner(text[at]) && at + 1 < stop && char.IsLetterOrDigit(text[at + 1]))))
            at++;
        // A full stop inside the sentence belongs to its word: "Sen.", "U.S.".
        if (at < stop && text[at] == '.' && at + 1 < end && text[at + 1] is ' ' or '\u00A0' or ',' && char.IsLetter(text[at - 1]))
            at++;
        var split = Contraction(text, start, at);
        if (split > start && split < at)
        {
            tokens.Add(Word(text, start, split));
            tokens.Add(Clitic(text, split, at, tokens[^1]));
        }
        else
        {
            tokens.Add(Word(text, start, at));
            if (at < stop && text[at] is '\'' or '’' && text[at - 1] is 's' or 'S' && char.IsWhiteSpace(at + 1 < end ? text[at + 1] : ' '))
                tokens.Add(new Token(new TextSpan(at, ++at), TokenKind.Word, WordClass.Genitive, null));
        }

        return at;
    }

    private static bool IsInner(char c) => c is '\'' or '’' or '-' or '‑' or '.' or ',' or '/' or ':' or '_';

    /// <summary>Where "'s", "'ll", "'re" and the like split off; 0 where nothing does.</summary>
    private static int Contraction(string text, int start, int end)
    {
        for (var at = end - 1; at > start && at >= end - 3; at--)
        {
            if (text[at] is not ('\'' or '’'))
                continue;
            return text.AsSpan(at + 1, end - at - 1) is "s" or "ll" or "re" or "ve" or "d" or "m" or "S" ? at : 0;
        }

        return 0;
    }

    private static Token Word(string text, int start, int end)
    {
        var span = new TextSpan(start, end);
        var word = span.Of(text);
        return new Token(span, TokenKind.Word, WordClasses.Of(word), CueLexicon.Verb(word));
    }

    /// <summary>"'s" is a verb behind a pronoun and a genitive behind any other word.</summary>
    private static Token Clitic(string text, int start, int end, Token host)
    {
        var span = new TextSpan(start, end);
        var isGenitive = end - start == 2 && text[start + 1] is 's' or 'S';
        var wordClass = !isGenitive ? WordClasses.Of(span.Of(text)) : host.Is(WordClass.SubjectPronoun | WordClass.Relative | WordClass.Question) ? WordClass.Be | WordClass.Have : WordClass.Genitive;
        return new Token(span, TokenKind.Word, wordClass, null);
    }

    private static int AddMark(string text, int at, int stop, List<Token> tokens)
    {
        var end = at + 1;
        while (end < stop && text[end] == text[at] && text[at] is '-' or '.')
            end++;
        var kind = text[at] switch
        {
            ',' or '，' or '、' => TokenKind.Comma,
            ';' or '；' => TokenKind.Semicolon,
            ':' or '：' => TokenKind.Colon,
            '—' or '–' or '-' or '―' => TokenKind.Dash,
            '(' or '[' or '{' => TokenKind.Open,
            ')' or ']' or '}' => TokenKind.Close,
            '.' or '!' or '?' or '…' or '。' or '！' or '？' => TokenKind.Stop,
            _ => TokenKind.Other,
        };
        tokens.Add(new Token(new TextSpan(at, end), kind, WordClass.None, null));
        return end;
    }
}
