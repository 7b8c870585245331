using NewsBot.Core.Retrieval.Parsing.Parts;

namespace NewsBot.Core.Tests.Retrieval;

public class QuestionPartsTests
{
    private static string[] Parts(string text) => [.. QuestionParts.Of(text).Select(part => part.Text)];

    [Theory]
    [InlineData("How many ferries were sold and who bought the bridge in Ostrey?", "How many ferries were sold?", "Who bought the bridge in Ostrey?")]
    [InlineData("How many ferries were sold, and who bought the bridge in Ostrey?", "How many ferries were sold?", "Who bought the bridge in Ostrey?")]
    [InlineData("How many ferries were sold; who bought the bridge in Ostrey?", "How many ferries were sold?", "Who bought the bridge in Ostrey?")]
    [InlineData("How many ferries were sold? Who bought the bridge in Ostrey?", "How many ferries were sold?", "Who bought the bridge in Ostrey?")]
    [InlineData("how many ferries were sold. who bought the bridge in ostrey harbour", "How many ferries were sold?", "Who bought the bridge in ostrey harbour?")]
    [InlineData("How many ferries were sold? And also, who bought the bridge in Ostrey?", "How many ferries were sold?", "Who bought the bridge in Ostrey?")]
    [InlineData("Did Mara Olsen resign and did Per Dahl follow Mara Olsen?", "Did Mara Olsen resign?", "Did Per Dahl follow Mara Olsen?")]
    public void A_further_question_is_a_part_of_its_own(string text, string first, string second) => Assert.Equal([first, second], Parts(text));

    [Fact]
    public void Three_questions_are_three_parts() => Assert.Equal(
        ["Who won the harbour race in Ostrey?", "How many boats were in the harbour race in Ostrey?", "When will the next race in Vellmar start?"],
        Parts("Who won the harbour race in Ostrey, how many boats were in it, and when will the next race in Vellmar start?"));

    [Theory]
    [InlineData("Who won the harbour race and how many people watched it?", "How many people watched the harbour race?")]
    [InlineData("How long is the visit of the Norland minister and what will it cost?", "What will the visit of the Norland minister cost?")]
    [InlineData("What are the new fishing rules and who opposes them?", "Who opposes the new fishing rules?")]
    [InlineData("Who is Mara Olsen and how old is she?", "How old is Mara Olsen?")]
    [InlineData("Where was Mara Olsen born and what is her job?", "What is Mara Olsen's job?")]
    [InlineData("What did the minister promise and when will he pay?", "When will the minister pay?")]
    [InlineData("Who found the wreck and how old is she?", "How old is the one who found the wreck?")]
    [InlineData("When was the treaty on the harbour signed and what is its purpose?", "What is the treaty on the harbour's purpose?")]
    [InlineData("Did Norland and Vellmar sign the treaty, and what did they promise?", "What did Norland and Vellmar promise?")]
    [InlineData("When will comet Sorrel be closest to Earth and how far away will it be?", "How far away will Sorrel be?")]
    [InlineData("What is the verdict against Mara Olsen and will she appeal?", "Will Mara Olsen appeal?")]
    [InlineData("Who is the president of Norland and who is its foreign minister?", "Who is Norland's foreign minister?")]
    [InlineData("Who leads the harbour board, and where does it have its seat?", "Where does the harbour board have its seat?")]
    [InlineData("How did the council vote on the new bridge and why did Per Dahl vote against it?", "Why did Per Dahl vote against the new bridge?")]
    public void A_pronoun_is_what_the_part_before_names(string text, string second) => Assert.Equal(second, Parts(text)[1]);

    [Theory]
    [InlineData("How many people died in the Ostrey flood and who will pay for the damage?", "Who will pay for the damage in the Ostrey flood?")]
    [InlineData("When was the Olsen trial opened and what was the verdict?", "What was the verdict in the Olsen trial?")]
    [InlineData("How many people were rescued from the ship near Ostrey and where were they taken?", "Where were people taken in the ship near Ostrey?")]
    [InlineData("Where were the harbour talks opened and why did the talks fail?", "Why did the harbour talks fail?")]
    [InlineData("What caused the flood at Ostrey and how high did the water rise?", "How high did the water rise in the flood at Ostrey?")]
    [InlineData("How many people had to leave their homes in Ostrey, and how many are still missing?", "How many people are still missing in Ostrey?")]
    [InlineData("who is the captain of the ferry and who is the cook", "Who is the cook of the ferry?")]
    public void A_part_without_a_topic_has_that_of_the_part_before(string text, string second) => Assert.Equal(second, Parts(text)[1]);

    [Theory]
    [InlineData("How many people died in the Ostrey flood and who is the mayor of Vellmar?", "Who is the mayor of Vellmar?")]
    [InlineData("How many ferries were sold and how many trains were cancelled in the strike?", "How many trains were cancelled in the strike?")]
    [InlineData("Who won the race and how many people lost their homes in the storm?", "How many people lost their homes in the storm?")]
    [InlineData("Who won the race and why did Mara Olsen say that she was tired?", "Why did Mara Olsen say that she was tired?")]
    public void A_part_that_stands_for_itself_stays_as_it_is(string text, string second) => Assert.Equal(second, Parts(text)[1]);

