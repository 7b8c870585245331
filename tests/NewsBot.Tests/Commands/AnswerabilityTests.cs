using NewsBot.Core.Answering;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands;

/// <summary>A question is answered from sentences that tell what it asks of whom it asks, and declined where they only have its topic.</summary>
public sealed class AnswerabilityTests
{
    private static readonly (string, string, string, string) Talks = (
        "Norland and Sudmark agree on the bridge at Tarn", "2024-05-14", "Coast Agency",
        "Norland and Sudmark agreed on Tuesday to build a bridge at Tarn, the two governments said.\n\n" +
        "Norland President Mara Olsen signed the agreement. Sudmark's prime minister, Joren Falk, said that it had been delayed because money was short.\n\n" +
        "The bridge of 450 metres will cost 80 million crowns. Engineer Pia Lund, 41, leads the works.");

    private static readonly (string, string, string, string) Trial = (
        "Court in Tarn jails Aksel Holt, clears Berta Holt", "2024-05-20", "Coast Agency",
        "A court in Tarn on Monday sent the harbour master Aksel Holt to prison for four years and cleared his sister Berta Holt.\n\n" +
        "The court said that 2 million crowns had been stolen from the port.");

    private static async Task<Answer> Ask(string question)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Talks, Trial);
        return await archive.AskAsync(question);
    }

    [Theory]
    [InlineData("Who is the president of Norland?", "Mara Olsen")]
    [InlineData("Who is the prime minister of Sudmark?", "Joren Falk")]
    [InlineData("How old is Pia Lund?", "41")]
    [InlineData("How long is the bridge?", "450 metres")]
    [InlineData("How much will the bridge cost?", "80 million crowns")]
    [InlineData("Why was the agreement delayed?", "money was short")]
    [InlineData("For how many years was Aksel Holt sent to prison?", "four years")]
    public async Task What_is_told_is_answered(string question, string answer)
    {
        var reply = await Ask(question);
        Assert.Equal(AnswerStatus.Answered, reply.Status);
        Assert.Contains(reply.Statements, statement => statement.Text.Contains(answer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Who is the president of Sudmark?")]
    [InlineData("Who is the prime minister of Norland?")]
    [InlineData("Who is the finance minister of Norland?")]
    public async Task An_office_is_not_answered_with_the_holder_of_another(string question) => Assert.Equal(AnswerStatus.Declined, (await Ask(question)).Status);

    [Theory]
    [InlineData("Why did Norland cancel the bridge?")]
    [InlineData("Why did Sudmark reject the agreement?")]
    [InlineData("For how many years was Berta Holt sent to prison?")]
    public async Task A_deed_that_is_not_told_of_its_subject_is_not_explained(string question) => Assert.Equal(AnswerStatus.Declined, (await Ask(question)).Status);

    [Theory]
    [InlineData("How old is Joren Falk?")]
    [InlineData("How wide is the bridge?")]
    [InlineData("How much does Mara Olsen earn?")]
    [InlineData("Who designed the bridge?")]
    public async Task Without_anything_of_the_kind_asked_for_there_is_no_answer(string question) => Assert.Equal(AnswerStatus.Declined, (await Ask(question)).Status);

    [Theory]
    [InlineData("What happened in Tarn last week?", AnswerStatus.Declined, "2024-07-01")]
    [InlineData("What happened in Tarn last week?", AnswerStatus.Answered, "2024-05-27")]
    [InlineData("What did the bridge cost in 2019?", AnswerStatus.Declined, "2024-06-01")]
    public async Task A_time_that_is_asked_about_must_be_that_of_the_article_or_of_the_sentence(string question, AnswerStatus status, string now)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Talks, Trial);
        Assert.Equal(status, (await archive.AskAsync(question, now)).Status);
    }

    [Fact]
    public async Task A_conversation_is_followed_up_and_another_is_not()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Talks, Trial);
        await archive.AskAsync("Who is the president of Norland?", with: call => call with { Conversation = "ana" });
        var followed = await archive.AskAsync("and of Sudmark?", with: call => call with { Conversation = "ana" });
        Assert.Contains(followed.Notes, note => note.Contains("president of Sudmark", StringComparison.Ordinal));
        var alone = await archive.AskAsync("and of Sudmark?", with: call => call with { Conversation = "ben" });
        Assert.DoesNotContain(alone.Notes, note => note.Contains("follow-up", StringComparison.Ordinal));
    }
}
