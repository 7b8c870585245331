using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Extractive.Parts;

namespace NewsBot.Core.Tests.Answering;

public class PartsDraftTests
{
    private static AnsweredPart Part(string words, string? brief, params string[] sentences)
    {
        var statements = sentences.Select(sentence => new DraftStatement(sentence, StatementKind.Extract, []));
        if (brief is not null)
            statements = statements.Prepend(new DraftStatement($"**{brief}**", StatementKind.Paraphrase, []));
        return new AnsweredPart(new AnswerRequestPart(words, null), new AnswerDraft { Statements = [.. statements], ShortAnswer = brief });
    }

    private static IEnumerable<string> Texts(AnswerDraft draft) => draft.Statements.Select(statement => statement.Text);

    [Fact]
    public void Every_part_gets_a_statement_before_any_gets_a_second_and_there_are_five_at_most() => Assert.Equal(
        ["One a.", "One b.", "Two a.", "Three a.", "Four a."],
        Texts(PartsDraft.Of([Part("1", null, "One a.", "One b.", "One c."), Part("2", null, "Two a.", "Two b."), Part("3", null, "Three a.", "Three b."), Part("4", null, "Four a.", "Four b.")])));

    [Fact]
    public void A_short_answer_needs_one_sentence() => Assert.Equal(
        ["**nine**: Nine came.", "Some left.", "Others stayed."],
        Texts(PartsDraft.Of([Part("1", "nine", "Nine came.", "It rained."), Part("2", null, "Some left.", "Others stayed.")])));

    [Fact]
    public void The_short_answer_of_the_whole_is_that_of_the_first_statement()
    {
        Assert.Equal("nine", PartsDraft.Of([Part("who", null), Part("how many", "nine", "Nine came.")]).ShortAnswer);
        Assert.Null(PartsDraft.Of([Part("who", null, "Some left."), Part("how many", "nine", "Nine came.")]).ShortAnswer);
    }

    [Fact]
    public void All_parts_without_an_answer_are_named_in_one_note() =>
        Assert.Equal(["Not found in the articles: who came; why."], PartsDraft.Of([Part("who came", null), Part("how many", "nine", "Nine came."), Part("why", null)]).Notes);
}
