using NewsBot.Core.Chat;

namespace NewsBot.Core.Tests.Chat;

public class CourtesyTests
{
    [Theory]
    [InlineData("hey, do you know how many ferries were sold?", "how many ferries were sold?")]
    [InlineData("pls tell me who won the race thx", "who won the race")]
    [InlineData("@NewsBot when did the talks open?", "when did the talks open?")]
    [InlineData("Hi NewsBot! Can you please tell me where the talks were held?", "where the talks were held?")]
    [InlineData("How many ferries were sold? Thanks in advance!", "How many ferries were sold?")]
    [InlineData("please who bought the ferries", "who bought the ferries")]
    [InlineData("does anyone know why the port was closed", "why the port was closed")]
    [InlineData("I'd like to know how many ferries were sold, please", "how many ferries were sold")]
    public void What_asks_nothing_is_taken_off(string text, string asked) => Assert.Equal(asked, Courtesy.Strip(text));

    [Theory]
    [InlineData("Do you know who the mayor of Ostrey is?", "who is the mayor of Ostrey?")]
    [InlineData("can you tell me when the trial opened?", "when was the trial opened?")]
    public void A_dependent_question_gets_the_order_of_a_direct_one(string text, string asked) => Assert.Equal(asked, Courtesy.Strip(text));

    [Theory]
    [InlineData("hi")]
    [InlineData("thanks!")]
    [InlineData("please")]
    [InlineData("tell me more")]
    [InlineData("Who said thank you?")]
    [InlineData("who said \"hey, do you know how many ferries were sold?\"")]
    [InlineData("Please summarise the talks")]
    [InlineData("/said Hi NewsBot")]
    [InlineData("How many ferries were sold?")]
    [InlineData("Did Okay Motors close?")]
    [InlineData("")]
    public void Nothing_else_is_touched(string text) => Assert.EndsWith(text.Replace("Please ", "", StringComparison.Ordinal), Courtesy.Strip(text), StringComparison.Ordinal);
}
