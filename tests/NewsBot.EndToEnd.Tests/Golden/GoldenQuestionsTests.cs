using NewsBot.Core.Articles;

namespace NewsBot.EndToEnd.Tests.Golden;

/// <summary>The golden questions themselves: what is asked of the program is worth asking, and its answers are in the articles.</summary>
public sealed class GoldenQuestionsTests
{
    private static readonly string[] Commands = ["ask", "whosaid", "said", "when", "timeline", "summary", "quote", "on"];

    private static readonly string[] AnswerTypes = ["person", "place", "date", "number", "duration", "reason", "yes/no", "definition", "list"];

    [Fact]
    public void There_are_many_and_half_of_them_have_no_answer()
    {
        Assert.True(GoldenQuestion.All.Count >= 150);
        Assert.True(GoldenQuestion.All.Count(question => !question.Answerable) * 2 >= GoldenQuestion.All.Count);
    }

    [Fact]
    public void Every_command_and_every_type_of_answer_is_asked_for()
    {
        var answerable = GoldenQuestion.All.Where(question => question.Answerable).ToList();

        Assert.Equal(Commands.Order(), GoldenQuestion.All.Select(question => question.Command).Distinct().Order());
        Assert.Empty(AnswerTypes.Except(answerable.Where(question => question.Command == "ask").Select(question => question.Type)));
    }

    [Fact]
    public void No_id_and_no_question_stands_twice()
    {
        Assert.Equal(GoldenQuestion.All.Count, GoldenQuestion.All.Select(question => question.Id).Distinct().Count());
        Assert.Equal(GoldenQuestion.All.Count, GoldenQuestion.All.Select(question => $"{question.Command} {question.Text}".ToUpperInvariant()).Distinct().Count());
    }

    [Fact]
    public void An_answerable_question_says_what_its_answer_has_and_an_unanswerable_one_does_not()
    {
        Assert.All(GoldenQuestion.All, question =>
        {
            Assert.Equal(question.Answerable, question.Contains.Count > 0);
            Assert.Equal(question.Answerable, question.Articles.Count > 0);
            Assert.True(question.Date is null || question.Command == "when" || question.Type == "date", question.ToString());
        });
    }

    [Fact]
    public async Task Every_answer_is_in_an_article_that_the_question_names()
    {
        var articles = await ShippedArticles.ReadAsync();

        Assert.All(GoldenQuestion.All.SelectMany(question => question.Contains.Concat(question.AlsoContains.SelectMany(answers => answers)), (question, answer) => (question, answer)), pair =>
            Assert.True(
                pair.question.Articles.SelectMany(file => articles[file]).Any(article => Has(article, pair.answer)),
                $"{pair.question}: \"{pair.answer}\" is in none of {string.Join(", ", pair.question.Articles)}"));
    }

    [Fact]
    public async Task Every_shipped_article_answers_a_question()
    {
        var asked = GoldenQuestion.All.SelectMany(question => question.Articles).ToHashSet();

        Assert.Equal([], (await ShippedArticles.ReadAsync()).Select(file => file.Key).Except(asked));
    }

    [Fact]
    public void No_question_gives_its_own_answer_away()
    {
        var questions = GoldenQuestion.All.Where(question => question.Command is "ask" or "when" or "whosaid");

        Assert.All(questions, question => Assert.DoesNotContain(question.Contains, answer => question.Text.Contains(answer, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool Has(Article article, string answer) =>
        article.Text.Contains(answer, StringComparison.Ordinal) || article.Title.Contains(answer, StringComparison.Ordinal);
}
