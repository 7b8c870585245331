using NewsBot.Core.Answering.Candidates;
using NewsBot.Core.Text;

namespace NewsBot.Core.Tests.Answering;

public class QuantitiesTests
{
    private static string[] Counts(string text, string noun) => [.. Quantities.CountsIn(text, new(0, text.Length), [Tokenizer.TermOf(noun)]).Select(candidate => candidate.Text)];

    [Theory]
    [InlineData("The town sold 12 old ferries and 3 cranes.", "ferries", "12 old ferries")]
    [InlineData("Twenty-one ferries sailed.", "ferries", "Twenty-one ferries")]
    [InlineData("Some 1,800 residents fled.", "people", "1,800 residents")]
    [InlineData("It was built in 1931.", "ferries")]
    public void A_number_counts_what_follows_it(string text, string noun, params string[] counts) => Assert.Equal(counts, Counts(text, noun));

    [Theory]
    [InlineData("It cost $2.5 million in all.", "$2.5 million")]
    [InlineData("It cost 80 million crowns.", "80 million crowns")]
    [InlineData("It cost €3bn.", "€3bn")]
    public void Money_has_a_currency(string text, string money) =>
        Assert.Equal([money], Quantities.MoneyIn(text, new(0, text.Length)).Select(candidate => candidate.Text));

    [Fact]
    public void Numbers_in_words_and_digits_are_one_candidate()
    {
        var keys = new[] { "nine percent", "9%" }.SelectMany(text => Quantities.PercentIn(text, new(0, text.Length))).Select(candidate => candidate.Key);
        Assert.Equal(["9", "9"], keys);
    }

    [Fact]
    public void A_correction_gives_its_figure()
    {
        const string text = "The correct number is 12.";
        Assert.Equal("12", Assert.Single(Quantities.CorrectedIn(text, new(0, text.Length))).Text);
    }
}
