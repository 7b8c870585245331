using System.Buffers.Binary;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval.Stories;

/// <summary>
/// A sketch of a text for telling copies of it: of the hashes of its runs of four terms those that fall into the lowest
/// eighth of their range. Two texts keep the same hashes of what they share, so that unlike with a fixed number of hashes
/// (MinHash, Broder 1997) the containment of one in the other can be estimated, whatever their lengths ("FracMinHash",
/// Irber et al. 2022). Copies of wire stories are shortened more often than not.
/// <para>
/// Some of the hashes are <see cref="Keys"/>: texts without a common key are not compared at all. There is one for about 16
/// terms of the first 250, and for 64 of the rest, as copies keep the start of a story rather than its end.
/// </para>
/// </summary>
public sealed class StorySketch
{
    /// <summary>Two texts are one story when at least this share of the shorter one's sketch is in the other's ...</summary>
    public const double LeastContainment = 0.6;

    /// <summary>... and at least this share of both together, so that a round-up is not each of the stories in it.</summary>
    public const double LeastSimilarity = 0.2;

    private const int Width = 4;
    private const int MostTerms = 6000;
    private const int StartTerms = 250;
    private const int LeastHashes = 6;
    private const uint Limit = 1u << 29; // An eighth of all.
    private const uint StartKeyLimit = 1u << 28;
    private const uint KeyLimit = 1u << 26;
    private const uint KeyMark = 1u << 31;

    private readonly uint[] _hashes;

    private StorySketch(uint[] hashes, uint[] keys)
    {
        _hashes = hashes;
        Keys = keys;
    }

    /// <summary>By these it is found. Ascending.</summary>
    public IReadOnlyList<uint> Keys { get; }

    /// <summary>Whether the text is too short to tell whether it is a copy.</summary>
    public bool IsEmpty => _hashes.Length == 0;

    public static StorySketch Of(string text)
    {
        var hashes = new SortedSet<uint>();
        var keys = new SortedSet<uint>();
        Span<uint> run = stackalloc uint[Width];
        Span<char> term = stackalloc char[Tokenizer.LongestTerm];
        var position = 0;
        for (var count = 0; count < MostTerms && Tokenizer.TryNext(text, ref position, term, out _, out var length); count++)
        {
            run[count % Width] = HashOf(term[..length]);
            if (count < Width - 1)
                continue;
            var hash = 0u;
            for (var i = 1; i <= Width; i++)
                hash = Mix(hash ^ run[(count + i) % Width]);
            if (hash >= Limit)
                continue;
            hashes.Add(hash);
            if (hash < (count < StartTerms ? StartKeyLimit : KeyLimit))
                keys.Add(hash);
        }

        return hashes.Count < LeastHashes ? new StorySketch([], []) : new StorySketch([.. hashes], [.. keys]);
    }

    /// <summary>Whether one text is a copy of the other, edited or shortened.</summary>
    public bool IsSameStory(StorySketch other)
    {
        var shared = Shared(other);
        return shared >= LeastContainment * Math.Min(_hashes.Length, other._hashes.Length)
            && shared >= LeastSimilarity * (_hashes.Length + other._hashes.Length - shared)
            && shared > 0;
    }

    /// <summary>Four bytes for each hash.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[_hashes.Length * sizeof(uint)];
        var keys = Keys.ToHashSet();
        for (var i = 0; i < _hashes.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), _hashes[i] | (keys.Contains(_hashes[i]) ? KeyMark : 0));
        return bytes;
    }

    public static StorySketch FromBytes(ReadOnlySpan<byte> bytes)
    {
        var hashes = new uint[bytes.Length / sizeof(uint)];
        var keys = new List<uint>();
        for (var i = 0; i < hashes.Length; i++)
        {
            var marked = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]);
            hashes[i] = marked & ~KeyMark;
            if (marked != hashes[i])
                keys.Add(hashes[i]);
        }

        return new StorySketch(hashes, [.. keys]);
    }

    private int Shared(StorySketch other)
    {
        int i = 0, j = 0, shared = 0;
        while (i < _hashes.Length && j < other._hashes.Length)
        {
            var (a, b) = (_hashes[i], other._hashes[j]);
            shared += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return shared;
    }

    /// <summary>The same on every machine and run, as sketches are stored.</summary>
    private static uint HashOf(ReadOnlySpan<char> term)
    {
        var hash = 2166136261u; // FNV-1a
        foreach (var c in term)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }

    /// <summary>The finalizer of MurmurHash3, which spreads evenly over the whole range.</summary>
    private static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return (hash ^ (hash >> 16)) + 0x9E3779B9u;
    }
}
