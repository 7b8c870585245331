using NewsBot.Core.Answering;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands;

public sealed class SummaryTests
{
    private static readonly (string, string, string, string) Bridge = (
        "Bridge over the Senn opened", "2024-04-08", "River Post",
        "GRAUEN, April 8 (River Post) - The new bridge over the Senn was opened on Monday after six years of work, the transport ministry of Ostland said.\n\n" +
        "\"It is the longest bridge we have ever built,\" Transport Minister Anna Kroll told guests at the ceremony in Grauen.\n\n" +
        "The bridge is 2,140 metres long and carries four lanes and a railway track. It cost 310 million crowns, a third more than planned.\n\n" +
        "\"And it will stand for a hundred years.\"\n\n" +
        "Fishermen fear that the pillars will drive away the sturgeon. The ministry promised to count the fish every spring.");

    private static readonly (string, string, string, string) Flood = (
        "Senn floods the lower town of Grauen", "2024-02-20", "River Post",
        "The river Senn flooded the lower town of Grauen on Tuesday and 400 people had to leave their homes. The water is expected to fall by Friday.");

    private static readonly (string, string, string, string) FloodElsewhere = (
        "Grauen under water as Senn floods lower town", "2024-02-21", "Daily Ledger",
        "Hundreds of people in the lower town of Grauen left their homes when the river Senn flooded it on Tuesday. Soldiers brought sandbags and boats from Holm.");

    [Theory]
    [InlineData("/summary Bridge over the Senn opened")]
    [InlineData("/summary a1")]
    [InlineData("/summary #1")]
    public async Task An_article_is_found_by_title_id_or_number_and_starts_with_its_lead(string call)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Bridge, Flood);
        var answer = await archive.AskAsync(call);
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.StartsWith("The new bridge over the Senn was opened on Monday", answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.All(answer.Statements, statement => Assert.NotEmpty(statement.Citations));
        Assert.Equal(["a1"], answer.Citations.Select(citation => citation.Article.Value).Distinct());
    }

    [Theory]
    [InlineData("/summary a1 in 2 sentences", 2)]
    [InlineData("/summary a1 in three sentences", 3)]
    [InlineData("/summary short: a1", 2)]
    public async Task The_length_can_be_set(string call, int sentences)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Bridge);
        Assert.Equal(sentences, (await archive.AskAsync(call)).Statements.Count);
    }

    [Fact]
    public async Task Words_without_a_speaker_and_datelines_are_left_out()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Bridge);
        var answer = await archive.AskAsync("/summary a1 in 8 sentences");
        Assert.DoesNotContain(answer.Statements, statement => statement.Text.Contains("hundred years", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Statements, statement => statement.Text.Contains("GRAUEN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_topic_is_told_in_the_order_of_time_with_one_sentence_for_each_event()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Bridge, Flood, FloodElsewhere);
        var answer = await archive.AskAsync("/summary Senn in Grauen");
        Assert.Equal(2, answer.Statements.Count);
        Assert.Contains("flooded", answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.Equal(2, answer.Statements[0].Citations.Count);
        Assert.Contains("bridge", answer.Statements[1].Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_period_is_summarised_from_its_articles_alone()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Bridge, Flood);
        var answer = await archive.AskAsync("/summary February 2024");
        Assert.Contains("flooded", Assert.Single(answer.Statements).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_that_the_archive_does_not_have_is_declined()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Bridge);
        Assert.Equal(AnswerStatus.Declined, (await archive.AskAsync("/summary elections in Zandoria")).Status);
    }

    [Fact]
    public async Task What_a_page_says_about_itself_and_headings_are_no_part_of_a_summary()
    {
        await using var archive = await ArchiveOf.ArticlesAsync((
            "Ferry to Holm runs again", "2024-05-02", "River Post",
            "JUST WATCHED Ferry runs again after the long winter break Replay More Videos ...\n\n" +
            "Sign up for our newsletter and get the news of the river every morning in your inbox.\n\n" +
            "► The ferry from Grauen to Holm runs again after a break of five months, the operator said on Thursday.\n\n" +
            "What you should know before you take the new ferry to Holm\n\n" +
            "A single ticket costs 4 crowns, and bicycles are free on all days but Sunday."));
        var answer = await archive.AskAsync("/summary a1 in 8 sentences");
        Assert.Equal(
            ["The ferry from Grauen to Holm runs again after a break of five months, the operator said on Thursday.", "A single ticket costs 4 crowns, and bicycles are free on all days but Sunday."],
            answer.Statements.Select(statement => statement.Text));
    }

    [Fact]
    public async Task A_quotation_of_several_sentences_stands_whole_in_a_summary()
    {
        await using var archive = await ArchiveOf.ArticlesAsync((
            "Ferry to Holm runs again", "2024-05-02", "River Post",
            "The ferry from Grauen to Holm runs again after a break of five months, the operator said on Thursday. “We have waited for the ice to go. Now we need passengers,” Captain Edda Holt told the guests."));
        var answer = await archive.AskAsync("/summary a1");
        Assert.Contains("“We have waited for the ice to go. Now we need passengers,” Captain Edda Holt told the guests.", answer.Statements.Select(statement => statement.Text));
    }

    [Fact]
    public async Task A_sentence_that_leans_on_another_does_not_open_a_summary()
    {
        await using var archive = await ArchiveOf.ArticlesAsync((
            "Ferry to Holm runs again", "2024-05-02", "River Post",
            "But they were not the only ones who had waited for this day on the shore. The ferry from Grauen to Holm runs again after a break of five months, the operator said on Thursday."));
        Assert.StartsWith("The ferry from Grauen", (await archive.AskAsync("/summary a1 in 1 sentence")).Statements[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_of_several_days_has_the_day_of_each_article_before_its_sentence()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Bridge, Flood);
        var answer = await archive.AskAsync("/summary Grauen");
        Assert.Equal(["[20 February 2024]", "[8 April 2024]"], answer.Statements.Select(statement => statement.Text[..(statement.Text.IndexOf(']', StringComparison.Ordinal) + 1)]));
    }

    [Theory]
    [InlineData("Tell me about the bridge over the Senn")]
    [InlineData("what's the news on the bridge over the Senn?")]
    [InlineData("catch me up on the bridge over the Senn")]
    public async Task A_topic_that_one_article_is_about_is_told_by_the_summary_of_that_article(string text)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Bridge, Flood);
        var answer = await archive.AskAsync(text);
        Assert.StartsWith("The new bridge over the Senn was opened on Monday", answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.True(answer.Statements.Count > 2);
    }
}
