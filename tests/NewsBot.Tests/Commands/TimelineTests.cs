using NewsBot.Core.Answering;
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

    [Fact]
    public async Task What_happened_on_a_day_is_told_with_what_was_published_then()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        var answer = await archive.AskAsync("What happened on 6 July 2023?");
        Assert.Contains("[6 July 2023] Thieves took a crown", Assert.Single(answer.Statements).Text, StringComparison.Ordinal);
        var published = await archive.AskAsync("/on 7 July 2023");
        Assert.StartsWith("[published 7 July 2023] Thieves", Assert.Single(published.Statements).Text, StringComparison.Ordinal);
        Assert.Equal(AnswerStatus.Declined, (await archive.AskAsync("/on 1 January 1999")).Status);
    }
}
