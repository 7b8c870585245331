using NewsBot.Core.Answering;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands;

/// <summary>Questions about who reported something, and who said what about it.</summary>
public sealed class CoverageTests
{
    private const string Fire =
        "A fire destroyed the opera house of Velm on Friday night, the fire brigade said on Saturday.\n\n" +
        "Twelve people were injured when the roof fell in. “We heard the roof before we saw it,” said Ines Karl, a stagehand.\n\n" +
        "Mayor Otto Lind criticised the owners of the opera house. He said that the alarm had been broken for a year.";

    private static readonly (string, string, string, string)[] Articles =
    [
        ("Fire destroys Velm opera house", "2024-03-02T06:00:00Z", "Example Wire", Fire),
        ("Opera house of Velm burns down", "2024-03-02T09:00:00Z", "Daily Example Courier", Fire.Replace("fell in", "came down", StringComparison.Ordinal)),
        ("Opera fire in Velm: what is known", "2024-03-03", "Harbour Post",
            "The fire that destroyed the opera house in Velm on Friday injured 15 people, the hospital said.\n\n" +
            "“Nobody will sing here for ten years,” the conductor Rea Holm said. She denied that the opera house had been insured twice."),
        ("Velm elects a council", "2024-03-10", "Example Wire",
            "Velm elected a new council on Sunday. Turnout was 61 percent. The winner, Greta Amsel, spoke in front of the town hall. The opera house was not mentioned in the campaign."),
    ];

