using NewsBot.Core.Answering.Coverage;

namespace NewsBot.Core.Tests.Answering.Coverage;

public sealed class CoverageQuestionTests
{
    [Theory]
    [InlineData("Which outlets reported on the fire?", "Outlets", "the fire")]
    [InlineData("What newspapers have covered the fire in Velm?", "Outlets", "the fire in Velm")]
    [InlineData("Which sources reported that the opera burned down?", "Outlets", "the opera burned down")]
    [InlineData("Who reported on the fire?", "Outlets", "the fire")]
    [InlineData("Who reported the fire first?", "First", "the fire")]
    [InlineData("Who broke the news of the fire?", "First", "the fire")]
    [InlineData("Which outlet was the first to report on the fire?", "First", "the fire")]
    [InlineData("How many outlets reported on the fire?", "OutletCount", "the fire")]
    [InlineData("How many reports are there on the fire?", "ReportCount", "the fire")]
    [InlineData("How many articles about the fire do you have?", "ReportCount", "the fire")]
    [InlineData("Did the Courier report on the fire?", "DidReport", "the fire")]
    [InlineData("What do the reports disagree about in the fire?", "Differences", "the fire")]
    [InlineData("Do the reports on the fire differ on the number of dead?", "Differences", "dead the fire")]
    [InlineData("Are there conflicting reports about the fire?", "Differences", "the fire")]
    [InlineData("Who said what about the fire?", "Voices", "the fire")]
    [InlineData("What are the reactions to the fire?", "Voices", "the fire")]
    [InlineData("How did people react to the fire?", "Voices", "the fire")]
    [InlineData("Who criticised the owners?", "Deed", "the owners")]
    [InlineData("Who warned about the fire?", "Deed", "the fire")]
    public void A_question_about_coverage_is_told_by_its_form(string question, string ask, string topic)
    {
        var read = CoverageQuestion.Read(question);
        Assert.Equal((ask, topic), (read?.Ask.ToString(), read?.Topic));
    }

    [Theory]
    [InlineData("How many reports of theft did the police receive?")]
    [InlineData("How many people died in the fire?")]
    [InlineData("Who attacked the ship?")]
    [InlineData("Who reported a loss of two million?")]
    [InlineData("Which outlet was sold?")]
    [InlineData("Why do the accounts of the club not add up?")]
    [InlineData("Who won the match?")]
    [InlineData("How did the team win?")]
    public void Other_questions_are_none(string question) => Assert.Null(CoverageQuestion.Read(question));
}
