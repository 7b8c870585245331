using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Tests.Support;

namespace NewsBot.Core.Tests.Answering.Extractive;

public sealed class ExplainedSentenceTests
{
    private static string Explain(string text, string words)
    {
        var article = Texts.Article(text);
        return ExplainedSentence.Of(article, Texts.Cite(article, words).Span);
    }

    [Fact]
    public void A_pronoun_is_explained_where_its_speaker_was_named_right_before() => Assert.Equal(
        "She [Ada Quill] said that the old bridge had never been safe.",
        Explain("The bridge is open, Mayor Ada Quill said on Monday. She said that the old bridge had never been safe.", "never been safe"));

    [Fact]
    public void A_role_is_explained_by_the_name_that_has_it() => Assert.Equal(
        "The mayor [Ada Quill] said that the old bridge had never been safe.",
        Explain("The bridge is open, Mayor Ada Quill said on Monday. The mayor said that the old bridge had never been safe.", "never been safe"));

    [Theory]
    [InlineData("Christmas came early to the town. A Christmas tree stood on the square. She said that the old bridge had never been safe.")]
    [InlineData("The bridge is open, Quill said on Monday. She said that the old bridge had never been safe.")]
    public void What_is_no_full_name_explains_nothing(string text) =>
        Assert.Equal("She said that the old bridge had never been safe.", Explain(text, "never been safe"));

    [Fact]
    public void A_speaker_who_was_named_long_before_explains_nothing() => Assert.DoesNotContain(
        "[",
        Explain(
            "The bridge is open, Mayor Ada Quill said on Monday. The river is low. The band played. The rain stopped. The crowd went home. She said that the old bridge had never been safe.",
            "never been safe"),
        StringComparison.Ordinal);

    [Fact]
    public void Who_and_her_are_left_as_they_are() => Assert.DoesNotContain(
        "[",
        Explain("The bridge is open, Mayor Ada Quill said on Monday. Her deputy, who said nothing, and her clerk left.", "Her deputy"),
        StringComparison.Ordinal);

    [Fact]
    public void A_sentence_that_names_somebody_else_first_is_left_as_it_is() => Assert.DoesNotContain(
        "[",
        Explain("The bridge is open, Mayor Ada Quill said on Monday. After Maud Ferrin left, she said that the old bridge had never been safe.", "never been safe"),
        StringComparison.Ordinal);
}
