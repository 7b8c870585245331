using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Articles;
using NewsBot.FakeEmbeddings;
using NewsBot.Storage.Tests.Support;
using NewsBot.Storage.Vectors;

namespace NewsBot.Storage.Tests.Vectors;

/// <summary>What is kept between runs, and what happens when the model changes.</summary>
public sealed class VectorModelTests : IDisposable
{
    private static readonly AnalyzedArticle[] Articles =
    [
        TestArticles.Article("doctor", "The doctor of the island resigned.", "Island"),
        TestArticles.Article("fire", "A blaze gutted the old brewery.", "Brewery"),
        .. Enumerable.Range(1, 18).Select(n => TestArticles.Article($"a{n:00}", $"Report number{n} of the harbour office is out.", $"Report {n}")),
    ];

    private readonly TestFolder _folder = new();
    private readonly ScriptedEmbeddings _models = new(dimension: 64);

    public void Dispose() => _folder.Dispose();

    private IEnumerable<string> Sent => _models.Requests.SelectMany(request => request.Texts).Where(text => text != VectorStamp.ProbeText);

    [Fact]
    public async Task A_restart_keeps_the_vectors_and_sends_no_text_again()
    {
        using (var corpus = await VectorCorpus.OpenAsync(_folder, _models))
        {
            await corpus.Corpus.PutAsync(Articles);
            await corpus.RoundAsync();
        }

        Assert.Equal(20, Sent.Count());
        using var again = await VectorCorpus.OpenAsync(_folder, _models);
        Assert.Equal(RoundOutcome.Complete, await again.RoundAsync());
        Assert.Equal(20, Sent.Count());
        Assert.Equal(20, (await again.StateAsync()).Passages);
        Assert.Equal("doctor", (await again.FindAsync("physician quits"))[0]);
    }

    [Fact]
    public async Task Of_an_edited_article_only_the_passages_that_changed_are_sent()
    {
        var paragraphs = Enumerable.Range(1, 4).Select(n => string.Join(' ', Enumerable.Repeat($"This is sentence word{n} of a long paragraph about harbours and ships.", 12))).ToArray();
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        await corpus.Corpus.PutAsync(TestArticles.Article("long", string.Join("\n\n", paragraphs)));
        await corpus.RoundAsync();
        var first = Sent.Count();
        Assert.Equal(4, first);

        paragraphs[2] = paragraphs[2].Replace("ships", "lighthouses", StringComparison.Ordinal);
        await corpus.Corpus.PutAsync(TestArticles.Article("long", string.Join("\n\n", paragraphs)));
        await corpus.RoundAsync();
        Assert.Contains("lighthouses", Assert.Single(Sent.Skip(first)), StringComparison.Ordinal);
        Assert.Equal(4, (await corpus.StateAsync()).Passages);
    }

    [Fact]
    public async Task After_a_change_of_model_the_old_vectors_serve_until_the_new_ones_are_complete()
    {
        using (var corpus = await VectorCorpus.OpenAsync(_folder, _models))
        {
            await corpus.Corpus.PutAsync(Articles);
            await corpus.RoundAsync();
        }

        using var changed = await VectorCorpus.OpenAsync(_folder, _models, "beta", options => options with { Concurrency = 1 });
        var refusing = true;
        _models.Script = request => refusing && request.Model == "beta" && request.Texts.Count > 1 && request.Number > 9 ? new Fault { Status = 403 } : Fault.None;
        Assert.Equal(RoundOutcome.Refused, await changed.RoundAsync());
        var state = await changed.StateAsync();
        Assert.Equal(("beta", "alpha"), (state.Model, state.Serving));
        Assert.InRange(state.Passages, 1, 19);
        Assert.Equal("doctor", (await changed.FindAsync("physician quits"))[0]);
        Assert.Equal("alpha", _models.Requests[^1].Model);

        refusing = false;
        Assert.Equal(RoundOutcome.Complete, await changed.RoundAsync());
        Assert.Null((await changed.StateAsync()).Serving);
        Assert.Equal("doctor", (await changed.FindAsync("physician quits"))[0]);
        Assert.Equal("beta", _models.Requests[^1].Model);
        Assert.Single(Directory.GetDirectories(Path.Combine(_folder.Path, "vectors")));
    }

