using NewsBot.Core.Text;

namespace NewsBot.Core.Tests.Text;

public sealed class ThesaurusTests
{
    [Theory]
    [InlineData("likened", "compares")]
    [InlineData("growth", "grew")]
    [InlineData("automobiles", "cars")]
    public void Words_that_can_mean_the_same_are_found_in_any_form(string word, string other)
    {
        Assert.Contains(Tokenizer.TermOf(other), Thesaurus.Of(Tokenizer.TermOf(word)));
        Assert.Contains(Tokenizer.TermOf(word), Thesaurus.Of(Tokenizer.TermOf(other)));
    }

    [Fact]
    public void A_word_is_not_among_those_that_mean_the_same() =>
        Assert.All((string[])["liken", "compare", "sell", "run", "set", "fall"], word => Assert.DoesNotContain(Tokenizer.TermOf(word), Thesaurus.Of(Tokenizer.TermOf(word))));

    [Theory]
    [InlineData("lenvik")]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("synset")]
    public void A_word_without_others_has_none(string term) => Assert.Empty(Thesaurus.Of(term));
}
