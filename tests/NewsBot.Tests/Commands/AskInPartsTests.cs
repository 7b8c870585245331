using NewsBot.Core.Answering;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands;

public sealed class AskInPartsTests
{
    private static readonly (string, string, string, string) Strike = (
        "Dockers in Vellmar strike", "2024-05-14", "Coast Agency",
        "VELLMAR, May 14 (Coast Agency) - Dockers in the port of Vellmar went on a four-day strike on Tuesday over night shifts, the union said.\n\n" +
        "\"We will not load another ship in the dark,\" union leader Petra Holm told reporters. She said that 620 dockers had joined the strike.\n\n" +
        "The port lost 3 million crowns on the first day, harbour master Ivo Brandt said.");

    private static readonly (string, string, string, string) Storm = (
        "Storm tears roofs off in Ostrey", "2024-05-02", "Coast Agency",
        "A storm killed seven people in Ostrey on Wednesday, the island council said. Mayor Lena Fisk spoke of the worst night in memory.");

    private static IReadOnlyList<string> Said(Answer answer) => [.. answer.Statements.Select(statement => statement.Text)];

    [Fact]
    public async Task Each_part_has_its_short_answer_before_the_sentence_that_has_it()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Strike, Storm);
        var answer = await archive.AskAsync("How many dockers joined the strike, and how many people did the storm in Ostrey kill?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Equal("620 dockers", answer.ShortAnswer);
        Assert.StartsWith("**620 dockers**: She", Said(answer)[0], StringComparison.Ordinal);
        Assert.Contains(Said(answer), text => text.StartsWith("**seven people**: A storm killed seven people", StringComparison.Ordinal));
        Assert.All(answer.Statements, statement => Assert.NotEmpty(statement.Citations));
        Assert.DoesNotContain(answer.Notes, note => note.StartsWith("Not found", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("How many dockers joined the strike and how many of them were arrested?", "620 dockers", "how many of them were arrested")]
    [InlineData("How long is the strike of the dockers in Vellmar and what will it cost?", "four days", "what will it cost")]
    [InlineData("Who invented the chess clock? How many dockers joined the strike?", "620 dockers", "who invented the chess clock")]
    public async Task A_part_without_an_answer_is_named_in_the_user_s_own_words(string question, string brief, string missing)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Strike, Storm);
        var answer = await archive.AskAsync(question);

        Assert.Equal(brief, answer.ShortAnswer);
        Assert.Contains($"Not found in the articles: {missing}.", answer.Notes);
    }

    [Fact]
    public async Task Where_no_part_has_an_answer_there_is_one_decline()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Strike, Storm);
        var answer = await archive.AskAsync("Who invented the chess clock and who won the chess tournament in Zandoria?");

        Assert.Equal(AnswerStatus.Declined, answer.Status);
        Assert.Empty(answer.Statements);
        Assert.NotNull(answer.Message);
        Assert.DoesNotContain(answer.Notes, note => note.StartsWith("Not found", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_that_asks_when_is_answered_as_by_itself()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Strike, Storm);
        var alone = await archive.AskAsync("When did the dockers in Vellmar go on strike?");
        var both = await archive.AskAsync("How many dockers joined the strike and when did the dockers in Vellmar go on strike?");

        Assert.Equal("14 May 2024", alone.ShortAnswer);
        Assert.Equal(alone.Date, both.Date);
        Assert.Contains(Said(both), text => text.StartsWith("**14 May 2024**: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sentence_that_answers_two_parts_stands_once()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Strike, Storm);
        var answer = await archive.AskAsync("How long is the strike of the dockers in Vellmar and when did the dockers in Vellmar go on strike?");

        Assert.Single(Said(answer), text => text.Contains("went on a four-day strike", StringComparison.Ordinal));
        Assert.Contains("**14 May 2024**", Said(answer));
    }

    [Fact]
    public async Task The_second_part_takes_nothing_from_the_conversation_when_the_first_stands_for_itself()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Strike, Storm);
        await archive.AskAsync("How many people did the storm in Ostrey kill?", with: call => call with { Conversation = "c" });
        var answer = await archive.AskAsync("How long is the strike of the dockers in Vellmar and how many dockers joined it?", with: call => call with { Conversation = "c" });

        Assert.Null(answer.UnderstoodAs);
        Assert.Contains(Said(answer), text => text.Contains("620 dockers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_several_outlets_say_stays_one_question()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            Strike, ("Port of Vellmar reopens", "2024-05-20", "Daily Ledger", "The port of Vellmar reopened on Monday after the strike, the Daily Ledger learned from dockers."));
        var answer = await archive.AskAsync("What does the Coast Agency report about the strike of the dockers in Vellmar, and what does the Daily Ledger report about the port of Vellmar?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.DoesNotContain(Said(answer), text => text.Contains("**: ", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Notes, note => note.StartsWith("Not found", StringComparison.Ordinal));
    }
}
