using Microsoft.Extensions.Logging;
using NewsBot.Storage.Vectors.Embedding;

namespace NewsBot.Storage.Vectors;

/// <summary>How a round over the articles ended.</summary>
internal enum RoundOutcome
{
    /// <summary>Every passage of the revision has a vector, or the model does not take it.</summary>
    Complete,

    /// <summary>There is more to do, and it may go now: the revision or the model changed meanwhile.</summary>
    Unfinished,

    /// <summary>The endpoint does not give vectors, and trying again at once would not help.</summary>
    Refused,
}

/// <summary>
/// Gives the passages of one revision the vectors that they lack. What lacks one follows from the store, so a round that
/// was interrupted in any way is gone on with by the next. Texts that have a vector are never sent again.
/// </summary>
/// <param name="articles">The store as this round sees it.</param>
/// <param name="target">Takes the vectors; its model has been proved.</param>
/// <param name="client">The model.</param>
/// <param name="options">Sizes of requests.</param>
/// <param name="refused">Texts that the model did not take in this process; more are added.</param>
/// <param name="logger">Told what was refused.</param>
internal sealed class EmbeddingRound(
    IRoundArticles articles, VectorSet target, EmbeddingClient client, EmbeddingOptions options, RefusedTexts refused, ILogger logger)
{
    private volatile EmbeddingFailure? _failure;

    public async Task<RoundOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var lacking = (await articles.ListAsync(cancellationToken).ConfigureAwait(false)).Where(article => target.RowsOf(article.Key) is null);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Chunks(lacking), parallel, async (chunk, token) =>
        {
            if (_failure is null && articles.AreCurrent)
                await EmbedAsync(chunk, token).ConfigureAwait(false);
        }).ConfigureAwait(false);

        return _failure switch
        {
            null => articles.AreCurrent ? RoundOutcome.Complete : RoundOutcome.Unfinished,
            { Kind: EmbeddingFailureKind.OtherDimension } => RoundOutcome.Unfinished, // Another model stands behind the name: the next round finds out.
            _ => RoundOutcome.Refused,
        };
    }

    /// <summary>Articles that fill a request together.</summary>
    private IEnumerable<List<ArticlePassages>> Chunks(IEnumerable<ArticlePassages> lacking)
    {
        var chunk = new List<ArticlePassages>();
        var passages = 0;
        foreach (var article in lacking)
        {
            chunk.Add(article);
            passages += article.Passages;
            if (passages < options.BatchSize)
                continue;
            yield return chunk;
            chunk = [];
            passages = 0;
        }

        if (chunk.Count > 0)
            yield return chunk;
    }

    private async Task EmbedAsync(List<ArticlePassages> chunk, CancellationToken cancellationToken)
    {
        var texts = await articles.TextsAsync(chunk, cancellationToken).ConfigureAwait(false);
        var lacking = texts.SelectMany(article => article.Passages).DistinctBy(passage => passage.Content)
            .Where(passage => !target.Has(passage.Content) && !refused.Has(passage.Content));
        foreach (var batch in lacking.Chunk(options.BatchSize))
            if (!await EmbedBatchAsync(batch, cancellationToken).ConfigureAwait(false))
                return;
        foreach (var (article, passages) in texts)
            target.Place(article, [.. passages.Select(passage => passage.Content)]);
    }

    /// <summary>Where the model does not take a batch, its halves are tried, so that one text does not hold up the others.</summary>
    private async Task<bool> EmbedBatchAsync(ReadOnlyMemory<PassageToEmbed> batch, CancellationToken cancellationToken)
    {
        string[] texts = [.. batch.ToArray().Select(passage => options.PassagePrefix + passage.Text)];
        var result = await client.EmbedPassagesAsync(texts, target.Stamp.Dimension, cancellationToken).ConfigureAwait(false);
        if (result.Vectors is { } vectors)
        {
            target.Add(batch.ToArray().Zip(vectors, (passage, vector) => (passage.Content, vector)));
            return true;
        }

        if (result.Failure!.Kind is EmbeddingFailureKind.Refused or EmbeddingFailureKind.OtherDimension)
        {
            _failure = result.Failure;
            return false;
        }

        if (batch.Length > 1)
        {
            return await EmbedBatchAsync(batch[..(batch.Length / 2)], cancellationToken).ConfigureAwait(false)
                && await EmbedBatchAsync(batch[(batch.Length / 2)..], cancellationToken).ConfigureAwait(false);
        }

        logger.LogWarning("The embedding endpoint does not take a passage ({Reason}); it is found by its words alone", result.Failure.Text);
        refused.Add(batch.Span[0].Content);
        return true;
    }
}

/// <summary>What a round needs of the store.</summary>
internal interface IRoundArticles
{
    /// <summary>Whether the revision is still the one that serves.</summary>
    bool AreCurrent { get; }

    Task<IReadOnlyList<ArticlePassages>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Texts of the passages of some articles, as far as the store still has them.</summary>
    Task<IReadOnlyList<(UInt128 Article, IReadOnlyList<PassageToEmbed> Passages)>> TextsAsync(IReadOnlyList<ArticlePassages> some, CancellationToken cancellationToken);
}

internal readonly record struct PassageToEmbed(UInt128 Content, string Text);

/// <summary>Texts that the model did not take, up to a number beyond which they are asked about again.</summary>
internal sealed class RefusedTexts
{
    private const int Most = 10_000;
    private readonly Lock _lock = new();
    private readonly HashSet<UInt128> _texts = [];

    public bool Has(UInt128 content)
    {
        lock (_lock)
            return _texts.Contains(content);
    }

    public void Add(UInt128 content)
    {
        lock (_lock)
        {
            if (_texts.Count >= Most)
                _texts.Clear();
            _texts.Add(content);
        }
    }
}
