using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.EndToEnd.Tests.Support;
using Xunit.Abstractions;

namespace NewsBot.EndToEnd.Tests.Golden;

/// <summary>Puts the golden questions to the program. The floors hold what was reached; they only ever rise.</summary>
public sealed class GoldenAnswersTests(SeededBot bot, ITestOutputHelper output) : IClassFixture<SeededBot>
{
    private const double RightOfAnswerable = 0.9;
    private const double DeclinedOfUnanswerable = 0.96;
    private const double RightShortAnswers = 0.9;

    private static readonly JsonSerializerOptions JsonLines =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    [Fact]
    public async Task Enough_questions_are_answered_rightly_and_enough_without_an_answer_are_declined()
    {
        var questions = GoldenQuestion.All;
        var fileOf = (await ShippedArticles.ReadAsync())
            .SelectMany(file => file, (file, article) => (Id: article.Id.Value, File: file.Key))
            .ToDictionary(pair => pair.Id, pair => pair.File);

        var replies = await bot.BatchAsync(questions.Select(question =>
            JsonSerializer.Serialize(new { question.Id, question.Command, question.Text, question.Now }, JsonLines)));

        Assert.Equal(questions.Count, replies.Count);
        var verdicts = questions.Zip(replies, (question, reply) => (Question: question, Verdict: GoldenScore.Judge(question, reply, fileOf))).ToList();
        foreach (var (question, verdict) in verdicts.Where(pair => pair.Verdict != GoldenVerdict.Right))
            output.WriteLine($"{verdict}: {question}");
        var right = Share(verdicts, answerable: true);
        var declined = Share(verdicts, answerable: false);
        output.WriteLine($"answerable answered rightly {right:P1}, unanswerable declined {declined:P1}");
        var shorts = questions.Zip(replies).Where(pair => pair.First.ShortAnswer is not null).Select(pair => (Question: pair.First, IsRight: GoldenScore.IsShortRight(pair.First, pair.Second))).ToList();
        foreach (var (question, isRight) in shorts.Where(pair => pair.IsRight != true))
            output.WriteLine($"{(isRight is null ? "no short answer" : "wrong short answer")}: {question}");
        var given = (double)shorts.Count(pair => pair.IsRight == true) / shorts.Count;
        output.WriteLine($"right short answers {given:P1}");
        Assert.True(given >= RightShortAnswers, $"only {given:P1} of the short answers that are required are given rightly");
        Assert.True(right >= RightOfAnswerable, $"only {right:P1} of the answerable questions are answered rightly");
        Assert.True(declined >= DeclinedOfUnanswerable, $"only {declined:P1} of the unanswerable questions are declined");
    }

    private static double Share(IReadOnlyCollection<(GoldenQuestion Question, GoldenVerdict Verdict)> verdicts, bool answerable)
    {
        var asked = verdicts.Where(pair => pair.Question.Answerable == answerable).ToList();
        return (double)asked.Count(pair => pair.Verdict == GoldenVerdict.Right) / asked.Count;
    }
}
