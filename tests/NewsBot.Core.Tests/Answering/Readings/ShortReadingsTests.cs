using NewsBot.Core.Answering.Candidates.Readings;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Answering.Extractive.Telling;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Tests.Support;

namespace NewsBot.Core.Tests.Answering.Readings;

/// <summary>What can be read from one sentence, for questions that it answers and for others that only look alike.</summary>
public class ShortReadingsTests
{
    private static string[] Read(string asked, string sentence)
    {
        var question = QuestionParser.Parse(asked, DateTimeOffset.UnixEpoch, ArticleFilter.All, ArchiveNames.None);
        var article = Texts.Article(sentence);
        using var corpus = new NoCorpus();
        var weights = new QuestionWeights(question, corpus);
        var scored = new ScoredSentence(article, 0, new HashSet<string>(), 1, 1, 1);
        return [.. new ShortReadings(question).In(new Surroundings(scored, new SentenceTerms(article)), weights).Select(candidate => candidate.Text).Distinct()];
    }

    [Theory]
    [InlineData("Who is the president of Velden?", "Veldener President Mara Loss opened the bridge.", "Mara Loss")]
    [InlineData("Who is the leader of the Reed Party?", "The Reed Party cheered, and its leader, Tomas Grell, spoke for an hour.", "Tomas Grell")]
    [InlineData("Who is the mayor of Velden?", "Ada Quill, the mayor of Velden, opened the bridge.", "Ada Quill")]
    [InlineData("Who is the mayor of Velden?", "Ada Quill is the mayor of Velden.", "Ada Quill")]
    [InlineData("Who heads the water office of Velden?", "\"It rains,\" said Piet Horn, who heads the water office of Velden.", "Piet Horn")]
    [InlineData("Who is the chief executive of Brook Energy?", "The chief executive of Brook Energy, Nora Tamm, resigned.", "Nora Tamm")]
    public void The_holder_of_an_office_is_the_name_set_beside_it(string asked, string sentence, string holder) =>
        Assert.Equal([holder], Read(asked, sentence));

    [Theory]
    [InlineData("Who is the president of Velden?", "The president of Velden thanked Mara Loss.")]
    [InlineData("Who is the president of Velden?", "Mara Loss met the president of Velden.")]
    [InlineData("Who is the mayor of Velden?", "Ada Quill, the mayor of Grauden, visited Velden.")]
    [InlineData("Who is the mayor of Velden?", "Ada Quill, a former mayor of Velden, opened the bridge.")]
    [InlineData("Who leads the Reed Party?", "The Reed Party won, the head of the electoral office, Runa Mild, said.")]
    public void A_name_that_is_only_near_an_office_does_not_hold_it(string asked, string sentence) => Assert.Empty(Read(asked, sentence));

    [Theory]
    [InlineData("Who won the cup final?", "Velden Rovers beat Grauden Athletic 3-1 in the cup final.", "Velden Rovers")]
    [InlineData("Who won the election?", "The Reed Party of Tomas Grell won the election by ten votes.", "Reed Party")]
    [InlineData("Who discovered the comet?", "The comet was first seen on March 2 by Edda Holm, a student.", "Edda Holm")]
    [InlineData("Who saved the penalty?", "Goalkeeper Ida Brand saved the penalty.", "Ida Brand")]
    [InlineData("Who left the stage?", "Ida Brand sang and Runa Mild left the stage.", "Runa Mild")]
    [InlineData("Which company operates the ferry?", "The operator, Brook Energy, said that the ferry was late.", "Brook Energy")]
    [InlineData("Which countries signed the treaty?", "Velden and Grauden signed the treaty in June.", "Velden and Grauden")]
    [InlineData("Which country banned the drug?", "Velden has become the first country to ban the drug.", "Velden")]
    [InlineData("Which film won the Golden Oar?", "The film “Winter Light” by Bea Moll won the Golden Oar.", "Winter Light")]
    public void The_doer_is_read_from_the_subject_of_the_verb_or_behind_by(string asked, string sentence, string doer) => Assert.Equal([doer], Read(asked, sentence));

    [Theory]
    [InlineData("Who won the cup final?", "Velden Rovers did not win the cup final.")]
    [InlineData("Who won the cup final?", "Velden Rovers want to win the cup final.")]
    [InlineData("Who bought the ferry?", "The ferry was sold to a man whom Ida Brand knows.")]
    [InlineData("Which country signed the treaty?", "Velden and Grauden signed the treaty in June.")]
    public void Who_did_not_do_it_or_not_alone_is_not_the_doer(string asked, string sentence) => Assert.Empty(Read(asked, sentence));

    [Theory]
    [InlineData("What was stolen from the Velden museum?", "Thieves have stolen the Silver Oar of Grauden from the museum.", "the Silver Oar of Grauden")]
    [InlineData("What was stolen from the Velden museum?", "Two paintings were stolen from the museum on Monday.", "two paintings")]
    [InlineData("What was the ferry carrying?", "The ferry was carrying 300 tons of salt to Velden.", "300 tons of salt")]
    public void What_it_is_done_to_is_read_behind_the_verb_or_before_a_passive(string asked, string sentence, string thing) => Assert.Equal([thing], Read(asked, sentence));

    [Fact]
    public void What_was_not_done_to_it_is_not_read() => Assert.Empty(Read("What was stolen from the Velden museum?", "Nothing hid that thieves had not stolen the Silver Oar."));

