namespace NewsBot.Storage.Vectors.Embedding;

/// <summary>What an embedding endpoint gave. Exactly one of the two is set.</summary>
internal sealed record EmbeddingResult
{
    private EmbeddingResult()
    {
    }

    /// <summary>One vector of length 1 for each text, in order.</summary>
    public IReadOnlyList<float[]>? Vectors { get; private init; }

    public EmbeddingFailure? Failure { get; private init; }

    public static EmbeddingResult Of(IReadOnlyList<float[]> vectors) => new() { Vectors = vectors };

    public static EmbeddingResult Failed(EmbeddingFailure failure) => new() { Failure = failure };
}

/// <param name="Kind">What can be done about it.</param>
/// <param name="Text">What went wrong, for the operator; never holds a key.</param>
/// <param name="RetryAfter">When the endpoint wants to be asked again, where it says so.</param>
internal sealed record EmbeddingFailure(EmbeddingFailureKind Kind, string Text, TimeSpan? RetryAfter = null);

internal enum EmbeddingFailureKind
{
    /// <summary>It may go the next time.</summary>
    Transient,

    /// <summary>The answer is not what was asked for; some text of the request may be why.</summary>
    Malformed,

    /// <summary>The endpoint does not take the texts.</summary>
    TextRefused,

    /// <summary>The endpoint does not take the key or does not have the model.</summary>
    Refused,

    /// <summary>The vectors have another length than those of this model had.</summary>
    OtherDimension,
}
