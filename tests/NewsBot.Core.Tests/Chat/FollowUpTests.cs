using NewsBot.Core.Chat.Conversations;

namespace NewsBot.Core.Tests.Chat;

public class FollowUpTests
{
    private static readonly ConversationTurn Storm = new("ask", "How many people died in the storm on Ostrey?", null, "a1", "Storm on Ostrey");
    private static readonly ConversationTurn Mayor = new("ask", "Who is the mayor of Ostrey?", "Lena Fisk", "a1", "Storm on Ostrey");
    private static readonly ConversationTurn Said = new("said", "Lena Fisk about the storm", "Lena Fisk", "a1", "Storm on Ostrey");
    private static readonly ConversationTurn When = new("when", "did the storm hit Ostrey", null, "a1", "Storm on Ostrey");

    private static async Task<string?> Read(string text, ConversationTurn last) =>
        (await new PatternFollowUps().ReadAsync(text, last, CancellationToken.None))?.Text;

    [Theory]
    [InlineData("and when was that?", "When was people died in the storm on Ostrey?")]
    [InlineData("When?", "When was people died in the storm on Ostrey?")]
    [InlineData("why?", "Why people died in the storm on Ostrey?")]
    [InlineData("Why did that happen?", "Why people died in the storm on Ostrey?")]
    [InlineData("and where?", "Where people died in the storm on Ostrey?")]
    public async Task A_question_word_alone_asks_it_of_what_was_asked_before(string text, string full) => Assert.Equal(full, await Read(text, Storm));

    [Theory]
    [InlineData("how old is she?", "how old is Lena Fisk?")]
    [InlineData("what is her job?", "what is Lena Fisk's job?")]
    [InlineData("What else did she say?", "what did Lena Fisk say?")]
    [InlineData("what did he say about the roofs?", "what did Lena Fisk say about the roofs?")]
    public async Task A_pronoun_for_a_person_is_whom_the_last_answer_is_about(string text, string full) => Assert.Equal(full, await Read(text, Mayor));

    [Fact]
    public async Task Without_one_person_a_pronoun_stays_what_it_is() => Assert.Null(await Read("how old is he?", Storm));

    [Theory]
    [InlineData("and of Vellmar?", "Who is the mayor of Vellmar?")]
    [InlineData("what about Vellmar?", "Who is the mayor of Vellmar?")]
    [InlineData("And the Green Party?", "Who is the mayor of the Green Party?")]
    public async Task Another_name_takes_the_place_of_the_last(string text, string full) => Assert.Equal(full, await Read(text, Mayor));

    [Fact]
    public async Task Another_topic_is_asked_of_the_same_speaker() => Assert.Equal("/said Lena Fisk about the roofs", await Read("and about the roofs?", Said));

    [Fact]
    public async Task Another_place_of_an_event_is_asked_for_its_date() => Assert.Equal("When did the storm hit Vellmar?", await Read("and Vellmar?", When));

    [Fact]
    public async Task More_is_asked_of_the_article_that_was_cited() => Assert.Equal("/summary a1", await Read("tell me more", Mayor));

    [Theory]
    [InlineData("What did Ivo Brandt say about it?", "What did Ivo Brandt say about people died in the storm on Ostrey?")]
    public async Task The_matter_can_be_meant_beside_a_name(string text, string full) => Assert.Equal(full, await Read(text, Storm));

    private static async Task<string?> ReadParts(string text, ConversationTurn last) =>
        (await PartedFollowUps.ReadAsync(new PatternFollowUps(), text, last, CancellationToken.None))?.Text;

    [Theory]
    [InlineData("Who won the harbour race and how many people watched it?")]
    [InlineData("When and where did the harbour talks open?")]
    [InlineData("Who leads the Green Party of Vellmar, and how old is she?")]
    [InlineData("What will the bridge cost? Who will pay for it?")]
    public async Task A_message_whose_first_question_stands_for_itself_is_no_follow_up(string text) => Assert.Null(await ReadParts(text, Mayor));

    [Theory]
    [InlineData("how old is she and where does she live?", "how old is Lena Fisk and where does she live?")]
    [InlineData("when and where was that?", "When was mayor of Ostrey and Where mayor of Ostrey?")]
    [InlineData("When and where?", "When was mayor of Ostrey and Where mayor of Ostrey?")]
    public async Task The_first_question_of_a_message_can_follow_up(string text, string full) =>
        Assert.Equal(full, (await ReadParts(text, Mayor))?.Replace("the mayor", "mayor", StringComparison.Ordinal));

    [Theory]
    [InlineData("Who built the wind park and paid for it?")]
    [InlineData("Why did the minister say that he would resign?")]
    [InlineData("What did the mayor tell her party?")]
    public async Task A_pronoun_for_something_in_the_same_question_is_left(string text) => Assert.Null(await Read(text, Mayor));

    [Theory]
    [InlineData("Who is the mayor of Vellmar?")]
    [InlineData("How long is the strike of the dockers?")]
    [InlineData("who said \"he will not load it\"?")]
    [InlineData("Why did Lena Fisk say that she was tired?")]
    [InlineData("/said Lena Fisk")]
    [InlineData("")]
    public async Task What_stands_for_itself_is_no_follow_up(string text) => Assert.Null(await Read(text, Mayor with { Person = null }));
}
