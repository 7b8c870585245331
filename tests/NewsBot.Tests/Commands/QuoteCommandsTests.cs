using NewsBot.Core.Answering;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands;

public sealed class QuoteCommandsTests
{
    private static readonly (string, string, string, string)[] Articles =
    [
        ("Bridge opens", "2024-03-14", "Wire",
            "“The bridge will not close again,” Mayor Ada Quill said on Tuesday. She denied that the steel was old. " +
            "Engineer Bram Holt said the work had cost 12 million crowns. The river is 40 metres wide there."),
        ("Bridge closes", "2024-05-02", "Courier",
            "“We have to look at every bolt,” Ada Quill told reporters. Her brother, the lawyer Otto Quill, called it “a scandal without end”."),
    ];

    [Fact]
    public async Task Words_of_a_quote_give_its_speaker_with_date_and_source()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        var answer = await archive.AskAsync("who said \"the bridge will not close again\"?");
        Assert.Equal("Ada Quill", answer.Speaker!.Name);
        Assert.Equal(StatementKind.Quote, answer.Statements[0].Kind);
        Assert.Equal("Ada Quill (14 March 2024): “The bridge will not close again,”", answer.Statements[0].Text);
        Assert.Equal("Wire", answer.Citations[0].Source);
    }

    [Fact]
    public async Task A_typing_slip_does_not_matter()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        Assert.Equal("Ada Quill", (await archive.AskAsync("/whosaid the brigde will not close again")).Speaker!.Name);
    }

    [Fact]
    public async Task Words_that_nobody_said_are_declined()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        Assert.Equal(AnswerStatus.Declined, (await archive.AskAsync("/whosaid taxes must rise next winter")).Status);
    }

    [Fact]
    public async Task A_flipped_negation_is_called_out()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        var answer = await archive.AskAsync("/quote The bridge will close again");
        Assert.StartsWith("Altered", answer.Headline, StringComparison.Ordinal);
        Assert.Contains(answer.Notes, note => note.Contains("turns the meaning round", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_real_quote_is_verbatim_whatever_its_marks()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        Assert.StartsWith("Verbatim", (await archive.AskAsync("/quote 'we have to look at every bolt'")).Headline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_given_to_somebody_else_is_put_right()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        var answer = await archive.AskAsync("/quote Bram Holt said: \"We have to look at every bolt\"");
        Assert.Contains("not said by Bram Holt", answer.Headline, StringComparison.Ordinal);
        Assert.Equal("Ada Quill", answer.Speaker!.Name);
    }

    [Fact]
    public async Task The_articles_own_words_are_nobodys_quote()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        var answer = await archive.AskAsync("/quote The river is 40 metres wide there");
        Assert.Contains("own words", answer.Headline, StringComparison.Ordinal);
        Assert.Null(answer.Speaker);
    }

    [Fact]
    public async Task What_somebody_said_comes_newest_first_and_about_the_topic()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        var all = await archive.AskAsync("What did Ada Quill say?");
        Assert.Equal(["Bridge closes", "Bridge opens"], all.Citations.Select(citation => citation.Title).Distinct());
        var about = await archive.AskAsync("/said Ada Quill about bolts");
        Assert.Contains("every bolt", Assert.Single(about.Statements).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_denial_is_not_listed_as_something_said()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        var answer = await archive.AskAsync("/said Ada Quill");
        Assert.DoesNotContain(answer.Statements, statement => statement.Text.Contains("steel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_people_of_one_last_name_are_asked_about_not_chosen_from()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        var answer = await archive.AskAsync("/said Quill");
        Assert.Equal(AnswerStatus.Declined, answer.Status);
        Assert.Contains("Ada Quill", answer.Message, StringComparison.Ordinal);
        Assert.Contains("Otto Quill", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_words_bound_what_is_listed_and_are_shown_as_understood()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        var answer = await archive.AskAsync("What did Ada Quill say last month?", now: "2024-06-10");
        Assert.Equal(["Bridge closes"], answer.Citations.Select(citation => citation.Title).Distinct());
        Assert.Contains(answer.Notes, note => note.Contains("May 2024", StringComparison.Ordinal));
        Assert.Equal(["Bridge opens"], (await archive.AskAsync("/said Ada Quill to:2024-03-31")).Citations.Select(citation => citation.Title).Distinct());
    }

    [Fact]
    public async Task Words_that_nobody_said_are_not_found_as_a_quote()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        var answer = await archive.AskAsync("/quote The tunnel was paid for by pirates");
        Assert.Equal(AnswerStatus.Declined, answer.Status);
        Assert.StartsWith("Not found", answer.Message, StringComparison.Ordinal);
        Assert.NotNull(answer.Reach);
    }
}
