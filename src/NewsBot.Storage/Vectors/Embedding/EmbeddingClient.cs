using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace NewsBot.Storage.Vectors.Embedding;

/// <summary>
/// One model behind an endpoint. Passages are sent again with growing pauses for as long as the endpoint may come back;
/// questions are sent once, under a short deadline. After several failures in a row each of the two leaves the endpoint
/// alone for a while.
/// </summary>
internal sealed class EmbeddingClient : IDisposable
{
    private const int LongestVector = 16_384;
    private const int MalformedRetries = 2;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly EmbeddingOptions _options;
    private readonly TimeProvider _time;
    private readonly Action<EmbeddingFailure> _failed;
    private readonly ResiliencePipeline<EmbeddingResult> _passages;
    private readonly ResiliencePipeline<EmbeddingResult> _query;

    /// <param name="generator">The endpoint's client.</param>
    /// <param name="options">Deadlines and pauses.</param>
    /// <param name="time">The clock.</param>
    /// <param name="failed">Told each failed request.</param>
    public EmbeddingClient(IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingOptions options, TimeProvider time, Action<EmbeddingFailure> failed)
    {
        _generator = generator;
        _options = options;
        _time = time;
        _failed = failed;
        _passages = new ResiliencePipelineBuilder<EmbeddingResult> { TimeProvider = time }.AddRetry(Retry()).AddCircuitBreaker(Breaker(5)).Build();
        _query = new ResiliencePipelineBuilder<EmbeddingResult> { TimeProvider = time }.AddCircuitBreaker(Breaker(3)).Build();
    }

    /// <param name="texts">With their prefix.</param>
    /// <param name="dimension">The length that vectors must have; null where it is not known yet.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The vectors, or a failure that trying again does not help against.</returns>
    public ValueTask<EmbeddingResult> EmbedPassagesAsync(IReadOnlyList<string> texts, int? dimension, CancellationToken cancellationToken) =>
        _passages.ExecuteAsync(token => CallAsync(texts, dimension, _options.BatchDeadline, token), cancellationToken);

    /// <summary>The same for a question, tried once.</summary>
    public async ValueTask<EmbeddingResult> EmbedQueryAsync(IReadOnlyList<string> texts, int dimension, CancellationToken cancellationToken)
    {
        try
        {
            return await _query.ExecuteAsync(token => CallAsync(texts, dimension, _options.QueryDeadline, token), cancellationToken).ConfigureAwait(false);
        }
        catch (BrokenCircuitException)
        {
            return EmbeddingResult.Failed(new EmbeddingFailure(EmbeddingFailureKind.Transient, "the endpoint failed several times and is left alone for a while"));
        }
    }

    public void Dispose() => _generator.Dispose();

    private async ValueTask<EmbeddingResult> CallAsync(IReadOnlyList<string> texts, int? dimension, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(deadline, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        EmbeddingResult result;
        try
        {
            var generated = await _generator.GenerateAsync(texts, null, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
            result = Check(generated, texts.Count, dimension);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            result = EmbeddingResult.Failed(EmbeddingFailures.Late(deadline));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            result = EmbeddingResult.Failed(EmbeddingFailures.Of(e)); // Each client library throws what it likes.
        }

        if (result.Failure is { } failure)
            _failed(failure);
        return result;
    }

    private static EmbeddingResult Check(GeneratedEmbeddings<Embedding<float>> generated, int texts, int? dimension)
    {
        if (generated.Count != texts)
            return Malformed($"{generated.Count} vectors for {texts} texts");
        var vectors = new List<float[]>(texts);
        foreach (var embedding in generated)
        {
            var vector = embedding.Vector.ToArray();
            dimension ??= vector.Length;
            if (vector.Length is 0 or > LongestVector)
                return Malformed($"a vector of {vector.Length} numbers");
            if (vector.Length != dimension)
                return EmbeddingResult.Failed(new EmbeddingFailure(EmbeddingFailureKind.OtherDimension, $"vectors of {vector.Length} numbers in place of {dimension}"));
            var length = TensorPrimitives.Norm<float>(vector);
            if (!float.IsFinite(length) || length < 1e-12f)
                return Malformed("a vector without a direction");
            TensorPrimitives.Divide(vector, length, vector);
            vectors.Add(vector);
        }

        return EmbeddingResult.Of(vectors);
    }

    private static EmbeddingResult Malformed(string text) => EmbeddingResult.Failed(new EmbeddingFailure(EmbeddingFailureKind.Malformed, text));

    private RetryStrategyOptions<EmbeddingResult> Retry() => new()
    {
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome switch
        {
            { Exception: BrokenCircuitException } => true,
            { Result.Failure.Kind: EmbeddingFailureKind.Transient } => true,
            { Result.Failure.Kind: EmbeddingFailureKind.Malformed } => arguments.AttemptNumber < MalformedRetries,
            _ => false,
        }),
        MaxRetryAttempts = int.MaxValue,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = _options.FirstPause,
        MaxDelay = _options.LongestPause,
        DelayGenerator = arguments => ValueTask.FromResult(
            arguments.Outcome.Result?.Failure?.RetryAfter is { } wanted && wanted < _options.LongestPause ? wanted : (TimeSpan?)null),
    };

    private CircuitBreakerStrategyOptions<EmbeddingResult> Breaker(int failures) => new()
    {
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result?.Failure is { Kind: EmbeddingFailureKind.Transient or EmbeddingFailureKind.Refused }),
        FailureRatio = 1,
        MinimumThroughput = failures,
        SamplingDuration = TimeSpan.FromMinutes(1),
        BreakDuration = Rest < _options.LongestPause ? Rest : Max(_options.LongestPause, TimeSpan.FromSeconds(0.5)),
    };

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
