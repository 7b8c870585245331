namespace NewsBot.FakeEmbeddings;

/// <param name="Number">From 1.</param>
/// <param name="Model">The model asked for.</param>
/// <param name="Texts">What is to be embedded.</param>
/// <param name="Authorization">The header; empty without one.</param>
public sealed record EmbeddingRequest(int Number, string Model, IReadOnlyList<string> Texts, string Authorization = "");

/// <summary>What goes wrong with one request. The default: nothing.</summary>
public sealed record Fault
{
    public static readonly Fault None = new();

    /// <summary>Another status than 200.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Value of Retry-After.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>No answer at all.</summary>
    public bool Hangs { get; init; }

    /// <summary>How long the answer takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Another length of vectors.</summary>
    public int? Dimension { get; init; }

    /// <summary>Another model answers under the name.</summary>
    public string? Model { get; init; }

    /// <summary>So many vectors are left out at the end.</summary>
    public int LeftOut { get; init; }

    /// <summary>Vectors of texts for which this is true are not a number.</summary>
    public Func<string, bool> NotANumber { get; init; } = _ => false;

    /// <summary>A body that is no answer.</summary>
    public string? Body { get; init; }

    public IReadOnlyList<float[]> Answer(EmbeddingRequest request, int dimension) =>
    [
        .. request.Texts.Take(request.Texts.Count - LeftOut).Select(text =>
        {
            var vector = WordVectors.Of(Model ?? request.Model, text, Dimension ?? dimension);
            if (NotANumber(text))
                vector[^1] = float.NaN;
            return vector;
        }),
    ];
}
