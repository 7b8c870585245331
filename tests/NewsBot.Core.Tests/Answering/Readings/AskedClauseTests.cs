using NewsBot.Core.Answering.Candidates.Readings;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Tests.Support;

namespace NewsBot.Core.Tests.Answering.Readings;

public class AskedClauseTests
{
    private static bool? Told(string asked, string sentence)
    {
        var question = QuestionParser.Parse(asked, DateTimeOffset.UnixEpoch, ArticleFilter.All, ArchiveNames.None);
        var article = Texts.Article(sentence);
        return AskedClause.Of(question)?.Told(new ReadSentence(article, article.Analysis.Sentences[0]));
    }

    [Theory]
    [InlineData("Was Piet Horn acquitted?", "The court acquitted Piet Horn on Friday.")]
    [InlineData("Was Piet Horn acquitted?", "Piet Horn was cleared of all charges.")]
    [InlineData("Did Velden approve the treaty?", "Velden's parliament approved the treaty.")]
    [InlineData("Did Grauden ratify the treaty?", "The Grauden parliament ratified the treaty.")]
    [InlineData("Did inflation rise?", "Inflation rose to 5 percent.")]
    public void A_sentence_with_the_verb_and_its_subject_says_so(string asked, string sentence) => Assert.True(Told(asked, sentence));

    [Theory]
    [InlineData("Was Piet Horn convicted?", "The court cleared Piet Horn of all charges.")]
    [InlineData("Was Piet Horn acquitted?", "Piet Horn was convicted of fraud.")]
    [InlineData("Did inflation rise?", "Inflation fell to 5 percent.")]
    [InlineData("Did Mara Loss concede?", "Mara Loss did not concede.")]
    public void A_sentence_with_the_opposite_or_a_negation_rules_it_out(string asked, string sentence) => Assert.False(Told(asked, sentence));

    [Theory]
    [InlineData("Was Piet Horn acquitted?", "The court acquitted Runa Horn on Friday.")]
    [InlineData("Was Piet Horn acquitted?", "Piet Horn acquitted himself well in the chair.")]
    [InlineData("Was Piet Horn acquitted?", "Piet Horn may be acquitted.")]
    [InlineData("Was Piet Horn acquitted?", "Piet Horn was arrested.")]
    [InlineData("Did Velden win?", "Grauden won against Velden.")]
    [InlineData("Did Velden win?", "Velden did not lose.")]
    [InlineData("Did Velden open the bridge?", "Velden will open the bridge.")]
    [InlineData("Did inflation rise?", "The bank raised its rate as inflation was high.")]
    public void Neither_is_told_of_another_of_what_is_open_or_in_other_words(string asked, string sentence) => Assert.Null(Told(asked, sentence));
}
