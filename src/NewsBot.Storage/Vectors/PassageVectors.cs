using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Storage.Vectors.Embedding;

namespace NewsBot.Storage.Vectors;

/// <summary>
/// Dense retrieval over a corpus: makes vectors of its passages in the background and finds passages by that of a question.
/// Whatever fails leaves the search by words as it is.
/// </summary>
public sealed class PassageVectors : IDisposable
{
    /// <summary>Longer questions are cut.</summary>
    private const int LongestQuery = 2_000;

    /// <summary>While vectors come in, a view of them that is no older than this will do, as making one takes time.</summary>
    private static readonly TimeSpan ViewAge = TimeSpan.FromSeconds(1);

    /// <summary>After this it is asked again whether the model is still the same.</summary>
    private static readonly TimeSpan ProofAge = TimeSpan.FromMinutes(10);

    private readonly CorpusStore _corpus;
    private readonly EmbeddingOptions _options;
    private readonly Func<string, IEmbeddingGenerator<string, Embedding<float>>> _models;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Task<VectorSets> _sets;
    private readonly RefusedTexts _refused = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, EmbeddingClient> _clients = new(StringComparer.Ordinal);
    private (VectorView View, long Made)? _view;
    private (EmbeddingFailure Failure, DateTimeOffset At)? _lastFailure;

    /// <param name="corpus">The corpus; it ends before this does.</param>
    /// <param name="folder">The folder of the vectors; not made before there are some.</param>
    /// <param name="options">The model.</param>
    /// <param name="models">Makes the client of a model by its name.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told what fails.</param>
    internal PassageVectors(
        CorpusStore corpus, string folder, EmbeddingOptions options, Func<string, IEmbeddingGenerator<string, Embedding<float>>> models, TimeProvider time, ILogger logger)
    {
        (_corpus, _options, _models, _time, _logger) = (corpus, options, models, time, logger);
        _sets = Task.Run(() => VectorSets.Open(folder, options, logger));
    }

    /// <summary>Gives vectors to passages that lack one, now and after every reload, until it is cancelled.</summary>
    public async Task KeepUpAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var revision = _corpus.Readers.Current.Revision.Number;
            var outcome = RoundOutcome.Refused;
            try
            {
                outcome = await RunRoundAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // The disk may be full; the bot serves all the same.
                _logger.LogError(e, "Passages could not be given vectors");
                Failed(new EmbeddingFailure(EmbeddingFailureKind.Transient, "vectors could not be stored"));
            }

            await WaitAsync(revision, outcome, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        lock (_lock)
            foreach (var client in _clients.Values)
                client.Dispose();
        _sets.GetAwaiter().GetResult().Dispose();
    }

