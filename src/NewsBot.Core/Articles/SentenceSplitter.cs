namespace NewsBot.Core.Articles;

/// <summary>
/// Cuts a text into sentences, in one pass and without copying it.
/// <para>
/// A sentence ends at <c>. ! ? …</c> and the closing marks after them when white space and something that can open a
/// sentence follow; at the full-width marks <c>。！？</c>; and at the end of a paragraph. A full stop does not end one
/// inside numbers, after initials and titles, after abbreviations unless a usual first word follows, inside a dateline
/// ("MINSK, August 17. /TASS/."), nor after a quoted question or exclamation whose speaker follows.
/// </para>
/// A paragraph ends at an empty line, and at a single line break when the line could be complete: it ends like a
/// sentence, it ends with a dash and a name, or it is short as a headline and the next line does not start in lower case.
/// </summary>
public static class SentenceSplitter
{
    private const int HeadlineLength = 60;
    private const int SignatureLength = 40;

    public static IReadOnlyList<Sentence> Split(string text)
    {
        var sentences = new List<Sentence>();
        var paragraph = 0;
        var position = 0;
        while (position < text.Length)
        {
            var end = ParagraphEnd(text, position);
            if (AddSentences(text, position, end, paragraph, sentences))
                paragraph++;
            position = end;
            while (position < text.Length && char.IsWhiteSpace(text[position]))
                position++;
        }

        return sentences;
    }

    private static int ParagraphEnd(string text, int start)
    {
        var lineStart = start;
        while (true)
        {
            var lineEnd = text.AsSpan(lineStart).IndexOfAny('\n', '\r', '\u2029');
            if (lineEnd < 0)
                return text.Length;
            lineEnd += lineStart;
            if (EndsParagraph(text, lineStart, lineEnd))
                return lineEnd;
            lineStart = lineEnd + 1;
        }
    }

    private static bool EndsParagraph(string text, int lineStart, int lineEnd)
    {
        var next = lineEnd;
        var breaks = 0;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            if (text[next] == '\n' || text[next] == '\u2029' || (text[next] == '\r' && (next + 1 >= text.Length || text[next + 1] != '\n')))
                breaks++;
            next++;
        }

        if (breaks > 1 || next >= text.Length)
            return true;
        var last = lineEnd - 1;
        while (last > lineStart && (char.IsWhiteSpace(text[last]) || Punctuation.IsCloser(text[last])))
            last--;
        if (last < lineStart)
            return true;
        if (Punctuation.IsTerminator(text[last]) || text[last] == ':')
            return true;
        return (lineEnd - lineStart < HeadlineLength && !char.IsLower(text[next])) || IsSigned(text, lineStart, last);
    }

    /// <summary>A line that ends with a dash and a name: "... — Ann Lee".</summary>
    private static bool IsSigned(string text, int lineStart, int last)
    {
        var dash = text.AsSpan(Math.Max(lineStart, last - SignatureLength), Math.Min(SignatureLength, last - lineStart)).LastIndexOfAny('—', '―', '–');
        if (dash < 0)
            return false;
        var name = text.AsSpan(Math.Max(lineStart, last - SignatureLength) + dash + 1, Math.Min(SignatureLength, last - lineStart) - dash).Trim();
        var words = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && !char.IsWhiteSpace(name[i - 1]))
                continue;
            if (!char.IsUpper(name[i]))
                return false;
            words++;
        }

        return words > 0;
    }

    /// <summary>Adds the sentences between two offsets; false where there is nothing but white space.</summary>
    private static bool AddSentences(string text, int start, int end, int paragraph, List<Sentence> sentences)
    {
        var before = sentences.Count;
        var from = start;
        var position = start;
        while (position < end)
        {
            var next = text.AsSpan(position, end - position).IndexOfAny(Punctuation.Terminators);
            if (next < 0)
                break;
            position += next;
            var boundary = SentenceBoundary.Find(text, from, position, end, out var resume);
            if (boundary > 0)
            {
                AddTrimmed(text, from, boundary, paragraph, sentences);
                from = boundary;
            }

            position = resume;
        }

        AddTrimmed(text, from, end, paragraph, sentences);
        return sentences.Count > before;
    }

    private static void AddTrimmed(string text, int start, int end, int paragraph, List<Sentence> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add(new Sentence(new TextSpan(start, end), paragraph));
    }
}
