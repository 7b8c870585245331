using NewsBot.Console;
using NewsBot.Core.Answering;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;

namespace NewsBot.Tests.Console;

public sealed class AnswerTextTests
{
    private static readonly PublicationTime Published = PublicationTime.OnDay(new DateOnly(2024, 3, 14));

    private static readonly Citation Bridge = new(
        1, new ArticleId("b"), "Bridge opens", "Wire", Published, "https://wire.example/1", "The bridge opened.", new TextSpan(0, 18));

    [Fact]
    public void A_statement_carries_its_citation_numbers_and_the_list_says_what_they_are()
    {
        var text = AnswerText.Of(new Answer
        {
            Status = AnswerStatus.Answered,
            Statements = [new Statement("The bridge opened.", StatementKind.Extract, [1, 2])],
            Citations = [Bridge, Bridge with { Number = 2, Article = new ArticleId("c"), Title = "Bridge open", Url = null, Source = "" }, Bridge with { Number = 3 }],
        });
        Assert.Equal(
            ["The bridge opened. [1][2]", "[1][3] Wire, 14 March 2024: Bridge opens  https://wire.example/1", "[2] 14 March 2024: Bridge open"],
            text.Split(Environment.NewLine));
    }

    [Fact]
    public void A_decline_names_the_nearest_articles_and_the_reach_of_the_archive()
    {
        var text = AnswerText.Of(new Answer
        {
            Status = AnswerStatus.Declined,
            Message = "Nothing found.",
            Nearest = [new ArticleHeader(new ArticleId("b"), "Bridge opens", "Wire", Published, null)],
            Reach = new CorpusReach(new DateOnly(2023, 1, 2), new DateOnly(2024, 3, 14)),
        });
        Assert.Contains("Nothing found.", text, StringComparison.Ordinal);
        Assert.Contains("- 14 March 2024  Wire, Bridge opens", text, StringComparison.Ordinal);
        Assert.Contains("from 2 January 2023 to 14 March 2024", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("red \u001b[31mtext")]
    [InlineData("bell \a")]
    [InlineData("turned \u202Eround")]
    [InlineData("zero\u200Bwidth")]
    public void Characters_that_could_drive_a_terminal_do_not_get_through(string title)
    {
        var text = AnswerText.Of(new Answer
        {
            Status = AnswerStatus.Answered,
            Statements = [new Statement(title, StatementKind.Extract, [1])],
            Citations = [Bridge with { Title = title }],
        });
        Assert.DoesNotContain(text.Replace(Environment.NewLine, "", StringComparison.Ordinal), c => char.IsControl(c) || c is '\u202E' or '\u200B');
    }
}
