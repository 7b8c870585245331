using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.EndToEnd.Tests.Golden;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeEmbeddings;
using Xunit.Abstractions;

namespace NewsBot.EndToEnd.Tests.Embeddings;

/// <summary>What is near in meaning and does not answer must not become an answer.</summary>
public sealed class GoldenQuestionsByMeaningTests(SeededBot bot, ITestOutputHelper output) : IClassFixture<SeededBot>
{
    /// <summary>The vectors of these tests know little of meaning, so one answer more or less is chance.</summary>
    private const int MostLost = 1;

    private static readonly JsonSerializerOptions JsonLines =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    [Fact]
    public async Task A_search_by_meaning_too_gives_no_more_wrong_answers_than_words_alone_and_keeps_the_right_ones()
    {
        await using var server = await EmbeddingServer.StartAsync();
        using var folder = new TemporaryFolder();
        bot.CopyData(folder.Path);
        var embedding = new EmbeddingBot(folder.Path, server);
        await embedding.ServeUntilEmbeddedAsync(SeededBot.Seeds);
        var questions = GoldenQuestion.All.Where(question => question.Command is "ask" or "summary").ToList();
        var requests = questions.Select(question => JsonSerializer.Serialize(new { question.Id, question.Command, question.Text, question.Now }, JsonLines)).ToList();
        var sent = server.Requests.Count;

        var words = await SeededBot.BatchAsync(folder.Path, requests);
        Assert.Equal(sent, server.Requests.Count);
        var both = await SeededBot.BatchAsync(folder.Path, requests, embedding.Settings);
        Assert.True(server.Requests.Count > sent + (questions.Count / 2));

        var fileOf = (await ShippedArticles.ReadAsync())
            .SelectMany(file => file, (file, article) => (Id: article.Id.Value, File: file.Key))
            .ToDictionary(pair => pair.Id, pair => pair.File);
        var verdicts = questions.Select((question, i) => (
            Question: question,
            Before: GoldenScore.Judge(question, words[i], fileOf),
            After: GoldenScore.Judge(question, both[i], fileOf))).ToList();
        foreach (var (question, before, after) in verdicts.Where(verdict => verdict.Before != verdict.After))
            output.WriteLine($"{before} -> {after}: {question}");
        Assert.True(verdicts.Count(verdict => IsWrong(verdict.After)) <= verdicts.Count(verdict => IsWrong(verdict.Before)));
        Assert.InRange(verdicts.Count(verdict => verdict.Before == GoldenVerdict.Right && verdict.After != GoldenVerdict.Right), 0, MostLost);
    }

    private static bool IsWrong(GoldenVerdict verdict) => verdict is GoldenVerdict.Wrong or GoldenVerdict.WronglyAnswered;
}
