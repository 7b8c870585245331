using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval.Stories;

/// <summary>
/// A sketch of a text for telling copies: the <see cref="Size"/> smallest hashes of its runs of four terms (bottom-k
/// MinHash, Broder 1997), over the first <see cref="MostTerms"/> terms.
/// </summary>
internal sealed class Shingles
{
    public const int Size = 64;
    private const int Width = 4;
    private const int MostTerms = 600;
    private readonly uint[] _hashes;

    private Shingles(uint[] hashes) => _hashes = hashes;

    public static Shingles Of(Article article)
    {
        var terms = new List<uint>();
        Span<char> term = stackalloc char[Tokenizer.LongestTerm];
        var position = 0;
        while (terms.Count < MostTerms && Tokenizer.TryNext(article.Text, ref position, term, out _, out var length))
            terms.Add(Hash(term[..length]));
        var hashes = new SortedSet<uint>();
        for (var i = 0; i + Width <= terms.Count; i++)
        {
            var hash = 17u;
            for (var j = 0; j < Width; j++)
                hash = Mix(hash, terms[i + j]);
            hashes.Add(hash);
            if (hashes.Count > Size)
                hashes.Remove(hashes.Max);
        }

        return new Shingles([.. hashes]);
    }

    /// <summary>Estimates the Jaccard similarity of the two texts' shingles, 0 to 1; 0 for a text too short to tell.</summary>
    public double Similarity(Shingles other)
    {
        if (_hashes.Length < 16 || other._hashes.Length < 16)
            return 0;
        int i = 0, j = 0, seen = 0, shared = 0;
        while (seen < Size && i < _hashes.Length && j < other._hashes.Length)
        {
            var (a, b) = (_hashes[i], other._hashes[j]);
            shared += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
            seen++;
        }

        return seen == 0 ? 0 : (double)shared / seen;
    }

    private static uint Hash(ReadOnlySpan<char> term)
    {
        var hash = 2166136261u; // FNV-1a: the same on every machine and run.
        foreach (var c in term)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }

    private static uint Mix(uint hash, uint value)
    {
        hash = (hash ^ value) * 0x9E3779B1u;
        return hash ^ (hash >> 15);
    }
}