    [Theory]
    [InlineData("What is the key rate of Velden?", "The bank of Velden raised its key rate to 5.25 percent.", "5.25 percent")]
    [InlineData("What was the turnout in Velden?", "Turnout was 71 percent.", "71 percent")]
    public void A_value_stands_behind_its_noun(string asked, string sentence, string value) => Assert.Equal([value], Read(asked, sentence));

    [Fact]
    public void By_how_much_it_changed_is_no_value() => Assert.Empty(Read("What is the key rate of Velden?", "The bank of Velden cut its key rate by 0.5 points."));

    [Theory]
    [InlineData("How many people watched the final?", "The final was watched by 27,400 people in 90 minutes.", "27,400 people")]
    [InlineData("How many people left the town?", "About 300 people left the town and 40 people stayed.", "300 people")]
    [InlineData("What percentage of the water may Velden draw?", "Velden may draw 58 percent of the water and Grauden 42 percent.", "58 percent")]
    public void An_amount_belongs_to_the_verb_that_it_stands_with(string asked, string sentence, string amount) => Assert.Equal([amount], Read(asked, sentence));

    [Theory]
    [InlineData("How many people live in Velden?", "The largest town is Velden with 82,000 people.", "82,000 people")]
    [InlineData("What is the population of Velden?", "Velden had 82,000 inhabitants at the end of 2023.", "82,000 inhabitants")]
    public void The_people_of_a_place_are_counted_at_its_name(string asked, string sentence, string amount) => Assert.Equal([amount], Read(asked, sentence));

    [Theory]
    [InlineData("How many people live in Velden?", "About 300 people live around the lake.")]
    [InlineData("How many people live in Velden?", "The country had 300 people.")]
    public void The_people_of_another_place_are_not(string asked, string sentence) => Assert.DoesNotContain("300 people", Read(asked, sentence));

    [Theory]
    [InlineData("What happened to the crown?", "Thieves took the Silver Crown.")]
    [InlineData("Which of these players was traded?", "Runa Mild was praised.")]
    public void A_question_without_a_deed_leaves_nothing_out(string asked, string sentence) => Assert.Empty(Read(asked, sentence));

    [Fact]
    public void A_figure_in_the_question_must_be_in_the_sentence() =>
        Assert.Empty(Read("Who scored in the 61st minute?", "Runa Mild scored in the 90th minute."));

    [Fact]
    public void What_another_did_is_not_counted_for_the_one_asked_about() =>
        Assert.Empty(Read("How many seats did the Green List win?", "The Reed Party won 48 seats and the Green List fewer."));

    [Theory]
    [InlineData("Where is Heron Point?", "The pumps at Heron Point on Lake Adler stood still.", "on Lake Adler")]
    [InlineData("Where is the Velden museum?", "The Velden museum lies near Grauden.", "near Grauden")]
    [InlineData("Where did the ferry sink?", "The ferry sank off Cape Mild on Friday.", "off Cape Mild")]
    [InlineData("Where was the final played?", "The final was played in Grauden.", "Grauden")]
    public void A_place_stands_behind_the_thing_or_its_verb(string asked, string sentence, string place) => Assert.Equal([place], Read(asked, sentence));

    [Theory]
    [InlineData("Where is Heron Point?", "In Velden people spoke of Heron Point.")]
    [InlineData("Where did the ferry sink?", "The ferry sank in June.")]
    public void A_name_that_is_not_said_to_be_the_place_is_none(string asked, string sentence) => Assert.Empty(Read(asked, sentence));

    [Theory]
    [InlineData("Who is Mara Loss?", "Veldener Foreign Minister Mara Loss arrived.", "Veldener Foreign Minister")]
    [InlineData("Who is Mara Loss?", "Mara Loss, a doctoral student, saw it first.", "a doctoral student")]
    [InlineData("Who is Piet Horn?", "Half of it is lost, said Piet Horn, who heads the water office.", "heads the water office")]
    [InlineData("Who is Mara Loss?", "The hydrologist Mara Loss spoke.", "the hydrologist")]
    [InlineData("What is the VWO?", "The Velden Water Office (VWO) opened on Monday.", "Velden Water Office")]
    [InlineData("What is reed fever?", "Reed fever is an infection spread by flies.", "an infection spread by flies")]
    [InlineData("What is the Isolde?", "The ferry, the Isolde, sank.", "the ferry")]
    public void What_somebody_is_stands_beside_the_name(string asked, string sentence, string description) => Assert.Equal([description], Read(asked, sentence));

    [Theory]
    [InlineData("Who is Mara Loss?", "Mara Loss, the water office said, saw it first.")]
    [InlineData("Who is Mara Loss?", "On Monday, Mara Loss spoke.")]
    [InlineData("What is reed fever?", "The vaccine against reed fever, the health office said, works.")]
    public void What_stands_by_chance_beside_a_name_does_not_describe_it(string asked, string sentence) => Assert.Empty(Read(asked, sentence));

    [Theory]
    [InlineData("What is the name of the vaccine?", "The vaccine, called Palvin, works.", "Palvin")]
    [InlineData("What is the name of the ferry?", "The ferry Isolde sank.", "Isolde")]
    public void The_name_of_a_thing_stands_beside_its_noun(string asked, string sentence, string name) => Assert.Equal([name], Read(asked, sentence));
}
