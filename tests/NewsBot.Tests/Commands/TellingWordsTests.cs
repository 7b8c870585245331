using NewsBot.Core.Answering;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands;

/// <summary>What is asked may be told in other words; what only sounds alike is still declined.</summary>
public sealed class TellingWordsTests
{
    private static readonly (string, string, string, string) Ferry = (
        "Court in Tarn jails ferry master, clears owner", "2024-05-20", "Coast Agency",
        "A court in Tarn on Monday sent the ferry master Aksel Holt to prison for four years and cleared the owner, Berta Lind.\n\n" +
        "Prosecutor Dag Moen said that the two had moved 2 million crowns abroad. The fare will be reviewed every three years.\n\n" +
        "Foreign observers praised the trial as fair. A Norlandic official said Sudmark owed 90,000 crowns for the tow.\n\n" +
        "The harbour office said that the passengers were safe.");

    private static readonly (string, string, string, string) Bridge = (
        "Minister questions new bridge at Tarn", "2024-05-22", "Coast Agency",
        "Transport minister Ada Moen warned on Wednesday that the new bridge would cost too much.\n\n" +
        "Jon Vik's lawyer, Siri Dahl, said she would appeal. His brother Lars Vik left the yard in May.");

    private static readonly (string, string, string, string) Film = (
        "Film about a lock keeper wins in Tarn", "2024-05-21", "Coast Agency",
        "The film \"Low Water\" won the main prize of the festival in Tarn on Tuesday.\n\n" +
        "The jury praised the story of a lock keeper who waits for a ship. The prize for the best actor went to Olav Brandt for his part in \"Grey Quay\".");

    private static async Task<Answer> Ask(string question)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Ferry, Bridge, Film);
        return await archive.AskAsync(question);
    }

    [Theory]
    [InlineData("What did the court decide about Berta Lind?", "cleared the owner")]
    [InlineData("What did observers think of the trial?", "praised the trial as fair")]
    [InlineData("How did the minister react to the bridge?", "would cost too much")]
    [InlineData("What does the lawyer of Jon Vik intend to do?", "she would appeal")]
    [InlineData("How often will the fare be reviewed?", "every three years")]
    [InlineData("How much does Sudmark owe for the tow?", "90,000 crowns")]
    [InlineData("What is \"Low Water\" about?", "story of a lock keeper")]
    public async Task What_is_told_in_other_words_is_answered(string question, string answer)
    {
        var reply = await Ask(question);
        Assert.Equal(AnswerStatus.Answered, reply.Status);
        Assert.Contains(reply.Statements, statement => statement.Text.Contains(answer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("What did the court decide about Dag Moen?")]
    [InlineData("How much does Norland owe for the tow?")]
    [InlineData("How did the observers react to the bridge?")]
    [InlineData("What does the lawyer of Lars Vik intend to do?")]
    public async Task Another_deed_of_somebody_else_is_no_other_word_for_it(string question) => Assert.Equal(AnswerStatus.Declined, (await Ask(question)).Status);

    [Theory]
    [InlineData("How often was the ferry master sent to prison?")]
    [InlineData("What is \"Grey Quay\" about?")]
    [InlineData("What did the harbour office say about the colour of the ferry?")]
    public async Task A_sentence_without_what_is_asked_of_the_topic_is_no_answer(string question) => Assert.Equal(AnswerStatus.Declined, (await Ask(question)).Status);
}
