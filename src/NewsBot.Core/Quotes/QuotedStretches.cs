using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>
/// What of a text stands in quotation marks, and what a stretch of it would tear apart. A stretch is whole when no
/// quotation begins before it or ends behind it: then all its marks stand in it in pairs.
/// </summary>
internal sealed class QuotedStretches
{
    private readonly string _text;
    private readonly IReadOnlyList<Sentence> _sentences;

    private QuotedStretches(string text, IReadOnlyList<Sentence> sentences)
    {
        _text = text;
        _sentences = sentences;
        All = QuotationFinder.Find(text, sentences);
    }

    /// <summary>The quotations, outer before inner, in the order in which they open.</summary>
    public IReadOnlyList<Quotation> All { get; }

    public static QuotedStretches Of(AnalyzedArticle article) => new(article.Article.Text, article.Analysis.Sentences);

    public static QuotedStretches Of(string text) => new(text, SentenceSplitter.Split(text));

    /// <summary>The outer quotations that a stretch touches.</summary>
    public IEnumerable<TextSpan> Outer(TextSpan stretch)
    {
        foreach (var quotation in All)
            if (quotation.Depth == 0 && quotation.Span.Overlaps(stretch))
                yield return quotation.Span;
    }

    public bool IsWhole(TextSpan stretch)
    {
        foreach (var quotation in All)
            if (quotation.Span.Overlaps(stretch) && !stretch.Contains(quotation.Span))
                return false;
        return true;
    }

    /// <summary>Whether a stretch has a word outside quotation marks.</summary>
    public bool HasOwnWords(TextSpan stretch)
    {
        var at = stretch.Start;
        foreach (var quotation in Outer(stretch))
        {
            if (HasWord(at, Math.Min(quotation.Start, stretch.End)))
                return true;
            at = Math.Max(at, quotation.End);
        }

        return HasWord(at, stretch.End);
    }

    /// <summary>
    /// The sentences that must stand together with those of a stretch so that no quotation is torn apart.
    /// </summary>
    /// <returns>Null where a quotation runs on over paragraphs.</returns>
    public TextSpan? Widen(TextSpan stretch) => Widen(stretch, 0, new TextSpan(0, _text.Length));

    /// <summary>The same inside one outer quotation: the words of it that keep the quotations in it together.</summary>
    public TextSpan? WidenInside(TextSpan stretch, TextSpan outer) => Widen(stretch, 1, outer);

    /// <summary>The quotations, not one inside another, that a stretch is made of; the stretch itself where it holds none.</summary>
    public IReadOnlyList<TextSpan> Pieces(TextSpan stretch)
    {
        var pieces = new List<TextSpan>();
        foreach (var quotation in All)
            if (stretch.Contains(quotation.Span) && (pieces.Count == 0 || !pieces[^1].Contains(quotation.Span)))
                pieces.Add(quotation.Span);
        return pieces.Count == 0 ? [stretch] : pieces;
    }

    /// <summary>A stretch of a quotation without that quotation's own marks at its ends; marks of others inside it stay.</summary>
    public TextSpan Inside(TextSpan stretch)
    {
        for (var i = All.Count - 1; i >= 0; i--) // The innermost comes last.
        {
            var quotation = All[i].Span;
            if (!quotation.Contains(stretch))
                continue;
            var start = stretch.Start == quotation.Start ? stretch.Start + QuotationMarks.WidthAt(_text, stretch.Start, stretch.End) : stretch.Start;
            var end = stretch.End == quotation.End && IsClosed(quotation) ? stretch.End - QuotationMarks.WidthAt(_text, stretch.End - 2, stretch.End) : stretch.End;
            return end > start ? new TextSpan(start, end) : stretch;
        }

        return stretch;
    }

    private TextSpan? Widen(TextSpan stretch, int leastDepth, TextSpan limit)
    {
        for (var i = 0; i < All.Count; i++)
        {
            var quotation = All[i];
            if (quotation.Depth < leastDepth || !quotation.Span.Overlaps(stretch) || stretch.Contains(quotation.Span))
                continue;
            if (RunsOn(i))
                return null;
            var wider = WholeSentences(TextSpan.Cover(stretch, quotation.Span));
            stretch = new TextSpan(Math.Max(wider.Start, limit.Start), Math.Min(wider.End, limit.End));
            i = -1; // The wider stretch may tear others.
        }

        return stretch;
    }

    /// <summary>Whether a quotation goes on from the paragraph before or into the next.</summary>
    private bool RunsOn(int index) => All[index].Continues || !IsClosed(All[index].Span);

    /// <summary>Whether the mark at a quotation's end is its own, not that of one inside it.</summary>
    private bool IsClosed(TextSpan quotation) =>
        QuotationMarks.IsMark(_text[quotation.End - 1]) && !All.Any(other => other.Span.End == quotation.End && other.Span.Start > quotation.Start);

    private TextSpan WholeSentences(TextSpan span)
    {
        var whole = span;
        foreach (var sentence in _sentences)
            if (sentence.Span.Overlaps(span))
                whole = TextSpan.Cover(whole, sentence.Span);
        return whole;
    }

    private bool HasWord(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (char.IsLetterOrDigit(_text[i]))
                return true;
        return false;
    }
}
