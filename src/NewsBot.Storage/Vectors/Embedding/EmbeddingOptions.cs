namespace NewsBot.Storage.Vectors.Embedding;

/// <summary>Which model embeds, and how it is called.</summary>
public sealed record EmbeddingOptions
{
    /// <value>Name of the model, as its endpoint knows it.</value>
    public required string Model { get; init; }

    /// <value>Put before every passage, for models that are trained with one ("passage: ").</value>
    public string PassagePrefix { get; init; } = "";

    /// <value>Put before every question ("query: ").</value>
    public string QueryPrefix { get; init; } = "";

    /// <value>Passages in one request, 1 to 2,048.</value>
    public int BatchSize { get; init; } = 32;

    /// <value>Requests with passages at once, 1 to 16.</value>
    public int Concurrency { get; init; } = 2;

    /// <value>How long an answer waits for the vector of its question.</value>
    public TimeSpan QueryDeadline { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <value>How long a request with passages may take.</value>
    public TimeSpan BatchDeadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <value>The first pause before a request is sent again; each further one is about twice as long, up to <see cref="LongestPause"/>.</value>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <value>How often it is looked whether there are passages without a vector.</value>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(1);
}
