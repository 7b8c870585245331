using Microsoft.Extensions.Configuration;

namespace NewsBot.Models.Embeddings;

/// <summary>What an embedding endpoint speaks.</summary>
public enum EmbeddingProvider
{
    /// <summary>"openai": api.openai.com.</summary>
    OpenAI,

    /// <summary>"compatible": any server with OpenAI's <c>/embeddings</c> (vLLM, llama.cpp, LM Studio, Ollama's /v1).</summary>
    Compatible,

    /// <summary>"ollama": Ollama in its own protocol.</summary>
    Ollama,
}

/// <summary>
/// The configuration section <c>NewsBot:Embeddings</c> (or environment variables such as <c>NewsBot__Embeddings__Model</c>).
/// With a model, articles are also found by what they mean.
/// </summary>
public sealed record EmbeddingSettings
{
    public const string Section = "NewsBot:Embeddings";

    private static readonly Uri OpenAI = new("https://api.openai.com/v1");
    private static readonly Uri LocalOllama = new("http://localhost:11434");

    /// <value>Default: compatible with an endpoint, else openai.</value>
    public EmbeddingProvider? Provider { get; init; }

    /// <value>Base address, for compatible ones with its <c>/v1</c>. OpenAI and a local Ollama need none.</value>
    public Uri? Endpoint { get; init; }

    /// <value>Name of the model ("text-embedding-3-small", "nomic-embed-text"). Without one there are no vectors.</value>
    public string Model { get; init; } = "";

    /// <value>The key, where the endpoint wants one. A secret: printing the settings does not show it.</value>
    public string ApiKey { get; init; } = "";

    /// <value>Passages in one request, 1 to 2,048. Default: 32.</value>
    public int BatchSize { get; init; } = 32;

    /// <value>Requests with passages at once, 1 to 16. Default: 2.</value>
    public int Concurrency { get; init; } = 2;

    /// <value>Put before every question, for models that want it ("query: "). Default: nothing.</value>
    public string QueryPrefix { get; init; } = "";

    /// <value>Put before every passage ("passage: "). Default: nothing.</value>
    public string PassagePrefix { get; init; } = "";

    /// <value>How long an answer waits for the vector of its question, 100 to 10,000 ms. Default: 1,500.</value>
    public int QueryMilliseconds { get; init; } = 1_500;

    /// <returns>The settings; neither where none are configured; or one line that says what is wrong.</returns>
    public static (EmbeddingSettings? Settings, string? Problem) Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (!section.GetChildren().Any(setting => !string.IsNullOrWhiteSpace(setting.Value)))
            return (null, null);
        try
        {
            var settings = section.Get<EmbeddingSettings>()!;
            return settings.Problem() is { } problem ? (null, problem) : (settings, null);
        }
        catch (InvalidOperationException)
        {
            return (null, $"Configuration: a value in the section {Section} is not of its type; Provider is openai, compatible or ollama, Endpoint an address, sizes are whole numbers.");
        }
    }

    public EmbeddingProvider ActualProvider => Provider ?? (Endpoint is null ? EmbeddingProvider.OpenAI : EmbeddingProvider.Compatible);

    public Uri ActualEndpoint => Endpoint ?? (ActualProvider == EmbeddingProvider.Ollama ? LocalOllama : OpenAI);

    public override string ToString() => $"{Model} at {ActualEndpoint}";

    private string? Problem()
    {
        if (string.IsNullOrWhiteSpace(Model))
            return $"Configuration: {Section}:Model is empty; name the embedding model.";
        if (Endpoint is null && ActualProvider == EmbeddingProvider.Compatible)
            return $"Configuration: {Section}:Endpoint is empty; give the address of the endpoint, such as http://localhost:8080/v1.";
        if (Endpoint is not null && (!Endpoint.IsAbsoluteUri || Endpoint.Scheme is not ("http" or "https") || Endpoint.UserInfo.Length > 0))
            return $"Configuration: {Section}:Endpoint is not an http or https address without a user name.";
        if (ActualProvider == EmbeddingProvider.OpenAI && string.IsNullOrWhiteSpace(ApiKey))
            return $"Configuration: {Section}:ApiKey is missing.";
        return Outside(nameof(BatchSize), BatchSize, 1, 2_048)
            ?? Outside(nameof(Concurrency), Concurrency, 1, 16)
            ?? Outside(nameof(QueryMilliseconds), QueryMilliseconds, 100, 10_000);
    }

    private static string? Outside(string name, int value, int from, int to) =>
        value < from || value > to ? $"Configuration: {Section}:{name} is {value}; it must be from {from} to {to}." : null;
}
