using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Tests.Articles;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("It rained. The bridge closed.", "It rained.|The bridge closed.")]
    [InlineData("Is it late? Yes! We left…", "Is it late?|Yes!|We left…")]
    [InlineData("Mr. Lee met Dr. Ray at 3.30 p.m. in St. Paul.", "Mr. Lee met Dr. Ray at 3.30 p.m. in St. Paul.")]
    [InlineData("John F. Marsh left the U.S. in May. He came back.", "John F. Marsh left the U.S. in May.|He came back.")]
    [InlineData("The price rose to $3.5 million. It fell later.", "The price rose to $3.5 million.|It fell later.")]
    [InlineData("MINSK, August 17. /TASS/. The talks began. They ended.", "MINSK, August 17. /TASS/.|The talks began.|They ended.")]
    [InlineData("\"It is late.\" He left.", "\"It is late.\"|He left.")]
    [InlineData("“Why now?” Mayor Ann Lee asked.", "“Why now?” Mayor Ann Lee asked.")]
    [InlineData("“Why now?” Mayor Ann Lee wondered. He left.", "“Why now?” Mayor Ann Lee wondered.|He left.")]
    [InlineData("(It rained.) The bridge closed.", "(It rained.)|The bridge closed.")]
    [InlineData("雨が降った。橋は閉じた。", "雨が降った。|橋は閉じた。")]
    [InlineData("She works at example.com. He does not.", "She works at example.com.|He does not.")]
    [InlineData("Smith Inc. said it was late.", "Smith Inc. said it was late.")]
    [InlineData("It happened in Jan. 2020. It was cold.", "It happened in Jan. 2020.|It was cold.")]
    [InlineData("The court cited Moss v. Harlan twice. It was late.", "The court cited Moss v. Harlan twice.|It was late.")]
    [InlineData("The law is in part v. It is long.", "The law is in part v.|It is long.")]
    [InlineData("", "")]
    [InlineData(" \n\n ", "")]
    public void A_sentence_ends_at_its_mark_and_not_inside_numbers_titles_and_initials(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', SentenceSplitter.Split(text).Select(s => s.Span.In(text))));

    [Fact]
    public void Paragraphs_are_counted_by_empty_lines()
    {
        const string text = "One. Two.\n\nThree.\n\n\nFour.";

        Assert.Equal([0, 0, 1, 2], SentenceSplitter.Split(text).Select(s => s.Paragraph));
    }

    [Fact]
    public void A_line_that_breaks_in_the_middle_of_a_sentence_goes_on()
    {
        const string text = "The bridge that was built by the city in the last century\nclosed in May.";

        Assert.Single(SentenceSplitter.Split(text));
    }

    [Fact]
    public void A_short_headline_is_a_paragraph_of_its_own()
    {
        const string text = "Bridge closes\nThe bridge closed in May.";

        Assert.Equal([0, 1], SentenceSplitter.Split(text).Select(s => s.Paragraph));
    }

    [Fact]
    public void A_line_that_ends_with_a_dash_and_a_name_is_a_paragraph()
    {
        const string text = "“The bridge that we have waited for will open in the month of May.” ― Ann Lee\n“I do not believe a word of it, and neither should you.” ― Bob Ray";

        Assert.Equal([0, 1], SentenceSplitter.Split(text).Select(s => s.Paragraph).Distinct());
    }

    [Property(MaxTest = 300)]
    public Property Sentences_of_any_text_are_ordered_and_leave_out_nothing_but_white_space() => Prop.ForAll(Arb.From<string>(Texts), text =>
    {
        var sentences = SentenceSplitter.Split(text);
        var position = 0;
        foreach (var sentence in sentences)
        {
            Assert.True(sentence.Span.Start >= position && sentence.Span.End > sentence.Span.Start, text);
            Assert.True(string.IsNullOrWhiteSpace(text[position..sentence.Span.Start]), text);
            position = sentence.Span.End;
        }

        Assert.True(string.IsNullOrWhiteSpace(text[position..]), text);
        Assert.True(sentences.Zip(sentences.Skip(1)).All(p => p.Second.Paragraph - p.First.Paragraph is 0 or 1), text);
    });

    private static Gen<string> Texts => Gen.Elements("Lee", "said", "Mr.", "U.S.", ".", "!", "?", "…", "\"", "”", "’", ")", "(", " ", " ", "\n", "\n\n", "\r\n", "。", "3.5", "a.m.", "/", ":", "\u2029", "é", "😀", "The")
        .ListOf().Select(string.Concat);
}
