using NewsBot.Core.Articles;

namespace NewsBot.Core.Tests.Articles;

public sealed class PassageChunkerTests
{
    [Fact]
    public void A_short_article_is_one_passage()
    {
        var text = Paragraph(30);

        Assert.Equal(new Passage(0, new TextSpan(0, text.Length)), Assert.Single(Chunk(text)));
    }

    [Fact]
    public void A_passage_ends_with_its_paragraph_once_it_has_enough_words()
    {
        var text = string.Join("\n\n", Paragraph(130), Paragraph(130));

        Assert.Equal([130, 130], Chunk(text).Select(p => PassageChunker.CountWords(p.Span.Of(text))));
    }

    [Fact]
    public void A_passage_has_no_more_words_than_allowed()
    {
        var text = Paragraph(1000);

        Assert.All(Chunk(text), p => Assert.InRange(PassageChunker.CountWords(p.Span.Of(text)), 1, PassageChunker.MostWords));
    }

    [Fact]
    public void A_sentence_that_is_longer_than_a_passage_stands_alone()
    {
        var text = string.Join(" ", Enumerable.Repeat("word", 300)) + ". " + Paragraph(50);

        Assert.Equal([300, 50], Chunk(text).Select(p => PassageChunker.CountWords(p.Span.Of(text))));
    }

    [Fact]
    public void A_few_last_words_join_the_passage_before()
    {
        var text = string.Join("\n\n", Paragraph(130), Paragraph(20));

        Assert.Single(Chunk(text));
    }

    [Fact]
    public void Passages_are_numbered_and_cover_every_sentence_once()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 40).Select(i => Paragraph(i * 5)));
        var sentences = SentenceSplitter.Split(text);

        var passages = PassageChunker.Chunk(text, sentences);

        Assert.Equal(Enumerable.Range(0, passages.Count), passages.Select(p => p.Ordinal));
        Assert.All(sentences, s => Assert.Single(passages, p => p.Span.Contains(s.Span)));
    }

    [Fact]
    public void No_text_gives_no_passage() => Assert.Empty(Chunk(""));

    [Theory]
    [InlineData("", 0)]
    [InlineData("one two  three\nfour", 4)]
    [InlineData("橋は閉じた", 5)]
    [InlineData("Tokyo 橋 closed", 3)]
    public void Words_are_counted_by_white_space_and_ideographs_one_by_one(string text, int count) => Assert.Equal(count, PassageChunker.CountWords(text));

    private static IReadOnlyList<Passage> Chunk(string text) => PassageChunker.Chunk(text, SentenceSplitter.Split(text));

    /// <summary>Sentences of five words.</summary>
    private static string Paragraph(int words) => string.Join(" ", Enumerable.Repeat("The bridge closed in May.", words / 5));
}
