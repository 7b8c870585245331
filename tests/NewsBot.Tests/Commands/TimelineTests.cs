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

    private static readonly (string, string, string, string)[] Trial =
    [
        ("Roth trial opens", "2024-05-07", "Wire", "The trial of shipowner Anders Roth opened in Elmstrand on Monday. MUST WATCH Anders Roth enters the court on Monday 03:40\n\nOla Brand/Getty Images Anders Roth at his trial on Monday, May 6."),
        ("Roth gets six years", "2024-05-24", "Wire", "A court on Thursday sent Anders Roth to prison for six years. His trial had lasted three weeks."),
        ("Harbour fair", "2024-05-12", "Wire", "Anders Lund opened the harbour fair on Saturday. A trial of new boats was part of it."),
    ];

    [Fact]
    public async Task Captions_clips_and_other_matters_are_no_events_of_the_topic()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Trial);
        var answer = await archive.AskAsync("/timeline Anders Roth trial");
        Assert.Equal(
            ["[6 May 2024] The trial of shipowner Anders Roth opened in Elmstrand on Monday.", "[23 May 2024] A court on Thursday sent Anders Roth to prison for six years."],
            answer.Statements.Select(statement => statement.Text));
    }

    [Fact]
    public async Task A_day_has_its_two_main_events_only()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Roth trial", "2024-05-07", "Wire", "The trial of Anders Roth opened on Monday before a packed gallery in Elmstrand. Lawyers quarrelled on Monday over seventeen boxes of letters that Anders Roth had kept in a cellar. A witness fainted on Monday when the pilot of the lost ferry pointed at Anders Roth. Rain on Monday kept all reporters under one umbrella while Anders Roth ate pears."));
        Assert.Equal(2, (await archive.AskAsync("/timeline Anders Roth trial")).Statements.Count);
    }

    [Fact]
    public async Task A_lead_tells_what_happened_by_its_articles_day_but_not_what_may_happen()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Merle brigade turns back", "2024-05-07", "Wire", "The Merle brigade has turned back from the coast after a day of fear, its head said."),
            ("Merle brigade waits", "2024-06-07", "Wire", "The Merle brigade could return soon, its head said."));
        Assert.StartsWith("[7 May 2024] The Merle brigade has turned back", Assert.Single((await archive.AskAsync("/timeline Merle brigade")).Statements).Text, StringComparison.Ordinal);
    }
}
