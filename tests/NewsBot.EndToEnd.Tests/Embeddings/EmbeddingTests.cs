using System.Text.Json;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeEmbeddings;

namespace NewsBot.EndToEnd.Tests.Embeddings;

/// <summary>The program with embeddings configured by environment variables, over an endpoint on loopback.</summary>
public sealed class EmbeddingTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private EmbeddingServer _server = null!;

    private string Data => Path.Combine(_folder.Path, "data");

    private int Sent => _server.Requests.SelectMany(request => request.Texts).Count(text => text.Contains('\n', StringComparison.Ordinal));

    public async Task InitializeAsync() => _server = await EmbeddingServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_question_in_other_words_than_the_article_finds_it_and_is_answered_no_more_than_before()
    {
        var bot = new EmbeddingBot(Data, _server);
        await bot.ServeUntilEmbeddedAsync(Articles());

        var without = await BotProcess.RunAsync(["ask", "What was devastated by the inferno?", "--data", Data]);
        var with = await bot.AskAsync("What was devastated by the inferno?");

        Assert.Equal((2, 2), (without.ExitCode, with.ExitCode));
        Assert.DoesNotContain("Brewery gutted", without.Output, StringComparison.Ordinal);
        Assert.Contains("- 14 May 2024  Coast Agency, Brewery gutted", with.Output, StringComparison.Ordinal);
        Assert.All(_server.Requests, request => Assert.Equal("Bearer secret-key", request.Authorization));
    }

    [Fact]
    public async Task A_passage_that_is_near_in_meaning_and_does_not_answer_is_no_answer()
    {
        var bot = new EmbeddingBot(Data, _server);
        await bot.ServeUntilEmbeddedAsync(Articles());
        string[] questions =
        [
            "Why did the physician of Vellmar quit?", "Who is the medic of Lake Moss?", "When did the inferno devastate the academy?",
            "How many vessels were destroyed by the blaze?", "What salary do the dockers of Ostrey want?", "How long did the barley strike last?",
        ];

        var answers = await SeededBot.BatchAsync(Data, questions.Select(text => new { command = "ask", text }), bot.Settings);

        Assert.Equal(questions.Length, _server.Requests.Count(request => request.Texts[0].EndsWith('?')));
        Assert.All(answers, answer => Assert.Equal("declined", answer.GetProperty("status").GetString()));
    }

    [Theory]
    [InlineData("openai", "v1", false)]
    [InlineData("compatible", "v1", true)]
    [InlineData("ollama", "", false)]
    public async Task Every_provider_gives_vectors(string provider, string path, bool asText)
    {
        await using var server = await EmbeddingServer.StartAsync(dimension: 64, asText);
        var bot = new EmbeddingBot(Data, server);
        bot.Settings[0] = ("NewsBot__Embeddings__Endpoint", new Uri(server.Address, path).ToString());
        bot.Settings.Add(("NewsBot__Embeddings__Provider", provider));
        await bot.ServeUntilEmbeddedAsync(Articles());

        var status = await BotProcess.RunAsync(["status", "--data", Data], environment: bot.Settings);
        Assert.Contains("vectors     alpha, 64 dimensions, 4 of 4 passages; no failure", status.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", status.Output + status.Error, StringComparison.Ordinal);
        Assert.Contains("Brewery gutted", (await bot.AskAsync("What was devastated by the inferno?")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_is_gone_or_silent_leaves_the_answers_of_the_words()
    {
        var bot = new EmbeddingBot(Data, _server);
        await bot.ServeUntilEmbeddedAsync(Articles());
        _server.Script = _ => new Fault { Hangs = true };
        bot.Settings[3] = ("NewsBot__Embeddings__QueryMilliseconds", "300");
        var silent = await bot.AskAsync("How many dockers joined the strike?");
        bot.Settings[3] = ("NewsBot__Embeddings__QueryMilliseconds", "10000"); // A process that has just started may need long for its first request.
        _server.Script = _ => new Fault { Status = 500 };
        var broken = await bot.AskAsync("How many dockers joined the strike?");
        bot.Settings[0] = ("NewsBot__Embeddings__Endpoint", "http://127.0.0.1:1/v1");
        var gone = await bot.AskAsync("How many dockers joined the strike?");

        Assert.All([silent, broken, gone], run =>
        {
            Assert.Equal(0, run.ExitCode);
            Assert.StartsWith("620 dockers [1]", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("secret-key", run.Output + run.Error, StringComparison.Ordinal);
        });
        Assert.Contains("no answer within 0.3 s", silent.Error, StringComparison.Ordinal);
        Assert.Contains("HTTP 500", broken.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be reached", gone.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_is_killed_goes_on_where_it_stopped()
    {
        var file = _folder.File("many.jsonl", string.Concat(Enumerable.Range(1, 40).Select(n => Line($"Report {n}", $"Report number{n} of the harbour office is out."))));
        _server.Script = _ => new Fault { Delay = TimeSpan.FromMilliseconds(30) };
        var bot = new EmbeddingBot(Data, _server);
        bot.Settings.AddRange([("NewsBot__Embeddings__BatchSize", "2"), ("NewsBot__Embeddings__Concurrency", "1")]);
        for (var round = 1; round <= 3; round++)
        {
            var before = Sent;
            using var process = bot.Serve(file);
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (Sent < before + 8)
                await Task.Delay(5, limit.Token);
            process.Kill();
            await process.WaitForExitAsync(limit.Token);
        }

        _server.Script = _ => Fault.None;
        await bot.ServeUntilEmbeddedAsync(file);
        Assert.InRange(Sent, 40, 40 + (3 * 2)); // No more than the request that was under way is lost with each kill.
        var answer = await bot.AskAsync("number17");
        Assert.Contains("number17", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_configuration_no_vectors_are_made_or_spoken_of()
    {
        var run = await BotProcess.RunAsync(["status", "--data", Data, "--sources", Articles()]);

        Assert.DoesNotContain("vectors", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Data, "vectors")));
    }

    [Theory]
    [InlineData("Model", "", "NewsBot:Embeddings:Model is empty")]
    [InlineData("Endpoint", "ftp://example.org", "NewsBot:Embeddings:Endpoint is not an http or https address")]
    [InlineData("BatchSize", "0", "NewsBot:Embeddings:BatchSize is 0; it must be from 1 to 2048.")]
    [InlineData("BatchSize", "many", "a value in the section NewsBot:Embeddings is not of its type")]
    [InlineData("Provider", "Elsewhere", "a value in the section NewsBot:Embeddings is not of its type")]
    public async Task What_is_wrong_with_the_settings_is_said_in_one_line(string name, string value, string expected)
    {
        var bot = new EmbeddingBot(Data, _server);
        bot.Settings.Add(($"NewsBot__Embeddings__{name}", value));
        var run = await bot.AskAsync("anything");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static string Line(string title, string text) =>
        JsonSerializer.Serialize(new { title, published = "2024-05-14", source = "Coast Agency", text, url = $"https://wire.example/{Uri.EscapeDataString(title)}" }) + "\n";

    private string Articles() => _folder.File("articles.jsonl", string.Concat(
        Line("Island loses its healer", "The doctor of the island resigned on Monday after a quarrel about the ferry."),
        Line("Dockers in Vellmar strike", "Dockers in the port of Vellmar went on strike on Tuesday. The union said that 620 dockers had joined the strike."),
        Line("Brewery gutted", "A blaze gutted the old brewery of Ostrey in the night."),
        Line("Barley is in", "Farmers around Lake Moss brought in the barley in five days.")));
}
