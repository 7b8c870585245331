using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Articles;
using NewsBot.Core.Tests.Support;

namespace NewsBot.Core.Tests.Answering.Gate;

public sealed class OutletPrefixTests
{
    private static readonly AnalyzedArticle Fire = Texts.Article("A fire destroyed the opera house. Nobody was hurt.", title: "Fire", source: "Example Wire", published: "2024-03-02");

    [Theory]
    [InlineData("Example Wire, 2 March 2024: A fire destroyed the opera house.", true)]
    [InlineData("**Example Wire**, 2 March 2024: A fire destroyed the opera house.", true)]
    [InlineData("Daily Courier, 2 March 2024: A fire destroyed the opera house.", false)]
    [InlineData("Example Wire, 3 March 2024: A fire destroyed the opera house.", false)]
    [InlineData("Example Wire, 2 March 2024: A fire destroyed the city hall.", false)]
    [InlineData("Example Wire, 2 March 2024: Nobody was hurt.", false)]
    public void A_sentence_may_stand_behind_the_outlet_and_day_of_its_own_article(string text, bool passes) =>
        Assert.Equal(passes, StatementCheck.Rejection(new DraftStatement(text, StatementKind.Paraphrase, [Texts.Cite(Fire, "opera")])) is null);
}
