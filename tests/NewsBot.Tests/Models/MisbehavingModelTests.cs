using NewsBot.Core.Answering;
using NewsBot.FakeModel;

namespace NewsBot.Tests.Models;

/// <summary>Whatever a model does, the user gets a right, cited answer, or is told honestly that there is none.</summary>
public sealed class MisbehavingModelTests
{
    private static readonly string[] Questions =
    [
        "How long is the strike of the dockers in Vellmar?",
        "What did the dockers in Vellmar do?",
        "/summary Dockers in Vellmar strike",
        "/whosaid We will not load another ship in the dark",
        "/when was the storm in Ostrey",
        "/timeline strike in Vellmar",
    ];

    public static TheoryData<Behaviour> Quick() => [.. Enum.GetValues<Behaviour>().Where(behaviour => !TakesTime(behaviour))];

    public static TheoryData<Behaviour> TakingTime() => [.. Enum.GetValues<Behaviour>().Where(TakesTime)];

    private static bool TakesTime(Behaviour behaviour) => behaviour is Behaviour.Hangs or Behaviour.SlowStream;

    [Theory]
    [MemberData(nameof(Quick))]
    public async Task Every_answer_is_sound_and_has_the_facts_that_code_found(Behaviour behaviour)
    {
        await using var bot = await ModelArchive.OpenAsync(behaviour);
        foreach (var question in Questions)
            await AssertSoundAsync(bot, question);
    }

    [Theory]
    [MemberData(nameof(TakingTime))]
    public async Task A_model_that_takes_its_time_is_not_waited_for(Behaviour behaviour)
    {
        await using var bot = await ModelArchive.OpenAsync(behaviour, settings => settings with { Timeout = TimeSpan.FromSeconds(1) });
        await AssertSoundAsync(bot, Questions[1]);
    }

    [Theory]
    [InlineData(Behaviour.InventsCitations, "not borne out")]
    [InlineData(Behaviour.InventsLinks, "not borne out")]
    [InlineData(Behaviour.InventsNumbers, "not borne out")]
    [InlineData(Behaviour.InventsNames, "not borne out")]
    [InlineData(Behaviour.InventsQuotes, "not borne out")]
    [InlineData(Behaviour.Prose, "no usable answer")]
    [InlineData(Behaviour.BrokenJson, "no usable answer")]
    [InlineData(Behaviour.TooManyRequests, "not available")]
    [InlineData(Behaviour.Overloaded, "not available")]
    [InlineData(Behaviour.ServerError, "not available")]
    [InlineData(Behaviour.Unauthorized, "not available")]
    [InlineData(Behaviour.HtmlPage, "language model")]
    [InlineData(Behaviour.Empty, "language model")]
    [InlineData(Behaviour.Hangs, "took too long")]
    public async Task An_extract_that_stands_in_for_the_model_says_so(Behaviour behaviour, string expected)
    {
        await using var bot = await ModelArchive.OpenAsync(behaviour, settings => settings with { Timeout = TimeSpan.FromSeconds(1) });
        var answer = await bot.Archive.AskAsync(Questions[1]);
        var extract = await bot.Archive.AskAsync(Questions[1], with: call => call with { AsExtracts = true });
        Assert.Equal(Soundness.Words(extract), Soundness.Words(answer));
        Assert.Contains(answer.Notes, note => note.Contains(expected, StringComparison.Ordinal));
        Assert.False(Soundness.IsNoted(extract));
        Assert.NotEmpty(bot.Model.Requests);
    }

    [Fact]
    public async Task An_instruction_inside_an_article_changes_nothing()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.FollowsArticles);
        foreach (var question in Questions)
        {
            bot.Model.Behaviour = Behaviour.Faithful;
            var faithful = await bot.Archive.AskAsync(question);
            bot.Model.Behaviour = Behaviour.FollowsArticles;
            var obedient = await bot.Archive.AskAsync(question);
            Assert.Equal(Soundness.Words(faithful), Soundness.Words(obedient));
            Assert.Equal(faithful.Citations, obedient.Citations);
            Assert.DoesNotContain("cancelled", Soundness.Words(obedient), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(bot.Model.Requests, request => request.Body.Contains("cancelled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_half_an_answer_the_complete_statements_are_used()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.HalfAnAnswer);
        var answer = await bot.Archive.AskAsync("/summary Dockers in Vellmar strike, in 4 sentences");
        Soundness.Holds(answer);
        Assert.False(Soundness.IsNoted(answer));
        Assert.InRange(answer.Statements.Count, 1, 3);
    }

    private static async Task AssertSoundAsync(ModelArchive bot, string question)
    {
        var answer = await bot.Archive.AskAsync(question);
        var extract = await bot.Archive.AskAsync(question, with: call => call with { AsExtracts = true });
        Soundness.Holds(answer);
        Assert.True(answer.Status == AnswerStatus.Answered, question);
        Assert.Equal(extract.ShortAnswer, answer.ShortAnswer);
        Assert.Equal(extract.Speaker, answer.Speaker);
        Assert.Equal(extract.Date, answer.Date);
    }
}
