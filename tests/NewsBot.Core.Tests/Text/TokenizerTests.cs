using FsCheck.Xunit;
using NewsBot.Core.Text;

namespace NewsBot.Core.Tests.Text;

public sealed class TokenizerTests
{
    private static string Terms(string text) => string.Join(' ', Tokenizer.Tokenize(text).Select(token => token.Term));

    [Theory]
    [InlineData("Ministers' meetings", "minist meet")]
    [InlineData("the minister's meeting", "the minist meet")]
    [InlineData("U.S. and US", "us and us")]
    [InlineData("10,000 homes", "10000 home")]
    [InlineData("3.5 percent.", "3.5 percent")]
    [InlineData("O’Neill", "oneil")]
    [InlineData("Łódź café", "lodz cafe")]
    [InlineData("Straße", "strass")]
    [InlineData("北京大学", "北京 京大 大学")]
    [InlineData("北", "北")]
    [InlineData("one, two", "on two")]
    public void Words_are_compared_in_one_form(string text, string terms) => Assert.Equal(terms, Terms(text));

    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("conflated", "conflat")]
    [InlineData("hopping", "hop")]
    [InlineData("filing", "file")]
    [InlineData("relational", "relat")]
    [InlineData("vietnamization", "vietnam")]
    [InlineData("triplicate", "triplic")]
    [InlineData("goodness", "good")]
    [InlineData("adjustment", "adjust")]
    [InlineData("controlling", "control")]
    [InlineData("rate", "rate")]
    [InlineData("cease", "ceas")]
    public void Suffixes_are_taken_off_as_Porter_describes(string word, string stem) => Assert.Equal(stem, Tokenizer.TermOf(word));

    [Fact]
    public void A_token_knows_where_its_word_stands()
    {
        const string text = "“It’s 3.5 km,” she said.";
        Assert.Equal(["It’s", "3.5", "km", "she", "said"], Tokenizer.Tokenize(text).Select(token => token.Span.In(text)));
    }

    [Property(MaxTest = 500)]
    public void Any_text_gives_tokens_in_order_inside_it(string? text)
    {
        var end = 0;
        foreach (var token in Tokenizer.Tokenize(text ?? ""))
        {
            Assert.InRange(token.Span.Start, token.Term.Length > 1 && end > 0 ? end - 1 : end, text!.Length);
            Assert.InRange(token.Span.End, token.Span.Start + 1, text.Length);
            Assert.InRange(token.Term.Length, 1, Tokenizer.LongestTerm);
            end = token.Span.End;
        }
    }

    [Fact]
    public void An_endless_word_gives_a_bounded_term() =>
        Assert.Equal(Tokenizer.LongestTerm, Tokenizer.Tokenize(new string('é', 10_000)).Single().Term.Length);
}
