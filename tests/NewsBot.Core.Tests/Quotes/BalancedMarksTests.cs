using NewsBot.Core.Quotes;

namespace NewsBot.Core.Tests.Quotes;

public sealed class BalancedMarksTests
{
    [Theory]
    [InlineData("“No,” he said. “Not now.”")]
    [InlineData("\"No,\" he said. \"Not now.\"")]
    [InlineData("„Nein“, sagte er. »Nie.«")]
    [InlineData("« Non », dit-il. „Tak” – „Nie”")]
    [InlineData("「いいえ」")]
    [InlineData("“He told me ‘no’, and ‘never’.”")]
    [InlineData("“He told me “no”.”")]
    [InlineData("\"The workers' rights and the '90s\" said the players' union.")]
    [InlineData("The 19\" screen of the 6'2\" player.")]
    [InlineData("\"It has a 19\" screen,\" she said.")]
    [InlineData("“One.\n\n“Two.”")]
    [InlineData("No marks at all, in the players' words.")]
    public void Marks_with_partners_are_balanced(string text) => Assert.True(BalancedMarks.Holds(text));

    [Theory]
    [InlineData("“The wind has taken our roofs.")]
    [InlineData("\"The wind has taken our roofs.")]
    [InlineData("Now it pays rent,” she said.")]
    [InlineData("Now it pays rent,\" she said.")]
    [InlineData("„Der Wind nahm die Dächer.")]
    [InlineData("« Le vent a pris les toits.")]
    [InlineData("Maintenant il paie », dit-elle.")]
    [InlineData("“One,” he said. “Two.")]
    [InlineData("“One.\n\nTwo.")]
    [InlineData("\"He told me \"no\". And then.")]
    public void A_mark_without_its_partner_is_not(string text) => Assert.False(BalancedMarks.Holds(text));
}
