using NewsBot.Core.Answering;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands;

/// <summary>Short answers of the whole program over a small archive, and declines where only something alike is told.</summary>
public sealed class ShortAnswerTests
{
    private static readonly (string, string, string, string) Cup = (
        "Velden Rovers win Reed Cup", "2024-05-14", "Coast Agency",
        "VELDEN (Coast Agency) - Velden Rovers beat Grauden Athletic 3-1 in the final of the Reed Cup on Saturday.\n\n" +
        "Captain Ida Brand scored in the 61st minute. The match was watched by 7,400 people.\n\n" +
        "The next final will be played in Osthaven on June 1, 2025.");

    private static readonly (string, string, string, string) Verdict = (
        "Piet Horn jailed, brother cleared", "2024-06-02", "Coast Agency",
        "A court in Velden on Friday sent the shipyard director Piet Horn to prison for six years for fraud and cleared his brother Tom of all charges.\n\n" +
        "Mayor Lena Fisk of Velden said the town of 82,000 people was relieved. The trial lasted 17 days.");

    private static readonly (string, string, string, string) Treaty = (
        "Lake treaty signed", "2024-03-02", "Daily Ledger",
        "Velden and Grauden signed a treaty on Lake Adler on Friday. The lake has risen by 60 centimetres since 2023, the commission said.\n\n" +
        "The pumps at Heron Point on Lake Adler stood still in the winter.");

    [Theory]
    [InlineData("Who won the Reed Cup final?", "Velden Rovers")]
    [InlineData("Who scored in the 61st minute?", "Ida Brand")]
    [InlineData("How many people watched the final?", "7,400 people")]
    [InlineData("Which countries signed the treaty?", "Velden and Grauden")]
    [InlineData("Where is Heron Point?", "on Lake Adler")]
    [InlineData("Who is Ida Brand?", "Captain")]
    [InlineData("Was Tom Horn acquitted?", "Yes")]
    [InlineData("Was Tom Horn convicted?", "No")]
    public async Task A_plain_question_gets_a_short_answer(string question, string brief)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Cup, Verdict, Treaty);
        var answer = await archive.AskAsync(question);
        Assert.Equal(brief, answer.ShortAnswer);
        Assert.All(answer.Statements, statement => Assert.NotEmpty(statement.Citations));
    }

    [Theory]
    [InlineData("How long is Lake Adler?")]
    [InlineData("Which prison is Horn in?")]
    [InlineData("Which countries other than Velden and Grauden signed the treaty?")]
    [InlineData("Was Lena Fisk arrested?")]
    [InlineData("How many people live in Grauden?")]
    public async Task What_only_something_alike_is_told_of_is_declined(string question)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Cup, Verdict, Treaty);
        Assert.Equal(AnswerStatus.Declined, (await archive.AskAsync(question)).Status);
    }

    [Theory]
    [InlineData("Where was the final played?")]
    [InlineData("Was Horn acquitted of fraud in 2019?")]
    public async Task Nothing_is_said_in_a_word_that_no_sentence_says(string question)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Cup, Verdict, Treaty);
        Assert.Null((await archive.AskAsync(question)).ShortAnswer);
    }

    [Theory]
    [InlineData("Did Grauden Athletic win the final?", "Velden Rovers beat Grauden Athletic in the final.")] // the loser is named, too
    [InlineData("How many people were killed in Velden?", "A gunman killed three other people in Velden.")] // there are more
    [InlineData("How many people were killed in Velden?", "A gunman killed 19 students and two teachers in Velden.")]
    [InlineData("How many people were killed in Velden?", "Five years ago a gunman killed 17 people in Osthaven.")] // elsewhere
    [InlineData("Who is the president of Velden?", "Velden got its first zoo after President Lena Fisk of Grauden had a museum built.")]
    [InlineData("What did Velden Rovers do?", "Velden Rovers of Grauden beat Athletic.")] // no name is a deed
    [InlineData("What is the unemployment rate?", "The unemployment rate is expected to rise to 4.1 percent.")]
    [InlineData("Did Velden release Piet Horn?", "Velden detained Piet Horn on Friday.")] // he may have been released since
    [InlineData("Where was the Reed Cup final played?", "Ida Brand, who played chess in Osthaven, saw the Reed Cup final.")]
    public async Task A_word_is_not_given_for_what_the_sentence_says_of_something_else(string question, string sentence)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(("News of Velden", "2024-06-03", "Coast Agency", sentence));
        var answer = await archive.AskAsync(question);
        Assert.Null(answer.ShortAnswer);
    }
}