    private static async Task<Answer> AskAsync(string text)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        return await archive.AskAsync(text);
    }

    private static bool Notes(Answer answer, string words) => answer.Notes.Any(note => note.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("Which outlets reported on the opera fire?")]
    [InlineData("What newspapers covered the fire in the opera house?")]
    [InlineData("Who reported on the opera fire?")]
    [InlineData("How many outlets reported on the opera fire?")]
    public async Task Outlets_are_listed_in_the_order_of_their_reports_and_copies_stand_with_their_original(string question)
    {
        var answer = await AskAsync(question);
        Assert.Equal("3 outlets: Example Wire, Daily Example Courier and Harbour Post (2 independent reports and 1 copy).", answer.Headline);
        Assert.Equal(["Example Wire", "Harbour Post"], answer.Citations.Select(citation => citation.Source));
        Assert.StartsWith("Example Wire, 2 March 2024: A fire destroyed", answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.True(Notes(answer, "also carried by Daily Example Courier (2 March 2024)"));
    }

    [Fact]
    public async Task A_count_of_reports_is_not_a_count_of_outlets() =>
        Assert.StartsWith("2 independent reports and 1 copy", (await AskAsync("How many reports are there on the opera fire?")).Headline, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_only_mentioned_in_passing_is_no_report() =>
        Assert.DoesNotContain((await AskAsync("Which outlets reported on the opera house?")).Citations, citation => citation.Title == "Velm elects a council");

    [Fact]
    public async Task The_first_is_the_earliest_independent_report_of_this_archive()
    {
        var answer = await AskAsync("Who reported on the opera fire first?");
        Assert.Equal("Example Wire", answer.ShortAnswer);
        Assert.True(Notes(answer, "Of this archive"));
    }

    [Fact]
    public async Task Where_only_the_day_is_known_nobody_is_called_the_first()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Dam breaks at Orsk", "2024-03-02", "Example Wire", "The dam at Orsk broke on Friday and the lower town was flooded."),
            ("Orsk dam gives way", "2024-03-02T09:00:00Z", "Courier", "Hundreds fled when the dam above Orsk gave way, officials said. Boats were sent from the coast."));
        var answer = await archive.AskAsync("Who first reported the dam at Orsk?");
        Assert.Null(answer.ShortAnswer);
        Assert.Equal(2, answer.Statements.Count);
        Assert.True(Notes(answer, "cannot be told"));
    }

    [Fact]
    public async Task Whether_an_outlet_reported_is_answered_from_its_own_article()
    {
        var answer = await AskAsync("Did the Daily Courier report on the opera fire?");
        Assert.Equal("Yes", answer.ShortAnswer);
        Assert.Equal("Daily Example Courier", Assert.Single(answer.Citations).Source);
        Assert.True(Notes(answer, "the text of Example Wire"));
    }

    [Theory]
    [InlineData("Did Harbour Post report on the council election?")]
    [InlineData("Which outlets reported on the eclipse?")]
    [InlineData("How many newspapers reported the flood in Velm?")]
    [InlineData("Did the BBC report on the opera fire?")]
    [InlineData("What do the reports disagree about in the council election?")]
    [InlineData("Who said what about the eclipse?")]
    [InlineData("What are the reactions to the flood in Orsk?")]
    public async Task What_nobody_reported_or_said_is_declined(string question) => Assert.Equal(AnswerStatus.Declined, (await AskAsync(question)).Status);

    [Theory]
    [InlineData("What do the reports disagree about in the opera fire?")]
    [InlineData("Do the reports differ on the number of injured in the opera fire?")]
    [InlineData("Do the sources agree on how many people were injured in the opera fire?")]
    public async Task Different_numbers_stand_side_by_side_with_outlet_and_day(string question)
    {
        var answer = await AskAsync(question);
        Assert.Contains("“Twelve people”", answer.Headline, StringComparison.Ordinal);
        Assert.Contains("“15 people”", answer.Headline, StringComparison.Ordinal);
        Assert.Equal(["Example Wire", "Harbour Post"], answer.Citations.Select(citation => citation.Source));
        Assert.True(Notes(answer, "“15 people” (Harbour Post, 3 March 2024)"));
    }

    [Fact]
    public async Task A_correction_is_called_one()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Ferry sinks off Nork", "2024-03-02", "Example Wire", "A ferry sank off Nork on Friday and nine people drowned, the coast guard said."),
            ("CORRECTION: Number of dead off Nork is seven", "2024-03-20", "Example Wire", "Correction: In a report on the ferry that sank off Nork, Example Wire said that nine people had drowned. The correct number is seven."));
        var answer = await archive.AskAsync("Do the reports differ on the number of dead when the ferry sank off Nork?");
        Assert.Contains("“seven” (a correction)", answer.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_that_changed_with_time_are_no_difference()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Velm zoo counts its visitors", "2023-03-02", "Example Wire", "The zoo of Velm was visited by 40,000 people, the zoo said."),
            ("More visitors in Velm zoo", "2024-03-02", "Courier", "A record of 52,000 people visited the zoo in Velm, its director said."));
        var answer = await archive.AskAsync("Do the reports differ on the visitors of the zoo in Velm?");
        Assert.Equal(AnswerStatus.Declined, answer.Status);
        Assert.Contains("no different numbers", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who said what about the opera fire?")]
    [InlineData("What are the reactions to the opera fire?")]
    [InlineData("How did people react to the opera fire?")]
    [InlineData("quotes about the opera fire")]
    [InlineData("/said everyone about the opera fire")]
    public async Task Different_speakers_come_before_second_statements_of_the_same(string question)
    {
        var texts = (await AskAsync(question)).Statements.Select(statement => statement.Text).ToList();
        Assert.Contains(texts, text => text.Contains("Ines Karl", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("Rea Holm", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("Lind", StringComparison.Ordinal) || text.Contains("Otto", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_who_says_much_does_not_keep_others_out()
    {
        var many = string.Join("\n\n", "noise dust floods sand tides traffic prices".Split(' ').Select(reason => $"“The tunnel means {reason},” Hanna Moor said."));
        await using var archive = await ArchiveOf.ArticlesAsync(("Tunnel under the bay", "2024-03-14", "Wire", many + "\n\n“A tunnel would help us,” Egon Vahl said."));
        var answer = await archive.AskAsync("Who said what about the tunnel?");
        Assert.Equal(2, answer.Statements.Take(2).Select(statement => statement.Text.Split(" (")[0]).Distinct().Count());
        Assert.Equal(2, answer.Statements.Count(statement => statement.Text.StartsWith("Hanna Moor", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_criticised_somebody_is_not_they_themselves()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Tunnel quarrel", "2024-03-14", "Wire", "Hanna Moor criticised the plan for a tunnel. Egon Vahl criticised Hanna Moor for her letter to the council."));
        Assert.StartsWith("Egon Vahl criticised", Assert.Single((await archive.AskAsync("Who criticised Hanna Moor?")).Statements).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who criticised the owners of the opera house?", "Otto Lind")]
    [InlineData("Who denied that the opera house was insured twice?", "insured twice")]
    public async Task Who_did_something_by_speaking_is_told_by_the_verb(string question, string has)
    {
        var answer = await AskAsync(question);
        Assert.Contains(has, Assert.Single(answer.Statements).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outlet_asked_for_as_a_speaker_is_heard_through_its_reports()
    {
        var answer = await AskAsync("What did Harbour Post say about the opera fire?");
        Assert.Equal("Harbour Post", Assert.Single(answer.Citations).Source);
        Assert.True(Notes(answer, "is an outlet"));
    }

    [Fact]
    public async Task Parts_of_a_question_may_ask_for_outlets_and_for_speakers()
    {
        var answer = await AskAsync("Which outlets reported on the opera fire and who criticised the owners of the opera house?");
        Assert.Contains(answer.Statements, statement => statement.Text.StartsWith("Example Wire, 2 March 2024: ", StringComparison.Ordinal));
        Assert.Contains(answer.Statements, statement => statement.Text.Contains("Lind criticised", StringComparison.Ordinal));
        Assert.True(Notes(answer, "3 outlets: "));
    }

    [Fact]
    public async Task A_question_that_compares_two_outlets_is_none_about_one()
    {
        var answer = await AskAsync("Did Harbour Post report on the opera fire before Example Wire mentioned the broken alarm?");
        Assert.DoesNotContain("no report", answer.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_words_bound_the_reports()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        var answer = await archive.AskAsync("Which outlets reported on the opera fire yesterday?", now: "2024-03-04");
        Assert.Equal(["Harbour Post"], answer.Citations.Select(citation => citation.Source));
    }
}