    [Theory]
    [InlineData("When and where did the harbour talks open?", "When did the harbour talks open?", "Where did the harbour talks open?")]
    [InlineData("How did the harbour talks end and why?", "How did the harbour talks end?", "Why did the harbour talks end?")]
    [InlineData("Who won the final and by how much?", "Who won the final?", "By how much won the final?")]
    [InlineData("Who won the final and when?", "Who won the final?", "When was won the final?")]
    [InlineData("How many trains and how many buses were cancelled?", "How many trains were cancelled?", "How many buses were cancelled?")]
    [InlineData("How many seats did the Harbour Party win and how many did the Green List win?", "How many seats did the Harbour Party win?", "How many seats did the Green List win?")]
    [InlineData("Who scored for Ostrey and in which minute?", "Who scored for Ostrey?", "In which minute scored for Ostrey?")]
    [InlineData("How many people live in Ostrey and how many in Vellmar?", "How many people live in Ostrey?", "How many people live in Vellmar?")]
    [InlineData("Why can the pumps at the harbour not run and since when?", "Why can the pumps at the harbour not run?", "Since when can the pumps at the harbour not run?")]
    public void Parts_share_what_only_one_of_them_says(string text, string first, string second) => Assert.Equal([first, second], Parts(text));

    [Theory]
    [InlineData("Where was the crown of Ostrey stolen, when, and how did the thieves escape?", "Where was the crown of Ostrey stolen?", "When was the crown of Ostrey stolen?")]
    [InlineData("How many tons of salt did the ship carry, who owns the ship and was oil spilled?", "How many tons of salt did the ship carry?", "Who owns the ship?")]
    [InlineData("Who is the president of Norland, who leads the Green Party, and who is the mayor of Ostrey?", "Who is the president of Norland?", "Who leads the Green Party?")]
    public void In_a_row_a_comma_parts_too(string text, string first, string second) => Assert.Equal([first, second], Parts(text).Take(2));

    [Fact]
    public void Question_words_in_a_row_share_one_rest() =>
        Assert.Equal(["When did the talks fail?", "Where did the talks fail?", "Why did the talks fail?"], Parts("When, where and why did the talks fail?"));

    [Theory]
    [InlineData("How many seats did both the Harbour Party and the Green List win?", "How many seats did the Harbour Party win?", "How many seats did the Green List win?")]
    [InlineData("How old are both Mara Olsen and Per Dahl?", "How old are Mara Olsen?", "How old are Per Dahl?")]
    public void Both_names_are_asked_for_one_by_one(string text, string first, string second) => Assert.Equal([first, second], Parts(text));

    [Theory]
    [InlineData("In May 2023, who won the final and who lost the final in Ostrey?", "In May 2023, who won the final?", "In May 2023, who lost the final in Ostrey?")]
    [InlineData("The Ostrey flood: how many died and who will pay?", "The Ostrey flood: how many died?", "The Ostrey flood: who will pay?")]
    public void What_opens_the_question_is_shared_by_all_parts(string text, string first, string second) => Assert.Equal([first, second], Parts(text));

    [Fact]
    public void The_user_s_own_words_are_kept() => Assert.Equal(
        ["how many people died in the Ostrey flood", "who will pay for it"],
        QuestionParts.Of("How many people died in the Ostrey flood, and who will pay for it?").Select(part => part.Words));

    [Theory]
    [InlineData("What did Norland and Vellmar agree?")]
    [InlineData("Who is the man who ran the yard and who was jailed?")]
    [InlineData("Who is the man who ran the yard and was jailed?")]
    [InlineData("Who ran the yard and kept its books?")]
    [InlineData("Who is Mika Olsen, who was cleared?")]
    [InlineData("Which firm sold the ferries and the harbour?")]
    [InlineData("Who said \"I was there, and who was with me?\"")]
    [InlineData("What happened when the dam broke and when the pumps stopped?")]
    [InlineData("Did Mara Olsen say when the trial will open and who will speak?")]
    [InlineData("The port was closed. What was the cost of the repair, in all?")]
    [InlineData("Who won the final? Thanks and bye.")]
    [InlineData("Did Mara Olsen resign or was she dismissed?")]
    [InlineData("Summarise the talks and who led them")]
    [InlineData("What did both Mara Olsen and Per Dahl say about the port?")]
    [InlineData("When and where?")]
    [InlineData("Who owns Brandt and Sorley?")]
    [InlineData("What and")]
    [InlineData("?")]
    [InlineData("")]
    public void One_question_is_one_part_word_for_word(string text) => Assert.Equal([text], Parts(text));

    [Fact]
    public void No_more_than_five_parts_are_made() =>
        Assert.Equal(QuestionParts.Most, QuestionParts.Of(string.Concat(Enumerable.Repeat("Who won the race in Ostrey? ", 40))).Count);
}
