using NewsBot.EndToEnd.Tests.Support;

namespace NewsBot.EndToEnd.Tests;

/// <summary>What the answers about the shipped report on Belarus and China must be like, asked of the program itself.</summary>
public sealed class UsersArticleTests(SeededBot bot) : IClassFixture<SeededBot>
{
    [Fact]
    public async Task A_few_words_of_a_quote_name_its_speaker_and_give_the_sentence_verbatim()
    {
        var run = await bot.AskAsync("/whosaid multipolar world");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Alexander Lukashenko", run.Output, StringComparison.Ordinal);
        Assert.Contains("We are strong advocates for a multipolar world, and absolute adherents of the territorial integrity", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_speaker_named_by_his_office_only_is_named()
    {
        var run = await bot.AskAsync("/whosaid \"Allow me to express sincere and profound respect\"");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Li Shangfu", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Lukashenko (", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_is_given_with_the_precision_of_the_text()
    {
        var reply = (await bot.BatchAsync([new { id = "1", command = "when", text = "agreement between the defense ministries" }]))[0];
        Assert.Equal("answered", reply.GetProperty("status").GetString());
        var date = reply.GetProperty("date");
        Assert.Equal(("May 2010", "2010-05", "month"), (date.GetProperty("text").GetString(), date.GetProperty("value").GetString(), date.GetProperty("precision").GetString()));
    }

    [Fact]
    public async Task A_relative_date_is_resolved_and_the_reasoning_shown()
    {
        var run = await bot.AskAsync("/when did Lukashenko visit China");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("early 2023", run.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("early this year", run.Output, StringComparison.Ordinal);
        Assert.Contains("17 August 2023", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_about_a_duration_gets_it()
    {
        var run = await bot.AskAsync("/ask How long is the visit of the Chinese defense minister?");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("three days", run.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_question_about_somebody_the_articles_do_not_have_is_declined()
    {
        var run = await bot.AskAsync("/ask What did Putin say about it?");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("The archive has articles from", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_keeps_the_visit_the_alignment_and_the_military_cooperation_each_cited()
    {
        var header = (await bot.BatchAsync([new { id = "1", command = "whosaid", text = "multipolar world" }]))[0].GetProperty("citations")[0];
        var reply = (await bot.BatchAsync([new { id = "2", command = "summary", text = header.GetProperty("articleId").GetString() }]))[0];
        Assert.Equal("answered", reply.GetProperty("status").GetString());
        var statements = reply.GetProperty("statements").EnumerateArray().ToList();
        var text = string.Join(' ', statements.Select(statement => statement.GetProperty("text").GetString()));
        Assert.Contains("visit to Belarus", text, StringComparison.Ordinal);
        Assert.Contains("alignment", text, StringComparison.Ordinal);
        Assert.Contains("military cooperation", text, StringComparison.Ordinal);
        Assert.All(statements, statement => Assert.NotEqual(0, statement.GetProperty("citations").GetArrayLength()));
    }
}