    /// <summary>The passages of a generation nearest in meaning to a text; none where that cannot be told in time.</summary>
    internal async Task<IReadOnlyList<PassageHit>> SearchAsync(Generation generation, string text, PassageQuery query, int count, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_options.QueryDeadline, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var sets = await _sets.WaitAsync(either.Token).ConfigureAwait(false);
            if (sets.Serving is not { Count: > 0 } serving)
                return [];
            var view = await ViewAsync(serving, generation, either.Token).ConfigureAwait(false);
            if (view.Passages == 0 || await EmbedAsync(serving, text, cancellationToken).ConfigureAwait(false) is not { } vector)
                return [];
            return view.Search(vector, query, count);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _logger.LogWarning("The vectors are not loaded yet; a question is searched for by its words alone");
            return [];
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            _logger.LogError(e, "The search by vectors failed; a question is searched for by its words alone");
            return [];
        }
    }

    internal async Task<VectorState> StateAsync(Generation generation, CancellationToken cancellationToken)
    {
        var sets = await _sets.WaitAsync(cancellationToken).ConfigureAwait(false);
        var (target, serving) = (sets.Target, sets.Serving);
        var view = target is null ? null : await ViewAsync(target, generation, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            return new VectorState(
                _options.Model,
                target?.Stamp.Dimension,
                view?.Passages ?? 0,
                serving == target ? null : serving?.Stamp.Model,
                _lastFailure?.Failure.Text,
                _lastFailure?.At);
        }
    }

    /// <summary>One pass over the passages of the current revision.</summary>
    internal async Task<RoundOutcome> RunRoundAsync(CancellationToken cancellationToken)
    {
        var sets = await _sets.WaitAsync(cancellationToken).ConfigureAwait(false);
        var client = Client(_options.Model);
        if (await ProveTargetAsync(sets, client, cancellationToken).ConfigureAwait(false) is not { } target)
            return RoundOutcome.Refused;
        var articles = new StoredArticles(_corpus);
        var outcome = await new EmbeddingRound(articles, target, client, _options, _refused, _logger).RunAsync(cancellationToken).ConfigureAwait(false);
        lock (_lock)
            _view = null;
        if (outcome == RoundOutcome.Unfinished)
            target.Proof = null;
        if (outcome != RoundOutcome.Complete)
            return outcome;
        sets.Swap();
        target.Keep(await articles.ReadKeptAsync(cancellationToken).ConfigureAwait(false));
        return outcome;
    }

    /// <summary>Asks the model for the probe, and finds or makes the set that it fits.</summary>
    /// <returns>Null where the model does not give one.</returns>
    private async Task<VectorSet?> ProveTargetAsync(VectorSets sets, EmbeddingClient client, CancellationToken cancellationToken)
    {
        if (sets.Target is { } proved && FreshProof(proved) is { Holds: true })
            return proved;
        var result = await client.EmbedPassagesAsync([_options.PassagePrefix + VectorStamp.ProbeText], null, cancellationToken).ConfigureAwait(false);
        if (result.Vectors is not [var probe])
            return null;
        if (sets.Target is { } known && !known.Stamp.IsProvedBy(probe))
        {
            _logger.LogWarning("Another model than before answers to {Model}; all vectors are made anew", _options.Model);
            sets.DropTarget();
        }

        var target = sets.Target ?? sets.Create(probe);
        target.Proof = new ModelProof(Holds: true, _time.GetTimestamp());
        return target;
    }

    private async Task<VectorView> ViewAsync(VectorSet set, Generation generation, CancellationToken cancellationToken)
    {
        lock (_lock)
            if (_view is var (view, made) && view.Set == set && view.Revision == generation.Revision.Number
                && (view.Version == set.Version || _time.GetElapsedTime(made) < ViewAge))
                return view;
        var fresh = new VectorView(set, generation.Revision.Number, await generation.PassagesAsync(cancellationToken).ConfigureAwait(false));
        lock (_lock)
            _view = (fresh, _time.GetTimestamp());
        return fresh;
    }

    private ModelProof? FreshProof(VectorSet set) => set.Proof is { } proof && _time.GetElapsedTime(proof.At) < ProofAge ? proof : null;

    /// <summary>The vector of a question by the model that made the set; from time to time together with the proof that it did.</summary>
    private async Task<float[]?> EmbedAsync(VectorSet set, string text, CancellationToken cancellationToken)
    {
        var proof = FreshProof(set);
        if (proof is { Holds: false })
            return null;
        var stamp = set.Stamp;
        var prefix = stamp.Model == _options.Model ? _options.QueryPrefix : stamp.QueryPrefix;
        string[] texts = [prefix + (text.Length > LongestQuery ? text[..LongestQuery] : text), stamp.PassagePrefix + VectorStamp.ProbeText];
        var result = await Client(stamp.Model).EmbedQueryAsync(proof is null ? texts : texts[..1], stamp.Dimension, cancellationToken).ConfigureAwait(false);
        if (result.Vectors is not { } vectors)
        {
            _logger.LogWarning("A question has no vector ({Reason}) and is searched for by its words alone", result.Failure!.Text);
            return null;
        }

        if (vectors.Count > 1)
            set.Proof = proof = new ModelProof(stamp.IsProvedBy(vectors[1]), _time.GetTimestamp());
        if (proof is { Holds: true })
            return vectors[0];
        _logger.LogWarning("Another model than the one that made the vectors answers to {Model}; questions are searched for by their words alone", stamp.Model);
        return null;
    }

    /// <summary>False once a question found that another model answers; vectors by that one are due then.</summary>
    private bool IsTargetSound() => _sets.GetAwaiter().GetResult().Target?.Proof is not { Holds: false };

    private EmbeddingClient Client(string model)
    {
        lock (_lock)
            return _clients.TryGetValue(model, out var known) ? known : _clients[model] = new EmbeddingClient(_models(model), _options, _time, Failed);
    }

    private void Failed(EmbeddingFailure failure)
    {
        lock (_lock)
            _lastFailure = (failure, _time.GetUtcNow());
    }

    private async Task WaitAsync(long revision, RoundOutcome outcome, CancellationToken cancellationToken)
    {
        var pause = outcome == RoundOutcome.Unfinished ? _options.FirstPause : _options.LongestPause;
        var began = _time.GetTimestamp();
        do
            await Task.Delay(_options.Look, _time, cancellationToken).ConfigureAwait(false);
        while (outcome == RoundOutcome.Complete ? _corpus.Readers.Current.Revision.Number == revision && IsTargetSound() : _time.GetElapsedTime(began) < pause);
    }
}
