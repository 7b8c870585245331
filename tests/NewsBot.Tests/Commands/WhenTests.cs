using NewsBot.Core.Answering;
using NewsBot.Core.Dates;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands;

public sealed class WhenTests
{
    private static readonly (string, string, string, string) Opening = (
        "Tallow Ford bridge opens", "2024-03-14", "Wire",
        "DORRIN, March 14 (Wire) - The bridge at Tallow Ford opened on Tuesday, Mayor Ada Quill said. " +
        "Work on it began in May 2021. The river will be dredged next month. “We waited long,” Quill said.");

    [Fact]
    public async Task A_weekday_is_the_day_before_the_article_and_the_answer_says_how_that_is_known()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Opening);
        var answer = await archive.AskAsync("When did the bridge at Tallow Ford open?");
        Assert.Equal("2024-03-12", answer.Date!.Value);
        Assert.Equal(DatePrecision.Day, answer.Date.Precision);
        Assert.Equal(new DateTimeOffset(2024, 3, 12, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), answer.Date.Epoch);
        Assert.Contains(answer.Notes, note => note.Contains("\"Tuesday\"", StringComparison.Ordinal) && note.Contains("14 March 2024", StringComparison.Ordinal));
        Assert.StartsWith("The bridge at Tallow Ford opened", answer.Statements[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_is_not_made_a_day()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Opening);
        var answer = await archive.AskAsync("/when work on the bridge began");
        Assert.Equal(("May 2021", "2021-05", DatePrecision.Month), (answer.Date!.Text, answer.Date.Value, answer.Date.Precision));
        Assert.Null(answer.Date.Epoch);
    }

    [Fact]
    public async Task What_was_to_come_is_a_plan_as_of_the_article()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Opening);
        var answer = await archive.AskAsync("When will the river be dredged?");
        Assert.Equal("2024-04", answer.Date!.Value);
        Assert.Contains(answer.Notes, note => note.Contains("planned, as of the article", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_event_of_a_pasted_sentence_is_dated_by_its_own_words()
    {
        await using var archive = await ArchiveOf.ArticlesAsync((
            "Two dates", "2024-03-14", "Wire", "The museum, which was founded in 1901, burned down in February 2023 and nobody was hurt."));
        const string sentence = "The museum, which was founded in 1901, burned down in February 2023 and nobody was hurt.";
        Assert.Equal("1901", (await archive.AskAsync($"/when founded: {sentence}")).Date!.Value);
        Assert.Equal("2023-02", (await archive.AskAsync($"/when burned: {sentence}")).Date!.Value);
    }

    [Fact]
    public async Task An_event_that_nobody_tells_of_is_declined_even_when_its_names_are_known()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Opening);
        var answer = await archive.AskAsync("When did Ada Quill resign?");
        Assert.Equal(AnswerStatus.Declined, answer.Status);
        Assert.NotEmpty(answer.Nearest);
        Assert.Equal(new DateOnly(2024, 3, 14), answer.Reach!.Value.Latest);
    }

    [Fact]
    public async Task Articles_that_differ_are_both_shown()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Ferry sinks", "2024-02-06", "Wire", "The ferry Merle sank off Tarsk on Sunday. Nobody drowned."),
            ("Ferry lost", "2024-02-07", "Courier", "The ferry Merle sank off Tarsk on Monday. Nobody drowned."));
        var answer = await archive.AskAsync("When did the ferry Merle sink?");
        Assert.Contains(answer.Notes, note => note.StartsWith("Another article gives another date", StringComparison.Ordinal));
        Assert.Equal(2, answer.Citations.Select(citation => citation.Article).Distinct().Count());
    }

    [Fact]
    public async Task A_headline_is_dated_by_its_articles_lead()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Opening);
        Assert.Equal("2024-03-12", (await archive.AskAsync("/when opens: Tallow Ford bridge opens")).Date!.Value);
    }
}
