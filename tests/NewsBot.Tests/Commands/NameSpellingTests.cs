using NewsBot.Core.Answering;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands;

public sealed class NameSpellingTests
{
    private static readonly (string, string, string, string) Storm = (
        "Storm tears roofs off in Ostrey", "2024-05-02", "Coast Agency",
        "A storm killed seven people in Ostrey on Wednesday, the island council said. Mayor Lena Fiskhold spoke of the worst night in memory.\n\n" +
        "On Thursday a hall in Marnow and another in Marlow were opened for the homeless. Operators of the ferries hope for better weather.");

    [Theory]
    [InlineData("/ask How many people were killed by the storm in Ostray?", "Ostray", "Ostrey")]
    [InlineData("how many people were killed by the storm in ostry", "ostry", "Ostrey")]
    [InlineData("When was the storm in Osttrey?", "Osttrey", "Ostrey")]
    [InlineData("/ask Who is Lena Fiskhlod?", "Fiskhlod", "Fiskhold")]
    public async Task A_name_that_the_articles_spell_nearly_alike_is_understood_with_a_note(string question, string typed, string name)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Storm);
        var answer = await archive.AskAsync(question);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains($"“{typed}” is not in the articles; I understood “{name}”.", answer.Notes);
    }

    [Theory]
    [InlineData("How many people were killed by the storm in Vellmar?")]
    [InlineData("Which hall was opened for the homeless in Marrow?")]
    [InlineData("How many people were killed by the storm in Astrey?")]
    [InlineData("When was the storm in Oslo?")]
    [InlineData("Why was the opera of Vellmar closed?")]
    public async Task A_name_of_which_none_or_several_are_close_is_not(string question)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Storm);
        var answer = await archive.AskAsync(question);

        Assert.Equal(AnswerStatus.Declined, answer.Status);
        Assert.DoesNotContain(answer.Notes, note => note.Contains("I understood", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_word_that_the_articles_have_is_never_another()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Storm, ("Ostray council meets", "2024-05-03", "Coast Agency", "The council of Ostray met on Friday."));
        var answer = await archive.AskAsync("When was the storm in Ostray?");

        Assert.Equal(AnswerStatus.Declined, answer.Status);
        Assert.DoesNotContain(answer.Notes, note => note.Contains("I understood", StringComparison.Ordinal));
    }
}
