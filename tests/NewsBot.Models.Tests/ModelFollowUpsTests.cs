using NewsBot.Core.Chat.Conversations;

namespace NewsBot.Models.Tests;

public sealed class ModelFollowUpsTests
{
    private static readonly ConversationTurn Last = new("ask", "What did the dockers in Vellmar do?", "Petra Holm", "a1", "Dockers in Vellmar strike");

    [Theory]
    [InlineData("{\"question\": \"Has the strike in Vellmar ended?\"}", "Has the strike in Vellmar ended?")]
    [InlineData("Here:\n```json\n{\"question\": \"Has the strike of the dockers ended?\",}\n```", "Has the strike of the dockers ended?")]
    [InlineData("{\"question\": \"Has the strike in Zandoria ended?\"}", null)] // Nobody spoke of Zandoria.
    [InlineData("{\"question\": \"Has the strike there ended?\"}", null)] // The user's own words.
    [InlineData("{\"question\": \"/reload the strike\"}", null)]
    [InlineData("{\"question\": \"\"}", null)]
    [InlineData("Has the strike in Vellmar ended?", null)]
    [InlineData("{\"question\": \"\\ud83d\"}", null)]
    public void Only_words_of_the_conversation_may_complete_a_question(string reply, string? expected) =>
        Assert.Equal(expected, ModelFollowUps.Read(reply, "Has the strike there ended?", Last));
}
