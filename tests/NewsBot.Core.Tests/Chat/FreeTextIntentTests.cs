using NewsBot.Core.Chat;

namespace NewsBot.Core.Tests.Chat;

public sealed class FreeTextIntentTests
{
    [Theory]
    [InlineData("/whosaid multipolar world", "whosaid", "multipolar world")]
    [InlineData("/HELP", "help", "")]
    [InlineData("Who said \"the bridge will hold\"?", "whosaid", "\"the bridge will hold\"")]
    [InlineData("who said that taxes must rise?", "whosaid", "taxes must rise")]
    [InlineData("When did the bridge close?", "when", "did the bridge close")]
    [InlineData("In which year was the treaty signed?", "when", "was the treaty signed")]
    [InlineData("What did Ada Quill say about the bridge?", "said", "Ada Quill about the bridge")]
    [InlineData("What did Ada Quill say?", "said", "Ada Quill")]
    [InlineData("What did Ada Quill say about the bridge last month?", "said", "Ada Quill about the bridge last month")]
    [InlineData("What did Ada Quill say in May 2024?", "said", "Ada Quill in May 2024")]
    [InlineData("What did both Ada Quill and Bram Holt say about the bridge?", "said", "both Ada Quill and Bram Holt about the bridge")]
    [InlineData("What do experts say about the bridge?", "said", "experts about the bridge")]
    [InlineData("What did the article say about the bridge?", "ask", "What did the article say about the bridge?")]
    [InlineData("Summarise the bridge story", "summary", "the bridge story")]
    [InlineData("Tell me about the bridge", "summary", "the bridge")]
    [InlineData("What's the news on the bridge?", "summary", "the bridge")]
    [InlineData("What is new about the bridge?", "summary", "the bridge")]
    [InlineData("catch me up on the bridge", "summary", "the bridge")]
    [InlineData("Tell me about it", "ask", "Tell me about it")]
    [InlineData("Tell me who built the bridge", "ask", "Tell me who built the bridge")]
    [InlineData("What is the new bridge called?", "ask", "What is the new bridge called?")]
    [InlineData("timeline of the strike", "timeline", "the strike")]
    [InlineData("Is this quote real: \"it will hold\"", "quote", "\"it will hold\"")]
    [InlineData("What happened on 3 May 2024?", "on", "3 May 2024")]
    [InlineData("What happened last week?", "on", "last week")]
    [InlineData("What happened in May", "on", "May")]
    [InlineData("What happened on May 3, 2024", "on", "May 3, 2024")]
    [InlineData("What happened in the first week of May 2024?", "on", "the first week of May 2024")]
    [InlineData("What happened 3 days ago?", "on", "3 days ago")]
    [InlineData("What happened on 2024-05-03", "on", "2024-05-03")]
    [InlineData("What happened in 2024?", "on", "2024")]
    [InlineData("What happened at the dog show of 2024?", "ask", "What happened at the dog show of 2024?")]
    [InlineData("What happened in the 2 cities?", "ask", "What happened in the 2 cities?")]
    [InlineData("What happened in Quarrow?", "ask", "What happened in Quarrow?")]
    [InlineData("How much did the bridge cost?", "ask", "How much did the bridge cost?")]
    [InlineData("Who is Ada Quill?", "ask", "Who is Ada Quill?")]
    [InlineData("When the bridge closed, who was mayor?", "ask", "When the bridge closed, who was mayor?")]
    public void Plain_text_goes_to_the_command_that_it_asks_for(string text, string command, string rest) =>
        Assert.Equal((command, rest), FreeTextIntent.Of(text));
}
