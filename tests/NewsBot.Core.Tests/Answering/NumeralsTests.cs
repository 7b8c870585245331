using NewsBot.Core.Answering.Gate;

namespace NewsBot.Core.Tests.Answering;

public sealed class NumeralsTests
{
    [Theory]
    [InlineData("three days", "3")]
    [InlineData("a three-day visit", "3")]
    [InlineData("twenty-five people", "25")]
    [InlineData("10,000 homes", "10000")]
    [InlineData("2.5 million crowns", "2500000")]
    [InlineData("two hundred thousand", "200000")]
    [InlineData("the 3rd time", "3")]
    [InlineData("3.0 points", "3")]
    public void A_number_has_one_form(string text, string number) => Assert.Contains(number, Numerals.In(text));

    [Theory]
    [InlineData("nobody came")]
    [InlineData("the A4 road")]
    [InlineData("someone, often")]
    public void Words_that_only_look_like_numbers_are_none(string text) => Assert.Empty(Numerals.In(text));
}
