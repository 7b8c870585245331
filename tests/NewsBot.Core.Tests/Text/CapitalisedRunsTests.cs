using NewsBot.Core.Text;

namespace NewsBot.Core.Tests.Text;

public class CapitalisedRunsTests
{
    private static string[] In(string text) => [.. CapitalisedRuns.In(text, new(0, text.Length)).Select(run => run.Span.In(text))];

    [Theory]
    [InlineData("yesterday Mara Olsen met Ivo Brandt", "Mara Olsen", "Ivo Brandt")]
    [InlineData("shares of the Bank of Norland fell", "Bank of Norland")]
    [InlineData("he thanked Ursula von der Linden", "Ursula von der Linden")]
    [InlineData("he saw John F. Harker there", "John F. Harker")]
    [InlineData("in Grauen, Ostland, and Holm", "Grauen", "Ostland", "Holm")]
    [InlineData("Olsen's Norland plan", "Olsen's", "Norland")]
    [InlineData("The ministry said so")]
    public void A_name_is_a_run_of_capitalised_words(string text, params string[] names) => Assert.Equal(names, In(text));

    [Fact]
    public void A_word_that_opens_a_sentence_is_marked()
    {
        const string text = "Talks ended. Ferries sail to Holm.";
        Assert.Equal([true, true, false], CapitalisedRuns.In(text, new(0, text.Length)).Select(run => run.OpensSentence));
    }
}
