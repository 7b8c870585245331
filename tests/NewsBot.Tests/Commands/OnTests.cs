using NewsBot.Core.Answering;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands;

public sealed class OnTests
{
    private static readonly (string, string, string, string) Flood = (
        "Flood hits Quarrow", "2024-05-04", "Wire",
        "May 4, 2024 Updated May 6, 2024, 3:25 p.m. ET\n\nThe river Ode flooded the old town of Quarrow on Friday. Two bridges were closed. “It came fast,” Mayor Ada Quill said on Saturday.\n\n" +
        "MUST WATCH Quarrow under water on Friday 03:40\n\nOla Brand/Getty Images Boats lie in a street of Quarrow on Friday, May 3.");

    [Fact]
    public async Task What_happened_on_a_day_is_told_with_what_was_published_then()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(("Museum robbed", "2023-07-07", "Wire", "Thieves took a crown from the museum on Thursday."));
        var answer = await archive.AskAsync("What happened on 6 July 2023?");
        Assert.Contains("[6 July 2023] Thieves took a crown", Assert.Single(answer.Statements).Text, StringComparison.Ordinal);
        var published = await archive.AskAsync("/on 7 July 2023");
        Assert.StartsWith("[published 7 July 2023] Thieves", Assert.Single(published.Statements).Text, StringComparison.Ordinal);
        Assert.Equal(AnswerStatus.Declined, (await archive.AskAsync("/on 1 January 1999")).Status);
    }

    [Fact]
    public async Task A_day_is_found_however_many_longer_times_lie_around_it()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
        [
            Flood,
            .. Enumerable.Range(0, 40).Select(i => ($"Report {i}", "2024-06-01", "Wire", $"Since 200{i % 10} the town of Merle {i} has grown. It will have a mayor until 2030. In 2024 it had rain.")),
        ]);
        Assert.StartsWith("[3 May 2024] The river Ode", (await archive.AskAsync("/on 3 May 2024")).Statements[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stamps_captions_and_clips_are_no_events()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Flood);
        Assert.StartsWith("[3 May 2024] The river Ode", Assert.Single((await archive.AskAsync("/on 3 May 2024")).Statements).Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await archive.AskAsync("/on 4 May 2024")).Statements, statement => statement.Text.Contains("Updated", StringComparison.Ordinal));
        Assert.Empty((await archive.AskAsync("/on 6 May 2024")).Statements);
    }

    [Fact]
    public async Task What_was_planned_for_a_day_is_told_as_a_plan_of_its_article()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(("Vote called", "2024-03-01", "Wire", "The islanders will elect a new council on 14 April. The last council met in a barn."));
        var statement = Assert.Single((await archive.AskAsync("/on 14 April 2024")).Statements);
        Assert.StartsWith("[14 April 2024, planned as of 1 March 2024] The islanders", statement.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_goes_before_what_was_planned()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Vote called", "2024-03-01", "Wire", "The islanders will elect a new council on 14 April. The last council met in a barn."),
            ("Storm", "2024-04-15", "Wire", "A storm sank three fishing boats off Tarsk on Sunday. Nobody drowned."));
        Assert.Equal(["[14 April 2024]", "[14 April 2024, planned as of 1 March 2024]"], (await archive.AskAsync("/on 14 April 2024")).Statements.Select(statement => statement.Text[..(statement.Text.IndexOf(']', StringComparison.Ordinal) + 1)]));
    }

    [Fact]
    public async Task A_story_that_two_outlets_tell_is_one_event_with_both_cited()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            Flood,
            ("Ode floods Quarrow", "2024-05-04", "Courier", "The old town of Quarrow was flooded by the river Ode on Friday, officials said. Schools are shut."));
        var statement = Assert.Single((await archive.AskAsync("/on 3 May 2024")).Statements);
        Assert.Equal(2, statement.Citations.Count);
    }

    [Fact]
    public async Task A_lead_has_the_day_that_its_article_tells_of()
    {
        await using var archive = await ArchiveOf.ArticlesAsync((
            "Tarsk wins the cup", "2024-05-06", "Wire", "Tarsk won the Lakes Cup for the first time, beating Dorrin by two goals. A crowd of 9,000 watched the match on Sunday."));
        Assert.StartsWith("[5 May 2024] Tarsk won the Lakes Cup", (await archive.AskAsync("/on 5 May 2024")).Statements[0].Text, StringComparison.Ordinal);
    }
}
