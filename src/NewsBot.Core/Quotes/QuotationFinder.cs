using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>
/// Pairs quotation marks, in one pass, with a stack: quotations nest and never cross.
/// <para>
/// A mark is left open at the end of its paragraph only by a running quotation, where the next paragraph opens with the
/// same mark again (or, after a paragraph that began with it, where nobody closed it: then the paragraph is the quotation).
/// Any other mark without a partner is no quotation mark. Nor are apostrophes ("workers'", "'90s", "rock 'n' roll") and
/// the marks of feet and inches ("6'2\"").
/// </para>
/// </summary>
internal sealed class QuotationFinder
{
    private const int MostNested = 4;

    /// <summary>How far a closing mark is searched to tell it from an apostrophe; keeps the search linear.</summary>
    private const int Lookahead = 240;

    private readonly string _text;
    private readonly List<OpenMark> _open = [];
    private readonly List<Quotation> _found = [];

    private QuotationFinder(string text) => _text = text;

    private readonly record struct OpenMark(int At, MarkKind Kind, bool Continues);

    /// <param name="text">The whole text.</param>
    /// <param name="paragraphs">The paragraphs of the text, in order.</param>
    /// <returns>The quotations, outer before inner, in the order in which they open.</returns>
    public static IReadOnlyList<Quotation> Find(string text, IReadOnlyList<TextSpan> paragraphs)
    {
        var finder = new QuotationFinder(text);
        for (var i = 0; i < paragraphs.Count; i++)
            finder.Read(paragraphs[i], i + 1 < paragraphs.Count ? paragraphs[i + 1] : null);
        return finder.InOrder();
    }

    /// <param name="text">The whole text.</param>
    /// <param name="sentences">Its sentences, which say where paragraphs are.</param>
    public static IReadOnlyList<Quotation> Find(string text, IReadOnlyList<Sentence> sentences)
    {
        var paragraphs = new List<TextSpan>();
        for (var i = 0; i < sentences.Count; i++)
        {
            if (i > 0 && sentences[i].Paragraph == sentences[i - 1].Paragraph)
                paragraphs[^1] = paragraphs[^1] with { End = sentences[i].Span.End };
            else
                paragraphs.Add(sentences[i].Span);
        }

        return Find(text, paragraphs);
    }

    private void Read(TextSpan paragraph, TextSpan? next)
    {
        var running = _open.Count > 0 ? _open[0].Kind : (MarkKind?)null;
        _open.Clear();
        for (var at = paragraph.Start; at < paragraph.End; at++)
        {
            if (!QuotationMarks.IsMark(_text[at]))
                continue;
            var width = QuotationMarks.WidthAt(_text, at, paragraph.End);
            var continues = at == paragraph.Start && running is { } kind && QuotationMarks.OpensAgain(_text[at], kind);
            Take(paragraph, at, width, continues);
            at += width - 1;
        }

        EndParagraph(paragraph, next);
    }

    private void Take(TextSpan paragraph, int at, int width, bool continues)
    {
        if (!continues && Closes(paragraph, at, width, out var index))
        {
            _found.Add(new Quotation(new TextSpan(_open[index].At, at + width), 0, _open[index].Continues));
            _open.RemoveRange(index, _open.Count - index);
            return;
        }

        if (QuotationMarks.OpeningKind(_text, at, width, paragraph) is not { } opened || _open.Count >= MostNested)
            return;
        var same = _open.FindIndex(o => o.Kind == opened);
        if (same >= 0 && !QuotationMarks.NestsInItself(opened))
            _open.RemoveRange(same, _open.Count - same); // The earlier one was never closed.
        _open.Add(new OpenMark(at, opened, continues));
    }

    private bool Closes(TextSpan paragraph, int at, int width, out int index)
    {
        for (index = _open.Count - 1; index >= 0; index--)
        {
            if (at > _open[index].At + 1 && QuotationMarks.Closes(_text, at, width, _open[index].Kind, paragraph)
                && !IsApostrophe(_open[index].Kind, at, paragraph.End))
                return true;
        }

        return false;
    }

    /// <summary>"the workers' rights' watchdog": after an s and before a word, a later mark of the kind closes instead.</summary>
    private bool IsApostrophe(MarkKind kind, int at, int end)
    {
        if (kind is not (MarkKind.CurlySingle or MarkKind.StraightSingle) || _text[at - 1] is not ('s' or 'n' or 'x' or 'z'))
            return false;
        if (at + 2 >= end || _text[at + 1] != ' ' || !char.IsLower(_text[at + 2]))
            return false;
        var limit = Math.Min(end, at + Lookahead);
        for (var i = at + 2; i < limit; i++)
        {
            if (_text[i] is '“' or '”' or '"' or '‘')
                return false;
            if (_text[i] == _text[at] && (i + 1 >= end || !char.IsLetter(_text[i + 1])) && !char.IsWhiteSpace(_text[i - 1]))
                return true;
        }

        return false;
    }

    private void EndParagraph(TextSpan paragraph, TextSpan? next)
    {
        if (_open.Count == 0)
            return;
        var first = _open[0];
        var reopened = next is { } following && QuotationMarks.OpensAgain(_text[following.Start], first.Kind)
            && QuotationMarks.IsDouble(first.Kind);
        var wholeParagraph = first.At == paragraph.Start && QuotationMarks.IsDouble(first.Kind) && first.Kind != MarkKind.Straight;
        _open.Clear();
        if (!reopened && !wholeParagraph && !first.Continues)
            return;
        if (paragraph.End > first.At + 1)
            _found.Add(new Quotation(new TextSpan(first.At, paragraph.End), 0, first.Continues));
        if (reopened)
            _open.Add(first);
    }

    private bool HasWord(TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
            if (char.IsLetterOrDigit(_text[i]) || char.IsSurrogate(_text[i]))
                return true;
        return false;
    }

    /// <summary>Sorts what was found and counts how deep each stands, now that marks without a partner are out.</summary>
    private List<Quotation> InOrder()
    {
        _found.RemoveAll(q => !HasWord(q.Span));
        _found.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        var ends = new Stack<int>();
        for (var i = 0; i < _found.Count; i++)
        {
            while (ends.TryPeek(out var end) && end <= _found[i].Span.Start)
                ends.Pop();
            _found[i] = _found[i] with { Depth = ends.Count };
            ends.Push(_found[i].Span.End);
        }

        return _found;
    }
}
