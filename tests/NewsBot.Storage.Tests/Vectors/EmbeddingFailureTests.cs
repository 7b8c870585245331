using NewsBot.Core.Articles;
using NewsBot.FakeEmbeddings;
using NewsBot.Storage.Tests.Support;
using NewsBot.Storage.Vectors;

namespace NewsBot.Storage.Tests.Vectors;

public sealed class EmbeddingFailureTests : IDisposable
{
    private static readonly AnalyzedArticle[] Articles =
        [.. Enumerable.Range(1, 30).Select(n => TestArticles.Article($"a{n:00}", $"Report number{n} of the harbour office is out.", $"Report {n}"))];

    private readonly TestFolder _folder = new();
    private readonly ScriptedEmbeddings _models = new(dimension: 64);

    public void Dispose() => _folder.Dispose();

    private int Sent => _models.Requests.SelectMany(request => request.Texts).Count(text => text != VectorStamp.ProbeText);

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_request_that_failed_is_sent_again(int status)
    {
        _models.Script = request => request.Number % 3 == 0 ? new Fault { Status = status } : Fault.None;
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        await corpus.Corpus.PutAsync(Articles);

        Assert.Equal(RoundOutcome.Complete, await corpus.RoundAsync());
        var state = await corpus.StateAsync();
        Assert.Equal(30, state.Passages);
        Assert.Equal($"HTTP {status}", state.LastFailure);
        Assert.NotNull(state.FailedAt);
    }

    [Fact]
    public async Task The_pause_that_the_endpoint_asks_for_is_kept()
    {
        _models.Script = request => request.Number == 2 ? new Fault { Status = 429, RetryAfter = "0.01" } : Fault.None;
        using var corpus = await VectorCorpus.OpenAsync(
            _folder, _models, with: options => options with { FirstPause = TimeSpan.FromHours(1), LongestPause = TimeSpan.FromHours(2) });
        await corpus.Corpus.PutAsync(Articles);

        Assert.Equal(RoundOutcome.Complete, await corpus.RoundAsync()); // Its own pause would be an hour.
    }

    [Fact]
    public async Task A_request_without_an_answer_is_given_up_and_sent_again()
    {
        _models.Script = request => request.Number == 3 ? new Fault { Hangs = true } : Fault.None;
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models, with: options => options with { BatchDeadline = TimeSpan.FromMilliseconds(200) });
        await corpus.Corpus.PutAsync(Articles);

        Assert.Equal(RoundOutcome.Complete, await corpus.RoundAsync());
        Assert.Equal("no answer within 0.2 s", (await corpus.StateAsync()).LastFailure);
    }

    [Fact]
    public async Task A_refused_key_ends_the_round_and_is_not_tried_again_at_once()
    {
        _models.Script = _ => new Fault { Status = 401 };
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        await corpus.Corpus.PutAsync(Articles);

        Assert.Equal(RoundOutcome.Refused, await corpus.RoundAsync());
        Assert.Single(_models.Requests);
        Assert.Equal("HTTP 401", (await corpus.StateAsync()).LastFailure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_passage_that_the_model_does_not_take_holds_up_no_other(bool asNotANumber)
    {
        _models.Script = request => asNotANumber
            ? new Fault { NotANumber = text => text.Contains("number13", StringComparison.Ordinal) }
            : request.Texts.Any(text => text.Contains("number13", StringComparison.Ordinal)) ? new Fault { Status = 400 } : Fault.None;
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        await corpus.Corpus.PutAsync(Articles);

        Assert.Equal(RoundOutcome.Complete, await corpus.RoundAsync());
        Assert.Equal(29, (await corpus.StateAsync()).Passages);
        Assert.DoesNotContain("a13", await corpus.FindAsync("number13", count: 30));
        Assert.Equal(["a13"], corpus.Corpus.Find("number13"));

        var sent = Sent;
        Assert.Equal(RoundOutcome.Complete, await corpus.RoundAsync());
        Assert.Equal(sent, Sent);
    }

    [Fact]
    public async Task An_answer_with_too_few_vectors_is_not_taken()
    {
        _models.Script = request => new Fault { LeftOut = request.Texts.Count > 1 ? 1 : 0 };
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        await corpus.Corpus.PutAsync(Articles);

        Assert.Equal(RoundOutcome.Complete, await corpus.RoundAsync());
        Assert.Equal(30, (await corpus.StateAsync()).Passages);
        foreach (var n in (int[])[1, 15, 30])
            Assert.Equal($"a{n:00}", (await corpus.FindAsync($"Report {n}\nReport number{n} of the harbour office is out."))[0]);
    }

    [Fact]
    public async Task Vectors_of_another_length_are_not_mixed_in()
    {
        _models.Script = request => request.Number > 3 ? new Fault { Dimension = 32 } : Fault.None;
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models, with: options => options with { Concurrency = 1 });
        await corpus.Corpus.PutAsync(Articles);

        Assert.Equal(RoundOutcome.Unfinished, await corpus.RoundAsync());
        Assert.Equal("vectors of 32 numbers in place of 64", (await corpus.StateAsync()).LastFailure);
        Assert.Empty(await corpus.FindAsync("Report number1")); // The model of the question is not that of the vectors.

        Assert.Equal(RoundOutcome.Complete, await corpus.RoundAsync());
        var state = await corpus.StateAsync();
        Assert.Equal((30, 32), (state.Passages, state.Dimension));
        Assert.Equal("a07", (await corpus.FindAsync("Report 7\nReport number7 of the harbour office is out."))[0]);
    }

    [Fact]
    public async Task A_question_does_not_wait_longer_than_its_deadline_and_after_some_failures_not_at_all()
    {
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models, with: options => options with { QueryDeadline = TimeSpan.FromMilliseconds(100), LongestPause = TimeSpan.FromHours(1) });
        await corpus.Corpus.PutAsync(Articles);
        await corpus.RoundAsync();
        _models.Script = _ => new Fault { Hangs = true };
        var before = _models.Requests.Count;

        for (var question = 0; question < 10; question++)
            Assert.Empty(await corpus.FindAsync("Report number1"));
        Assert.InRange(_models.Requests.Count - before, 3, 5);
        Assert.Equal("no answer within 0.1 s", (await corpus.StateAsync()).LastFailure);
        Assert.NotEmpty(corpus.Corpus.Find("number1"));
    }

    [Fact]
    public async Task Vectors_are_kept_up_with_reloads_until_it_is_stopped()
    {
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        using var stop = new CancellationTokenSource();
        var keeping = corpus.Vectors.KeepUpAsync(stop.Token);
        await corpus.Corpus.PutAsync(Articles[..10]);
        await UntilAsync(corpus, 10);
        _models.Script = request => request.Number % 2 == 0 ? new Fault { Status = 503 } : Fault.None;
        await corpus.Corpus.PutAsync(Articles[10..]);
        await UntilAsync(corpus, 30);
        await corpus.Corpus.RemoveAsync("a01");
        await UntilAsync(corpus, 29);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keeping);
    }

    [Fact]
    public async Task A_reload_does_not_wait_for_an_endpoint_that_hangs()
    {
        _models.Script = _ => new Fault { Hangs = true };
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        using var stop = new CancellationTokenSource();
        var keeping = corpus.Vectors.KeepUpAsync(stop.Token);

        Assert.Equal(1, await corpus.Corpus.PutAsync(Articles));
        Assert.Equal(["a05"], corpus.Corpus.Find("number5"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keeping);
    }

    private static async Task UntilAsync(VectorCorpus corpus, int passages)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await corpus.StateAsync()).Passages != passages)
            await Task.Delay(5, limit.Token);
    }
}
