using Lucene.Net.Search.Similarities;

namespace NewsBot.Storage.Index;

/// <summary>
/// BM25 with k1 = 1.2 and b = 0.75: idf · tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / average length)),
/// idf = ln(1 + (N − n + 0.5) / (n + 0.5)). It uses neither coordination nor query norms, so that scores add up.
/// </summary>
internal sealed class PassageSimilarity : BM25Similarity
{
    public static readonly PassageSimilarity Instance = new();

    private PassageSimilarity()
        : base(1.2f, 0.75f)
    {
        for (var norm = 1; norm < 256; norm++)
            Lengths[norm] = DecodeNormValue((byte)norm);
    }

    /// <summary>Field lengths in terms, by the byte that the index keeps of them; 0 for none.</summary>
    public float[] Lengths { get; } = new float[256];
}
