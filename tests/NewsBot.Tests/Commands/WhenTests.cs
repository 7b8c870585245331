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

    [Fact]
    public async Task A_sentence_that_only_supposes_the_event_does_not_date_it()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Tarsk before the final", "2024-05-04", "Wire", "Trainer Odd Brenn, who led Dorrin to a title, knows what a Tarsk win of the Lakes Cup on Sunday could mean for the islands."),
            ("Tarsk wins the Lakes Cup", "2024-05-05", "Wire", "Tarsk won the Lakes Cup for the first time, beating Dorrin by two goals. The harbour was full of people."));
        var answer = await archive.AskAsync("When did Tarsk win the Lakes Cup?");
        Assert.Equal("by 5 May 2024", answer.ShortAnswer);
        Assert.StartsWith("Tarsk won the Lakes Cup", answer.Statements[1].Text, StringComparison.Ordinal);
        Assert.Contains(answer.Notes, note => note.Contains("by that day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_headline_that_tells_the_event_dates_it_by_its_article()
    {
        await using var archive = await ArchiveOf.ArticlesAsync((
            "Merle brigade turns back from the coast: what we know", "2024-05-05", "Wire",
            "The head of the brigade said his men were on their way home after a day of fear. On Friday President Ula Renn of Merle had called the march treason."));
        var answer = await archive.AskAsync("When did the Merle brigade turn back?");
        Assert.StartsWith("The head of the brigade", answer.Statements[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Merle brigade to turn back from the coast")]
    [InlineData("Will the Merle brigade turn back?")]
    [InlineData("Merle brigade could turn back")]
    public async Task A_headline_that_plans_asks_or_supposes_tells_nothing(string headline)
    {
        await using var archive = await ArchiveOf.ArticlesAsync((headline, "2024-05-05", "Wire", "The head of the brigade said that nothing was decided yet. The coast is quiet."));
        Assert.Equal(AnswerStatus.Declined, (await archive.AskAsync("When did the Merle brigade turn back?")).Status);
    }

    [Fact]
    public async Task A_year_that_is_part_of_a_name_dates_nothing()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Asteroid", "2024-05-05", "Wire", "The asteroid 2031 QX7 will pass Earth at a safe distance, astronomers of Merle said. It is as long as a bus."),
            ("Fair", "2024-05-05", "Wire", "The islanders will open their pavilion of the Expo 2027 with a song. It is made of nets."));
        Assert.Equal(AnswerStatus.Declined, (await archive.AskAsync("When will the asteroid 2031 QX7 pass Earth?")).Status);
        Assert.Equal(AnswerStatus.Declined, (await archive.AskAsync("When will the islanders open their pavilion?")).Status);
    }

    [Fact]
    public async Task What_will_be_is_not_dated_by_an_article_without_a_date()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(("Bridge", "2024-05-05", "Wire", "Workers will repair the Tallow Ford bridge, the mayor said. The river is high."));
        Assert.Equal(AnswerStatus.Declined, (await archive.AskAsync("When will workers repair the Tallow Ford bridge?")).Status);
    }

    [Fact]
    public async Task The_deed_of_another_is_not_that_of_the_one_asked_about()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Cup final", "2024-05-06", "Wire", "Tarsk won the Lakes Cup on Sunday, beating Dorrin by two goals. The harbour was full of people."),
            ("Leader killed", "2024-05-09", "Wire", "Ruo Mandt was the friend of Ivo Garr, killed in a raid in Merle in 2011. Thousands were killed in the war that Mandt began in May 2009."));
        Assert.Equal(AnswerStatus.Declined, (await archive.AskAsync("When did Dorrin win the Lakes Cup?")).Status);
        Assert.Equal(AnswerStatus.Declined, (await archive.AskAsync("When was Ruo Mandt killed?")).Status);
    }

    [Fact]
    public async Task What_is_denied_or_refused_is_not_dated_as_done()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Mayor stays", "2024-05-06", "Wire", "Mayor Ada Quill refused to resign on Sunday. The council shouted."),
            ("Mayor goes", "2024-06-03", "Wire", "Mayor Ada Quill announced her resignation on Saturday. The council clapped."));
        Assert.Equal("2024-06-01", (await archive.AskAsync("When did Ada Quill resign?")).Date!.Value);
    }

    [Fact]
    public async Task An_article_that_was_changed_later_tells_of_what_was_done_since()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(("Those we lost", "2024-01-09", "Wire", "The painter Odd Brenn died Saturday, May 4, at the age of 89. He painted boats."));
        var answer = await archive.AskAsync("When did Odd Brenn die?");
        Assert.Equal("2024-05-04", answer.Date!.Value);
        Assert.DoesNotContain(answer.Notes, note => note.Contains("planned", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_time_of_day_that_something_was_before_leaves_its_day()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(("Quake", "2024-04-04", "Wire", "An earthquake struck Merle just before 8 a.m. on April 3. Nobody was hurt."));
        Assert.Equal("3 April 2024", (await archive.AskAsync("When did the earthquake strike Merle?")).ShortAnswer);
    }

    [Fact]
    public async Task The_day_on_which_something_was_said_of_it_bounds_an_event()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(("Crown gone", "2024-05-07", "Wire", "Thieves have stolen the crown of Merle from the town hall, police said on Monday. The hall is shut."));
        Assert.Equal("by 6 May 2024", (await archive.AskAsync("When was the crown of Merle stolen?")).ShortAnswer);
    }

    [Fact]
    public async Task What_was_done_is_dated_before_what_it_was_done_to()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(("Fair over", "2024-05-07", "Wire", "The 2024 dog fair of Merle, in which owners show their dogs, ended on Sunday. It rained."));
        Assert.Equal("2024-05-05", (await archive.AskAsync("When did the dog fair of Merle end?")).Date!.Value);
    }
}
