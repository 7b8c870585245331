using NewsBot.Core.Answering.Gate.Support;

namespace NewsBot.Core.Tests.Answering.Gate;

public sealed class SupportScoreTests
{
    private static readonly string[] Evidence = ["The harbour board approved the new quay on Tuesday.", "Port traffic rose by 12 percent in May."];

    [Fact]
    public void The_words_of_the_evidence_score_highest_and_unrelated_ones_lowest()
    {
        var same = SupportScore.Of(Evidence[0], Evidence);
        var reworded = SupportScore.Of("On Tuesday the board of the harbour endorsed a new quay.", Evidence);
        var half = SupportScore.Of("The harbour board approved the new quay after a long debate about rents.", Evidence);
        var other = SupportScore.Of("Astronomers photographed a distant comet.", Evidence);
        Assert.True(same > reworded && reworded > half && half > other, $"{same} {reworded} {half} {other}");
        Assert.InRange(same, 0.8, 1);
        Assert.InRange(other, 0, 0.3);
    }

    [Fact]
    public void Nothing_bears_out_nothing() => Assert.Equal(0, SupportScore.Of("The board approved the quay.", []));

    [Fact]
    public void An_amount_in_another_form_is_no_missing_word() =>
        Assert.Equal(SupportScore.Of("Port traffic rose by 12 percent in May.", Evidence), SupportScore.Of("Port traffic rose by twelve percent in May.", Evidence), 0.2);
}
