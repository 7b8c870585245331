using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands;

public sealed class TimelineTests
{
    private static readonly (string, string, string, string)[] Articles =
    [
        ("Bridge opens", "2024-03-14", "Wire", "DORRIN, March 14 (Wire) - The Tallow Ford bridge opened on Tuesday. “We waited long,” Ada Quill said on Wednesday."),
        ("Bridge planned", "2021-02-01", "Wire", "The council voted on Monday to build a bridge at Tallow Ford. Work on the Tallow Ford bridge is to begin in May."),
        ("Tallow Ford bridge is open", "2024-03-15", "Courier", "The Tallow Ford bridge opened on Tuesday, officials said."),
        ("Museum robbed", "2023-07-07", "Wire", "Thieves took a crown from the museum on Thursday."),
    ];

    [Fact]
    public async Task Events_come_in_order_each_once_with_its_date()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        var answer = await archive.AskAsync("/timeline Tallow Ford bridge");
        Assert.Equal(
            ["[1 February 2021]", "[May 2021, planned]", "[12 March 2024]"],
            answer.Statements.Select(statement => statement.Text[..(statement.Text.IndexOf(']', StringComparison.Ordinal) + 1)]));
        Assert.All(answer.Statements, statement => Assert.NotEmpty(statement.Citations));
        Assert.DoesNotContain(answer.Statements, statement => statement.Text.Contains("DORRIN", StringComparison.Ordinal));
    }
}
