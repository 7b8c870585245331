using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Quotes;

/// <summary>
/// Compares one asked text with quotes or sentences of articles. Pure; holds only the words of the asked text.
/// <para>
/// With n asked words and d words that differ in the best alignment (<see cref="WordAlignment"/>): d = 0 is verbatim with
/// score 1 + n / (n + words of the candidate); d ≤ 0.4 n is altered with score 1 - d / n, from four asked words on; else the
/// share of asked content words that the candidate has, from one half on, is a paraphrase with score 0.6 times the share.
/// </para>
/// </summary>
public sealed class QuoteMatcher
{
    /// <summary>More words than this are not compared; a chat message cannot hold more.</summary>
    public const int MostWords = 500;

    private const double MostChanged = 0.4;
    private const double LeastShared = 0.5;
    private const double ParaphraseWeight = 0.6;

    private readonly string _asked;
    private readonly List<FoldedWord> _words;
    private readonly HashSet<string> _content;

    /// <param name="asked">The text that somebody asks about, with or without quotation marks.</param>
    public QuoteMatcher(string asked)
    {
        _asked = asked;
        _words = FoldedWords.Read(asked, new TextSpan(0, asked.Length));
        if (_words.Count > MostWords)
            _words.RemoveRange(MostWords, _words.Count - MostWords);
        _content = [.. _words.Select(w => Tokenizer.TermOf(w.Text)).Where(IsContent)];
    }

    /// <summary>The words by which an index may look for candidates, folded, without stop words.</summary>
    public IEnumerable<string> ContentWords => _words.Select(w => w.Text).Where(w => IsContent(Tokenizer.TermOf(w))).Distinct();

    /// <summary>Compares with the content of a quote.</summary>
    public QuoteMatch Match(string text, Quote quote) => Match(text, quote.Content);

    /// <summary>Compares with spans of a text that belong together.</summary>
    public QuoteMatch Match(string text, IReadOnlyList<TextSpan> spans)
    {
        if (_words.Count == 0)
            return QuoteMatch.None;
        List<FoldedWord> said = [];
        foreach (var span in spans)
            FoldedWords.Read(text, span, said);
        var shared = Shared(said);
        if (shared == 0 || (shared < LeastShared / 2 && _words.Count > 3))
            return QuoteMatch.None;
        var (cost, steps) = WordAlignment.Align(_words, said);
        if (cost == 0)
            return new QuoteMatch(QuoteMatchKind.Verbatim, 1 + (double)_words.Count / (_words.Count + said.Count), Show(spans, said, steps), []);
        if (_words.Count > 3 && cost <= MostChanged * _words.Count)
            return new QuoteMatch(QuoteMatchKind.Altered, 1 - (double)cost / _words.Count, Show(spans, said, steps), WordChanges.Read(_asked, _words, text, said, steps));
        return shared >= LeastShared && _content.Count > 1
            ? new QuoteMatch(QuoteMatchKind.Paraphrase, ParaphraseWeight * shared, spans, [])
            : QuoteMatch.None;
    }

    /// <summary>The share of asked content words that the candidate has; of all words where there are only stop words.</summary>
    private double Shared(List<FoldedWord> said)
    {
        if (_content.Count == 0)
            return said.Exists(s => s.Text == _words[0].Text) ? 1 : 0;
        var stems = said.Select(w => Tokenizer.TermOf(w.Text)).ToHashSet();
        var hits = _content.Count(w => stems.Contains(w) || stems.Any(s => TypingSlip.IsOne(w, s)));
        return (double)hits / _content.Count;
    }

    private static bool IsContent(string term) => term.Length > 0 && !StopWords.Contains(term);

    /// <summary>The article's own text from the first aligned word to the last, span by span, with the marks at their edges.</summary>
    private static List<TextSpan> Show(IReadOnlyList<TextSpan> spans, List<FoldedWord> said, List<WordAlignment.Step> steps)
    {
        var first = steps.Find(s => s.Said >= 0).Said;
        var last = steps.FindLast(s => s.Said >= 0).Said;
        var shown = new List<TextSpan>();
        foreach (var span in spans)
        {
            var start = first == 0 || said[first - 1].Span.End <= span.Start ? span.Start : said[first].Span.Start;
            var end = last == said.Count - 1 || said[last + 1].Span.Start >= span.End ? span.End : said[last].Span.End;
            if (said[first].Span.Start < span.End && said[last].Span.End > span.Start)
                shown.Add(new TextSpan(Math.Max(start, span.Start), Math.Min(end, span.End)));
        }

        return shown;
    }
}
