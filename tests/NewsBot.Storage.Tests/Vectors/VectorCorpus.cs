using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.FakeEmbeddings;
using NewsBot.Storage.Tests.Support;
using NewsBot.Storage.Vectors;
using NewsBot.Storage.Vectors.Embedding;

namespace NewsBot.Storage.Tests.Vectors;

/// <summary>A corpus with dense retrieval by models in this process.</summary>
internal sealed class VectorCorpus : IDisposable
{
    private VectorCorpus(CorpusStore corpus, PassageVectors vectors)
    {
        Corpus = corpus;
        Vectors = vectors;
    }

    public CorpusStore Corpus { get; }

    public PassageVectors Vectors { get; }

    public static async Task<VectorCorpus> OpenAsync(TestFolder folder, ScriptedEmbeddings models, string model = "alpha", Func<EmbeddingOptions, EmbeddingOptions>? with = null, TimeProvider? time = null)
    {
        var options = new EmbeddingOptions
        {
            Model = model,
            BatchSize = 4,
            FirstPause = TimeSpan.FromMilliseconds(1),
            LongestPause = TimeSpan.FromMilliseconds(20),
            Look = TimeSpan.FromMilliseconds(5),
            QueryDeadline = TimeSpan.FromSeconds(30), // Machines that run tests may be slow.
        };
        var corpus = await TestCorpus.OpenAsync(folder);
        return new VectorCorpus(corpus, corpus.UseEmbeddings(with?.Invoke(options) ?? options, models.Open, time ?? TimeProvider.System));
    }

    public Task<RoundOutcome> RoundAsync() => Vectors.RunRoundAsync(CancellationToken.None);

    /// <summary>Ids of the articles nearest in meaning.</summary>
    public async Task<string[]> FindAsync(string text, PassageQuery? query = null, int count = 10)
    {
        using var snapshot = Corpus.Acquire();
        return await FindAsync(snapshot, text, query, count);
    }

    public static async Task<string[]> FindAsync(ICorpusSnapshot snapshot, string text, PassageQuery? query = null, int count = 10)
    {
        var hits = await snapshot.SearchByMeaningAsync(text, query ?? new PassageQuery { Terms = [] }, count, CancellationToken.None);
        return [.. hits.Select(hit => hit.Article.Value)];
    }

    public async Task<VectorState> StateAsync()
    {
        using var snapshot = Corpus.Acquire();
        return (await snapshot.VectorsAsync(CancellationToken.None))!;
    }

    public void Dispose() => Corpus.Dispose();
}
