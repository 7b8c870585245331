using System.Globalization;
using Microsoft.Extensions.AI;

namespace NewsBot.FakeEmbeddings;

/// <summary>The same without a network: clients of models in this process, with what goes wrong for each request.</summary>
public sealed class ScriptedEmbeddings(int dimension)
{
    private readonly Lock _lock = new();
    private readonly List<EmbeddingRequest> _requests = [];

    public Func<EmbeddingRequest, Fault> Script { get; set; } = _ => Fault.None;

    public IReadOnlyList<EmbeddingRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    public IEmbeddingGenerator<string, Embedding<float>> Open(string model) => new Generator(this, model);

    private async Task<GeneratedEmbeddings<Embedding<float>>> AnswerAsync(string model, IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        EmbeddingRequest request;
        lock (_lock)
            _requests.Add(request = new EmbeddingRequest(_requests.Count + 1, model, [.. texts]));
        var fault = Script(request);
        await Task.Delay(fault.Hangs ? Timeout.InfiniteTimeSpan : fault.Delay, cancellationToken).ConfigureAwait(false);
        if (fault.Status != 200)
        {
            var refusal = new HttpRequestException("refused", null, (System.Net.HttpStatusCode)fault.Status);
            if (fault.RetryAfter is { } seconds)
                refusal.Data["Retry-After"] = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
            throw refusal;
        }

        if (fault.Body is not null)
            throw new FormatException("no answer");
        return [.. fault.Answer(request, dimension).Select(vector => new Embedding<float>(vector))];
    }

    private sealed class Generator(ScriptedEmbeddings owner, string model) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            owner.AnswerAsync(model, values, cancellationToken);

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