    [Fact]
    public async Task Another_model_behind_the_same_name_is_noticed_and_never_compared_with_the_old_vectors()
    {
        using (var corpus = await VectorCorpus.OpenAsync(_folder, _models))
        {
            await corpus.Corpus.PutAsync(Articles);
            await corpus.RoundAsync();
        }

        _models.Script = _ => new Fault { Model = "another" };
        using var changed = await VectorCorpus.OpenAsync(_folder, _models);
        Assert.Empty(await changed.FindAsync("physician quits"));
        Assert.Equal(RoundOutcome.Complete, await changed.RoundAsync());
        Assert.Equal(40, Sent.Count(text => text.Contains('\n', StringComparison.Ordinal))); // Without the question.
        Assert.Equal("doctor", (await changed.FindAsync("physician quits"))[0]);
    }

    [Fact]
    public async Task A_model_that_changes_while_the_bot_serves_is_noticed_by_the_next_question_and_its_vectors_are_made_anew()
    {
        var time = new FakeTimeProvider();
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models, time: time);
        await corpus.Corpus.PutAsync(Articles);
        await corpus.RoundAsync();
        using var stop = new CancellationTokenSource();
        var keeping = corpus.Vectors.KeepUpAsync(stop.Token);
        _models.Script = _ => new Fault { Model = "another" };
        time.Advance(TimeSpan.FromMinutes(11));

        Assert.Empty(await corpus.FindAsync("physician quits"));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (Sent.Count() < 41 || (await corpus.StateAsync()).Passages < 20)
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Delay(5, limit.Token);
        }

        Assert.Equal("doctor", (await corpus.FindAsync("physician quits"))[0]);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keeping);
    }

    [Fact]
    public async Task The_folder_of_the_vectors_can_be_deleted_and_is_made_again()
    {
        using (var corpus = await VectorCorpus.OpenAsync(_folder, _models))
        {
            await corpus.Corpus.PutAsync(Articles);
            await corpus.RoundAsync();
        }

        Directory.Delete(Path.Combine(_folder.Path, "vectors"), recursive: true);
        using var again = await VectorCorpus.OpenAsync(_folder, _models);
        Assert.Empty(await again.FindAsync("physician quits"));
        await again.RoundAsync();
        Assert.Equal("doctor", (await again.FindAsync("physician quits"))[0]);
    }

    [Theory]
    [InlineData("vectors.db")]
    [InlineData("floats")]
    public async Task Damaged_files_cost_their_vectors_and_nothing_else(string name)
    {
        using (var corpus = await VectorCorpus.OpenAsync(_folder, _models))
        {
            await corpus.Corpus.PutAsync(Articles);
            await corpus.RoundAsync();
        }

        var file = Directory.GetFiles(Path.Combine(_folder.Path, "vectors"), name, SearchOption.AllDirectories).Single();
        File.WriteAllBytes(file, [1, 2, 3]);
        using var again = await VectorCorpus.OpenAsync(_folder, _models);
        Assert.Equal(["doctor"], again.Corpus.Find("doctor"));
        Assert.Equal(RoundOutcome.Complete, await again.RoundAsync());
        Assert.Equal("doctor", (await again.FindAsync("physician quits"))[0]);
    }

    [Fact]
    public async Task Vectors_of_articles_that_are_gone_make_room_for_others()
    {
        using var corpus = await VectorCorpus.OpenAsync(_folder, _models);
        for (var round = 0; round < 6; round++)
        {
            await corpus.Corpus.UpdateAsync(
                Enumerable.Range(0, 10).Select(n => TestArticles.Article($"r{round}-{n}", $"Report word{round}x{n} is out.", $"Report {n}")),
                Enumerable.Range(0, 10).Select(n => $"r{round - 1}-{n}"));
            await corpus.RoundAsync();
        }

        Assert.Equal(10, (await corpus.StateAsync()).Passages);
        Assert.InRange(new FileInfo(Directory.GetFiles(_folder.Path, "floats", SearchOption.AllDirectories).Single()).Length, 1, 30 * 64 * sizeof(float));
        Assert.Equal("r5-3", (await corpus.FindAsync("Report 3\nReport word5x3 is out."))[0]);
    }
}
