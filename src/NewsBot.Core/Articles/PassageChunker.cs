namespace NewsBot.Core.Articles;

/// <summary>
/// Packs whole sentences into passages. A passage is closed at the end of a paragraph once it has
/// <see cref="EnoughWords"/>, and before a sentence that would take it past <see cref="MostWords"/>; a sentence longer
/// than that stands alone. A last passage too short to stand alone joins the one before it.
/// </summary>
public static class PassageChunker
{
    public const int EnoughWords = 120;
    public const int MostWords = 200;
    private const int LoneWords = 40;

    public static IReadOnlyList<Passage> Chunk(string text, IReadOnlyList<Sentence> sentences)
    {
        var passages = new List<Passage>();
        var first = 0;
        var words = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            var length = CountWords(sentences[i].Span.Of(text));
            var full = words > 0 && words + length > MostWords;
            var rounded = words >= EnoughWords && i > 0 && sentences[i].Paragraph != sentences[i - 1].Paragraph;
            if (full || rounded)
            {
                passages.Add(Between(sentences, first, i - 1, passages.Count));
                first = i;
                words = 0;
            }

            words += length;
        }

        if (first >= sentences.Count)
            return passages;
        if (words < LoneWords && passages.Count > 0)
            passages[^1] = passages[^1] with { Span = new TextSpan(passages[^1].Span.Start, sentences[^1].Span.End) };
        else
            passages.Add(Between(sentences, first, sentences.Count - 1, passages.Count));
        return passages;
    }

    /// <summary>Words as separated by white space; each CJK character counts as one.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (c >= '\u3040' && c <= '\u9FFF')
            {
                count++;
                inWord = false;
            }
            else if (char.IsWhiteSpace(c))
            {
                inWord = false;
            }
            else if (!inWord)
            {
                count++;
                inWord = true;
            }
        }

        return count;
    }

    private static Passage Between(IReadOnlyList<Sentence> sentences, int first, int last, int ordinal) =>
        new(ordinal, new TextSpan(sentences[first].Span.Start, sentences[last].Span.End));
}
